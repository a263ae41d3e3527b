import { describe, expect, it } from "vitest";
import { verdictIn } from "../../../src/core/evidence/verdict-world.ts";
import { meaningOf } from "../../../src/core/model/meaning.ts";
import { project } from "../project.ts";
import { inShort, verdictOn } from "./verdict-fixtures.ts";

const range = `expects "share" of "all synapses" within 10..15 %\nfalsified if "share" outside 10..15 %`;

describe("a verdict", () => {
  it.each([
    ["= 12 %", "confirmed", "expected"],
    ["= 0.12 ratio", "confirmed", "expected"],
    ["= 12 ± 2 %", "confirmed", "expected"],
    ["= 15 %", "confirmed", "expected"],
    ["= 15.1 %", "falsified", "failing"],
    ["= 14 ± 2 %", "undecided", "between"],
    ["> 15 %", "falsified", "failing"],
    ["< 20 %", "undecided", "between"],
    ["~ 5 %", "falsified", "failing"],
    ["~ 12.5 %", "confirmed", "expected"],
    ["~ 14 %", "undecided", "between"],
    ["within 11..12 %", "confirmed", "expected"],
    ["outside 5..20 %", "falsified", "failing"],
    ["!= 12 %", "undecided", "between"],
  ])("of what was observed %s is %s", (observed, verdict, lies) => {
    expect(inShort(verdictOn(`${range}\nobserved "share" ${observed}`))).toEqual([verdict, lies]);
  });

  it("is untested where nothing was observed, and says so", () => {
    expect(verdictOn(range)).toMatchObject({ verdict: "untested", reason: "Nothing was observed.", observations: [] });
  });

  it("says in a sentence why it is what it is", () => {
    expect(verdictOn(`${range}\nobserved "share" = 12 %`).reason).toBe("What was observed, 12 %, lies where it is expected: 10..15 %.");
    expect(verdictOn(`${range}\nobserved "share" = 20 %`).reason).toBe(
      "What was observed, 20 %, lies where the prediction fails: outside 10..15 %.",
    );
    expect(verdictOn(`${range}\nobserved "share" = 14 ± 2 %`).reason).toBe(
      "What was observed, 12..16 %, lies neither wholly where it is expected nor wholly where the prediction fails.",
    );
    expect(verdictOn('expects "a" > 5 ms\nobserved "a" = 3 ms').reason).toBe(
      "What was observed, 3 ms, lies outside > 5 ms, and nothing says what would show it wrong.",
    );
  });

  it("leaves a band between expectation and failure undecided", () => {
    const clauses = 'expects "interaction" of "variance" >= 20 %\nfalsified if < 5 %\nobserved "interaction"';
    expect(["= 20 %", "= 12 %", "= 4.9 %", "= 5 %"].map((observed) => verdictOn(`${clauses} ${observed}`).verdict)).toEqual([
      "confirmed",
      "undecided",
      "falsified",
      "undecided",
    ]);
  });

  it("takes several studies together: all must agree", () => {
    const two = (a: string, b: string): readonly string[] =>
      inShort(verdictOn(`${range}\nobserved "share" = ${a} %\nobserved "share" = ${b} %`));
    expect(two("11", "14")).toEqual(["confirmed", "expected", "expected"]);
    expect(two("12", "20")).toEqual(["undecided", "expected", "failing"]);
    expect(two("5", "20")).toEqual(["falsified", "failing", "failing"]);
  });

  it("joins the lines of the expectation by and", () => {
    const clauses = 'expects "loss" >= 50 ms\nexpects "change" <= 20 ms\nfalsified if "loss" < 10 ms';
    expect(verdictOn(`${clauses}\nobserved "loss" = 60 ms`)).toMatchObject({ verdict: "undecided", reason: /nothing bears on "change"/ });
    expect(verdictOn(`${clauses}\nobserved "loss" = 60 ms\nobserved "change" = 10 ms`).verdict).toBe("confirmed");
    expect(verdictOn(`${clauses}\nobserved "loss" = 60 ms\nobserved "change" = 30 ms`).verdict).toBe("undecided");
    expect(verdictOn(`${clauses}\nobserved "loss" = 5 ms\nobserved "change" = 10 ms`).verdict).toBe("falsified");
    expect(verdictOn(`${clauses}\nobserved "loss" = 60 ms and "change" = 10 ms`).verdict).toBe("confirmed");
  });

  it("joins the lines of the falsifier by or, also within one number", () => {
    const clauses = 'expects "a" within 10..15 ms\nfalsified if "a" < 10 ms\nfalsified if "a" > 15 ms';
    expect(verdictOn(`${clauses}\nobserved "a" outside 5..20 ms`).verdict).toBe("falsified");
    const both = 'expects "a" > 5 ms\nfalsified if "a" < 1 ms and "b" < 1 ms';
    expect(verdictOn(`${both}\nobserved "a" = 0 ms`).verdict).toBe("undecided");
    expect(verdictOn(`${both}\nobserved "a" = 0 ms\nobserved "b" = 0 ms`).verdict).toBe("falsified");
    const either = 'expects "a" < 5 ms or "b" < 5 ms\nfalsified if "a" >= 5 ms and "b" >= 5 ms';
    expect(verdictOn(`${either}\nobserved "b" = 1 ms`).verdict).toBe("confirmed");
  });

  it("is never both: where the two overlap, it is undecided", () => {
    const verdict = verdictOn('expects "a" > 5 ms\nfalsified if "a" > 3 ms\nobserved "a" = 6 ms');
    expect(verdict.verdict).toBe("undecided");
    expect(verdict.reason).toMatch(/the two overlap/);
  });

  it("does not judge a prediction that is not transcribed, or a line that is half understood", () => {
    const { snapshot } = project("prediction p: ?\n  tag P1");
    const meaning = meaningOf(snapshot.declarations("p")[0]?.item as never);
    expect(meaning.kind === "prediction" && verdictIn(meaning, snapshot, () => undefined).verdict).toBe("untested");
    expect(verdictOn('expects "a" > 5 ms and\nobserved "a" = 6 ms').verdict).not.toBe("confirmed");
    expect(verdictOn('expects "a" > 5 ms\nobserved "a" = 6 ms and').verdict).toBe("untested");
  });
});

describe("what is not comparable", () => {
  const reason = (observed: string, expects = range, more = ""): string | undefined =>
    verdictOn(`${expects}\nobserved ${observed}`, more).observations[0]?.reason;

  it.each([
    ['"share" of "local synapses" = 12 %', "another denominator: of “local synapses”, expected of “all synapses”"],
    ['"share" of ? = 12 %', "of what “share” was taken is not said (“of ?”)"],
    ['"portion" of "all synapses" = 12 %', "another quantity: “portion” of “all synapses”, expected “share” of “all synapses”"],
    ['"share" = 12 ms', "another unit: “ms” (time), expected “%” (share)"],
    ['"share" = 12', "another unit: no unit, expected “%” (share)"],
    ['"share" = 12 percentage-points', "another unit: “percentage-points” (percentage points), expected “%” (share)"],
    ['"share" of "all synapses"', "no value is given"],
    ['"share" from nobody', "no evidence is called “nobody”"],
    ['"share" = 12 % or "share" = 30 %', "“or” leaves open what was observed"],
  ])("%s", (observed, why) => {
    const verdict = verdictOn(`${range}\nobserved ${observed}`);
    expect(verdict.verdict).toBe("untested");
    expect(verdict.observations.map(({ comparable, lies }) => [comparable, lies])).toContainEqual([false, undefined]);
    expect(reason(observed)).toBe(why);
    expect(verdict.reason).toContain(why);
  });

  it("is `of ?` even where the expectation says it too", () => {
    expect(reason('"share" of ? = 12 %', 'expects "share" of ? > 10 %')).toBe("of what “share” was taken is not said (“of ?”)");
    expect(reason('"share" = 12 %', 'expects "share" of ? > 10 %')).toBe("of what “share” was taken is not said (“of ?”)");
  });

  it("is what was observed in another scope", () => {
    const scoped = `${range}\nscope mouse`;
    expect(reason('"share" = 12 % in macaque', scoped)).toBe("another scope: macaque, expected mouse");
    expect(verdictOn(`${scoped}\nobserved "share" = 12 % in mouse V1`).verdict).toBe("confirmed");
    expect(verdictOn(`${scoped}\nobserved "share" = 12 % in "our own rig"`).verdict).toBe("confirmed");
  });

  it("is a quantity left out where the prediction has several", () => {
    expect(reason("= 12 ms", 'expects "a" > 5 ms\nexpects "b" > 5 ms')).toBe(
      "it does not say which of the prediction's quantities was observed",
    );
    expect(verdictOn('expects "a" > 5 ms\nfalsified if < 2 ms\nobserved = 12 ms').verdict).toBe("confirmed");
    expect(verdictOn("expects > 5 ms\nobserved = 12 ms").verdict).toBe("confirmed");
  });

  it("does not count beside what is", () => {
    expect(inShort(verdictOn(`${range}\nobserved "share" of "others" = 90 %\nobserved "share" = 12 %`))).toEqual([
      "confirmed",
      "another denominator: of “others”, expected of “all synapses”",
      "expected",
    ]);
  });

  it("is nothing but zero without a unit", () => {
    expect(verdictOn('expects "slope" > 0\nobserved "slope" = 3 mV').verdict).toBe("confirmed");
    expect(verdictOn('expects "slope" > 0 mV\nobserved "slope" = 0').verdict).toBe("undecided");
    expect(verdictOn('expects "slope" > 1\nobserved "slope" = 3 mV').verdict).toBe("untested");
  });
});

describe("evidence", () => {
  const lee = `evidence lee: [@lee]
  measures "share" of "all synapses" ~ 12.5 % with n = 6
  measures "share" of "local synapses" = 30 %
  measures "latency" = 4 ms`;

  it("supplies the value that an observation leaves out", () => {
    const verdict = verdictOn(`${range}\nobserved "share" of "all synapses" from lee`, lee);
    expect(inShort(verdict)).toEqual(["confirmed", "expected"]);
    expect(verdict.observations[0]).toMatchObject({ source: "lee", value: "10..15 %" });
  });

  it("keeps its own denominators", () => {
    expect(inShort(verdictOn(`${range}\nobserved "share" from lee`, lee))).toEqual([
      "confirmed",
      "expected",
      "another denominator: of “local synapses”, expected of “all synapses”",
    ]);
  });

  it("need not measure what is asked", () => {
    expect(inShort(verdictOn('expects "width" > 1 ms\nobserved "width" from lee', lee))).toEqual(["untested", "lee measures no “width”"]);
  });

  it("passes on what it says of itself", () => {
    const needs = 'expects "share" of "all synapses" < 20 % with n >= 6';
    expect(verdictOn(`${needs}\nobserved "share" of "all synapses" from lee`, lee).verdict).toBe("confirmed");
  });
});

describe("with", () => {
  const clauses = 'expects "gain" >= 5 percentage-points\nfalsified if includes 0 percentage-points with ci 95 %\nobserved "gain"';

  it("asks that the whole interval be where the test says", () => {
    expect(verdictOn(`${clauses} within 6..9 percentage-points with ci 95 %`).verdict).toBe("confirmed");
    expect(verdictOn(`${clauses} within -1..9 percentage-points with ci 95 %`).verdict).toBe("falsified");
    expect(verdictOn(`${clauses} within 1..9 percentage-points with ci 95 %`).verdict).toBe("undecided");
    expect(verdictOn(`${clauses} includes 0 percentage-points with ci 95 %`).verdict).toBe("falsified");
  });

  it("is open for a number without its interval, or with a narrower one", () => {
    const outside = 'expects "a" within 10..15 %\nfalsified if outside 10..15 % with ci 95 %\nobserved "a"';
    expect(verdictOn(`${outside} = 20 %`)).toMatchObject({
      verdict: "undecided",
      reason: "What was observed, 20 %, decides nothing: the test is of the 95 % interval, which is not given.",
    });
    expect(verdictOn(`${outside} = 20 ± 1 % with ci 90 %`).reason).toMatch(/only that of 90 % is given/);
    expect(verdictOn(`${outside} = 20 ± 1 % with ci 95 %`).verdict).toBe("falsified");
    expect(verdictOn(`${outside} = 20 ± 1 % with ci 0.99`).verdict).toBe("falsified");
    expect(verdictOn(`${outside} = 17 ± 3 % with ci 95 %`).verdict).toBe("undecided");
  });

  it("asks for sample, p and conditions, and believes what the observation says", () => {
    const needs = 'expects "interaction" != 0 with p < 0.01, n >= 6, "corrected"\nobserved "interaction" = 3';
    expect(verdictOn(`${needs} with p < 0.001, n = 8, "corrected"`).verdict).toBe("confirmed");
    expect(verdictOn(`${needs} with p < 0.001, n = 4, "corrected"`)).toMatchObject({
      verdict: "undecided",
      reason: /n = 4, expected n >= 6/,
    });
    expect(verdictOn(`${needs} with p < 0.05, n = 8, "corrected"`).verdict).toBe("undecided");
    expect(verdictOn(`${needs} with n = 8, "corrected"`).reason).toMatch(/does not say p/);
    expect(verdictOn(`${needs} with p < 0.001, n = 8`).reason).toMatch(/does not say with “corrected”/);
  });
});

describe("comparisons of two quantities", () => {
  const order = 'expects "index of L2/3" > "index of L4" by 0.1\nfalsified if "index of L2/3" <= "index of L4"';
  const observed = (upper: string, lower: string): string =>
    verdictOn(`${order}\nobserved "index of L2/3" = ${upper}\nobserved "index of L4" = ${lower}`).verdict;

  it("take the difference of what was observed", () => {
    expect(observed("0.5", "0.3")).toBe("confirmed");
    expect(observed("0.4", "0.3")).toBe("confirmed");
    expect(observed("0.35", "0.3")).toBe("undecided");
    expect(observed("0.3", "0.3")).toBe("falsified");
    expect(observed("0.5 ± 0.1", "0.3 ± 0.1")).toBe("undecided");
    expect(observed("0.7 ± 0.1", "0.3 ± 0.1")).toBe("confirmed");
  });

  it("need both", () => {
    expect(verdictOn(`${order}\nobserved "index of L2/3" = 0.5`)).toMatchObject({
      verdict: "undecided",
      reason: /“index of L4” was not observed/,
    });
  });

  it("may be observed as comparisons, either way round", () => {
    expect(verdictOn(`${order}\nobserved "index of L2/3" > "index of L4" by 0.2`).verdict).toBe("confirmed");
    expect(verdictOn(`${order}\nobserved "index of L2/3" > "index of L4"`).verdict).toBe("undecided");
    expect(verdictOn(`${order}\nobserved "index of L4" > "index of L2/3"`).verdict).toBe("falsified");
    expect(verdictOn(`${order}\nobserved "index of L4" < "index of L2/3" by 0.2`).verdict).toBe("confirmed");
  });

  it("hold within each source, not across", () => {
    const two = `${order}
      observed "index of L2/3" = 0.5 from [@a]\nobserved "index of L4" = 0.2 from [@a]
      observed "index of L2/3" = 5 from [@b]\nobserved "index of L4" = 4 from [@b]`;
    expect(inShort(verdictOn(two))).toEqual(["confirmed", "expected", "expected", "expected", "expected"]);
  });

  it("read a margin in per cent as a share of the second, unless both are shares", () => {
    const relative = (a: string, b: string): string =>
      verdictOn(`expects "a" > "b" by 5 %\nobserved "a" = ${a}\nobserved "b" = ${b}`).verdict;
    expect([relative("105 ms", "100 ms"), relative("104 ms", "100 ms"), relative("10.5 cm", "10 cm")]).toEqual([
      "confirmed",
      "undecided",
      "confirmed",
    ]);
    expect([relative("25 %", "20 %"), relative("21 %", "20 %"), relative("0.25 ratio", "20 %")]).toEqual([
      "confirmed",
      "undecided",
      "confirmed",
    ]);
    const points = (a: string, b: string): string =>
      verdictOn(`expects "a" > "b" by 5 percentage-points\nobserved "a" = ${a}\nobserved "b" = ${b}`).verdict;
    expect([points("25 %", "20 %"), points("24 %", "20 %"), points("0.25 ratio", "0.2 ratio")]).toEqual([
      "confirmed",
      "undecided",
      "confirmed",
    ]);
  });

  it("take about as a fifth of the second", () => {
    const about = (a: string, b: string): string =>
      verdictOn(`expects "both" ~ "product"\nobserved "both" = ${a} mV\nobserved "product" = ${b} mV`).verdict;
    expect([about("12", "10"), about("8", "10"), about("12.1", "10"), about("-12", "-10")]).toEqual([
      "confirmed",
      "confirmed",
      "undecided",
      "confirmed",
    ]);
    expect(about("0", "0")).toBe("undecided");
  });

  it("are open where the units differ", () => {
    const verdict = verdictOn('expects "a" > "b"\nobserved "a" = 5 ms\nobserved "b" = 3 mV');
    expect(verdict).toMatchObject({ verdict: "undecided", reason: /different units/ });
    expect(verdictOn('expects "a" > "b"\nobserved "a" = 5 ms\nobserved "b" = 300 us').verdict).toBe("confirmed");
    expect(verdictOn('expects "a" > "b" by 3 mV\nobserved "a" = 5 ms\nobserved "b" = 1 ms').verdict).toBe("undecided");
  });
});

describe("statements for people", () => {
  it("are never evaluated", () => {
    const clauses = 'expects "a" > "b"\nfalsified if "both fall alike"';
    const verdict = verdictOn(`${clauses}\nobserved "both fall alike"`);
    expect(verdict).toMatchObject({ verdict: "undecided", reason: "What was observed is said in words, which readers must judge." });
    expect(verdict.criteria.map(({ status }) => status)).toEqual(["unobserved", "for-people"]);
  });

  it("keep an expectation that they are part of from being confirmed", () => {
    const verdict = verdictOn('expects "a" > 5 ms\nexpects "tuning stays"\nobserved "a" = 6 ms');
    expect(verdict).toMatchObject({ verdict: "undecided", reason: /leaves "tuning stays" for readers to judge/ });
  });

  it("do not keep numbers from deciding beside them", () => {
    expect(verdictOn('expects "a" > 5 ms\nfalsified if "both fall alike"\nobserved "a" = 6 ms').verdict).toBe("confirmed");
  });
});
