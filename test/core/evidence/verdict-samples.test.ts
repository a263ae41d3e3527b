/** Samples, counts, scopes and shares: what an observation must say of itself before it decides a prediction. */
import { describe, expect, it } from "vitest";
import type { DataResult } from "../../../src/core/data/result.ts";
import { Selection } from "../../../src/core/data/selection.ts";
import { inShort, verdictOn } from "./verdict-fixtures.ts";

/** What a column of these numbers gives. */
function column(numbers: readonly number[], aggregate: "mean" | "count" | undefined): DataResult {
  const selection = new Selection({ column: "gain", where: undefined, aggregate });
  selection.header(["gain"]);
  for (const number of numbers) selection.row([String(number)], () => "row");
  return selection.result(undefined, undefined);
}

const clauses = 'expects "gain" > 1.2\nfalsified if <= 1\nobserved data "g.csv" column gain mean';
const few = (): DataResult => column([1.4, 1.7, 1.3], "mean");
const many = (): DataResult => column([1.4, 1.7, 1.3, 1.5, 1.5, 1.6], "mean");

describe("the sample of an observation", () => {
  it("is the rows that its number was taken of", () => {
    expect(verdictOn(clauses, "", few).observations[0]?.rows).toBe(3);
    const asked = clauses.replace("> 1.2", "> 1.2 with n >= 6");
    expect(verdictOn(asked, "", few)).toMatchObject({ verdict: "undecided", reason: /n = 3, expected n >= 6/ });
    expect(verdictOn(asked, "", many).verdict).toBe("confirmed");
  });

  it("is what the line says where it says it, as of animals and not of cells", () => {
    expect(verdictOn(`${clauses.replace("> 1.2", "> 1.2 with n >= 6")} with n = 2`, "", many)).toMatchObject({
      verdict: "undecided",
      reason: /n = 2, expected n >= 6/,
    });
  });

  it("is held against what “tested by” asks", () => {
    const tested = `${clauses}\ntested by ephys_intracellular in rat S1, slice with n >= 6`;
    expect(verdictOn(tested, "", few)).toMatchObject({ verdict: "undecided", reason: /n = 3, expected n >= 6 by “tested by”/ });
    expect(verdictOn(tested, "", many).verdict).toBe("confirmed");
    expect(verdictOn(tested.replace('data "g.csv" column gain mean', '"gain" = 1.5')).reason).toMatch(/does not say n/);
  });

  it("must meet one of several tests, and none where one of them asks for nothing", () => {
    const two = `${clauses}\ntested by perturbation with n >= 6\ntested by behaviour with n >= 3`;
    expect(verdictOn(two, "", few).verdict).toBe("confirmed");
    expect(verdictOn(`${clauses}\ntested by perturbation with n >= 6\ntested by behaviour`, "", few).verdict).toBe("confirmed");
  });

  it("is asked by a line of its own in place of the test", () => {
    const own = `${clauses.replace("> 1.2", "> 1.2 with n >= 3").replace("<= 1", "<= 1 with n >= 3")}\ntested by behaviour with n >= 6`;
    expect(verdictOn(own, "", few).verdict).toBe("confirmed");
  });

  it("does not keep one counterexample from refuting a theorem", () => {
    const theorem = 'expects "effect" = 0 ± 0.1\nfalsified by counterexample\ntested by simulation with n >= 6\nobserved "effect" = 3';
    expect(verdictOn(theorem).verdict).toBe("falsified");
  });

  it("may be asked for as an interval by “tested by”", () => {
    const tested = 'expects "a" within 10..15 %\nfalsified if outside 10..15 %\ntested by behaviour with ci 95 %\nobserved "a" = 20 %';
    expect(verdictOn(tested)).toMatchObject({ verdict: "undecided", reason: /95 % interval, which is not given/ });
    expect(verdictOn(`${tested} with ci 95 %`).verdict).toBe("falsified");
  });
});

describe("a count of rows", () => {
  const counted = (expected: string): readonly string[] =>
    inShort(verdictOn(`expects ${expected}\nobserved data "g.csv" column gain count`, "", () => column([1.4, 1.7, 1.3], "count")));

  it("is compared with nothing but a number of things", () => {
    expect(counted('"gain" > 1.2')).toEqual(["untested", "a count of rows, expected “gain”, which is not said to be a number of things"]);
    expect(counted('"number of cells" > 1.2')).toEqual(["confirmed", "expected"]);
    expect(counted('"bursting" > 2 cells')).toEqual(["confirmed", "expected"]);
    expect(counted('"count of cells" > 2')).toEqual(["confirmed", "expected"]);
    expect(counted('"cells that burst" > 2 count')).toEqual(["confirmed", "expected"]);
  });
});

describe("another scope", () => {
  it("is named where it keeps an observation from one of the lines", () => {
    const verdict = verdictOn(
      'expects "latency" within 3..7 ms in rat S1\nfalsified if > 20 ms\nobserved "latency" = 5 ms in mouse V1 from [@larkum1999new]',
    );
    expect(verdict.reason).toMatch(/nothing bears on "latency" within 3\.\.7 ms \(another scope: mouse V1, expected rat S1\)/);
    expect(verdict.criteria[0]?.reason).toBe("another scope: mouse V1, expected rat S1");
  });
});

describe("a plain number between 0 and 1", () => {
  it.each([
    ['"burst probability" of "trials" > 60 %', '"burst probability" = 0.7', "confirmed", "0.7 is read as 70 %"],
    ['"probability of a burst" > 60 %', '"probability of a burst" = 0.5', "undecided", "0.5 is read as 50 %"],
    ['"share" > 60 %', '"share" within 0.7..0.8', "confirmed", "0.7..0.8 is read as 70..80 %"],
    ['"gain" > 60 %', '"gain" = 0.7', "untested", undefined],
    ['"share" < 0.5 %', '"share" = 0.7', "untested", undefined],
    ['"share" > 60 %', '"share" = 1', "untested", undefined],
    ['"share" > 60 %', '"share" = 70 %', "confirmed", undefined],
  ])("of %s, observed as %s: %s", (expected, observed, verdict, reading) => {
    const found = verdictOn(`expects ${expected}\nobserved ${observed}`);
    expect([found.verdict, found.observations[0]?.reading]).toEqual([verdict, reading]);
  });
});
