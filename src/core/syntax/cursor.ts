/** Walks over the tokens of one item, collects problems, and notes what would be welcome at a caret. */
import { nearest } from "../nearest.ts";
import type { Span } from "../text.ts";
import { Kind, TokenBuffer, tokenize } from "./lexer.ts";
import type { Problem, ProblemCode, ProblemFix } from "./tree.ts";
import type { PieceName } from "./vocabulary.ts";

/** What could stand at the caret: a piece of the grammar, a plain word, or a clause. */
export type Expectation =
  | { readonly form: "piece"; readonly piece: PieceName; readonly role: string }
  | { readonly form: "word"; readonly word: string }
  | { readonly form: "clause" };

/** Shared by all parses: parsing never runs inside parsing. */
const shared = new TokenBuffer();

export class Cursor {
  readonly text: string;
  readonly problems: Problem[] = [];
  readonly expected: Expectation[] = [];
  at = 0;
  #tokens = shared;
  #caretToken = -1;

  constructor(text: string, caret = -1) {
    this.text = text;
    tokenize(text, this.#tokens);
    if (caret >= 0) this.#caretToken = this.#tokenAtCaret(caret);
    this.skipComments();
  }

  #tokenAtCaret(caret: number): number {
    const { starts, ends, kinds, count } = this.#tokens;
    for (let index = 0; index < count; index++) {
      const kind = kinds[index] as Kind;
      if (kind === Kind.comment || kind === Kind.newline) continue;
      const start = starts[index] as number;
      const end = ends[index] as number;
      if (start >= caret) return index;
      const growing = kind === Kind.name || kind === Kind.number || kind === Kind.date;
      const open = kind === Kind.string || kind === Kind.citation;
      if (caret < end || (growing && caret === end) || (open && caret === end && !this.#closed(index))) return index;
    }
    return count - 1;
  }

  #closed(index: number): boolean {
    const last = this.text[(this.#tokens.ends[index] as number) - 1];
    return last === '"' || last === "”" || last === "]";
  }

  get kind(): Kind {
    return this.#tokens.kinds[this.at] as Kind;
  }

  get start(): number {
    return this.#tokens.starts[this.at] as number;
  }

  get end(): number {
    return this.#tokens.ends[this.at] as number;
  }

  /** The text of the current token. */
  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Where the token before the current one ends. */
  get before(): number {
    for (let index = this.at - 1; index >= 0; index--) {
      const kind = this.#tokens.kinds[index];
      if (kind !== Kind.comment && kind !== Kind.newline) return this.#tokens.ends[index] as number;
    }
    return 0;
  }

  get lineEnded(): boolean {
    return this.kind === Kind.newline || this.kind === Kind.end;
  }

  get finished(): boolean {
    return this.kind === Kind.end;
  }

  is(kind: Kind): boolean {
    return this.kind === kind;
  }

  isWord(word: string): boolean {
    return this.kind === Kind.name && this.end - this.start === word.length && this.text.startsWith(word, this.start);
  }

  /** The kind of the token `ahead` places on, comments left out. */
  peekKind(ahead: number): Kind {
    return this.#tokens.kinds[this.#indexAhead(ahead)] as Kind;
  }

  peekWord(ahead: number): string {
    const index = this.#indexAhead(ahead);
    return this.text.slice(this.#tokens.starts[index], this.#tokens.ends[index]);
  }

  peekStart(ahead: number): number {
    return this.#tokens.starts[this.#indexAhead(ahead)] as number;
  }

  #indexAhead(ahead: number): number {
    let index = this.at;
    for (let left = ahead; left > 0 && this.#tokens.kinds[index] !== Kind.end; left--) {
      index++;
      while (this.#tokens.kinds[index] === Kind.comment) index++;
    }
    return index;
  }

  advance(): void {
    if (this.kind !== Kind.end) this.at++;
    this.skipComments();
  }

  skipComments(): void {
    while (this.kind === Kind.comment) this.at++;
  }

  skipLine(): void {
    while (!this.lineEnded) this.advance();
  }

  /** The end of the last token of the current line. */
  lineEnd(): number {
    let index = this.at;
    let end = this.before;
    for (; ; index++) {
      const kind = this.#tokens.kinds[index];
      if (kind === Kind.newline || kind === Kind.end) return end;
      if (kind !== Kind.comment) end = this.#tokens.ends[index] as number;
    }
  }

  /** Notes that a piece could stand here; costs a comparison when nobody asks. */
  expectPiece(piece: PieceName, role: string): void {
    if (this.at === this.#caretToken) this.expected.push({ form: "piece", piece, role });
  }

  expectWord(word: string): void {
    if (this.at === this.#caretToken) this.expected.push({ form: "word", word });
  }

  expectClause(): void {
    if (this.at === this.#caretToken) this.expected.push({ form: "clause" });
  }

  report(code: ProblemCode, span: Span, message: string, fixes: readonly ProblemFix[] = []): void {
    this.problems.push({ code, span, message, fixes });
  }

  /** Reports a word outside a closed list, with the nearest one that is in it. */
  reportUnknownWord(span: Span, word: string, what: string, known: readonly string[]): void {
    const [meant] = nearest(word, known);
    const list = known.length <= 8 ? `: ${known.join(", ")}` : "";
    this.report(
      "unknown-word",
      span,
      meant ? `Unexpected “${word}”, expected ${what}. Did you mean “${meant}”?` : `Unexpected “${word}”, expected ${what}${list}.`,
      meant ? [replacement(span, meant)] : [],
    );
  }
}

/** The fix that puts `text` in place of `span`. */
export const replacement = (span: Span, text: string): ProblemFix => ({
  title: `Change to “${text}”`,
  edits: [{ span, text }],
});
