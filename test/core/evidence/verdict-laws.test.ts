import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap } from "../../../src/core/evidence/verdict-overlap.ts";
import { predictionOf, verdictOn } from "./verdict-fixtures.ts";

const number = fc.integer({ min: -9, max: 9 });
const test = fc.oneof(
  fc.tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">=", "~"), number).map(([comparator, value]) => `${comparator} ${value} ms`),
  fc.tuple(fc.constantFrom("within", "outside"), number, number).map(([word, a, b]) => `${word} ${Math.min(a, b)}..${Math.max(a, b)} ms`),
);
const line = fc.oneof(
  test.map((one) => `"a" ${one}`),
  fc.tuple(test, fc.constantFrom("and", "or"), test).map(([one, word, other]) => `"a" ${one} ${word} "a" ${other}`),
  fc.tuple(test, fc.constantFrom("and", "or"), test).map(([one, word, other]) => `"a" ${one} ${word} "b" ${other}`),
);
const prediction = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 2 }), fc.array(line, { maxLength: 2 }))
  .map(([expects, falsified]) =>
    [...expects.map((each) => `expects ${each}`), ...falsified.map((each) => `falsified if ${each}`)].join("\n"),
  );

const observed = (name: string, low: number, high: number): string => `\nobserved "${name}" within ${low}..${high} ms`;

const settings = { numRuns: 150 };

/** Whether a number passes a test, worked out on its own. */
function passes(value: number, written: string): boolean {
  const [word, first = "", last = ""] = written.replace("..", " ").split(" ");
  const [a, b] = [Number(first), Number(last)];
  switch (word) {
    case "=":
      return value === a;
    case "!=":
      return value !== a;
    case "<":
      return value < a;
    case "<=":
      return value <= a;
    case ">":
      return value > a;
    case ">=":
      return value >= a;
    case "~":
      return Math.abs(value - a) <= Math.abs(a) / 5;
    case "within":
      return value >= a && value <= b;
    default:
      return value < a || value > b;
  }
}

describe("verdicts", () => {
  it("widened observations never turn confirmed into falsified, nor falsified into confirmed", () => {
    fc.assert(
      fc.property(prediction, number, fc.nat(4), fc.nat(4), fc.nat(4), (clauses, low, width, left, right) => {
        const narrow = verdictOn(clauses + observed("a", low, low + width)).verdict;
        const wide = verdictOn(clauses + observed("a", low - left, low + width + right)).verdict;
        if (wide !== "undecided") expect(narrow === wide || narrow === "undecided").toBe(true);
      }),
      settings,
    );
  });

  it("do not depend on the unit, the order of lines, or how often a thing is said", () => {
    fc.assert(
      fc.property(prediction, number, fc.nat(4), (clauses, low, width) => {
        const plain = verdictOn(clauses + observed("a", low, low + width)).verdict;
        expect(verdictOn(`${clauses}\nobserved "a" within ${low * 1000}..${(low + width) * 1000} us`).verdict).toBe(plain);
        expect(verdictOn(`${clauses.split("\n").reverse().join("\n")}${observed("a", low, low + width)}`).verdict).toBe(plain);
        expect(verdictOn(clauses + observed("a", low, low + width) + observed("a", low, low + width)).verdict).toBe(plain);
      }),
      settings,
    );
  });

  it("on single numbers are what the tests say of them", () => {
    fc.assert(
      fc.property(test, test, fc.constantFrom("and", "or"), test, number, (first, second, word, failing, value) => {
        const { verdict } = verdictOn(
          `expects "a" ${first} ${word} "a" ${second}\nfalsified if "a" ${failing}\nobserved "a" = ${value} ms`,
        );
        const [one, other] = [passes(value, first), passes(value, second)];
        const expected = word === "and" ? one && other : one || other;
        const falsified = passes(value, failing);
        expect(verdict).toBe(expected === falsified ? "undecided" : expected ? "confirmed" : "falsified");
      }),
      settings,
    );
  });

  it("are undecided for both only where expectation and falsifier overlap", () => {
    fc.assert(
      fc.property(test, test, number, (expected, failing, value) => {
        const clauses = `expects "a" ${expected}\nfalsified if "a" ${failing}`;
        const { reason } = verdictOn(`${clauses}\nobserved "a" = ${value} ms`);
        const found = overlap(predictionOf(`prediction p: "It is so"\n${clauses}`));
        if (reason.includes("the two overlap")) expect(found).toHaveLength(1);
        if (found.length === 0) expect(passes(value, expected) && passes(value, failing)).toBe(false);
      }),
      settings,
    );
  });
});
