import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writeJson } from "../../../src/cli/formats/json.ts";
import { readResult } from "../../../src/cli/formats/read-result.ts";
import { anyResult, bare, context, empty, nasty, runs, usual } from "./results.ts";

const schema = JSON.parse(readFileSync(new URL("../../../media/schemas/check-result.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

const valid = (result: CheckResult): unknown => {
  const value: unknown = JSON.parse(writeJson(result, context));
  validate(value);
  return validate.errors;
};

describe("the JSON format", () => {
  it("is valid by its published schema", () => {
    for (const result of [empty, usual, nasty]) expect(valid(result)).toBe(null);
    expect(
      valid({ ...usual, shard: { index: 1, of: 3 }, since: "main", baseline: { path: "b.json", known: [bare], raised: 0, gone: 2 } }),
    ).toBe(null);
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(valid(result)).toBe(null);
      }),
      runs,
    );
  });

  it("has the fields that it always had, places from 1", () => {
    const { findings, summary } = JSON.parse(writeJson(usual, context)) as { findings: Record<string, unknown>[]; summary: unknown };
    expect(findings[1]).toMatchObject({
      path: "claims/values.lamina",
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 13,
      rule: "claim-without-evidence",
      severity: "warning",
      message: bare.message,
    });
    expect(findings[0]?.["cell"]).toEqual({ number: 3, line: 2, column: 7, endLine: 2, endColumn: 11 });
    expect(summary).toEqual({ files: 4, claims: 12, errors: 1, warnings: 1, infos: 1, hints: 0, silenced: 1 });
  });

  it("is read back as it was", () => {
    expect(readResult(writeJson(usual, context), "x.json")).toEqual(usual);
    const more: CheckResult = {
      ...usual,
      shard: { index: 2, of: 2 },
      since: "v1",
      baseline: { path: "b.json", known: [bare], raised: 1, gone: 2 },
      unreadable: ["x"],
    };
    expect(readResult(writeJson(more, context), "x.json")).toEqual(more);
    fc.assert(
      fc.property(anyResult, (result) => {
        const text = writeJson(result, context);
        expect(writeJson(readResult(text, "x.json"), context)).toBe(text);
      }),
      runs,
    );
  });

  it("says of a text that is no result why not", () => {
    const text = writeJson(usual, context);
    const changed = (change: (value: Record<string, unknown>) => void): string => {
      const value = JSON.parse(text) as Record<string, unknown>;
      change(value);
      return JSON.stringify(value);
    };
    for (const [input, message] of [
      ["{", /^x\.json is not JSON/],
      ["[]", /^x\.json is no result of “lamina check --format json”: “it” is a list, expected an object$/],
      ["{}", /“summary” is missing, expected an object$/],
      [changed((value) => delete value["findings"]), /“findings” is missing, expected a list$/],
      [changed((value) => (value["findings"] = [{}])), /“findings\[0\]\.path” is missing, expected text$/],
      [changed((value) => (value["profile"] = "strict")), /“profile” is "strict", expected draft, review, submission$/],
      [changed((value) => (value["$schema"] = "urn:other")), /“\$schema” is "urn:other"/],
      [text.replace('"line": 3', '"line": 0'), /\.line is 0, expected 1 or more$/],
    ] as const)
      expect(() => readResult(input, "x.json")).toThrow(message);
  });
});
