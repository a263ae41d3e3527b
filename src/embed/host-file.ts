/** Manuscripts and notebooks with regions of Lamina in them, and how each host differs. */
import type { SourceDocument, SourceRegion } from "../core/model/source.ts";
import type { RunningText } from "../core/prose/running-text.ts";
import { Document } from "../core/syntax/document.ts";
import { applyEdit, type Edit, type Span } from "../core/text.ts";
import type { Embedding, Host, Region } from "./embedding.ts";
import { embed } from "./host.ts";
import { editEmbedding } from "./incremental.ts";
import { editLatex } from "./latex.ts";
import { editToLatex } from "./latex-edit.ts";
import { latexTermAt } from "./latex-terms.ts";
import { citationsAfter, markdownAnchors, markdownCitations } from "./markdown-anchors.ts";
import { termAt } from "./prose-terms.ts";
import { editToHost } from "./region-edit.ts";
import { latexText, markdownText, notebookText } from "./running-texts.ts";
import { type EditableSource, type ProseTerm, TextFile } from "./text-file.ts";

/** What differs from host to host. */
export interface HostWays {
  /** The embedding after an edit; without it all of the text is read again. */
  edit?(embedding: Embedding, before: string, edit: Edit, after: string): Embedding;
  /** The name of a part at an offset of the running text. */
  termAt?(text: string, offset: number, embedding: Embedding, lookup: (name: string) => boolean): ProseTerm | undefined;
  /** An edit within a region as the host writes it. */
  adapt?(region: Region, text: string, edit: Edit): Edit;
  /** Where its comments are, and which of its words a reader sees. */
  runningText?(text: string, embedding: Embedding): RunningText;
}

const ways: Partial<Readonly<Record<Host, HostWays>>> = {
  markdown: {
    edit: (embedding, before, edit, after) => editEmbedding(embedding, before, edit, after),
    termAt(text, offset, { prose }, lookup) {
      const span = termAt(text, offset, prose, lookup);
      return span && { span, words: text.slice(span.start, span.end) };
    },
    adapt: editToHost,
    runningText: markdownText,
  },
  latex: { edit: editLatex, termAt: latexTermAt, adapt: editToLatex, runningText: latexText },
  notebook: { runningText: notebookText },
};

/** The file before an edit, from which what did not change is taken. */
interface Before {
  readonly file: HostFile;
  readonly edit: Edit;
}

/** A document with regions of Lamina in it. */
export class HostFile extends TextFile {
  override readonly regions: readonly SourceRegion[];
  readonly adapt?: (edit: Edit) => Edit;
  readonly publishes: boolean;
  readonly runningText?: RunningText;
  readonly #host: Host;
  readonly #ways: HostWays;
  readonly #embedding: Embedding;
  #anchors: SourceDocument["anchors"] | undefined;
  #citations: SourceDocument["citations"] | undefined;
  /** What the file before cites, as far as that was asked for. */
  #cited: { readonly prose: readonly Span[]; readonly citations: SourceDocument["citations"]; readonly edit: Edit } | undefined;

  protected constructor(uri: string, host: Host, text: string, embedding: Embedding, own: HostWays = {}, before?: Before) {
    super(uri, text);
    this.#host = host;
    this.#ways = own;
    this.#embedding = embedding;
    this.publishes = host === "publication";
    if (own.runningText) this.runningText = own.runningText(text, embedding);
    const { adapt } = own;
    if (adapt) this.adapt = (edit) => adaptIn(embedding, text, edit, adapt);
    this.regions = before
      ? regionsAfter(before.file.#embedding.regions, before.file.regions, embedding.regions, before.edit)
      : embedding.regions.map((region) => ({ document: Document.parse(region.text), map: region.map }));
    const citations = before ? before.file.#citations : undefined;
    if (before && citations) this.#cited = { prose: before.file.prose, citations, edit: before.edit };
  }

  /** Reads a document of any host but a program, or Lamina alone. */
  static open(uri: string, host: Host, text: string): HostFile {
    return new HostFile(uri, host, text, embed(text, host), ways[host]);
  }

  override get prose(): readonly Span[] {
    return this.#embedding.prose;
  }

  override get anchors(): SourceDocument["anchors"] {
    this.#anchors ??= this.#embedding.anchors ?? markdownAnchors(this.text, this.prose);
    return this.#anchors;
  }

  override get citations(): SourceDocument["citations"] {
    if (!this.#citations) {
      const known = this.#cited;
      this.#cited = undefined;
      this.#citations =
        this.#embedding.citations ??
        (known
          ? citationsAfter(known.prose, known.citations, known.edit, this.text, this.prose)
          : markdownCitations(this.text, this.prose));
    }
    return this.#citations;
  }

  override get inputs(): SourceDocument["inputs"] {
    return this.#embedding.inputs ?? [];
  }

  override get bibliographies(): SourceDocument["bibliographies"] {
    return this.#embedding.bibliographies;
  }

  termAt(offset: number, lookup: (name: string) => boolean): ProseTerm | undefined {
    return this.#ways.termAt?.(this.text, offset, this.#embedding, lookup);
  }

  edit(edit: Edit): EditableSource {
    const text = applyEdit(this.text, edit);
    const embedding = this.#ways.edit?.(this.#embedding, this.text, edit, text) ?? embed(text, this.#host);
    return new HostFile(this.uri, this.#host, text, embedding, this.#ways, { file: this, edit });
  }
}

/**
 * Regions whose text did not change keep their trees, wherever they moved; in the one that was edited, the items do that
 * did not change. No two share a tree.
 */
function regionsAfter(
  oldRegions: readonly Region[],
  oldTrees: readonly SourceRegion[],
  regions: readonly Region[],
  edit: Edit,
): readonly SourceRegion[] {
  const by = regions.length - oldRegions.length;
  /** Old regions before this one have had their chance. */
  let next = 0;
  return regions.map(({ text, map }, index): SourceRegion => {
    // before what came or went regions keep their number, behind it they are as many off
    for (const old of [index, index - by]) {
      if (old < next || oldRegions[old]?.text !== text) continue;
      next = old + 1;
      return { document: (oldTrees[old] as SourceRegion).document, map };
    }
    const edited = index < next ? undefined : editedIn(oldRegions[index], oldTrees[index]?.document, edit, text);
    if (edited) next = index + 1;
    return { document: edited ?? Document.parse(text), map };
  });
}

/** The tree of a region after an edit that lies within it, if that is all that happened to it. */
function editedIn(old: Region | undefined, tree: Document | undefined, { span, text }: Edit, wanted: string): Document | undefined {
  const start = old?.map.toRegion(span.start);
  const end = old?.map.toRegion(span.end);
  if (!old || !tree || start === undefined || end === undefined || end < start) return undefined;
  const edit = { span: { start, end }, text };
  return applyEdit(old.text, edit) === wanted ? tree.edit(edit) : undefined;
}

/** The edit as the host of the region that it touches writes it. */
function adaptIn({ regions }: Embedding, text: string, edit: Edit, adapt: NonNullable<HostWays["adapt"]>): Edit {
  for (const region of regions) {
    const start = region.map.toRegion(edit.span.start);
    const end = region.map.toRegion(edit.span.end);
    if (start !== undefined && end !== undefined) return adapt(region, text, { span: { start, end }, text: edit.text });
  }
  return edit;
}
