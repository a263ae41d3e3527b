import { describe, expect, it } from "vitest";
import { type DataResult, failed } from "../../../src/core/data/result.ts";
import { between, point, union } from "../../../src/core/evidence/quantity-region.ts";
import { verdictOn } from "./verdict-fixtures.ts";

const range = `expects "share" of "all synapses" within 10..15 %\nfalsified if "share" outside 10..15 %`;

describe("a counterexample", () => {
  const zero = 'expects "effect" = 0 ± 0.1\nfalsified by counterexample\nobserved "effect"';

  it("refutes by itself, whatever else was observed", () => {
    expect(verdictOn(`${zero} = 0.05`).verdict).toBe("confirmed");
    expect(verdictOn(`${zero} = 0.05\nobserved "effect" = 3`)).toMatchObject({ verdict: "falsified", reason: /counterexample/ });
    expect(verdictOn(`${zero} = 0.1 ± 0.1`).verdict).toBe("undecided");
  });

  it("may be one value of a column", () => {
    const column: DataResult = {
      ...failed({ code: "no-column", message: "", about: "file" }),
      values: union(point(0.02), point(2)),
      problems: [],
      n: 2,
    };
    const clauses = 'expects "effect" = 0 ± 0.1\nfalsified by counterexample\nobserved data "runs.csv" column effect';
    expect(verdictOn(clauses, "", () => column).verdict).toBe("falsified");
  });
});

describe("data", () => {
  const none = failed({ code: "no-column", message: "", about: "file" });
  const clauses = `${range} with ci 95 %\nobserved data "s.csv" column share`;
  const number = (value: number, more: Partial<DataResult> = {}): DataResult => ({
    ...none,
    value,
    n: 9,
    unit: "%",
    problems: [],
    ...more,
  });

  it("is compared as the prediction's only quantity, with the interval of a mean where the test is of it", () => {
    const moments = { n: 9, mean: 20, deviation: 1 };
    expect(verdictOn(`${clauses} mean`, "", () => number(12)).verdict).toBe("confirmed");
    expect(verdictOn(`${clauses} mean`, "", () => number(20)).verdict).toBe("undecided");
    expect(verdictOn(`${clauses} mean`, "", () => number(20, { moments })).verdict).toBe("falsified");
    expect(verdictOn(`${clauses} mean`, "", () => number(20, { moments: { ...moments, deviation: 50 } })).verdict).toBe("undecided");
  });

  it("without an aggregate is all its values", () => {
    const column = (values: DataResult["values"]): DataResult => ({ ...none, values, unit: "%", n: 3, problems: [] });
    const plain = `${range}\nobserved data "s.csv" column share`;
    expect(verdictOn(plain, "", () => column(union(point(11), between(12, 14)))).verdict).toBe("confirmed");
    expect(verdictOn(plain, "", () => column(union(point(11), point(16)))).verdict).toBe("undecided");
    expect(verdictOn(plain, "", () => column(union(point(5), point(16)))).verdict).toBe("falsified");
  });

  it("without a unit is read in that of the prediction, but never as per cent where it may be a ratio", () => {
    const bare = (value: number): DataResult => number(value, { unit: undefined });
    expect(verdictOn(`${clauses} mean`, "", () => bare(12)).verdict).toBe("confirmed");
    const small = verdictOn(`${clauses} mean`, "", () => bare(0.12));
    expect(small.verdict).toBe("untested");
    expect(small.observations[0]?.reason).toBe(
      "the column holds 0.12 at most, which may be a ratio or %: say so in its header, as “(ratio)” or “(%)”",
    );
    expect(verdictOn(`${clauses} mean`, "", () => number(0.12, { unit: "ratio" })).verdict).toBe("confirmed");
    expect(verdictOn('expects "latency" < 5 ms\nobserved data "s.csv" column latency mean', "", () => bare(0.5)).verdict).toBe("confirmed");
  });

  it("that was not read yet leaves the verdict pending", () => {
    expect(verdictOn(`${clauses} mean`)).toMatchObject({ verdict: "untested", pending: true });
  });

  it("that cannot be read says why", () => {
    const problem = { code: "file-not-found", message: "There is no file “s.csv”.", about: "file" } as const;
    expect(verdictOn(`${clauses} mean`, "", () => failed(problem)).observations[0]?.reason).toBe("There is no file “s.csv”.");
  });
});
