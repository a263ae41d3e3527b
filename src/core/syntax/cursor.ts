/** Walks over the tokens of one item, collects problems, and notes what would be welcome at a caret. */
import { nearest } from "../nearest.ts";
import type { Span } from "../text.ts";
import { type Keyword, spelling } from "./keywords.ts";
import type { Lexer } from "./lexer.ts";
import { isClosedString, Kind, stringValue, type TokenBuffer } from "./tokens.ts";
import type { Problem, ProblemCode, ProblemFix } from "./tree.ts";
import type { PieceName } from "./vocabulary.ts";

/** What could stand at the caret: a piece of the grammar, a plain word, or a clause. */
export type Expectation =
  | { readonly form: "piece"; readonly piece: PieceName; readonly role: string }
  | { readonly form: "word"; readonly word: string }
  | { readonly form: "clause" };

const none: readonly never[] = Object.freeze([]);

export class Cursor {
  /** The text that the item is part of; offsets inside the item count from `base`. */
  readonly source: string;
  base = 0;
  expected: Expectation[] = [];
  /** The current token: its index, kind, place, and its keyword where it is a name. */
  at = 0;
  kind: Kind = Kind.end;
  start = 0;
  end = 0;
  detail = 0;
  readonly #buffer: TokenBuffer;
  #problems: Problem[] | undefined;
  #caretToken = -1;
  /** The token at which a fault was explained, so that it is not reported twice. */
  #faultAt = -1;

  constructor(lexer: Lexer) {
    this.source = lexer.text;
    this.#buffer = lexer.buffer;
  }

  /** Goes to the first token of the item that the lexer has just read. */
  open(base: number, caret = -1): void {
    this.base = base;
    this.#problems = undefined;
    this.#faultAt = -1;
    this.#caretToken = caret < 0 ? -1 : this.#tokenAtCaret(caret);
    this.goTo(0);
  }

  #tokenAtCaret(caret: number): number {
    const { starts, ends, kinds, details, count } = this.#buffer;
    for (let index = 0; index < count; index++) {
      const kind = kinds[index] as Kind;
      if (kind === Kind.newline) continue;
      const start = starts[index] as number;
      const end = ends[index] as number;
      if (start >= caret) return index;
      const growing = kind === Kind.name || kind === Kind.number || kind === Kind.date;
      const open =
        (kind === Kind.string && !isClosedString(details[index] as number)) ||
        (kind === Kind.citation && this.unit(end - 1) !== BRACKET_CLOSE);
      if (caret < end || (caret === end && (growing || open))) return index;
    }
    return count - 1;
  }

  /** The text between two offsets of the item. */
  slice(start: number, end: number): string {
    return this.source.slice(this.base + start, this.base + end);
  }

  /** The code unit at an offset of the item. */
  unit(offset: number): number {
    return this.source.charCodeAt(this.base + offset);
  }

  /** The text of the current token. */
  get word(): string {
    return this.detail !== 0 && this.kind === Kind.name ? spelling(this.detail) : this.slice(this.start, this.end);
  }

  /** The value of the current token, a string. */
  get stringValue(): string {
    return stringValue(this.source, this.base + this.start, this.base + this.end, this.detail);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Where the token before the current one ends. */
  get before(): number {
    return this.at === 0 ? 0 : (this.#buffer.ends[this.at - 1] as number);
  }

  get beforeSpan(): Span {
    if (this.at === 0) return { start: 0, end: 0 };
    return { start: this.#buffer.starts[this.at - 1] as number, end: this.#buffer.ends[this.at - 1] as number };
  }

  /** Where the token before the one at `offset` starts. */
  startBefore(offset: number): number {
    let index = this.at;
    while (index > 0 && (this.#buffer.starts[index] as number) >= offset) index--;
    return this.#buffer.starts[index] as number;
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

  /** Whether the current token is this word of the language. */
  isWord(word: Keyword): boolean {
    return this.detail === word && this.kind === Kind.name;
  }

  peekKind(ahead: number): Kind {
    return this.#buffer.kinds[this.#indexAhead(ahead)] as Kind;
  }

  peekStart(ahead: number): number {
    return this.#buffer.starts[this.#indexAhead(ahead)] as number;
  }

  peekEnd(ahead: number): number {
    return this.#buffer.ends[this.#indexAhead(ahead)] as number;
  }

  peekDetail(ahead: number): number {
    return this.#buffer.details[this.#indexAhead(ahead)] as number;
  }

  #indexAhead(ahead: number): number {
    return Math.min(this.at + ahead, this.#buffer.count - 1);
  }

  goTo(index: number): void {
    const { kinds, starts, ends, details } = this.#buffer;
    this.at = index;
    this.kind = kinds[index] as Kind;
    this.start = starts[index] as number;
    this.end = ends[index] as number;
    this.detail = details[index] as number;
  }

  advance(): void {
    if (this.kind !== Kind.end) this.goTo(this.at + 1);
  }

  skipLine(): void {
    while (!this.lineEnded) this.advance();
  }

  /** Goes on to the first token of the line that starts at `offset` or after it. */
  skipTo(offset: number): void {
    while (!this.lineEnded && this.start < offset) this.advance();
  }

  /** The end of the last token of the current line. */
  lineEnd(): number {
    const { kinds, ends } = this.#buffer;
    let end = this.before;
    for (let index = this.at; kinds[index] !== Kind.newline && kinds[index] !== Kind.end; index++) end = ends[index] as number;
    return end;
  }

  /** What is left of the line, without a comment at its end. */
  restOfLine(): string {
    return this.slice(this.start, this.lineEnd());
  }

  /** Notes that a piece could stand here; costs a comparison when nobody asks. After a fault, nothing else could. */
  expectPiece(piece: PieceName, role: string): void {
    if (this.at === this.#caretToken && !this.explained) this.expected.push({ form: "piece", piece, role });
  }

  expectWord(word: Keyword): void {
    if (this.at === this.#caretToken && !this.explained) this.expected.push({ form: "word", word: spelling(word) });
  }

  expectClause(): void {
    if (this.at === this.#caretToken && !this.explained) this.expected.push({ form: "clause" });
  }

  /** What `read`, begun at token `from`, would have taken at the current token. Reads on a trial: nothing of it remains. */
  expectedHere(from: number, read: () => void): Expectation[] {
    const { at, expected } = this;
    const problems = this.#problems?.length;
    const caretToken = this.#caretToken;
    const faultAt = this.#faultAt;
    this.expected = [];
    this.#caretToken = at;
    this.#faultAt = -1;
    this.goTo(from);
    read();
    const found = this.expected;
    this.expected = expected;
    if (problems === undefined) this.#problems = undefined;
    else if (this.#problems) this.#problems.length = problems;
    this.#caretToken = caretToken;
    this.#faultAt = faultAt;
    this.goTo(at);
    return found;
  }

  report(code: ProblemCode, span: Span, message: string, fixes: readonly ProblemFix[] = none): void {
    this.#problems ??= [];
    this.#problems.push({ code, span, message, fixes });
    this.#faultAt = this.at;
  }

  /** What was found wrong so far. */
  get problems(): readonly Problem[] {
    return this.#problems ?? none;
  }

  /** Says that the fault which shows at the current token was explained by what was reported before it. */
  markExplained(): void {
    this.#faultAt = this.at;
  }

  /** Whether the fault at the current token is explained already. */
  get explained(): boolean {
    return this.#faultAt === this.at;
  }

  /** Reports that the current token is not what should stand here: `what` says what should. */
  reportExpected(what: string, fixes: readonly ProblemFix[] = none): void {
    if (this.explained) return;
    const before = this.beforeSpan;
    const after = before.end > 0 ? ` after “${this.quote(before)}”` : "";
    if (this.lineEnded) {
      const goesOn = this.at > 0 && this.#buffer.kinds[this.at - 1] === Kind.comma ? GOES_ON : "";
      this.report("syntax-error", before, `Unexpected end of the line${after}, expected ${what}.${goesOn}`, fixes);
    } else this.report("syntax-error", this.span, `Unexpected “${this.quote(this.span)}”${after}, expected ${what}.`, fixes);
  }

  /** The text of a span as a message quotes it. */
  quote(span: Span): string {
    return shorten(this.slice(span.start, span.end));
  }

  /** Reports a word outside a closed list, with the nearest one that is in it. */
  reportUnknownWord(span: Span, word: string, what: string, known: readonly string[]): void {
    const [meant] = nearest(word, known);
    const list = known.length <= 3 ? "" : known.length <= 8 ? `: ${listed(known)}` : `, such as ${listed(known.slice(0, 4))}`;
    this.report(
      "unknown-word",
      span,
      `Unexpected “${shorten(word)}”, expected ${what}${meant ? `. Did you mean “${meant}”?` : `${list}.`}`,
      meant ? [replacement(span, meant)] : none,
    );
  }
}

const BRACKET_CLOSE = 93;
const GOES_ON = " To go on with a list on the next line, start that line with the comma.";

/** A text cut to what a message can hold, with what cannot be seen left out. */
export function shorten(text: string): string {
  const seen = text.slice(0, 200).replace(/[\p{Cc}\p{Cf}\s\ufffd]+/gu, " ");
  const points = [...seen];
  return points.length > 40 ? `${points.slice(0, 39).join("")}…` : seen;
}

/** The list without the room that a list takes in advance when it grows: trees are kept, and lists in them are short. */
export const exact = <Entry>(list: readonly Entry[]): readonly Entry[] => (list.length > 1 ? list.slice() : list);

/** `a, b or c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;

/** The fix that puts `text` in place of `span`. */
export const replacement = (span: Span, text: string): ProblemFix => ({
  title: `Change to “${shorten(text)}”`,
  edits: [{ span, text }],
});

/** The fix that adds `text` at `offset`. */
export const insertion = (offset: number, text: string, title = `Add “${text.trim()}”`): ProblemFix => ({
  title,
  edits: [{ span: { start: offset, end: offset }, text }],
});
