import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Baseline, baselineOf, compare, countOf, readBaseline, updated, writeBaseline } from "../../src/cli/baseline.ts";
import type { CheckedFinding, CheckResult } from "../../src/cli/check-result.ts";
import { anyFinding, anyResult, bare, empty, runs, usual } from "./formats/results.ts";

const schema = JSON.parse(readFileSync(new URL("../../media/schemas/baseline.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

const result = (...findings: CheckedFinding[]): CheckResult => ({ ...empty, findings });

/** A finding of a claim of its own. */
const gap = (id: string, path = "a.lamina", more: Partial<CheckedFinding> = {}): CheckedFinding => ({
  ...bare,
  path,
  message: `No evidence supports the claim “${id}”`,
  item: { start: 0, end: 1, name: `claim ${id}` },
  fingerprint: Buffer.from(`${path} ${id}`).toString("hex"),
  ...more,
});

const fresh = (found: CheckResult, baseline: Baseline): readonly string[] =>
  compare(found, baseline).result.findings.map(({ message }) => message);

describe("a baseline", () => {
  const known = baselineOf(result(gap("one"), gap("two")));

  it("leaves out what it knows of, and counts it", () => {
    const { result: compared, gone } = compare(result(gap("one"), gap("two"), gap("three")), known);
    expect(compared.findings).toEqual([gap("three")]);
    expect(compared.baseline).toMatchObject({ path: "lamina-baseline.json", known: [gap("one"), gap("two")], raised: 0, gone: 0 });
    expect(gone).toEqual([]);
  });

  it("knows a finding again whose lines moved", () => {
    const moved = gap("one", "a.lamina", { start: { line: 90, character: 6 }, end: { line: 90, character: 9 } });
    expect(fresh(result(moved), known)).toEqual([]);
  });

  it("knows findings again whose file was renamed, and follows it", () => {
    const { result: compared, gone, tightened } = compare(result(gap("one", "b.lamina"), gap("two", "b.lamina")), known);
    expect(compared.findings).toEqual([]);
    expect(gone).toEqual([]);
    expect(tightened).toEqual(baselineOf(result(gap("one", "b.lamina"), gap("two", "b.lamina"))));
  });

  it("knows what stands in no item in another file only if its own is gone", () => {
    const { item: _, ...loose } = gap("x", "m.md");
    const elsewhere = { ...loose, path: "n.md", fingerprint: "ff" };
    const baseline = baselineOf(result(loose));
    expect(compare(result(elsewhere), baseline, { isThere: () => true }).result.findings).toEqual([elsewhere]);
    expect(compare(result(elsewhere), baseline, { isThere: (path) => path !== "m.md" }).result.findings).toEqual([]);
  });

  it("counts findings that are alike", () => {
    const twins = [gap("one"), gap("one", "a.lamina", { fingerprint: `${gap("one").fingerprint}-2` })];
    const baseline = baselineOf(result(...twins));
    expect(countOf(baseline)).toBe(2);
    expect(baseline.findings).toHaveLength(1);
    const third = gap("one", "a.lamina", { fingerprint: `${gap("one").fingerprint}-3` });
    expect(compare(result(...twins, third), baseline).result.findings).toEqual([third]);
    const fewer = compare(result(gap("one")), baseline);
    expect(fewer.result.baseline?.gone).toBe(1);
    expect(countOf(fewer.tightened)).toBe(1);
  });

  it("says which of the known weigh more than they did, and leaves them out all the same", () => {
    const { result: compared } = compare(
      result(gap("one", "a.lamina", { severity: "error" }), gap("two", "a.lamina", { severity: "hint" })),
      known,
    );
    expect(compared.findings).toEqual([]);
    expect(compared.baseline?.raised).toBe(1);
  });

  it("calls nothing gone that was not looked at", () => {
    const both = baselineOf(result(gap("one", "a.lamina"), gap("two", "sub/b.lamina"), gap("three", "subway.lamina")));
    const gone = (part: Partial<CheckResult>): readonly string[] => compare({ ...empty, ...part }, both).gone.map(({ path }) => path);
    expect(gone({ paths: ["."] })).toEqual(["a.lamina", "sub/b.lamina", "subway.lamina"]);
    expect(gone({ paths: ["./sub/"] })).toEqual(["sub/b.lamina"]);
    expect(gone({ paths: ["a.lamina"] })).toEqual(["a.lamina"]);
    expect(gone({ paths: ["."], shard: { index: 1, of: 2 } })).toEqual([]);
    expect(gone({ paths: ["."], since: "main" })).toEqual([]);
    expect(compare(empty, both, { isLeftOut: (path) => path.startsWith("sub/") }).gone.map(({ path }) => path)).toEqual([
      "a.lamina",
      "subway.lamina",
    ]);
  });
});

describe("an update", () => {
  const before = baselineOf(result(gap("one"), gap("two")));

  it("makes the first one of all that was found", () => {
    expect(updated(result(gap("one"), gap("two")), undefined)).toEqual({ baseline: before, added: 2, removed: 0 });
  });

  it("goes only down, unless the new is accepted", () => {
    const now = result(gap("two"), gap("three"));
    expect(updated(now, before)).toEqual({ baseline: baselineOf(result(gap("two"))), added: 0, removed: 1 });
    expect(updated(now, before, { accept: true })).toEqual({ baseline: baselineOf(now), added: 1, removed: 1 });
  });

  it("is not made of a part", () => {
    expect(() => updated({ ...empty, shard: { index: 1, of: 2 } }, before)).toThrow("lamina merge");
    expect(() => updated({ ...empty, since: "main" }, undefined)).toThrow("leave out --since");
    expect(() => updated({ ...empty, unreadable: ["x.md"] }, before)).toThrow("while something cannot be read: x.md");
  });

  it("never adds or raises a count without leave, whatever is found", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 8 }), fc.array(anyFinding, { maxLength: 8 }), fc.nat(8), (old, now, shared) => {
        const baseline = baselineOf(result(...old));
        const found = result(...old.slice(0, shared), ...now);
        const { baseline: next } = updated(found, baseline);
        expect(countOf(next)).toBeLessThanOrEqual(countOf(baseline));
        const { result: compared, gone } = compare(found, baseline);
        const sum = gone.reduce((total, { count }) => total + count, 0);
        expect(compared.findings.length + (compared.baseline?.known.length ?? 0)).toBe(found.findings.length);
        expect((compared.baseline?.known.length ?? 0) + sum).toBe(countOf(baseline));
        // held against itself, nothing is new and nothing is gone
        expect(compare(found, updated(found, baseline, { accept: true }).baseline).result).toMatchObject({
          findings: [],
          baseline: { gone: 0 },
        });
      }),
      runs,
    );
  });
});

describe("the file of a baseline", () => {
  it("has a line for each finding, in one order, and no total that two branches would both change", () => {
    expect(writeBaseline(baselineOf(result(gap("two", "b.lamina"), gap("one"))))).toBe(`{
  "$schema": "urn:lamina:baseline:1",
  "findings": [
    {"path":"a.lamina","rule":"claim-without-evidence","item":"claim one","message":"No evidence supports the claim “one”","severity":"warning","fingerprint":"${gap("one").fingerprint}"},
    {"path":"b.lamina","rule":"claim-without-evidence","item":"claim two","message":"No evidence supports the claim “two”","severity":"warning","fingerprint":"${gap("two", "b.lamina").fingerprint}"}
  ]
}
`);
    expect(writeBaseline(baselineOf(empty))).toBe('{\n  "$schema": "urn:lamina:baseline:1",\n  "findings": []\n}\n');
  });

  it("is valid by its published schema, and read back as it was", () => {
    fc.assert(
      fc.property(anyResult, (any) => {
        const text = writeBaseline(baselineOf(any));
        validate(JSON.parse(text));
        expect(validate.errors).toBe(null);
        expect(writeBaseline(readBaseline(text, "b.json"))).toBe(text);
      }),
      runs,
    );
    expect(readBaseline(writeBaseline(baselineOf(usual)), "b.json")).toEqual(baselineOf(usual));
  });

  it("says what is wrong with one that cannot be read", () => {
    const text = writeBaseline(baselineOf(result(gap("one"))));
    for (const [input, message] of [
      ["<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> topic\n", /^b\.json holds both sides of a merge\. Take either side/],
      ["{", /^b\.json is not JSON \(.*\)\. Take an older version/],
      ["[]", /^b\.json is no baseline/],
      [
        '{"$schema":"urn:lamina:baseline:2","findings":[]}',
        /^b\.json is no baseline that this version of Lamina reads, expected “\$schema” urn:lamina:baseline:1/,
      ],
      [text.replace('"severity":"warning"', '"severity":"awful"'), /^b\.json: entry 1 of “findings” is none, expected path, rule/],
      [text.replace('"fingerprint"', '"count":0,"fingerprint"'), /and a count from 1/],
    ] as const)
      expect(() => readBaseline(input, "b.json")).toThrow(message);
  });

  it("takes a line that both sides of a merge kept as one", () => {
    const [line = ""] = writeBaseline(baselineOf(result(gap("one"))))
      .split("\n")
      .slice(3, 4);
    expect(countOf(readBaseline(`{"findings":[${line},${line}]}`, "b.json"))).toBe(1);
  });
});
