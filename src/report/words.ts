/** Words and numbers as a report writes them. */
import { closedVocabularies } from "../core/syntax/vocabulary/closed-words.ts";
import { standingNames } from "../diagram/palette.ts";
import type { RecordClaim, RecordStanding, RecordStrength } from "../records/record.ts";
import type { Inline, Line } from "./report.ts";

/** `1 claim`, `3 claims`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Lines with a sign between them. */
export const joined = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((line, index) => (index === 0 ? [...line] : [between, ...line]));

/** The first lines, and how many more there are. */
export function firstLines(lines: readonly Line[], most: number): readonly Line[] {
  // one more line says no less than the remark that it was left out
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), [`… and ${lines.length - most} more`]];
}

/** How a standing is called where claims are counted: `open gaps`. */
export const standingTitle = (standing: RecordStanding, count: number): string =>
  standing === "open" && count !== 1 ? "open gaps" : standingNames[standing];

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** From the least to the most. */
export const strengthOrder: readonly RecordStrength[] = ["analogy", "functional", "mechanistic", "literal"];

/** How far a work was read, from the least to the most. */
export const readingOrder = ["not-read", "title-only", "secondary", "abstract", "full-text"] as const;
export type Reading = (typeof readingOrder)[number];

const shortReadings: Readonly<Record<Reading, string>> = {
  "full-text": "read in full",
  abstract: "read in its abstract alone",
  secondary: "read about in another document",
  "title-only": "known by its title alone",
  "not-read": "not read",
};

/** The extent that a word of the language names; undefined where it is none, as records of others may hold any word. */
export function readingOf(word: string | undefined): Reading | undefined {
  if (word === undefined) return undefined;
  return readingOrder.find((each) => each === word) ?? readingOrder.find((each) => each.startsWith(`${word}-`));
}

/** `read in its abstract alone, through a review`; how far it was read is not stated where there is no word. */
export function readingWords(read: string | undefined, through: string | undefined): string {
  const reading = readingOf(read);
  const words = reading ? shortReadings[reading] : read === undefined ? "how far it was read is not stated" : `read: ${read}`;
  return through ? `${words} (${through})` : words;
}

/** What an extent of reading means, from the table of the language. */
export const readingHelp = (reading: Reading): string => closedVocabularies.EXTENT.find(({ word }) => word === reading)?.help ?? "";

/** What people call a claim: its id, else how it is written. */
export const calledClaim = ({ id, written }: Pick<RecordClaim, "id" | "written">): string => id ?? oneLine(written);

/** Text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Text that ends as a sentence does. */
export const sentence = (text: string): string => {
  const line = oneLine(text);
  return line === "" || /[.!?…。！？]["”’)]?$/.test(line) ? line : `${line}.`;
};

/** By code unit, which is the same on every machine. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Several inline stretches with commas between them. */
export const commas = (pieces: readonly Inline[]): Line => pieces.flatMap((piece, index) => (index === 0 ? [piece] : [", ", piece]));
