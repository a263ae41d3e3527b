/** What signs mean in some languages by what stands before them: raw strings, transposes, digit separators. */

import { lazily } from "../core/lazily.ts";
import type { CodeHabit } from "./code-languages.ts";

const wordCharacter = lazily(() => /[\p{L}\p{N}_]/u);

/** A raw delimiter of C++ has at most this many characters. */
const longestDelimiter = 16;

export interface RawString {
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

/**
 * The raw string whose quote stands at `at`, by the letter (and in Rust the hashes) before it: `r#"…"#` in Rust,
 * `R"x(…)x"` in C++, `r"---(…)---"` in R. `undefined` if none opens here.
 */
export function rawString(text: string, at: number, habits: readonly CodeHabit[]): RawString | undefined {
  if (habits.includes("rust") && text[at] === '"') return rustRaw(text, at);
  if (habits.includes("c") && text[at] === '"' && text[at - 1] === "R" && isPrefix(text, at - 1, /^(?:u8|[uUL])$/)) return cppRaw(text, at);
  if (habits.includes("r") && /[rR]/.test(text[at - 1] ?? "") && isPrefix(text, at - 1, /^$/)) return rRaw(text, at);
  return undefined;
}

function rustRaw(text: string, at: number): RawString | undefined {
  let before = at;
  while (text[before - 1] === "#") before--;
  if (text[before - 1] !== "r" || !isPrefix(text, before - 1, /^[bc]$/)) return undefined;
  return upTo(text, at + 1, `"${text.slice(before, at)}`);
}

function cppRaw(text: string, at: number): RawString | undefined {
  const open = text.slice(at + 1, at + 2 + longestDelimiter).indexOf("(");
  const delimiter = text.slice(at + 1, at + 1 + open);
  if (open < 0 || /[\s\\)"]/.test(delimiter)) return undefined;
  return upTo(text, at + 2 + open, `)${delimiter}"`);
}

function rRaw(text: string, at: number): RawString | undefined {
  let open = at + 1;
  while (text[open] === "-") open++;
  const close = { "(": ")", "[": "]", "{": "}" }[text[open] ?? ""];
  return close === undefined ? undefined : upTo(text, open + 1, `${close}${text.slice(at + 1, open)}${text[at]}`);
}

function upTo(text: string, innerStart: number, close: string): RawString {
  const found = text.indexOf(close, innerStart);
  return found < 0 ? { innerStart, innerEnd: text.length, end: text.length } : { innerStart, innerEnd: found, end: found + close.length };
}

/** Whether the word that ends before `at` is nothing, or a prefix that may stand there. */
function isPrefix(text: string, at: number, allowed: RegExp): boolean {
  let start = at;
  while (start > 0 && at - start < 3 && wordCharacter().test(text[start - 1] as string)) start--;
  return start === at || allowed.test(text.slice(start, at));
}

/** Whether a quote transposes the value right before it, as in Julia and MATLAB. */
export function transposes(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  return wordCharacter().test(before) || /[)\]}'.]/.test(before) || isLowSurrogate(before);
}

const isLowSurrogate = (character: string): boolean => /[\uDC00-\uDFFF]/.test(character);

/** Whether a quote of C++ parts the digits of a number: `1'000'000`. */
export function digitSeparator(text: string, at: number): boolean {
  // the longest prefix of a character is two letters, u8; whatever is longer, or opens with a digit, is a number
  let start = at;
  while (start > 0 && at - start < 4 && /[0-9A-Za-z_']/.test(text[start - 1] as string)) start--;
  return (
    start < at &&
    !/^(?:u8|[uUL])$/.test(text.slice(start, at)) &&
    /[0-9a-fA-F]/.test(text[at - 1] as string) &&
    /[0-9a-fA-F]/.test(text[at + 1] ?? "")
  );
}
