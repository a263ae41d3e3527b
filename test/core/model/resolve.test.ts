/** The ends of a claim: all forms of the language's table, and what they stand for. */
import { describe, expect, it } from "vitest";
import { type ClaimMeaning, isClaim, meaningOf } from "../../../src/core/model/meaning.ts";
import { partsOfEnd, type ResolvedSide, resolveClaim } from "../../../src/core/model/resolve.ts";
import { itemsOf } from "../../../src/core/model/snapshot.ts";
import { address, project } from "../project.ts";

function claimOf(text: string): {
  readonly claim: ClaimMeaning;
  readonly left: ResolvedSide | undefined;
  readonly right: ResolvedSide | undefined;
} {
  const { snapshot } = project(text);
  const uri = address("main.lamina");
  const claim = itemsOf(snapshot.documents.get(uri)).map(meaningOf).find(isClaim);
  if (!claim) throw new Error(`no claim in ${text}`);
  const { left, right } = resolveClaim(claim, snapshot.names(uri));
  return { claim, left, right };
}

/** Ends as the parts that they stand for, or how they are written where they stand for none. */
const ends = (side: ResolvedSide | undefined, which: "ends" | "outweighed" = "ends"): readonly string[] =>
  (side?.[which] ?? []).map(
    (end) => end.part?.id ?? (end.node.claim ? `claim ${end.node.claim.text}` : end.node.parts.map((part) => part.text).join(" ")),
  );

const left = (side: string): readonly string[] => ends(claimOf(`claim a: ${side} as Value`).left);

describe("one end", () => {
  it.each([
    ["L4", "cortex:L4"],
    ['"layer 4"', "cortex:L4"],
    ["第4层", "cortex:L4"],
    ["cortex:L4", "cortex:L4"],
    ["L5.PT", "cortex:ET"],
    ["L4 -> L2/3", "cortex:L4-to-L2/3"],
    ["L2/3 <- L4", "cortex:L4-to-L2/3"],
    ['"layer 4" -> "layer 2/3"', "cortex:L4-to-L2/3"],
    ["L4→L2/3", "cortex:L4-to-L2/3"],
    ["area -> L1", "cortex:L1-feedback"],
    ["L2/3 -- L2/3", "cortex:L2/3-horizontal"],
    ["L5 -- L5", "cortex:L5-horizontal"],
    ["L6 <-> thalamus", "cortex:corticothalamic-loop"],
    ["thalamus <-> L6", "cortex:corticothalamic-loop"],
    ["L2/3 -> L2/3", "cortex:recurrent-excitation"],
    ["first-order-thalamus -> L4", "cortex:thalamus-to-L4"],
    ["gain-modulation", "cortex:gain-modulation"],
  ])("%s is %s", (written, part) => {
    expect(left(written)).toEqual([part]);
  });

  it.each([
    ["thalamus -> L4", "cortex:thalamus-to-L4"],
    ["thalamus -> infragranular", "cortex:thalamus-to-L5/6"],
    ["supragranular -> L5", "cortex:L2/3-to-L5"],
    ["infragranular -> first-order-thalamus", "cortex:L6-to-thalamus"],
  ])("%s is the pathway whose ends lie within its own: %s", (written, part) => {
    expect(left(written)).toEqual([part]);
  });

  it.each([["L1 -> L6"], ["L4 <-> L2/3"], ["L4 -- L2/3"], ["L4 -> L2/3 -> L5"], ["L4 -> Value"], ["L4 -> nowhere"]])(
    "%s is taken as written: no pathway joins it so",
    (written) => {
      const { left: side } = claimOf(`claim a: ${written} as Value`);
      expect(side?.ends[0]?.part).toBeUndefined();
      expect(side?.ends[0]?.pathways).toEqual([]);
    },
  );

  it("is none of the parts within the ends of a pathway", () => {
    // L5 lies not within the class of cells, so that the pathway from L5 is not meant
    expect(claimOf("claim a: L5.PT -> higher-order-thalamus as Value").left?.ends[0]?.pathways).toEqual([]);
  });

  it("has to do with what lies along it", () => {
    const [end] = claimOf("claim a: L4 -> L5.PT as Value").left?.ends ?? [];
    expect(end && partsOfEnd(end).map((part) => part.id)).toEqual(["cortex:L4", "cortex:ET", "cortex:L5"]);
    const [pathway] = claimOf("claim a: L4 -> L2/3 as Value").left?.ends ?? [];
    expect(pathway && partsOfEnd(pathway).map((part) => part.id)).toEqual(["cortex:L4-to-L2/3", "cortex:L4", "cortex:L2/3"]);
  });
});

describe("several ends", () => {
  it.each([
    ["L2/3 -- L2/3, L5 -- L5", "all", ["cortex:L2/3-horizontal", "cortex:L5-horizontal"]],
    ["gain-modulation or BAC-firing", "any", ["cortex:gain-modulation", "cortex:BAC-firing"]],
    ["each supragranular, infragranular", "each", ["cortex:supragranular", "cortex:infragranular"]],
    ["claim queries, claim values", "all", ["claim queries", "claim values"]],
    ["claim queries, L4", "all", ["claim queries", "cortex:L4"]],
    ["PMv -> IPL, PMv -> pSTG", "all", ["PMv IPL", "PMv pSTG"]],
  ])("%s", (written, join, parts) => {
    const { left: side } = claimOf(`claim a: ${written} as Value`);
    expect([side?.node.list?.join, ends(side)]).toEqual([join, parts]);
  });

  it("may outweigh others", () => {
    const { left: side, right: other } = claimOf("claim a: area -> L1, L2/3 > thalamus -> L4 as Attention-weights > Embedding");
    expect(ends(side)).toEqual(["cortex:L1-feedback", "cortex:L2/3"]);
    expect(ends(side, "outweighed")).toEqual(["cortex:thalamus-to-L4"]);
    expect(ends(other, "outweighed")).toEqual(["transformer:Embedding"]);
  });

  it("may be open, and a claim may be denied", () => {
    const { claim, left: side, right: other } = claimOf("claim a: ? not as Value");
    expect([side?.node.open, other?.node.open, claim.negated]).toEqual([true, false, true]);
  });
});

describe("a name that both atlases know", () => {
  it.each([
    ["claim a: gamma as PE", "right", "transformer:Positional-encoding"],
    ["claim a: PE as Layer-norm", "left", "cortex:prediction-error"],
    ["claim a: PE as gamma", "left", "transformer:Positional-encoding"],
    ["claim a: FF as Feed-forward", "left", "cortex:feedforward"],
    ["claim a: L4 > PE as Value > FF", "right", "transformer:Feed-forward"],
  ])("is meant in the atlas that the other side is not in: %s", (text, which, part) => {
    const claim = claimOf(text);
    const side = which === "left" ? claim.left : claim.right;
    expect([...ends(side), ...ends(side, "outweighed")]).toContain(part);
  });

  it("stays ambiguous where the other side does not say", () => {
    for (const text of ["claim a: PE as ?", "claim a: L4, Value as PE", "claim a: claim b as PE"]) {
      const { left: side, right: other } = claimOf(text);
      const names = [...(side?.ends ?? []), ...(other?.ends ?? [])].flatMap((end) => end.names);
      expect(
        names.find((name) => name.node.text === "PE")?.candidates.map((part) => part.id),
        text,
      ).toEqual(["cortex:prediction-error", "transformer:Positional-encoding"]);
    }
  });

  it("is one part where both sides are of one atlas", () => {
    expect(ends(claimOf("claim a: Self-attention as FF").right)).toEqual(["cortex:feedforward"]);
    expect(ends(claimOf("claim a: Self-attention as transformer:FF").right)).toEqual(["transformer:Feed-forward"]);
  });
});
