/** A document as the engine sees it: regions of Lamina inside a host, and where they stand in it. */
import type { Configuration } from "../configuration.ts";
import type { OffsetMap } from "../offset-map.ts";
import type { Document } from "../syntax/document.ts";
import type { Edit, LineMap, Span } from "../text.ts";

/** A stretch of running text that states a claim: `[text]{claim=id}` in Markdown, `\claim{id}{text}` in LaTeX. */
export interface Anchor {
  /** Empty while it is being typed. */
  readonly id: string;
  /** Where the id stands in the host. */
  readonly idSpan: Span;
  /** The text that states the claim, without the marks around it. */
  readonly text: Span;
}

/** A work that the running text cites. */
export interface ProseCitation {
  readonly key: string;
  /** Where the key stands in the host, without signs around it. */
  readonly span: Span;
  /** Whether it might as well be something else, such as the name of a person after an `@`. */
  readonly unsure?: boolean;
}

/** A class, function, attribute, field or key of a program. */
export interface ProgramSymbol {
  /** `GPT.transformer.wte` */
  readonly path: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A program, as far as claims can speak of it. */
export interface Program {
  /** Its symbols in the order of the text; empty for a language whose definitions are not read. */
  symbols(): readonly ProgramSymbol[];
  /** The symbol that a path names, through what makes its attributes or by its end where that is clear. */
  named(path: string): ProgramSymbol | undefined;
  /** The symbol that a comment at an offset speaks of: on its line, or else on the next. */
  after(offset: number): ProgramSymbol | undefined;
  /** The name at an offset of the code, with what it belongs to: `self.attn.q_proj`. */
  termAt(offset: number): { readonly path: string; readonly span: Span } | undefined;
}

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
  /** Stretches of the running text that state a claim, in the order of the text. */
  readonly anchors: readonly Anchor[];
  /** The works that the running text cites, in the order of the text. */
  readonly citations: readonly ProseCitation[];
  /** Other files of the same manuscript that the host names; `root` leads to the file that holds this one. */
  readonly inputs: readonly { readonly path: string; readonly span: Span; readonly kind: string }[];
  /** What a `lamina.json` says; undefined for any other document. */
  readonly configuration?: Configuration;
  /** An edit of the host within a region, as the host writes it, where more than the same prefix stands before every line. */
  readonly adapt?: (edit: Edit) => Edit;
  /** Only of programs. */
  readonly program?: Program;
  /** Whether it names bibliographies for all documents of its folder and below, as Quarto's and MyST's project files do. */
  readonly publishes?: boolean;
  /** Positions in the host. */
  readonly lines: LineMap;
  /** The text of a span of the host. */
  slice(span: Span): string;
  readonly length: number;
  /** Why the document cannot be read as text, where it cannot; it then has no regions. */
  readonly fault?: string;
}
