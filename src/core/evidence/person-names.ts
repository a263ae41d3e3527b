/** Names of people as BibTeX writes them. */

import { plainTex } from "./tex-text.ts";

/** A person, or a body whose name is all `family`. */
export interface PersonName {
  /** With what stands before it: `da Costa`, `Van Essen`. */
  readonly family: string;
  /** Empty where there is none. */
  readonly given: string;
}

/** Everyone who is named, and whether the list says that there are more. */
export interface PersonNames {
  readonly names: readonly PersonName[];
  readonly areMore: boolean;
}

/**
 * A list of names in TeX, with `and` between them: `Family, Given`, `von Family, Jr, Given`, `Given von Family`, or a body
 * in braces. `and others` says that there are more.
 */
export function readNames(tex: string): PersonNames {
  const names: PersonName[] = [];
  let areMore = false;
  for (const words of splitAtAnd(wordsOf(tex))) {
    const name = readName(words);
    if (words.length === 1 && words[0]?.text.toLowerCase() === "others") areMore = true;
    else if (name !== undefined) names.push(name);
  }
  return { names, areMore };
}

/** A word outside braces, and whether a comma follows it. */
interface Word {
  readonly text: string;
  readonly endsPart: boolean;
}

/** The words of a text; spaces and commas inside braces part nothing. */
function wordsOf(tex: string): Word[] {
  const words: Word[] = [];
  let depth = 0;
  let start = 0;
  const push = (end: number, endsPart: boolean): void => {
    if (end > start || endsPart) words.push({ text: tex.slice(start, end), endsPart });
    start = end + 1;
  };
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at] as string;
    // an escaped sign is no bracket, and a command keeps the space that ends its name
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}") depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === ",") push(at, true);
    else if (/[\s~]/.test(character) && !endsInAccent(tex, start, at)) push(at, false);
  }
  push(tex.length, false);
  return words;
}

/** Whether a word ends in a command that is still to meet its letter: `Ma\c carico`. */
function endsInAccent(tex: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && /[A-Za-z]/.test(tex[at - 1] as string)) at--;
  return at < end && at > start && tex[at - 1] === "\\";
}

function splitAtAnd(words: readonly Word[]): Word[][] {
  const lists: Word[][] = [[]];
  for (const word of words) {
    if (word.text.toLowerCase() === "and" && !word.endsPart) lists.push([]);
    else lists.at(-1)?.push(word);
  }
  return lists.filter((list) => list.length > 0);
}

function readName(words: readonly Word[]): PersonName | undefined {
  const parts: string[][] = [[]];
  for (const { text, endsPart } of words) {
    if (text !== "") parts.at(-1)?.push(text);
    if (endsPart) parts.push([]);
  }
  const plain = (list: readonly string[] | undefined): string => plainTex((list ?? []).join(" "));
  const first = parts[0] ?? [];
  let family: string;
  let given: string;
  if (parts.length > 1) {
    family = plain(first);
    given = [parts.at(-1), ...parts.slice(1, -1)]
      .map(plain)
      .filter((part) => part !== "")
      .join(", ");
  } else {
    // the family name starts with the first word in lower case, if it is not the last word, which it always has
    const start = first.findIndex((word, index) => index < first.length - 1 && startsLow(word));
    const split = start >= 0 ? start : first.length - 1;
    family = plain(first.slice(split));
    given = plain(first.slice(0, split));
  }
  if (family === "") return given === "" ? undefined : { family: given, given: "" };
  return { family, given };
}

/** Whether a word starts with a small letter, by BibTeX's rule: what is in braces counts only if it is an accent. */
function startsLow(word: string): boolean {
  if (word.startsWith("{") && !word.startsWith("{\\")) return false;
  const letter = plainTex(word).charAt(0);
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

/** `Kevan A. C.` as `K. A. C.`, `Jean-Pierre` as `J.-P.`; a suffix after a comma and names without letters' case stay. */
export function initials(given: string): string {
  const [names = "", ...suffix] = given.split(", ");
  const short = names
    .split(/\s+/)
    .filter((name) => name !== "")
    .map((name) =>
      name
        .split("-")
        .filter((part) => part !== "")
        .map(initial)
        .join("-"),
    )
    .join(" ");
  return [short, ...suffix].filter((part) => part !== "").join(", ");
}

function initial(name: string): string {
  const letter = String.fromCodePoint(name.codePointAt(0) ?? 0);
  return letter.toLowerCase() === letter.toUpperCase() ? name : `${letter}.`;
}
