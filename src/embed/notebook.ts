/**
 * Jupyter notebooks (nbformat 4) as files: their cells, and the Lamina in them. An editor sends cells one by one, each a
 * document; this is for whoever reads the file itself.
 */

import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { LineIndex, type Span } from "../core/text.ts";
import { embedCode } from "./code.ts";
import { type CodeLanguage, codeLanguageOf } from "./code-languages.ts";
import type { Embedding } from "./embedding.ts";
import { isTooDeep } from "./json-depth.ts";
import { embedMarkdown } from "./markdown.ts";
import { markdownAnchors, markdownCitations } from "./markdown-anchors.ts";
import { type MappedText, mapThrough, plainSpans, textOfStrings } from "./notebook-text.ts";

export interface NotebookCell extends MappedText {
  readonly kind: "markdown" | "code" | "raw";
  /** Of a code cell: the language that it is written in, if Lamina is read in its comments. */
  readonly language: CodeLanguage | undefined;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
}

/** A place as a reader of the notebook finds it. All three count from one. */
export interface NotebookPlace {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}

/** The cells of a notebook; none if the text is no notebook. Never throws. */
export function readNotebook(text: string): Notebook {
  if (isTooDeep(text)) return { cells: [] };
  const root = parseTree(text, [], { allowTrailingComma: true });
  const cells = root && findNodeAtLocation(root, ["cells"]);
  if (!root || cells?.type !== "array") return { cells: [] };
  const kernel =
    stringAt(root, ["metadata", "language_info", "name"]) ?? stringAt(root, ["metadata", "kernelspec", "language"]) ?? "python";
  return { cells: (cells.children ?? []).flatMap((cell) => readCell(text, cell, kernel)) };
}

function readCell(file: string, cell: Node, kernel: string): NotebookCell[] {
  const kind = stringAt(cell, ["cell_type"]);
  if (kind !== "markdown" && kind !== "code" && kind !== "raw") return [];
  const source = findNodeAtLocation(cell, ["source"]);
  const strings = source?.type === "array" ? (source.children ?? []) : source ? [source] : [];
  const spans = strings.filter(({ type }) => type === "string").map((node) => withinQuotes(file, node));
  const mapped = textOfStrings(file, spans, (source?.offset ?? cell.offset) + 1);
  const name = stringAt(cell, ["metadata", "vscode", "languageId"]) ?? kernel;
  return [{ kind, language: kind === "code" ? languageOf(name, mapped.text) : undefined, ...mapped }];
}

/** What stands between the quotes of a string, which someone may not have closed yet. */
function withinQuotes(file: string, { offset, length }: Node): Span {
  const end = offset + length;
  const isClosed = length > 1 && file[end - 1] === '"';
  return { start: offset + 1, end: Math.max(offset + 1, isClosed ? end - 1 : end) };
}

/** Commands of IPython that leave the language of their cell as it is. */
const transparentMagic = /^%%(?:time|timeit|capture|prun|memit)\b/;

/** The language of a cell; undefined under a command that gives the cell to another program. */
function languageOf(name: string, text: string): CodeLanguage | undefined {
  const magic = /^\s{0,40}%%(\w{1,40})/.exec(text);
  if (magic && !transparentMagic.test(text.trimStart())) return codeLanguageOf(magic[1] as string);
  return codeLanguageOf(/^c\+\+/i.test(name) ? "cpp" : name);
}

function stringAt(node: Node, path: string[]): string | undefined {
  const value: unknown = findNodeAtLocation(node, path)?.value;
  return typeof value === "string" ? value : undefined;
}

/** The Lamina in one cell, by the offsets of the cell: what an editor's cell document holds too. */
export function embedCell({ kind, language, text }: Pick<NotebookCell, "kind" | "language" | "text">): Embedding | undefined {
  if (kind === "markdown") {
    const found = embedMarkdown(text);
    return { ...found, anchors: markdownAnchors(text, found.prose), citations: markdownCitations(text, found.prose) };
  }
  return language && embedCode(text, language);
}

/** The Lamina in a notebook's file, by the offsets of the file: all its cells in order. Never throws. */
export function embedNotebook(file: string, { cells }: Notebook = readNotebook(file)): Embedding {
  const whole = { regions: [], prose: [], bibliographies: [], anchors: [], citations: [], inputs: [] } as {
    -readonly [Key in keyof Required<Omit<Embedding, "structure" | "formulas" | "comments">>]: Required<Embedding>[Key][number][];
  };
  for (const cell of cells) {
    const found = embedCell(cell);
    if (!found) continue;
    const { segments } = cell.map;
    const toFile = (span: Span): Span => cell.map.spanToHost(span);
    for (const { text, map } of found.regions) whole.regions.push({ text, map: mapThrough(map, cell.map, segments) });
    for (const span of found.prose) whole.prose.push(...plainSpans(cell.text, segments, span, file));
    for (const link of found.bibliographies) whole.bibliographies.push({ ...link, span: toFile(link.span) });
    for (const anchor of found.anchors ?? []) {
      whole.anchors.push({ ...anchor, idSpan: toFile(anchor.idSpan), text: toFile(anchor.text) });
    }
    for (const citation of found.citations ?? []) whole.citations.push({ ...citation, span: toFile(citation.span) });
    for (const link of found.inputs ?? []) whole.inputs.push({ ...link, span: toFile(link.span) });
  }
  return whole;
}

/** The cell, line and column of an offset of the file; undefined if it lies in no cell's text. */
export function placeInNotebook({ cells }: Notebook, offset: number): NotebookPlace | undefined {
  const index = cells.findIndex(({ map }) => map.hostStart <= offset && offset <= map.hostEnd);
  const cell = cells[index];
  if (!cell) return undefined;
  let within: number | undefined;
  for (let at = offset; within === undefined && at >= cell.map.hostStart; at--) within = cell.map.toRegion(at);
  const { line, character } = new LineIndex(cell.text).positionAt(within ?? 0);
  return { cell: index + 1, line: line + 1, column: character + 1 };
}
