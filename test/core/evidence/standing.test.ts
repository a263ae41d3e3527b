/** What evidence earns, and what it makes of a claim. */
import { describe, expect, it } from "vitest";
import { earnedBy, lacking, ladder, rank, stepDown } from "../../../src/core/evidence/ladder.ts";
import { saidOtherwise } from "../../../src/core/evidence/named-evidence.ts";
import { type Assessment, assess, claimsOf } from "../../../src/core/evidence/standing.ts";
import { evidenceTypes } from "../../../src/core/evidence/types.ts";
import { strengths } from "../../../src/core/model/meaning.ts";
import { project } from "../project.ts";

function assessed(text: string, id = "a"): Assessment {
  const { snapshot } = project(text);
  for (const { uri, claim } of claimsOf(snapshot)) if (claim.id?.text === id) return assess(claim, uri, snapshot);
  throw new Error(`no claim ${id}`);
}

const evidence = (stance: string, types: string): string =>
  types
    .split(" ")
    .filter(Boolean)
    .map((type) => `  ${stance} by [@lee2009modulator] ${type} "so"\n`)
    .join("");

/** Earned strength and standing of a claim with types of support and of dispute. */
const weighed = (strength: string, supports: string, disputes = "", more = ""): readonly (string | undefined)[] => {
  const text = `claim a: L4 as Value\n  strength ${strength}\n${evidence("supported", supports)}${evidence("disputed", disputes)}${more}`;
  const { earned, standing } = assessed(text);
  return [earned, standing];
};

describe("the ladder", () => {
  it.each([
    ["", undefined],
    ["statement", undefined],
    ["analogy_structural", "analogy"],
    ["simulation", "analogy"],
    ["theory_derivation", "analogy"],
    ["anatomy_light", "analogy"],
    ["anatomy_em", "analogy"],
    ["anatomy_em anatomy_light simulation theory_derivation", "mechanistic"],
    ["simulation theory_derivation", "analogy"],
    ["ephys_extracellular", "functional"],
    ["ephys_intracellular", "functional"],
    ["ephys_mass", "functional"],
    ["imaging_optical", "functional"],
    ["imaging_mri", "functional"],
    ["perturbation", "functional"],
    ["behaviour", "functional"],
    ["model_data_comparison", "functional"],
    ["anatomy_light perturbation", "mechanistic"],
    ["ephys_intracellular perturbation", "mechanistic"],
    ["ephys_extracellular perturbation", "functional"],
    ["perturbation perturbation", "functional"],
    ["theory_derivation simulation behaviour", "mechanistic"],
    ["theory_derivation simulation model_data_comparison", "functional"],
    ["theory_derivation simulation statement", "analogy"],
  ])("earns for %s: %s", (types, earned) => {
    const list = types.split(" ").filter(Boolean);
    expect(
      earnedBy(
        list.map((type) => [type]),
        false,
      ),
    ).toBe(earned);
    expect(weighed("analogy", types)[0]).toBe(earned);
  });

  it("earns literal for formal ends alone", () => {
    expect(earnedBy([["theory_derivation"]], true)).toBe("literal");
    expect(earnedBy([["simulation"]], true)).toBe("analogy");
    expect(
      earnedBy(
        evidenceTypes.map((type) => [type.id]),
        false,
      ),
    ).toBe("mechanistic");
  });

  it("knows every type that it names, and lets none but statements earn nothing", () => {
    const known = new Set(evidenceTypes.map((type) => type.id));
    for (const rung of ladder)
      for (const way of rung.ways) for (const need of way.needs) for (const type of need) expect(known).toContain(type);
    expect(evidenceTypes.filter((type) => earnedBy([[type.id]], false) === undefined).map((type) => type.id)).toEqual(["statement"]);
  });

  it("earns no less for more", () => {
    for (const { id } of evidenceTypes)
      for (const other of evidenceTypes)
        for (const third of evidenceTypes) {
          const less = rank(earnedBy([[id], [other.id]], false));
          expect(rank(earnedBy([[id], [other.id], [third.id]], false))).toBeGreaterThanOrEqual(less);
        }
  });

  it("steps down to analogy and no further", () => {
    expect(strengths.map(stepDown)).toEqual(["analogy", "analogy", "functional", "mechanistic"]);
  });

  it("says what is lacking, shortest way first, and what it says suffices", () => {
    const [shortest, other] = lacking([["theory_derivation"], ["simulation"]], "mechanistic", false);
    expect(shortest?.missing).toHaveLength(1);
    expect(other?.missing).toHaveLength(2);
    for (const strength of strengths) {
      for (const formal of [false, true]) {
        for (const { missing } of lacking([["statement"]], strength, formal)) {
          const added = missing.map((need) => [need[0] as string]);
          expect(rank(earnedBy(added, formal))).toBeGreaterThanOrEqual(rank(strength));
        }
      }
    }
    expect(lacking([], "literal", false)).toEqual([]);
  });
});

describe("standing", () => {
  it.each([
    ["analogy", "", "", "", undefined, "unsupported"],
    ["analogy", "statement", "", "", undefined, "unsupported"],
    ["analogy", "anatomy_em", "", "", "analogy", "supported"],
    ["functional", "anatomy_em", "", "", "analogy", "overstated"],
    ["functional", "behaviour", "", "", "functional", "supported"],
    ["analogy", "behaviour", "", "", "functional", "supported"],
    ["functional", "behaviour", "statement", "", "analogy", "overstated"],
    ["analogy", "behaviour", "statement", "", "analogy", "supported"],
    ["functional", "behaviour", "behaviour", "", "analogy", "contested"],
    ["functional", "ephys_mass", "ephys_intracellular", "", "analogy", "contested"],
    ["functional", "behaviour", "behaviour", '  qualified by [@lee2009modulator] statement "only at night"\n', "analogy", "overstated"],
    ["functional", "behaviour", "behaviour", '  qualified by "only at night"\n', "analogy", "overstated"],
    ["functional", "behaviour", "behaviour", '  qualified by [@olsen2012gain] perturbation "only at night"\n', "functional", "supported"],
    ["functional", "behaviour", "", '  disputed by "I doubt it"\n', "functional", "supported"],
    ["functional", "behaviour", "", '  disputed by [@lee2009modulator] behaviour "no" read title-only\n', "functional", "supported"],
    ["functional", "behaviour", "", '  disputed by [@lee2009modulator] behaviour "no" read abstract\n', "analogy", "contested"],
    ["functional", "behaviour", "", "  disputed by [@lee2009modulator]\n", "analogy", "overstated"],
    ["functional", "", "", '  supported by "plain"\n', undefined, "unsupported"],
    ["functional", "", "", '  supported by [@lee2009modulator] behaviour "so" read not-read\n', undefined, "unsupported"],
    ["functional", "", "", "  supported by [@lee2009modulator]\n", undefined, "unsupported"],
    ["functional", "", "", "  supported by nothing behaviour\n", undefined, "unsupported"],
    ["functional", "", "", '  supported by data "x.csv" behaviour\n', "functional", "supported"],
    ["mechanistic", "anatomy_em perturbation", "", "", "mechanistic", "supported"],
    ["mechanistic", "anatomy_em perturbation", "simulation", "", "functional", "overstated"],
    ["literal", "theory_derivation anatomy_em perturbation", "", "", "mechanistic", "overstated"],
    ["analogy", "", "", "  kind programme\n", undefined, "open"],
    ["analogy", "anatomy_em", "", "  kind programme\n", "analogy", "supported"],
    ["literal", "theory_derivation", "", "  kind theorem\n", "literal", "supported"],
  ])("of %s with support “%s”, dispute “%s” and %j: %s, %s", (strength, supports, disputes, more, earned, standing) => {
    expect(weighed(strength, supports, disputes, more)).toEqual([earned, standing]);
  });

  it("of a family of types is that of its least telling member", () => {
    expect(weighed("analogy", "ephys")).toEqual(["functional", "supported"]);
    expect(weighed("analogy", "anatomy")).toEqual(["analogy", "supported"]);
    expect(weighed("mechanistic", "anatomy perturbation")).toEqual(["mechanistic", "supported"]);
    // any kind of recording is a functional one, not every one is from inside a cell
    expect(weighed("mechanistic", "ephys perturbation")[0]).toBe("functional");
  });

  it("of ends that are formal on both sides can be literal", () => {
    const formal = (ends: string): Assessment =>
      assessed(`claim a: ${ends}\n  strength literal\n${evidence("supported", "theory_derivation")}`);
    expect([formal("Self-attention as Linear-attention").formal, formal("Self-attention as Linear-attention").standing]).toEqual([
      true,
      "supported",
    ]);
    expect([formal("L4 as Value").formal, formal("L4 as Value").standing]).toEqual([false, "overstated"]);
    expect(formal("Self-attention, L4 as Linear-attention").formal).toBe(false);
    expect(formal("Self-attention as Linear-attention, nowhere").formal).toBe(false);
  });

  it("of a denial needs any evidence that counts", () => {
    const denied = (lines: string): string => assessed(`claim a: L4 not as Value\n  strength literal\n${lines}`).standing;
    expect(denied("")).toBe("unsupported");
    expect(denied(evidence("supported", "anatomy_em"))).toBe("supported");
    expect(denied(evidence("supported", "anatomy_em") + evidence("disputed", "anatomy_light"))).toBe("contested");
  });

  it("of an open end is open, whatever is cited", () => {
    expect(assessed(`claim a: gamma as ?\n${evidence("supported", "ephys_mass")}`).standing).toBe("open");
    expect(assessed(`claim a: ? as Value\n${evidence("disputed", "ephys_mass")}`).standing).toBe("open");
  });
});

describe("evidence by its id", () => {
  const named = (clauses: string, use = "supported by e"): Assessment =>
    assessed(`# file: a.lamina\nclaim a: L4 as Value\n  ${use}\n# file: b.lamina\nevidence e: [@lee2009modulator]\n${clauses}`);

  it("brings its type, finding and extent of reading, from any document", () => {
    const { earned, evidence: pieces } = named('  type behaviour\n  shows "it turns left"\n  read abstract\n');
    expect(earned).toBe("functional");
    expect(pieces).toMatchObject([{ origin: "source", typeWord: "behaviour", shows: "it turns left", read: "abstract", weighed: true }]);
    expect(pieces[0]?.cites.map((cite) => cite.key)).toEqual(["lee2009modulator"]);
  });

  it("shows what the claim says that it shows", () => {
    expect(named('  type behaviour\n  shows "it does"\n', 'supported by e "it is there"').evidence[0]?.shows).toBe("it is there");
  });

  it.each([
    // the item, the line, what is earned, how far it was read, what is told
    ["type behaviour\n  read abstract", "anatomy_em read full-text", "analogy", "abstract", ["type behaviour", "read abstract"]],
    ["type behaviour\n  read abstract", "anatomy_em read title-only", undefined, "title-only", ["type behaviour", "read abstract"]],
    ["type behaviour\n  read title-only", "read abstract", undefined, "title-only", ["read title-only"]],
    ["type ephys\n  read abstract", "ephys_mass read abstract", "functional", "abstract", []],
    ["type ephys_mass", "ephys", "functional", undefined, []],
    ["type behaviour\n  scope rat S1", "in mouse M1", "functional", undefined, ["scope rat S1"]],
    ["type behaviour\n  scope rat S1", "in rat", "functional", undefined, []],
  ])("that says %j counts with a line that says %j as the more cautious does", (item, line, earned, read, told) => {
    const { earned: weighed, evidence: pieces } = named(`  ${item}\n`, `supported by e ${line}`);
    const { snapshot } = project(`evidence e: [@lee2009modulator]\n  ${item}\n`);
    expect([weighed, pieces[0]?.read, pieces[0] && saidOtherwise(pieces[0].use, snapshot)]).toEqual([earned, read, told]);
  });

  it("may be a model of the project", () => {
    const text = 'claim a: L4 as Value\n  supported by m simulation "it runs"\nmodel m: "m.py"\n';
    expect(assessed(text)).toMatchObject({ earned: "analogy", evidence: [{ origin: "model" }] });
  });
});

describe("what a family hands down", () => {
  const family = "mapping f: column as Block\n  strength mechanistic\n  kind conjecture\n  supported by [@lee2009modulator] behaviour\n";

  it("is its strength, and not its evidence", () => {
    expect(assessed(`${family}claim a: L4 as Value\n  belongs to f\n`)).toMatchObject({
      asserted: "mechanistic",
      assertedBy: "family",
      earned: undefined,
    });
    expect(assessed(`${family}claim a: L4 as Value\n  belongs to f\n  strength analogy\n`)).toMatchObject({
      asserted: "analogy",
      assertedBy: "claim",
    });
    expect(assessed("claim a: L4 as Value\n")).toMatchObject({ asserted: "analogy", assertedBy: "default" });
  });

  it("is that of the first family that says", () => {
    const second = "mapping g: area as Block\n  strength literal\n";
    expect(assessed(`mapping silent: area as Block\n${second}${family}claim a: L4 as Value\n  belongs to silent, g, f\n`).asserted).toBe(
      "literal",
    );
  });

  it("is nothing where it is a claim, or belongs to itself", () => {
    expect(assessed("claim b: column as Block\n  strength literal\nclaim a: L4 as Value\n  belongs to b\n").asserted).toBe("analogy");
    expect(assessed("mapping a: column as Block\n  belongs to a\n").assertedBy).toBe("default");
  });
});

describe("a composite", () => {
  const parts = `claim one: L4 as Value\n${evidence("supported", "behaviour")}claim two: L5 as Key\n${evidence("supported", "anatomy_em")}`;

  it("earns what the weakest of its parts does", () => {
    expect(assessed(`claim a: claim one, claim two as Block\n${parts}`).earned).toBe("analogy");
    expect(assessed(`claim a: claim one as Block\n${parts}`).earned).toBe("functional");
    expect(assessed(`claim a: claim one, claim three as Block\n${parts}claim three: L1 as Query\n`).earned).toBeUndefined();
  });

  it("earns nothing where nothing defines one of its parts", () => {
    expect(assessed(`claim a: claim one, claim none as Block\n${parts}`).earned).toBeUndefined();
    expect(assessed(`claim a: claim p, claim one as Block\nprediction p: ?\n${parts}`).earned).toBeUndefined();
  });

  it("with evidence of its own earns what that does", () => {
    expect(assessed(`claim a: claim two as Block\n${evidence("supported", "behaviour")}${parts}`).earned).toBe("functional");
  });

  it("is lowered by disputes of its own and of its parts", () => {
    expect(assessed(`claim a: claim one as Block\n${evidence("disputed", "statement")}${parts}`).earned).toBe("analogy");
    const disputed = parts.replace("claim two", `${evidence("disputed", "statement")}claim two`);
    expect(assessed(`claim a: claim one as Block\n${disputed}`).earned).toBe("analogy");
  });

  it("that rests on itself earns nothing, from wherever the circle is entered", () => {
    const ring = `claim a: claim b as Block\nclaim b: claim c, claim one as Block\nclaim c: claim b as Block\nclaim d: claim a, claim c as Block\n${parts}`;
    for (const order of [
      ["a", "b", "c", "d"],
      ["d", "c", "b", "a"],
      ["b", "d", "a", "c"],
    ]) {
      const { snapshot } = project(ring);
      const byId = new Map([...claimsOf(snapshot)].map((entry) => [entry.claim.id?.text, entry]));
      for (const id of order) {
        const entry = byId.get(id);
        expect(entry && assess(entry.claim, entry.uri, snapshot).standing, `${id} in ${order}`).toBe("unsupported");
      }
    }
    expect(assessed(`claim a: claim b as Block\nclaim b: claim a as Block\n${evidence("supported", "behaviour")}`).earned).toBe(
      "functional",
    );
  });

  it("may be built of composites as high and as wide as one likes", () => {
    const layers = 200;
    const diamonds = Array.from({ length: layers }, (_, at) =>
      ["l", "r"].map((side) => `claim ${side}${at}: claim l${at + 1}, claim r${at + 1} as Block\n`).join(""),
    ).join("");
    const text = `${diamonds}claim l${layers}: L4 as Value\n${evidence("supported", "behaviour")}claim r${layers}: L5 as Key\n${evidence("supported", "anatomy_em")}`;
    expect(assessed(text, "l0").earned).toBe("analogy");
    const length = 5000;
    const chain = Array.from({ length }, (_, at) => `claim c${at}: claim c${at + 1} as Block\n`).join("");
    expect(assessed(`${chain}claim c${length}: L4 as Value\n${evidence("supported", "behaviour")}`, "c0").earned).toBe("functional");
  });
});

describe("a prediction that is falsified", () => {
  const prediction = (observed: string): string =>
    `prediction p: "x"\n  expects "a" < 5 ms\n  falsified if > 9 ms\n  falsified by counterexample\n  observed ${observed}\n`;
  const claim = `claim a: L4 as Value\n  supported by [@lee2009modulator] anatomy "so"\n  predicts p, p, q\n`;

  it.each([
    ['"a" = 3 ms', "supported", []],
    // a counterexample is whatever is not as expected
    ['"a" = 7 ms', "refuted", ["p"]],
    ['"a" = 12 ms', "refuted", ["p"]],
    ['"a" = 12 mV', "supported", []],
    ['data "none.csv" column x', "supported", []],
  ])("refutes the claim: %s", (observed, standing, falsified) => {
    expect(assessed(claim + prediction(observed))).toMatchObject({ standing, falsified });
  });

  it("refutes a denial as well, and a claim without support, but no declared gap", () => {
    const observed = prediction('"a" = 12 ms');
    expect(assessed(`claim a: L4 not as Value\n  predicts p\n${observed}`).standing).toBe("refuted");
    expect(assessed(`claim a: L4 as ?\n  predicts p\n${observed}`).standing).toBe("open");
  });

  it("leaves a whole that rests on the claim without support, unless it has its own", () => {
    const parts = `${claim}${prediction('"a" = 12 ms')}claim b: claim a as Block\n`;
    expect(assessed(parts, "b").standing).toBe("unsupported");
    expect(assessed(`${parts}  supported by [@lee2009modulator] anatomy "so"\n`, "b").standing).toBe("supported");
  });
});
