/** What a host document holds for Lamina: the shapes that every host gives. */

import type { Anchor, ProseCitation } from "../core/model/source.ts";
import type { OffsetMap } from "../core/offset-map.ts";
import type { Span } from "../core/text.ts";

export type { Anchor, ProseCitation } from "../core/model/source.ts";

/** The kinds of document that Lamina is written in. */
export type Host = "lamina" | "markdown" | "latex" | "code" | "notebook" | "publication" | "configuration";

/** A stretch of Lamina, and where its characters stand in the host. */
export interface Region {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Another file of the manuscript that the host names. */
export interface InputLink {
  /** The path as written, mostly without its ending, relative to the folder of the root file (LaTeX's own habit). */
  readonly path: string;
  /** Where the path stands in the host. */
  readonly span: Span;
  /** `root` leads to the file that holds this one, the others to files that it holds. */
  readonly kind: "input" | "include" | "subfile" | "root";
}

/** A bibliography that the host itself names. */
export interface BibliographyLink {
  /** The path as written, without quotes; with the ending `.bib` that LaTeX's `\bibliography` leaves out. */
  readonly path: string;
  /** Where the path stands in the host, without quotes. */
  readonly span: Span;
}

/**
 * How far a block of Markdown may reach beyond a blank line:
 * - `settled`: not at all;
 * - `latent`: by its own rules (raw HTML, a fence that is not closed), whatever follows;
 * - `continuing`: if the line after the blank one says so (a list);
 * - `indented`: indented code. It may go on too, and `remark-parse` reads the line that ends it, even after a blank one,
 *   as if it had to interrupt something: a lone `-` opens no list there.
 */
export type BlockReach = "settled" | "latent" | "continuing" | "indented";

/** A block that stands in nothing but the document. */
export interface MarkdownBlock {
  /** Offset of the start of its first line. */
  readonly start: number;
  readonly reach: BlockReach;
}

/** A link reference definition, `[label]: …`, wherever it stands. */
export interface LinkDefinition {
  /** The label as references to it are compared. */
  readonly identifier: string;
  /** The label as written; `undefined` if it goes over a line's end. */
  readonly label: string | undefined;
  readonly start: number;
}

/** What must be known of a Markdown document to read an edit of it without reading it all again. */
export interface MarkdownStructure {
  /** Where the text begins, after a byte order mark and front matter. */
  readonly contentStart: number;
  readonly blocks: readonly MarkdownBlock[];
  readonly definitions: readonly LinkDefinition[];
}

/** A host document as Lamina sees it. All offsets are the host's. */
export interface Embedding {
  readonly regions: readonly Region[];
  /** Running text, in order: no code, no mathematics, no addresses, no front matter, no HTML. */
  readonly prose: readonly Span[];
  readonly bibliographies: readonly BibliographyLink[];
  /** Stretches of the text that state a claim, in order of their starts. An id may still be empty: someone is typing it. */
  readonly anchors?: readonly Anchor[];
  /** The works that the running text cites, in order. */
  readonly citations?: readonly ProseCitation[];
  /** Other files of the same manuscript, in order. */
  readonly inputs?: readonly InputLink[];
  /** Short formulas within the running text, in order, in which a layer may be named: LaTeX's `$L_4$`, with its marks. */
  readonly formulas?: readonly Span[];
  /** Only of LaTeX: comments, in order, each without the line break that ends it. */
  readonly comments?: readonly Span[];
  /** Only of Markdown; for `editEmbedding`. */
  readonly structure?: MarkdownStructure;
}
