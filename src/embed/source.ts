/** Opens a host document for the engine, and follows its edits. */
import { type Configuration, parseConfiguration } from "../core/configuration.ts";
import type { Program, SourceDocument, SourceRegion } from "../core/model/source.ts";
import { OffsetMap } from "../core/offset-map.ts";
import { Document } from "../core/syntax/document.ts";
import { applyEdit, type Edit, LineIndex, type LineMap, type Span } from "../core/text.ts";
import { embedCode } from "./code.ts";
import { type CodeLanguage, codeLanguageOf } from "./code-languages.ts";
import { lineInCode } from "./code-lines.ts";
import { type CodeSymbol, symbolAfter, symbolNamed, symbolsOf } from "./code-symbols.ts";
import { codeTermAt } from "./code-terms.ts";
import type { Embedding, Host, Region } from "./embedding.ts";
import { embed } from "./host.ts";
import { editEmbedding } from "./incremental.ts";
import { editLatex } from "./latex.ts";
import { editToLatex } from "./latex-edit.ts";
import { latexTermAt } from "./latex-terms.ts";
import { markdownAnchors, markdownCitations } from "./markdown-anchors.ts";
import { termAt } from "./prose-terms.ts";

/** A document that can be edited: every edit gives the next one. */
export interface EditableSource extends SourceDocument {
  edit(edit: Edit): EditableSource;
  /** The name of a part at an offset of the running text; only of manuscripts. */
  termAt?(offset: number, lookup: (name: string) => boolean): ProseTerm | undefined;
}

/**
 * Opens a document.
 *
 * @param uri its address as the editor writes it
 * @param language of a program, as the editor calls it; else told by the address
 */
export function openSource(uri: string, host: Host, text: string, language: string = uri): EditableSource {
  if (text.includes("\0")) return new NotText(uri, host, text);
  if (host === "lamina") return new LaminaFile(uri, Document.parse(text));
  if (host === "configuration") return new ConfigurationFile(uri, text);
  if (host === "code") return openProgram(uri, text, language);
  return new HostFile(uri, host, text, embed(text, host), []);
}

/** A file that is not text: one clear finding, and none on its bytes. */
class NotText implements EditableSource {
  readonly uri: string;
  readonly regions: readonly SourceRegion[] = [];
  readonly prose: readonly Span[] = [];
  readonly anchors: SourceDocument["anchors"] = [];
  readonly citations: SourceDocument["citations"] = [];
  readonly inputs: SourceDocument["inputs"] = [];
  readonly bibliographies: SourceDocument["bibliographies"] = [];
  readonly fault = "This file is not text: it holds bytes that no text has. Expected UTF-8 (or UTF-16 with a mark at its start).";
  readonly lines: LineIndex;
  readonly #host: Host;
  readonly #text: string;

  constructor(uri: string, host: Host, text: string) {
    this.uri = uri;
    this.#host = host;
    this.#text = text;
    this.lines = new LineIndex(text);
  }

  get length(): number {
    return this.#text.length;
  }

  slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }

  edit(edit: Edit): EditableSource {
    return openSource(this.uri, this.#host, applyEdit(this.#text, edit));
  }
}

/** A `lamina.json`: no Lamina in it, but what a project says of itself. */
class ConfigurationFile implements EditableSource {
  readonly uri: string;
  readonly regions: readonly SourceRegion[] = [];
  readonly prose: readonly Span[] = [];
  readonly anchors: SourceDocument["anchors"] = [];
  readonly citations: SourceDocument["citations"] = [];
  readonly inputs: SourceDocument["inputs"] = [];
  readonly configuration: Configuration;
  readonly lines: LineIndex;
  readonly #text: string;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.#text = text;
    this.configuration = parseConfiguration(text);
    this.lines = new LineIndex(text);
  }

  get bibliographies(): SourceDocument["bibliographies"] {
    return this.configuration.bibliographies;
  }

  get length(): number {
    return this.#text.length;
  }

  slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }

  edit(edit: Edit): EditableSource {
    return openSource(this.uri, "configuration", applyEdit(this.#text, edit));
  }
}

/** A file of Lamina alone: it is its own only region, and its text is never put together. */
class LaminaFile implements EditableSource {
  readonly uri: string;
  readonly regions: readonly SourceRegion[];
  readonly prose: readonly Span[] = [];
  readonly anchors: SourceDocument["anchors"] = [];
  readonly citations: SourceDocument["citations"] = [];
  readonly inputs: SourceDocument["inputs"] = [];
  readonly bibliographies: SourceDocument["bibliographies"] = [];
  readonly #document: Document;

  constructor(uri: string, document: Document) {
    this.uri = uri;
    this.#document = document;
    this.regions = [{ document, map: OffsetMap.identity(document.length) }];
  }

  get lines(): LineMap {
    return this.#document;
  }

  get length(): number {
    return this.#document.length;
  }

  slice(span: Span): string {
    return this.#document.slice(span);
  }

  edit(edit: Edit): EditableSource {
    const next = this.#document.edit(edit);
    return edit.text.includes("\0") ? openSource(this.uri, "lamina", next.text) : new LaminaFile(this.uri, next);
  }
}

/** What differs from host to host. */
interface HostWays {
  /** The embedding after an edit. */
  edit(embedding: Embedding, before: string, edit: Edit, after: string): Embedding;
  /** The name of a part at an offset of the running text. */
  termAt(text: string, offset: number, embedding: Embedding, lookup: (name: string) => boolean): ProseTerm | undefined;
  /** An edit within a region as the host writes it. */
  adapt?(region: Region, text: string, edit: Edit): Edit;
}

/** Words of the running text that name a part: where they stand, and how they read. */
export interface ProseTerm {
  readonly span: Span;
  readonly words: string;
}

const noEmbedding: Embedding = { regions: [], prose: [], bibliographies: [] };

const ways: Partial<Readonly<Record<Host, HostWays>>> = {
  markdown: {
    edit: (embedding, before, edit, after) => editEmbedding(embedding, before, edit, after),
    termAt(text, offset, { prose }, lookup) {
      const span = termAt(text, offset, prose, lookup);
      return span && { span, words: text.slice(span.start, span.end) };
    },
  },
  code: {
    edit: () => noEmbedding,
    termAt: () => undefined,
    adapt: (region, text, { span, text: added }) => ({
      span: region.map.spanToHost(span),
      text: added.replace(
        /(\r\n|\r|\n)([^\r\n]*)/g,
        (_, lineBreak: string, line: string) => `${lineBreak}${lineInCode(text, region, line)}${line}`,
      ),
    }),
  },
  latex: { edit: editLatex, termAt: latexTermAt, adapt: editToLatex },
};

/** A manuscript with regions of Lamina in it. */
class HostFile implements EditableSource {
  readonly uri: string;
  readonly regions: readonly SourceRegion[];
  readonly adapt?: (edit: Edit) => Edit;
  readonly publishes: boolean;
  readonly #host: Host;
  readonly #text: string;
  readonly #embedding: Embedding;
  #lines: LineIndex | undefined;
  #anchors: SourceDocument["anchors"] | undefined;
  #citations: SourceDocument["citations"] | undefined;

  constructor(uri: string, host: Host, text: string, embedding: Embedding, before: readonly SourceRegion[]) {
    this.uri = uri;
    this.#host = host;
    this.#text = text;
    this.#embedding = embedding;
    this.publishes = host === "publication";
    const adapt = ways[host]?.adapt;
    if (adapt) this.adapt = (edit) => adaptIn(embedding, text, edit, adapt);
    // regions whose text did not change keep their trees, wherever they moved
    const unused = [...before];
    this.regions = embedding.regions.map(({ text: regionText, map }): SourceRegion => {
      const index = unused.findIndex((region) => region.document.length === regionText.length && region.document.text === regionText);
      const known = index < 0 ? undefined : unused.splice(index, 1)[0];
      return { document: known?.document ?? Document.parse(regionText), map };
    });
  }

  get prose(): readonly Span[] {
    return this.#embedding.prose;
  }

  get anchors(): SourceDocument["anchors"] {
    this.#anchors ??= this.#embedding.anchors ?? markdownAnchors(this.#text, this.prose);
    return this.#anchors;
  }

  get citations(): SourceDocument["citations"] {
    this.#citations ??= this.#embedding.citations ?? markdownCitations(this.#text, this.prose);
    return this.#citations;
  }

  get inputs(): SourceDocument["inputs"] {
    return this.#embedding.inputs ?? [];
  }

  get bibliographies(): SourceDocument["bibliographies"] {
    return this.#embedding.bibliographies;
  }

  get lines(): LineMap {
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines;
  }

  get length(): number {
    return this.#text.length;
  }

  slice(span: Span): string {
    return this.#text.slice(span.start, span.end);
  }

  termAt(offset: number, lookup: (name: string) => boolean): ProseTerm | undefined {
    return ways[this.#host]?.termAt(this.#text, offset, this.#embedding, lookup);
  }

  edit(edit: Edit): EditableSource {
    const text = applyEdit(this.#text, edit);
    const embedding = ways[this.#host]?.edit(this.#embedding, this.#text, edit, text) ?? embed(text, this.#host);
    return new HostFile(this.uri, this.#host, text, embedding, this.regions);
  }
}

function openProgram(uri: string, text: string, languageOrFile: string): EditableSource {
  const language = codeLanguageOf(languageOrFile) ?? codeLanguageOf(uri);
  return language ? new ProgramFile(uri, language, text, []) : new HostFile(uri, "code", text, noEmbedding, []);
}

/** A program with Lamina in its comments, or one that claims speak of. */
class ProgramFile extends HostFile {
  readonly program: Program;
  readonly #language: CodeLanguage;
  readonly #source: string;

  constructor(uri: string, language: CodeLanguage, text: string, before: readonly SourceRegion[]) {
    super(uri, "code", text, embedCode(text, language), before);
    this.#language = language;
    this.#source = text;
    let known: readonly CodeSymbol[] | undefined;
    const symbols = (): readonly CodeSymbol[] => {
      known ??= symbolsOf(text, language);
      return known;
    };
    this.program = {
      symbols,
      named: (path) => symbolNamed(symbols(), path),
      after: (offset) => symbolAfter(text, offset, language, [...symbols()]),
      termAt: (offset) => codeTermAt(text, offset, language),
    };
  }

  override edit(edit: Edit): EditableSource {
    return new ProgramFile(this.uri, this.#language, applyEdit(this.#source, edit), this.regions);
  }
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
