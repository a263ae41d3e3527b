/**
 * Why something is silenced, and at its end in brackets who answers for it and until when:
 *
 *     the lesion study is under review (owner: @ada, until: 2026-12-31)
 *
 * Nothing here knows what day it is: a door says so.
 */
import type { Span } from "./text.ts";

export interface Reason {
  /** Without the brackets; empty where nothing is said. */
  readonly text: string;
  readonly owner?: string;
  /** A day, as written. It holds through that day. */
  readonly until?: string;
  /** The brackets, within the text that was read. */
  readonly tail?: Span;
}

const words = ["owner", "until"] as const;

/** Reads what stands after the two dashes. Brackets that say anything else are part of the reason. */
export function readReason(written: string): Reason {
  const end = written.trimEnd().length;
  const open = written.lastIndexOf("(", end);
  const said = open >= 0 && written[end - 1] === ")" ? readTail(written.slice(open + 1, end - 1)) : undefined;
  if (!said) return { text: written.trim() };
  return { text: written.slice(0, open).trim(), ...said, tail: { start: open, end } };
}

function readTail(inside: string): Pick<Reason, "owner" | "until"> | undefined {
  const said: { owner?: string; until?: string } = {};
  for (const part of inside.split(",")) {
    const colon = part.indexOf(":");
    const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const word = words.find((each) => each === name);
    const value = part.slice(colon + 1).trim();
    if (!word || value === "" || said[word] !== undefined) return undefined;
    said[word] = value;
  }
  return said;
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar, written `2026-12-31`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const length = month === "02" && !isLeap ? 28 : (monthLengths[Number(month) - 1] ?? 0);
  return Number(day) >= 1 && Number(day) <= length;
}

/**
 * Whether a suppression that holds until a day is over.
 *
 * @param until a day, which counts in; what is no day never ends, and is found as such
 * @param today the day that it is, `2026-12-31`; where nobody knows, nothing is over
 */
export const expired = (until: string | undefined, today: string | undefined): boolean =>
  until !== undefined && today !== undefined && isDay(until) && isDay(today) && until < today;
