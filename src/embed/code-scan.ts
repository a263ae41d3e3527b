/**
 * Finds the comments and strings of a program, by the table of its language. It reads no grammar: it goes from one sign
 * that may open a comment or a string to the next, in one pass, and never goes back.
 */

import { isLineBreak } from "../core/text.ts";
import { CodeBrackets } from "./code-brackets.ts";
import type { BlockComment, CodeLanguage, StringForm } from "./code-languages.ts";
import { digitSeparator, rawString, transposes } from "./code-signs.ts";
import { scanYaml } from "./code-yaml.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

/** A comment or a string of a program. */
export interface CodePiece {
  /** `skipped` is a comment that never holds Lamina: what follows MATLAB's `...`, the text of JSX, a regular expression. */
  readonly kind: "line" | "block" | "string" | "skipped";
  readonly start: number;
  readonly end: number;
  /** What stands between its signs. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Only of a string: whether it may be a docstring, which stands where a statement does, right after a colon or first of all. */
  readonly isDocumentation?: boolean;
}

/** The comments and strings of a program, in order. What is not closed ends with the text, or with its line. */
export function scanCode(text: string, language: CodeLanguage): CodePiece[] {
  return language.id === "yaml" ? scanYaml(text) : new CodeScan(text, language).pieces;
}

/** A string that holds code, from which the scan comes back to it. */
interface OpenString {
  readonly form: StringForm;
  /** Brackets that are open in the code within. */
  depth: number;
}

/** Characters at which something may open, by language. */
const signs = new WeakMap<CodeLanguage, RegExp>();

function signsOf(language: CodeLanguage): RegExp {
  let known = signs.get(language);
  if (known === undefined) {
    const openings = [
      ...language.lineComments,
      ...language.blockComments.map(({ open }) => open),
      ...language.strings.map(({ open }) => open),
    ];
    let brackets = language.strings.some(({ code }) => code) || language.id === "python" ? "()[]{}" : "";
    if (language.habits.includes("slashes")) brackets = "()[]{}";
    if (language.habits.includes("jsx")) brackets += "<";
    const characters = new Set([...openings.map((open) => open[0] as string), ...brackets]);
    known = new RegExp(`[${[...characters].map((character) => `\\${character}`).join("")}]`, "g");
    signs.set(language, known);
  }
  return known;
}

class CodeScan {
  readonly pieces: CodePiece[] = [];
  readonly #text: string;
  readonly #language: CodeLanguage;
  readonly #open: OpenString[] = [];
  readonly #brackets: CodeBrackets;

  constructor(text: string, language: CodeLanguage) {
    this.#text = text;
    this.#language = language;
    this.#brackets = new CodeBrackets(text, language);
    this.#scan();
  }

  #scan(): void {
    const sign = signsOf(this.#language);
    for (let at = this.#firstLine(); ; ) {
      sign.lastIndex = at;
      const hit = sign.exec(this.#text)?.index;
      if (hit === undefined) break;
      this.#brackets.passOver(at, hit);
      at = this.#read(hit);
    }
  }

  /** A line that says which program reads the file is a comment in no grammar of ours. */
  #firstLine(): number {
    return this.#text.startsWith("#!") && this.#language.lineComments[0] !== "#" ? lineEndAt(this.#text, 0) : 0;
  }

  /** Reads what opens at `at`; gives the offset to go on from. */
  #read(at: number): number {
    const text = this.#text;
    const { blockComments, lineComments, strings, habits } = this.#language;
    const character = text[at] as string;
    const opened = this.#open.at(-1);
    if (opened?.form.code) {
      if (character === opened.form.code.bracket) opened.depth++;
      else if (character === opened.form.code.close && opened.depth-- === 0) {
        this.#open.pop();
        return this.#string(at, at + 1, opened.form);
      }
    }
    for (const form of blockComments) if (text.startsWith(form.open, at) && opensBlock(text, at, form)) return this.#block(at, form);
    for (const open of lineComments) if (text.startsWith(open, at)) return this.#line(at, open);
    const isQuote = character === '"' || character === "'";
    if (isQuote && habits.length > 0) {
      const raw = rawString(text, at, habits);
      if (raw) return this.#add({ kind: "string", start: at, end: raw.end, innerStart: raw.innerStart, innerEnd: raw.innerEnd });
      if (habits.includes("transpose") && character === "'" && transposes(text, at)) return at + 1;
      if (habits.includes("c") && character === "'" && digitSeparator(text, at)) return at + 1;
      if (habits.includes("rust") && character === "'" && isLifetime(text, at)) return at + 1;
    }
    for (const form of strings) {
      if (text.startsWith(form.open, at))
        return this.#string(at, at + form.open.length, isPlain(text, at, form) ? withoutCode(form) : form);
    }
    const skipped = this.#brackets.read(at);
    if (skipped > at + 1) this.pieces.push({ kind: "skipped", start: at, end: skipped, innerStart: at, innerEnd: skipped });
    return skipped;
  }

  #add(piece: CodePiece): number {
    this.pieces.push(piece);
    if (piece.kind === "string") this.#brackets.passValue(piece.end);
    return piece.end;
  }

  #line(at: number, open: string): number {
    let end = lineEndAt(this.#text, at);
    if (this.#language.habits.includes("c")) {
      while (this.#text[end - 1] === "\\" && end < this.#text.length) end = lineEndAt(this.#text, afterLineBreak(this.#text, end));
    }
    return this.#add({ kind: open === "..." ? "skipped" : "line", start: at, end, innerStart: at + open.length, innerEnd: end });
  }

  #block(at: number, form: BlockComment): number {
    const text = this.#text;
    const innerStart = at + form.open.length;
    let depth = 1;
    let from = innerStart;
    const signs = form.nests ? nestingSigns(form) : undefined;
    while (depth > 0) {
      let found: number;
      if (signs) {
        signs.lastIndex = from;
        found = signs.exec(text)?.index ?? -1;
      } else found = text.indexOf(form.close, from);
      if (found < 0) return this.#add({ kind: "block", start: at, end: text.length, innerStart, innerEnd: text.length });
      const closes = text.startsWith(form.close, found);
      from = found + (closes ? form.close : form.open).length;
      if (form.ownLines && !standsAlone(text, found, from)) continue;
      depth += closes ? -1 : 1;
    }
    return this.#add({ kind: "block", start: at, end: from, innerStart, innerEnd: from - form.close.length });
  }

  /** Reads a string, or the rest of one behind code within it, from `innerStart` on. */
  #string(start: number, innerStart: number, form: StringForm): number {
    const text = this.#text;
    const isDocumentation = this.#language.id === "python" && form.multiline && this.#brackets.isDocumentationAt(start);
    const stops = stopsOf(form);
    for (let at = innerStart; ; ) {
      stops.lastIndex = at;
      const found = stops.exec(text)?.index;
      if (found === undefined) return this.#add({ kind: "string", start, end: text.length, innerStart, innerEnd: text.length });
      const character = text[found] as string;
      if (character === "\\" && form.escape === "backslash") {
        // a backslash takes the line break with it, of which CRLF is one
        at = text[found + 1] === "\r" ? afterLineBreak(text, found + 1) : found + 2;
      } else if (form.code && text.startsWith(form.code.open, found)) {
        this.#open.push({ form, depth: 0 });
        const end = found + form.code.open.length;
        this.pieces.push({ kind: "string", start, end, innerStart, innerEnd: found });
        this.#brackets.openCode(end);
        return end;
      } else if (text.startsWith(form.close, found)) {
        const end = found + form.close.length;
        if (form.escape === "doubled" && text.startsWith(form.close, end)) at = end + form.close.length;
        else return this.#add({ kind: "string", start, end, innerStart, innerEnd: found, ...(isDocumentation ? { isDocumentation } : {}) });
      } else if (!form.multiline && isLineBreak(text.charCodeAt(found))) {
        return this.#add({ kind: "string", start, end: found, innerStart, innerEnd: found });
      } else at = found + 1;
    }
  }
}

const stops = new WeakMap<StringForm, RegExp>();

/** Characters within a string at which something may happen. */
function stopsOf(form: StringForm): RegExp {
  let known = stops.get(form);
  if (known === undefined) {
    known = new RegExp(`[\\${form.close[0]}\\\\${form.code ? "$" : ""}${form.multiline ? "" : "\\n\\r"}]`, "g");
    stops.set(form, known);
  }
  return known;
}

const nesting = new WeakMap<BlockComment, RegExp>();

function nestingSigns(form: BlockComment): RegExp {
  let known = nesting.get(form);
  if (known === undefined) {
    const literal = (sign: string): string => [...sign].map((character) => `\\${character}`).join("");
    known = new RegExp(`${literal(form.open)}|${literal(form.close)}`, "g");
    nesting.set(form, known);
  }
  return known;
}

const codeless = new WeakMap<StringForm, StringForm>();

function withoutCode(form: StringForm): StringForm {
  let known = codeless.get(form);
  if (known === undefined) {
    const { code: _, ...rest } = form;
    known = rest;
    codeless.set(form, known);
  }
  return known;
}

/** Whether a word stands right before a string of Julia, which then holds no code: `raw"$(x)"`. */
const isPlain = (text: string, at: number, form: StringForm): boolean => form.code?.open === "$(" && /\w/.test(text[at - 1] ?? "");

const opensBlock = (text: string, at: number, form: BlockComment): boolean =>
  !form.ownLines || standsAlone(text, at, at + form.open.length);

/** Whether nothing but blanks stands beside a sign on its line. */
function standsAlone(text: string, start: number, end: number): boolean {
  let before = start;
  while (isBlank(text.charCodeAt(before - 1))) before--;
  let after = end;
  while (isBlank(text.charCodeAt(after))) after++;
  return (before === 0 || isLineBreak(text.charCodeAt(before - 1))) && (after >= text.length || isLineBreak(text.charCodeAt(after)));
}

/** Whether a quote of Rust opens a lifetime: a name that no quote follows. */
function isLifetime(text: string, at: number): boolean {
  const first = text.codePointAt(at + 1) ?? 0;
  const width = first > 0xffff ? 2 : 1;
  return first !== 92 && text[at + 1 + width] !== "'";
}
