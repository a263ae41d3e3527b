/** What a host document holds for Lamina: the shapes that every host gives. */

import type { OffsetMap } from "../core/offset-map.ts";
import type { Span } from "../core/text.ts";

/** The kinds of document that Lamina is written in. */
export type Host = "lamina" | "markdown";

/** A stretch of Lamina, and where its characters stand in the host. */
export interface Region {
  readonly text: string;
  readonly map: OffsetMap;
}

/** A bibliography that the host itself names. */
export interface BibliographyLink {
  /** The path as written, without quotes. */
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
  /** Only of Markdown; for `editEmbedding`. */
  readonly structure?: MarkdownStructure;
}
