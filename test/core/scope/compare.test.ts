import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAlternatives, compareScopes, compatible, outcomeData } from "../../../src/core/scope/compare.ts";
import { scopeData } from "../../../src/core/scope/data.ts";
import { readPhrases, type ScopeReading } from "../../../src/core/scope/read.ts";
import { scopeTerms } from "../../../src/core/scope/vocabulary.ts";

/** `V1, cat or primate` as alternatives of readings. */
const alternatives = (scope: string): ScopeReading[][] =>
  scope
    .split(", ")
    .map((condition) => condition.split(" or ").map((phrase) => readPhrases(phrase)))
    .reduce<ScopeReading[][]>((found, condition) => found.flatMap((one) => condition.map((readings) => [...one, ...readings])), [[]]);

const outcome = (evidence: string, claim: string): string => compareAlternatives(alternatives(evidence), alternatives(claim)).outcome;

const kinds = (evidence: string, claim: string): string[] =>
  [...compatible(readPhrases(evidence), readPhrases(claim))].map(([kind, found]) => `${kind}: ${found}`);

describe("the scope of evidence against that of a claim", () => {
  it("comes out as the vocabulary's own examples say", () => {
    for (const { claim, evidence, outcome: wanted } of scopeData.compatibility.examples) {
      const [word] = wanted.split(" ");
      expect(outcome(evidence, claim), `${evidence} for ${claim}`).toBe(word);
    }
  });

  it("is told kind by kind", () => {
    expect(kinds("mouse V1", "mouse V1")).toEqual(["species: same", "area: same"]);
    expect(kinds("rhesus V1 L5A", "primate visual cortex L5")).toEqual(["species: within", "area: within", "layer: within"]);
    expect(kinds("rodent", "mouse V1")).toEqual(["species: overlap", "area: unknown"]);
    expect(kinds("mouse V1", "mouse S1")).toEqual(["species: same", "area: different"]);
    expect(kinds("V1", "V1 awake")).toEqual(["area: same", "state: unknown"]);
    expect(kinds("insular cortex", "neocortex")).toEqual(["area: overlap"]);
    expect(kinds("primary sensory cortex", "visual cortex")).toEqual(["area: overlap"]);
    expect(kinds("insular cortex", "V1")).toEqual(["area: different"]);
  });

  it("says on what a homologue rests", () => {
    const { kinds: found } = compareScopes(readPhrases("cat PMLS"), readPhrases("macaque MT"));
    expect(found.map(({ outcome: each, homologue }) => [each, homologue?.reference])).toEqual([
      ["homologous", "payne1993evidence"],
      ["homologous", "payne1993evidence"],
    ]);
    expect(outcomeData("homologous")).toMatchObject({ finding: "scope-mismatch", severity: "information" });
  });

  it("takes no homologue that is disputed or unknown", () => {
    expect(outcome("mouse PFC", "macaque PFC")).toBe("mismatch");
    expect(outcome("mouse V4", "macaque V4")).toBe("mismatch");
    expect(outcome("mouse V1", "macaque V4")).toBe("mismatch");
    expect(outcome("ferret auditory cortex", "cat auditory cortex")).toBe("homologous");
  });

  it("lets head-fixed, stimulated and spontaneous go with any state", () => {
    expect(kinds("head-fixed", "awake")).toEqual(["state: unknown"]);
    expect(kinds("awake", "head-fixed")).toEqual(["state: unknown"]);
    expect(kinds("awake head-fixed", "awake")).toEqual(["state: same"]);
    expect(kinds("asleep head-fixed", "awake")).toEqual(["state: different"]);
  });

  it("compares ages in numbers with each other and with stages of life", () => {
    expect(kinds("P14", "P14")).toEqual(["age: same"]);
    expect(kinds("P15", "P14-P21")).toEqual(["age: within"]);
    expect(kinds("P14-P21", "P15")).toEqual(["age: overlap"]);
    expect(kinds("P40", "P14")).toEqual(["age: different"]);
    expect(kinds("E14", "P14")).toEqual(["age: different"]);
    expect(kinds("mouse P60", "mouse adult")).toEqual(["species: same", "age: within"]);
    expect(kinds("mouse P14", "mouse adult")).toEqual(["species: same", "age: different"]);
    expect(kinds("mouse 5-8 weeks", "mouse adult")).toEqual(["species: same", "age: overlap"]);
    expect(kinds("P60", "adult")).toEqual(["age: unknown"]);
    expect(kinds("P60", "postnatal")).toEqual(["age: within"]);
    expect(kinds("P60", "embryonic")).toEqual(["age: different"]);
    expect(kinds("mouse P7", "mouse immature")).toEqual(["species: same", "age: within"]);
    expect(kinds("mouse adult", "mouse P60")).toEqual(["species: same", "age: overlap"]);
  });

  it("weighs alternatives: one of the claim's is enough, and those that nothing fits are named", () => {
    const found = compareAlternatives(alternatives("cat V1"), alternatives("V1, cat or primate or mouse"));
    expect(found).toMatchObject({ outcome: "same", unmet: [], astray: [] });
    const partly = compareAlternatives(alternatives("cat or frog"), alternatives("cat or human"));
    expect(partly).toMatchObject({ outcome: "same", unmet: [1], astray: [1] });
    expect(compareAlternatives([[]], [[]]).outcome).toBe("same");
  });

  it("never fails, is the same for a scope against itself, and turns round", () => {
    const phrase = fc.array(fc.constantFrom(...scopeTerms().map(({ label }) => label), "P14", "8 weeks", "E12", "xyzzy"), { maxLength: 4 });
    fc.assert(
      fc.property(phrase, phrase, (a, b) => {
        const left = readPhrases(a.join(" "));
        const right = readPhrases(b.join(" "));
        const there = compareScopes(left, right).kinds;
        const back = new Map(compareScopes(right, left).kinds.map((each) => [each.kind, each]));
        for (const each of there) {
          // several terms of one kind are weighed for the claim's side only, so that only single ones mirror
          if (each.evidence.length !== 1 || each.claim.length !== 1) continue;
          const mirrored = back.get(each.kind)?.outcome;
          if (each.outcome === "narrower") expect(mirrored).toBe("broader");
          else if (each.outcome === "broader") expect(mirrored).toBe("narrower");
          else expect(mirrored).toBe(each.outcome);
        }
        for (const each of compareScopes(left, left).kinds) expect(["same", "narrower"]).toContain(each.outcome);
      }),
    );
  });
});
