import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimCollection, RecordClaim } from "../../src/records/record.ts";
import { type CollectionDifference, differenceBetween, isDifferent, mirrored } from "../../src/report/difference.ts";
import { differenceMarkdown } from "../../src/report/difference-markdown.ts";
import { differenceText } from "../../src/report/difference-text.ts";
import { anyCollection, cited, claim, collection, evidence, HOSTILE, prediction, sides, work } from "./records.ts";

const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, "../../media/schemas/difference.schema.json"), "utf8"));
const isValid = new Ajv({ allErrors: true }).compile(schema);

const of = (claims: readonly RecordClaim[]): ClaimCollection => collection(claims);
const between = (before: RecordClaim, after: RecordClaim): CollectionDifference => differenceBetween(of([before]), of([after]));

/** What is told of the only claim that differs. */
function changes(before: RecordClaim, after: RecordClaim): readonly unknown[] {
  const { claims } = between(before, after);
  expect(claims).toHaveLength(1);
  return claims[0]?.changes ?? [];
}

describe("the difference between two collections", () => {
  it("is none between one and itself", () => {
    fc.assert(
      fc.property(anyCollection, (a) => {
        const difference = differenceBetween(a, structuredClone(a));
        expect(difference.claims).toEqual([]);
        expect(isDifferent(difference)).toBe(false);
        expect(difference.unchanged).toHaveLength(a.claims.length);
      }),
    );
  });

  it("turned round is what the other differs in", () => {
    fc.assert(
      fc.property(anyCollection, anyCollection, (a, b) => {
        expect(mirrored(differenceBetween(a, b))).toEqual(differenceBetween(b, a));
      }),
      { numRuns: 500 },
    );
  });

  it("accounts for every claim of both once", () => {
    fc.assert(
      fc.property(anyCollection, anyCollection, (a, b) => {
        const { claims, unchanged } = differenceBetween(a, b);
        const keys = (side: "before" | "after"): string[] =>
          [...claims.flatMap((each) => each[side]?.key ?? []), ...unchanged.map((each) => each[side])].sort();
        expect(keys("before")).toEqual(a.claims.map(({ key }) => key).sort());
        expect(keys("after")).toEqual(b.claims.map(({ key }) => key).sort());
      }),
    );
  });

  it("keeps to its schema, and is told in text and Markdown", () => {
    fc.assert(
      fc.property(anyCollection, anyCollection, (a, b) => {
        const difference = differenceBetween(a, b);
        isValid(JSON.parse(JSON.stringify(difference)));
        expect(isValid.errors ?? []).toEqual([]);
        expect(differenceText(difference, { colour: false }).endsWith("\n")).toBe(true);
        expect(differenceMarkdown(difference).startsWith("# Changes to the claims\n")).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("says that a claim was weakened, earns less and stands worse", () => {
    const before = claim("values", { asserted: "mechanistic", earned: "mechanistic", standing: "supported" });
    expect(changes(before, claim("values", { asserted: "functional", standing: "unsupported" }))).toEqual([
      { kind: "asserted", before: "mechanistic", after: "functional", direction: "falls" },
      { kind: "earned", before: "mechanistic", after: null, direction: "falls" },
      { kind: "standing", before: "supported", after: "unsupported", direction: "falls" },
    ]);
  });

  it("has no better or worse for a gap that is declared", () => {
    expect(changes(claim("a"), claim("a", { standing: "open" }))).toEqual([
      { kind: "standing", before: "unsupported", after: "open", direction: "changes" },
    ]);
  });

  it("tells evidence that came, went, and is told otherwise", () => {
    const kept = evidence({ read: "abstract" });
    const lost = evidence({ works: [cited("b2004")], stance: "disputes" });
    const gained = evidence({ works: [cited("c2020")] });
    const read = { ...kept, read: "full-text" };
    expect(changes(claim("a", { evidence: [kept, lost] }), claim("a", { evidence: [gained, read] }))).toEqual([
      { kind: "evidence-gained", evidence: gained },
      { kind: "evidence-lost", evidence: lost },
      { kind: "evidence-changed", before: kept, after: read, fields: ["read"] },
    ]);
  });

  it("sees that evidence changed sides, and that its order does not matter", () => {
    const [one, other] = [evidence(), evidence({ works: [cited("b2004")] })];
    expect(between(claim("a", { evidence: [one, other] }), claim("a", { evidence: [other, one] })).claims).toEqual([]);
    const against = { ...one, stance: "disputes" as const };
    expect(changes(claim("a", { evidence: [one] }), claim("a", { evidence: [against] }))).toMatchObject([
      { kind: "evidence-changed", fields: ["stance"] },
    ]);
  });

  it("knows an argument of the writer's own by its words", () => {
    const argument = (shows: string) => evidence({ works: [], argument: true, weighed: false, shows });
    expect(
      changes(
        claim("a", { evidence: [argument("a gain is one number")] }),
        claim("a", { evidence: [argument("a gain is one number alone")] }),
      ),
    ).toMatchObject([{ kind: "evidence-changed", fields: ["shows"] }]);
    expect(
      changes(claim("a", { evidence: [argument("one thing")] }), claim("a", { evidence: [argument("quite another")] })).map(
        (change) => (change as { kind: string }).kind,
      ),
    ).toEqual(["evidence-gained", "evidence-lost"]);
  });

  it("tells predictions that came and went, and a verdict that is another", () => {
    const before = claim("a", { predictions: [prediction("p1"), prediction("p2")] });
    const after = claim("a", { predictions: [prediction("p2", { verdict: "falsified" }), prediction("p3")] });
    expect(changes(before, after)).toEqual([
      { kind: "prediction-added", id: "p3" },
      { kind: "prediction-removed", id: "p1" },
      { kind: "verdict", id: "p2", before: "untested", after: "falsified" },
    ]);
  });

  it("tells only what differs in the wording", () => {
    const before = claim("a", { means: "One thing.", notes: ["kept", "gone"], tags: ["x"] });
    expect(changes(before, claim("a", { means: "Another.", notes: ["new", "kept"], tags: ["x"] }))).toEqual([
      { kind: "wording", field: "means", before: ["One thing."], after: ["Another."] },
      { kind: "wording", field: "notes", before: ["gone"], after: ["new"] },
    ]);
  });

  it("does not take another name of the same part, or another line, for a change", () => {
    const after = claim("a", { written: '"layer 4" as Value', place: { path: "a.lamina", line: 9, column: 3 } });
    const left = after.left && { ...after.left, written: '"layer 4"' };
    expect(between(claim("a"), { ...after, ...(left && { left }) }).claims).toEqual([]);
  });

  it("does not count a move to another file as a difference, and says so", () => {
    const difference = between(claim("a"), claim("a", { place: { path: "b.lamina", line: 1, column: 1 } }));
    expect(difference.claims).toMatchObject([{ status: "moved", changes: [{ before: "a.lamina", after: "b.lamina" }] }]);
    expect(isDifferent(difference)).toBe(false);
    expect(differenceText(difference, { colour: false })).toContain("> moved, a.lamina → b.lamina: a\n");
  });

  it.each([
    ["by its ends", claim("old", { means: "What layer four hands on is content" }), claim("new", { means: "Layer four hands on content" })],
    [
      "by its sentence",
      claim("old", { means: "Layer four hands content on" }),
      claim("new", { ...sides("L6", "Key"), means: "Layer four hands content on" }),
    ],
    ["that had no id", claim(undefined), claim("new", { means: "Quite other words than before" })],
  ])("finds a renamed claim %s", (_, before, after) => {
    expect(changes(before, after)).toContainEqual({ kind: "renamed", before: before.id ?? null, after: "new" });
  });

  it("does not take two claims with the same ends and nothing else in common for one", () => {
    const { claims } = between(
      claim("old", { means: "Selection by gain", written: "x" }),
      claim("new", { means: "A store of keys", written: "y" }),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(["added", "removed"]);
  });

  it("lists works that came and went, and predictions, once", () => {
    const before = collection([], { works: [work("a1999"), work("b2004")], predictions: [prediction("p1")] });
    const after = collection([], {
      works: [work("b2004"), work("c2020", { line: "C. (2020)." })],
      predictions: [prediction("p1", { verdict: "confirmed" })],
    });
    expect(differenceBetween(before, after)).toMatchObject({
      works: { added: [{ key: "c2020", line: "C. (2020)." }], removed: [{ key: "a1999" }] },
      predictions: [{ status: "changed", id: "p1", fields: ["verdict"] }],
    });
  });

  it("pairs ten thousand claims that look alike each with its own", () => {
    const many = (means: string) =>
      of(Array.from({ length: 10_000 }, (_, at) => claim(undefined, { key: `a#${at}`, ...sides("L4", `x${at % 3}`), means })));
    expect(differenceBetween(many("One thing or another"), many("One thing or another")).unchanged).toHaveLength(10_000);
  });
});

describe("a difference in words", () => {
  const before = claim("values", { asserted: "mechanistic", earned: "functional", standing: "overstated", means: "Old." });
  const after = claim("values", {
    asserted: "functional",
    earned: "functional",
    standing: "supported",
    means: "New.",
    evidence: [evidence({ works: [cited("a1999", { label: "Larkum et al. 1999", place: "Fig. 3" })], read: "full-text" })],
  });

  it("is text with signs", () => {
    expect(differenceText({ ...between(before, after), before: "HEAD", after: "the working tree" }, { colour: false })).toBe(
      [
        "HEAD → the working tree",
        "1 claim: 1 changed (1 weakened)",
        "",
        "~ values  a.lamina:1",
        "    asserts mechanistic → functional (weakened)",
        "    stands overstated → supported (rises)",
        "    + supports: Larkum et al. 1999, Fig. 3: Causal perturbation, “silencing abolishes it” (read in full)",
        "    what it means:",
        "      - Old.",
        "      + New.",
        "",
      ].join("\n"),
    );
  });

  it("is sentences for a letter", () => {
    const markdown = differenceMarkdown({ ...between(before, after), before: "v1", after: "v2" });
    expect(markdown).toContain("Between v1 and v2, 1 claim was weakened and 1 piece of evidence came to claims that were there before.");
    expect(markdown).toContain(
      "- Claim *values* (L4 as Value) was weakened from mechanistic to functional. It now stands as supported, where it stood as overstated.",
    );
    expect(markdown).toContain(
      "  - New evidence for it: Larkum et al. 1999, Fig. 3: Causal perturbation, “silencing abolishes it” (read in full).",
    );
    expect(markdown).toContain("  - What it means: now “New.”, before “Old.”\n");
  });

  it("says so where nothing differs", () => {
    const same = { ...between(before, before), before: "v1", after: "v2" };
    expect(differenceMarkdown(same)).toBe("# Changes to the claims\n\nNothing in the claims differs between v1 and v2.\n");
    expect(differenceText(same, { colour: false })).toBe("v1 → v2\n1 claim: 1 unchanged\n");
  });

  it("never steers a terminal, and is never HTML, whatever a file holds", () => {
    const difference = between(
      claim("a", { means: HOSTILE }),
      claim("a", { means: "x", notes: [HOSTILE], evidence: [evidence({ shows: HOSTILE })] }),
    );
    expect(differenceText(difference, { colour: false })).not.toMatch(/[^\P{Cc}\n]/u);
    expect(differenceMarkdown(difference)).not.toMatch(/(?<!\\)<(?:script|b )/);
  });
});
