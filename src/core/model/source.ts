/** A document as the engine sees it: regions of Lamina inside a host, and where they stand in it. */
import type { Configuration } from "../configuration.ts";
import type { OffsetMap } from "../offset-map.ts";
import type { Document } from "../syntax/document.ts";
import type { LineMap, Span } from "../text.ts";

export interface SourceRegion {
  readonly document: Document;
  /** Offsets of the region to offsets of the host and back. */
  readonly map: OffsetMap;
}

export interface SourceDocument {
  /** An absolute address, as the editor writes it. */
  readonly uri: string;
  readonly regions: readonly SourceRegion[];
  /** The running text of a manuscript, where words for parts may be explained; empty for a file of Lamina alone. */
  readonly prose: readonly Span[];
  /** Bibliographies that the host itself names, as written. */
  readonly bibliographies: readonly { readonly path: string; readonly span: Span }[];
  /** What a `lamina.json` says; undefined for any other document. */
  readonly configuration?: Configuration;
  /** Positions in the host. */
  readonly lines: LineMap;
  /** The text of a span of the host. */
  slice(span: Span): string;
  readonly length: number;
  /** Why the document cannot be read as text, where it cannot; it then has no regions. */
  readonly fault?: string;
}
