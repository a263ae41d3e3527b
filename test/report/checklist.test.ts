import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimCollection } from "../../src/records/record.ts";
import { type ChecklistEntry, checklistOf } from "../../src/report/checklist.ts";
import { ReportContext, type ReportInput } from "../../src/report/context.ts";
import { plainText } from "../../src/report/report.ts";
import { anyCollection, cited, claim, collection, evidence, prediction, work } from "./records.ts";

const entries = (made: ClaimCollection, more: Partial<ReportInput> = {}): readonly ChecklistEntry[] =>
  checklistOf(new ReportContext({ collection: made, findings: [], silenced: [], ...more }));

/** The answer to the only question that holds these words, and its reasons. */
function answer(made: ClaimCollection, words: string, more: Partial<ReportInput> = {}): readonly [string, string] {
  const found = entries(made, more).filter(({ question }) => question.includes(words));
  expect(found).toHaveLength(1);
  return [found[0]?.answer ?? "", (found[0]?.reasons ?? []).map(plainText).join(" ")];
}

const supported = claim("good", { standing: "supported", earned: "functional", scope: "mouse V1" });
const overstated = claim("bold", { standing: "overstated", earned: "analogy" });

describe("the checklist", () => {
  it("gives a reason for every answer, and asks nothing twice", () => {
    fc.assert(
      fc.property(anyCollection, (made) => {
        const all = entries(made);
        expect(all.every(({ question, reasons }) => question.endsWith("?") && reasons.length > 0)).toBe(true);
        expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
      }),
    );
  });

  it("says yes to nothing where there is nothing", () => {
    expect(entries(collection([])).filter(({ answer: given }) => given === "yes" || given === "no" || given === "partial")).toEqual([]);
  });

  it("holds claims against what their evidence earns, declared gaps left out", () => {
    const gap = claim("gap", { standing: "open" });
    expect(answer(collection([supported, gap]), "no more than the evidence")[0]).toBe("yes");
    const [given, why] = answer(collection([supported, overstated]), "no more than the evidence");
    expect(given).toBe("partial");
    expect(why).toContain("1 overstated: bold.");
    expect(answer(collection([overstated]), "no more than the evidence")[0]).toBe("no");
    expect(answer(collection([gap]), "no more than the evidence")[0]).toBe("not-applicable");
  });

  it("wants disputes answered, and silence explained", () => {
    const disputed = claim("d", { evidence: [evidence({ stance: "disputes" })] });
    const answered = claim("d", { evidence: [evidence({ stance: "disputes" })], because: ["The cells are others."] });
    const searched = claim("s", { undisputed: { date: "2026-11-23" } });
    expect(answer(collection([disputed]), "evidence against")).toEqual(["no", expect.stringContaining("with nothing in answer: d.")]);
    expect(answer(collection([answered, searched]), "evidence against")[0]).toBe("yes");
    expect(answer(collection([answered, claim("silent")]), "evidence against")).toEqual([
      "partial",
      expect.stringContaining("is not said: silent."),
    ]);
  });

  it("says yes to the wording only where every claim was compared", () => {
    const place = { path: "m.md", line: 1, column: 1 };
    const stated = claim("s", { sentences: [{ place, exact: "It may.", prefix: "", suffix: "", start: 0, end: 7 }] });
    const words = "sentences of the manuscript";
    expect(answer(collection([stated]), words)[0]).toBe("yes");
    expect(answer(collection([stated], { profile: "draft" }), words)[0]).toBe("partial");
    expect(answer(collection([stated, claim("unlinked")]), words)[0]).toBe("partial");
    const overclaim = { path: "m.md", start: { line: 0, character: 0 }, rule: "overclaim", severity: "warning", message: "Too strong." };
    expect(answer(collection([stated]), words, { findings: [overclaim] })[0]).toBe("partial");
    expect(answer(collection([claim("unlinked")]), words)[0]).toBe("to-be-answered");
  });

  it("asks theorems for their assumptions, and leaves proofs to the authors", () => {
    const theorem = claim("t", {
      claimKind: "theorem",
      relations: [{ relation: "assumes", to: "good" }],
      evidence: [evidence({ type: "theory_derivation" })],
    });
    expect(answer(collection([theorem]), "theorem")).toEqual(["yes", expect.stringContaining("for the authors to answer")]);
    expect(answer(collection([supported]), "theorem")[0]).toBe("not-applicable");
  });

  it("takes only verdicts for outcomes, and names what failed", () => {
    const made = collection([], { predictions: [prediction("p1", { verdict: "falsified" }), prediction("p2")] });
    expect(answer(made, "outcome")).toEqual(["partial", expect.stringContaining("Falsified: p1.")]);
  });

  it("sees uncertainty in what was observed, and not in its name", () => {
    const observed = (text: string) => collection([], { predictions: [prediction("p", { observed: [text] })] });
    expect(answer(observed('"share" 12 ± 2 %'), "uncertainty")[0]).toBe("yes");
    expect(answer(observed('"share" 12 % with n = 6'), "uncertainty")[0]).toBe("yes");
    expect(answer(observed('"share ± ci n = 6" 12 %'), "uncertainty")[0]).toBe("no");
  });

  it("never says that others can have data or code", () => {
    const made = collection([claim("a", { implementations: [{ path: "m.py", line: 1, column: 1 }] })], {
      predictions: [prediction("p", { observed: ['data "x.csv" column share'] })],
    });
    expect(answer(made, "which data")).toEqual(["to-be-answered", expect.stringContaining("1 name a data file")]);
    expect(answer(made, "code of models")[0]).toBe("to-be-answered");
  });

  it("counts a work as read only where it was read in full", () => {
    const read = (extent: string) =>
      collection([claim("a", { evidence: [evidence({ works: [cited("x")], read: extent })] })], { works: [work("x")] });
    expect(answer(read("full-text"), "themselves read")[0]).toBe("yes");
    expect(answer(read("abstract"), "themselves read")[0]).toBe("no");
    expect(answer(read("secondary"), "themselves read")[1]).toContain("be it in the abstract: a.");
  });

  it("counts reasons of what was suppressed", () => {
    const silence = (reason: string) => ({
      path: "a",
      start: { line: 0, character: 0 },
      rule: "r",
      severity: "warning",
      message: "m",
      reason,
    });
    expect(answer(collection([]), "suppressed")[0]).toBe("not-applicable");
    expect(answer(collection([]), "suppressed", { silenced: [silence("because"), silence("")] })[0]).toBe("partial");
  });
});
