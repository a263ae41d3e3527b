import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/cli/check-result.ts";
import type { OptionValues } from "../../src/cli/command.ts";
import { mergeCommand } from "../../src/cli/commands/merge.ts";
import { writeJson } from "../../src/cli/formats/json.ts";
import { mergeResults } from "../../src/cli/merge.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { anyResult, bare, context, empty, runs, twice, usual } from "./formats/results.ts";

const shard = (index: number, of: number, more: Partial<CheckResult> = {}): CheckResult => ({
  ...empty,
  version: "1.2.3",
  paths: ["."],
  shard: { index, of },
  ...more,
});
const named = (...results: CheckResult[]) => results.map((result, index) => ({ name: `${index + 1}.json`, result }));
const merge = (...results: CheckResult[]): CheckResult => mergeResults(named(...results));

describe("results that are merged", () => {
  it("are as one check would have found, in any order", () => {
    const parts = [
      shard(1, 3, { findings: [twice], files: 2, claims: 3 }),
      shard(2, 3, { findings: [bare], files: 1, claims: 4, unreadable: ["x.md"] }),
      shard(3, 3, { findings: [bare], silenced: usual.silenced, files: 1, claims: 5 }),
    ];
    const whole = merge(...parts);
    expect(whole).toEqual({
      findings: [bare, twice],
      silenced: usual.silenced,
      files: 4,
      claims: 12,
      unreadable: ["x.md"],
      foreign: [],
      version: "1.2.3",
      paths: ["."],
    });
    expect(merge(...parts.toReversed())).toEqual(whole);
  });

  it("may be of several folders' paths", () => {
    const merged = merge({ ...usual, paths: ["a"] }, { ...usual, findings: [], silenced: [], paths: ["b"] });
    expect(merged).toEqual({ ...usual, findings: merged.findings, files: 8, claims: 24, paths: ["a", "b"] });
    expect(merged.findings).toHaveLength(3);
  });

  it("add up what a baseline knows of", () => {
    const of = (known: typeof bare): CheckResult["baseline"] => ({ path: "b.json", known: [known], raised: 0, gone: 1 });
    const { baseline } = merge(
      shard(1, 2, { baseline: of(twice) as NonNullable<CheckResult["baseline"]> }),
      shard(2, 2, { baseline: of(bare) as NonNullable<CheckResult["baseline"]> }),
    );
    expect(baseline).toEqual({ path: "b.json", known: [bare, twice], raised: 0, gone: 2 });
  });

  it("are refused where they do not go together, with the reason", () => {
    for (const [results, message] of [
      [[], "there is nothing to merge"],
      [[shard(1, 3), shard(3, 3)], "of 3 shards 2 is missing, so that findings would be, too"],
      [[shard(2, 4)], "of 4 shards 1, 3, 4 are missing"],
      [[shard(1, 2), shard(1, 2)], "1.json and 2.json are both shard 1 of 2"],
      [[shard(1, 2), shard(2, 3)], "1.json is one of 2 shards, and 2.json is one of 3"],
      [[shard(1, 2), { ...empty, version: "1.2.3" }], "1.json is shard 1 of 2, and 2.json is none"],
      [[shard(5, 2)], "1.json calls itself shard 5 of 2"],
      [[shard(1, 2), shard(2, 2, { version: "1.2.4" })], "their version of Lamina differs. 1.json has “1.2.3”, 2.json has “1.2.4”"],
      [[shard(1, 2), shard(2, 2, { profile: "review" })], "their profile differs. 1.json does not say, 2.json has “review”"],
      [[shard(1, 2, { folder: "a" }), shard(2, 2, { folder: "b" })], "their folder differs"],
      [[shard(1, 2), shard(2, 2, { paths: ["x"] })], "their list of paths differs"],
      [[shard(1, 2), shard(2, 2, { since: "main" })], "their revision since which changes count differs"],
    ] as const)
      expect(() => mergeResults(named(...results))).toThrow(message);
  });

  it("stay as they are where there is one, but for their order", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const once = merge(result);
        expect(merge(once)).toEqual(once);
        expect(merge(once, once).findings).toEqual(once.findings);
      }),
      runs,
    );
  });
});

describe("lamina merge", () => {
  const folder = mkdtempSync(join(tmpdir(), "lamina merge "));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(rest: readonly string[], options: OptionValues = {}): Promise<{ code: number; out: string }> {
    let out = "";
    const write = (text: string): void => {
      out += text;
    };
    const world = { argv: [], folder, files: nodeFiles, output: { write }, errors: { write }, environment: {} };
    return { code: await mergeCommand.run({ world, options, rest, commands: [] }), out };
  }

  it("prints all shards as one check would have", async () => {
    writeFileSync(join(folder, "1.json"), writeJson(shard(1, 2, { findings: [twice], files: 1 }), context));
    writeFileSync(join(folder, "2.json"), writeJson(shard(2, 2, { findings: [bare], files: 1 }), context));
    const { code, out } = await run(["1.json", "2.json"], { format: "short" });
    expect(code).toBe(1);
    expect(out.split("\n").map((line) => line.split(":", 1)[0])).toEqual(["claims/values.lamina", "notes.md", ""]);
    await expect(run(["2.json"])).rejects.toThrow("of 2 shards 1 is missing");
    await expect(run(["3.json"])).rejects.toThrow("there is no file “3.json”");
    await expect(run([])).rejects.toThrow("expected files after “merge”");
    await expect(run(["1.json"], { format: "xml" })).rejects.toThrow("unknown value “xml” of --format");
  });

  it("is clean where nothing weighs enough", async () => {
    writeFileSync(join(folder, "all.json"), writeJson({ ...empty, findings: [bare] }, context));
    expect((await run(["all.json"], { "fail-on": "error" })).code).toBe(0);
    expect((await run(["all.json"])).code).toBe(1);
  });
});
