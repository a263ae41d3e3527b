/** Documents that can be edited, and what is common to all that are held as one text. */
import type { WrittenDocument } from "../core/prose/running-text.ts";
import { type Edit, LineIndex, type LineMap, type Span } from "../core/text.ts";

/** A document that can be edited: every edit gives the next one. */
export interface EditableSource extends WrittenDocument {
  edit(edit: Edit): EditableSource;
  /** The name of a part at an offset of the running text; only of manuscripts. */
  termAt?(offset: number, lookup: (name: string) => boolean): ProseTerm | undefined;
}

/** Words of the running text that name a part: where they stand, and how they read. */
export interface ProseTerm {
  readonly span: Span;
  readonly words: string;
}

const nothing: readonly never[] = [];

/** A document that is held as one text. Of itself it has nothing for Lamina. */
export abstract class TextFile implements EditableSource {
  readonly uri: string;
  readonly regions: WrittenDocument["regions"] = nothing;
  protected readonly text: string;
  #lines: LineIndex | undefined;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.text = text;
  }

  abstract edit(edit: Edit): EditableSource;

  get prose(): readonly Span[] {
    return nothing;
  }

  get anchors(): WrittenDocument["anchors"] {
    return nothing;
  }

  get citations(): WrittenDocument["citations"] {
    return nothing;
  }

  get inputs(): WrittenDocument["inputs"] {
    return nothing;
  }

  get bibliographies(): WrittenDocument["bibliographies"] {
    return nothing;
  }

  get lines(): LineMap {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  get length(): number {
    return this.text.length;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}
