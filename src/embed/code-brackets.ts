/**
 * What brackets and the character before a sign tell of a place in a program: whether a slash opens a regular
 * expression or divides, whether `<` opens an element of JSX, whether a string stands where a statement does.
 */

import { lazily } from "../core/lazily.ts";
import { isLineBreak } from "../core/text.ts";
import { type ElementPlace, opensElement, readElement } from "./code-jsx.ts";
import type { CodeLanguage } from "./code-languages.ts";
import { lineEndAt } from "./lines.ts";

/** A bracket that is open. */
interface Bracket {
  readonly sign: string;
  readonly at: number;
  /** Of a round one: whether a statement may follow its end, as after `if (…)`. */
  readonly isHead?: boolean;
  /** Of a brace in an element: where the element goes on behind it. */
  readonly element?: ElementPlace;
}

const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Words behind which a value comes, so that a slash opens a regular expression. */
const beforeValue = /^(?:return|typeof|case|in|of|do|else|void|delete|instanceof|new|throw|yield|await|default)$/;
const headWord = /^(?:if|while|for|with)$/;
const identifier = lazily(() => /[\p{L}\p{N}_$]/u);
/** The longest of these words. */
const longestWord = 10;

export class CodeBrackets {
  readonly #text: string;
  readonly #hasSlashes: boolean;
  readonly #hasElements: boolean;
  readonly #stack: Bracket[] = [];
  /** Offset of the last character that is neither blank nor within a comment; -1 if there is none. */
  #last = -1;
  /** Whether the last character, if it is a bracket or ends a string, ends a value. */
  #afterValue = false;
  /** Slashes before this offset open no regular expression: one that did would not close on its line. */
  #noneBefore = 0;
  /** Up to here no definition was found within open brackets. */
  #searched = 0;

  constructor(text: string, language: CodeLanguage) {
    this.#text = text;
    this.#hasSlashes = language.habits.includes("slashes");
    this.#hasElements = language.habits.includes("jsx");
  }

  /** Notes the code between two places at which something is read. */
  passOver(start: number, end: number): void {
    const last = this.#beforeBlanks(end - 1, start);
    if (last >= start) this.#note(last, false);
  }

  /** Notes a string or a regular expression that ends at `end`. */
  passValue(end: number): void {
    this.#note(end - 1, true);
  }

  /** Notes that code opens within a string, with a sign that ends at `end`. */
  openCode(end: number): void {
    this.#note(end - 1, false);
  }

  /** Reads the sign at `at`, which opens no comment and no string; gives the offset to go on from, behind what is no code. */
  read(at: number): number {
    const character = this.#text[at] as string;
    if (this.#hasSlashes && character === "/") return this.#slash(at);
    if (this.#hasElements && character === "<" && !this.#endsValue() && opensElement(this.#text, at)) {
      return this.#element(at + 1, { depth: 0, inTag: true });
    }
    if (character === "(" || character === "[" || character === "{") {
      const isHead = this.#hasSlashes && character === "(" && headWord.test(this.#lastWord());
      this.#stack.push({ sign: character, at, isHead });
      this.#note(at, false);
    } else if (pairs[character]) return this.#close(character, at);
    else this.#note(at, false);
    return at + 1;
  }

  /**
   * Whether a string of Python that starts at `start` stands where a docstring does: first of all, or behind a colon
   * and in no bracket.
   */
  isDocumentationAt(start: number): boolean {
    const hasPrefix = this.#last === start - 1 && /[rRuU]/.test(this.#text[this.#last] ?? "");
    const last = hasPrefix ? this.#beforeBlanks(this.#last - 1, 0) : this.#last;
    if (last < 0) return true;
    return this.#text[last] === ":" && (this.#stack.length === 0 || this.#leavesBrackets(start));
  }

  /** Leaves brackets that someone has not closed yet, if a definition opens a line within them. */
  #leavesBrackets(end: number): boolean {
    const from = Math.max((this.#stack[0] as Bracket).at, this.#searched);
    this.#searched = end;
    if (!/[\n\r][ \t]*(?:async |def |class )/.test(this.#text.slice(from, end))) return false;
    this.#stack.length = 0;
    return true;
  }

  /** The last offset from `offset` down to `start` at which no blank stands; less than `start` if there is none. */
  #beforeBlanks(offset: number, start: number): number {
    let at = offset;
    while (at >= start && isSpace(this.#text.charCodeAt(at))) at--;
    return at;
  }

  #note(at: number, isValue: boolean): void {
    this.#last = at;
    this.#afterValue = isValue;
  }

  #close(character: string, at: number): number {
    const top = this.#stack.at(-1);
    // a bracket that fits nothing is being typed
    if (top?.sign === pairs[character]) this.#stack.pop();
    this.#note(at, character !== "}" && !(top?.isHead ?? false));
    return top?.element && character === "}" ? this.#element(at + 1, top.element) : at + 1;
  }

  /** Reads an element up to its end, or to code within it. */
  #element(at: number, place: ElementPlace): number {
    const { end, code } = readElement(this.#text, at, place);
    if (code) this.#stack.push({ sign: "{", at: end - 1, element: code });
    if (end > 0) this.#note(end - 1, code === undefined);
    return end;
  }

  #slash(at: number): number {
    const end = at >= this.#noneBefore && !this.#endsValue() ? this.#expressionEnd(at) : undefined;
    this.#note((end ?? at + 1) - 1, end !== undefined);
    return end ?? at + 1;
  }

  /** Whether the last character ends a value, behind which a slash divides and `<` compares. */
  #endsValue(): boolean {
    const last = this.#text[this.#last];
    if (last === undefined) return false;
    if (this.#afterValue) return true;
    const before = this.#text[this.#last - 1] ?? "";
    if (last === "+" || last === "-") return before === last;
    // TypeScript's sign for a value that is there
    if (last === "!") return /[\w$)\]]/.test(before);
    return identifier().test(last) && !beforeValue.test(this.#lastWord());
  }

  /** The word that ends with the last character; empty if a point stands before it. */
  #lastWord(): string {
    let start = this.#last + 1;
    while (start > 0 && this.#last - start < longestWord && identifier().test(this.#text[start - 1] as string)) start--;
    return this.#text[start - 1] === "." ? "" : this.#text.slice(start, this.#last + 1);
  }

  /** The end of a regular expression with its flags; undefined if none closes on the line. */
  #expressionEnd(start: number): number | undefined {
    let inClass = false;
    for (let at = start + 1; at < this.#text.length && !isLineBreak(this.#text.charCodeAt(at)); at++) {
      const character = this.#text[at];
      if (character === "\\") at++;
      else if (character === "[") inClass = true;
      else if (character === "]") inClass = false;
      else if (character === "/" && !inClass) return at + 1;
    }
    this.#noneBefore = lineEndAt(this.#text, start);
    return undefined;
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
