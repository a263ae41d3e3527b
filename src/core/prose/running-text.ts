/** What a host says of its own writing: where its comments are, and which of its words a reader sees. */
import type { SourceDocument } from "../model/source.ts";
import type { Span } from "../text.ts";

/** A comment of the host, by the offsets of its page. */
export interface HostComment {
  /** Where the sign stands that opens it. */
  readonly start: number;
  /** Where the words of the comment end: with their line, or before the sign that closes it. */
  readonly end: number;
  /** Where the text goes on. */
  readonly after: number;
}

/** A stretch of a host that is read by itself: all of a manuscript or program, or a cell of a notebook. */
export interface Page {
  readonly text: string;
  /** The comment whose first words, but for its signs, stand at an offset; undefined where none does. */
  commentAt(offset: number): HostComment | undefined;
  /** From spans of the page to spans of the document. */
  toDocument(span: Span): Span;
}

export interface RunningText {
  /** In the order of the document. They may take work: to be asked for where something is looked for in them. */
  pages(): readonly Page[];
  /** The text of a span as a reader sees it: blanks stand in place of what is none of its words, so that all offsets stay. */
  readable(span: Span): string;
}

/** A document that says how it is written; a file of Lamina alone has nothing to say of that. */
export interface WrittenDocument extends SourceDocument {
  readonly runningText?: RunningText;
}
