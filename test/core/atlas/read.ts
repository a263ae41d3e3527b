/**
 * Reads an atlas without the parser, line by line, so that what the files say can be held against the oracle
 * whatever the parser makes of them.
 */
import { readFileSync } from "node:fs";

/** The text of a file of the project, by its path from the project's root. */
export const sharedText = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

export const atlasNames = ["cortex", "transformer"] as const;
export type AtlasName = (typeof atlasNames)[number];

export const atlasText = (atlas: AtlasName): string => sharedText(`src/core/atlas/${atlas}.lamina`);

/** An item of an atlas file: its header and its clauses, each on one line. */
export interface Entry {
  readonly word: string;
  readonly id: string;
  readonly header: string;
  readonly lines: readonly string[];
}

/** A clause as one line: lines that begin with a string or a comma go on with the one before, strings in a row are one. */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (/^[",]/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line}`);
    else lines.push(line);
  }
  return lines.map((line) => line.replaceAll('" "', " "));
}

/** The items of an atlas file in their order: the atlas itself, then its parts. */
export function readEntries(text: string): Entry[] {
  const entries: { word: string; id: string; header: string; lines: string[] }[] = [];
  for (const line of logicalLines(text)) {
    const header = /^(atlas|part) (\S+): /.exec(line);
    if (header) entries.push({ word: header[1] ?? "", id: header[2] ?? "", header: line, lines: [] });
    else entries.at(-1)?.lines.push(line);
  }
  return entries;
}

/** The strings of a line, without their quotes. */
export const stringsOf = (line: string): string[] =>
  [...line.matchAll(/"((?:\\"|[^"])*)"/g)].map((match) => (match[1] ?? "").replaceAll('\\"', '"'));

/** The synonyms of an entry with their language or notation, `en` where none is written. */
export const synonymsOf = (entry: Entry): { readonly name: string; readonly notation: string }[] =>
  entry.lines
    .filter((line) => line.startsWith("also "))
    .flatMap((line) =>
      [...line.matchAll(/"([^"]*)"(?: in (\w+))?/g)].map((match) => ({ name: match[1] ?? "", notation: match[2] ?? "en" })),
    );

/** A name as it is looked up: without regard to case; `-`, `_` and space are the same. */
export const normalise = (name: string): string => name.toLowerCase().replace(/[-_ ]+/g, " ");

/** The keys of a bibliography. */
export const bibliographyKeys = (text: string): Set<string> =>
  new Set([...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map((match) => match[1] ?? ""));

/** The keys that a text cites. */
export const citedKeys = (text: string): string[] => [...text.matchAll(/@([A-Za-z]\w+)/g)].map((match) => match[1] ?? "");
