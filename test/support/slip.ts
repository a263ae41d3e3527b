/** Tests of slips: a line that is wrong in one way, what is said of it, and the line that a fix makes of it. */
import { expect } from "vitest";
import { Document } from "../../src/core/syntax/document.ts";
import type { Problem } from "../../src/core/syntax/tree.ts";
import { applyEdits } from "../../src/core/text.ts";
import { problemsOf } from "./check.ts";

/** A line, what is marked in it, how the message goes, and the line as a fix leaves it: the first one, or the one at `fix`. */
export interface Slip {
  readonly line: string;
  readonly marked: string;
  readonly message: string | RegExp;
  readonly fixed?: string;
  readonly fix?: number;
}

/** Checks that a line has one problem, at its place, and that a fix of it gives a line without any. */
export function checkSlip(before: string, { line, marked, message, fixed, fix = 0 }: Slip, after = ""): void {
  const text = `${before}${line}${after}`;
  const problems = problemsOf(Document.parse(text));
  expect(problems.map((each) => text.slice(each.span.start, each.span.end))).toEqual([marked]);
  const problem = problems[0] as Problem;
  if (typeof message === "string") expect(problem.message).toBe(message);
  else expect(problem.message).toMatch(message);
  if (fixed === undefined) expect(problem.fixes.filter((each) => each.title !== "Remove it")).toEqual([]);
  else {
    const mended = applyEdits(text, problem.fixes[fix]?.edits ?? []);
    expect(mended).toBe(`${before}${fixed}${after}`);
    expect(problemsOf(Document.parse(mended))).toEqual([]);
  }
}

/** The same for a line in an item. */
export const inItem =
  (header: string) =>
  (slip: Slip): void =>
    checkSlip(`${header}\n  `, slip, "\n");

/** Slips with their lines for names. */
export const named = (slips: readonly Slip[]): (readonly [string, Slip])[] => slips.map((slip) => [slip.line, slip] as const);
