/**
 * A tolerant scanner of CSL-JSON that keeps offsets: a list of items, an object with such a list in it, or one item.
 * It finds items, their ids and the spans of their members, and decodes nothing else. Never throws, takes linear time.
 */

import { isLineBreak } from "../text.ts";
import type { BibliographyProblem, ScannedEntry } from "./bibtex.ts";
import type { PersonName, PersonNames } from "./person-names.ts";

/** Scans CSL-JSON; `fields` of an entry are its members, names without their quotes and values as written. */
export function scanCsl(text: string): { entries: readonly ScannedEntry[]; problems: readonly BibliographyProblem[] } {
  const scanner = new CslScanner(text);
  scanner.scan();
  return scanner;
}

/** The text of a value: strings without markup, numbers, what is in lists joined by commas; empty for all else. */
export function cslText(json: string): string {
  return textOf(parse(json));
}

/** The year of a CSL date, from its parts or from what is written out; empty if there is none. */
export function cslYear(json: string): string {
  const date = parse(json);
  if (!isObject(date)) return /\d{4}/.exec(textOf(date))?.[0] ?? "";
  const { "date-parts": parts, raw, literal } = date;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const year = Array.isArray(first) ? textOf(first[0]) : "";
  return year !== "" ? year : (/\d{4}/.exec(`${textOf(raw)} ${textOf(literal)}`)?.[0] ?? "");
}

/** The names of a CSL list of names. */
export function cslNames(json: string): PersonNames {
  const list = parse(json);
  const names: PersonName[] = [];
  for (const entry of Array.isArray(list) ? list : []) {
    if (!isObject(entry)) continue;
    const part = (name: string): string => textOf(entry[name]);
    const family = joined(" ", part("dropping-particle"), part("non-dropping-particle"), part("family"));
    const given = joined(", ", part("given"), part("suffix"));
    const name = family !== "" ? { family, given } : { family: joined(" ", part("literal"), given), given: "" };
    if (name.family !== "") names.push(name);
  }
  return { names, areMore: false };
}

const joined = (by: string, ...parts: readonly string[]): string => parts.filter((part) => part !== "").join(by);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // a string that is not closed, or has a sign in it that JSON does not allow, still has a text
    return json.startsWith('"') ? json.replace(/^"|"$/g, "") : undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (typeof value === "string") return withoutMarkup(value).replace(/\s+/g, " ").trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    return value
      .filter((item) => typeof item === "string" || typeof item === "number")
      .map(textOf)
      .join(", ");
  }
  return "";
}

/** Without the few tags that CSL knows: italics, bold, small capitals, sub- and superscript. */
const withoutMarkup = (text: string): string => text.replace(/<\/?(?:i|b|sc|sub|sup|span)(?:\s[^<>]{0,80})?>/gi, "");

class CslScanner {
  readonly entries: ScannedEntry[] = [];
  readonly problems: BibliographyProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): void {
    const start = this.#skip(0);
    const opening = this.#text[start];
    if (opening === "[") this.#list(start);
    else if (opening === "{") this.#item(start, true);
    else if (start < this.#text.length) this.#problem(start, start + 1, 'Expected a list of references in CSL-JSON: “[ { "id": … } ]”.');
  }

  /** A list of items; gives the offset after it. */
  #list(open: number): number {
    let at = open + 1;
    while (true) {
      at = this.#skip(at);
      if (at >= this.#text.length) {
        this.#problem(open, open + 1, "This list is never closed.");
        return at;
      }
      const character = this.#text[at];
      if (character === "]") return at + 1;
      at = character === "{" ? this.#item(at, false) : character === "," ? at + 1 : Math.max(this.#skipValue(at), at + 1);
    }
  }

  /** An item, or, at the top, an object around a list of them; gives the offset after it. */
  #item(start: number, isTop: boolean): number {
    const text = this.#text;
    const fields: number[] = [];
    let hasList = false;
    let end = start + 1;
    while (true) {
      end = this.#skip(end);
      const character = text[end];
      if (character === undefined || character === "]") {
        this.#problem(start, start + 1, "This item is never closed.");
        break;
      }
      if (character === "}") {
        end++;
        break;
      }
      if (character !== '"') {
        if (character !== ",") this.#problem(end, end + 1, "Expected the name of a member, in double quotes.");
        end = character === "," ? end + 1 : Math.max(this.#skipValue(end), end + 1);
        continue;
      }
      const nameEnd = this.#skipString(end);
      const colon = this.#skip(nameEnd);
      if (text[colon] !== ":") {
        this.#problem(end, nameEnd, "Expected a colon and a value after this name.");
        end = nameEnd;
        continue;
      }
      const valueStart = this.#skip(colon + 1);
      const isList = isTop && this.#isListOfItems(text.slice(end, nameEnd), valueStart);
      const valueEnd = isList ? this.#list(valueStart) : this.#skipValue(valueStart);
      hasList ||= isList;
      fields.push(end + 1 - start, Math.max(end + 1, nameEnd - 1) - start, valueStart - start, valueEnd - start);
      end = valueEnd;
    }
    if (!hasList) this.#entry(start, end, fields);
    return end;
  }

  #isListOfItems(name: string, valueStart: number): boolean {
    if ((name !== '"items"' && name !== '"references"') || this.#text[valueStart] !== "[") return false;
    const first = this.#text[this.#skip(valueStart + 1)];
    return first === "{" || first === "]";
  }

  #entry(start: number, end: number, fields: readonly number[]): void {
    let type = "";
    let key = "";
    let keyStart = start;
    for (let index = 0; index < fields.length; index += 4) {
      const name = this.#text.slice(start + (fields[index] as number), start + (fields[index + 1] as number));
      if (name !== "id" && name !== "type") continue;
      const valueStart = start + (fields[index + 2] as number);
      const value = cslText(this.#text.slice(valueStart, start + (fields[index + 3] as number)));
      if (name === "type") type = value.toLowerCase();
      else {
        key = value;
        keyStart = this.#text[valueStart] === '"' ? valueStart + 1 : valueStart;
      }
    }
    if (key === "") this.#problem(start, start + 1, "This item has no “id” by which it could be cited.");
    else this.entries.push({ type, key, start, end, keyStart, fields });
  }

  /** The offset after a value of any kind; `start` where none stands. */
  #skipValue(start: number): number {
    const text = this.#text;
    let depth = 0;
    let at = start;
    while (at < text.length) {
      const character = text[at] as string;
      if (character === '"') at = this.#skipString(at);
      else if (character === "{" || character === "[") {
        depth++;
        at++;
      } else if (character === "}" || character === "]") {
        if (depth === 0) return at;
        depth--;
        at++;
      } else if (depth > 0) {
        at++;
        continue;
      } else {
        // a number or a word
        while (at < text.length && !/[\s,:"[\]{}]/.test(text[at] as string)) at++;
        return at;
      }
      if (depth === 0) return at;
    }
    return at;
  }

  /** The offset after a string; one that is not closed ends with its line. */
  #skipString(start: number): number {
    const text = this.#text;
    let at = start + 1;
    for (; at < text.length && !isLineBreak(text.charCodeAt(at)); at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === '"') return at + 1;
    }
    this.#problem(start, Math.min(at, text.length), "This quotation mark is never closed.");
    return Math.min(at, text.length);
  }

  /** The next character that is no space and no byte order mark. */
  #skip(start: number): number {
    let at = start;
    for (; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code > 32 && code !== 0xfeff && code !== 0xa0) break;
    }
    return at;
  }

  #problem(start: number, end: number, message: string): void {
    this.problems.push({ span: { start, end }, message });
  }
}
