import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sarifToMarkdown } from "@security-alert/sarif-to-markdown";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import type { Log, Result, Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writeSarif } from "../../../src/cli/formats/sarif.ts";
import { anyResult, bare, context, empty, inCell, nasty, runs, twice, usual } from "./results.ts";

/** The schema of the standard, as its authors' own package ships it. */
const schemaFile = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const logOf = (result: CheckResult): Log => JSON.parse(writeSarif(result, context)) as Log;
const runOf = (result: CheckResult): Run => logOf(result).runs[0] as Run;
const resultsOf = (result: CheckResult): readonly Result[] => runOf(result).results ?? [];

function faults(result: CheckResult): unknown {
  validate(logOf(result));
  return validate.errors;
}

describe("the SARIF format", () => {
  it("refuses by the schema what is no SARIF", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [{ message: {} }] }] })).toBe(false);
  });

  it("is valid by the standard's own schema, whatever is found", () => {
    for (const result of [empty, usual, nasty]) expect(faults(result)).toBe(null);
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(faults(result)).toBe(null);
      }),
      runs,
    );
  });

  it("places findings as the standard counts: from 1, the end not included, in UTF-16 units", () => {
    expect(runOf(usual).columnKind).toBe("utf16CodeUnits");
    expect(resultsOf(usual)[1]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "claims/values.lamina", uriBaseId: "%SRCROOT%" },
          region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 13, snippet: { text: "values" } },
          contextRegion: { startLine: 3, endLine: 3, snippet: { text: bare.lineText } },
        },
      },
    ]);
    expect(runOf(usual).originalUriBaseIds?.["%SRCROOT%"]?.uri).toBe(context.folder);
  });

  it("names the rule of every result, with what its page says", () => {
    const { tool, results = [] } = runOf(usual);
    const { rules = [] } = tool.driver;
    for (const result of results) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    const [rule] = rules;
    expect(rule).toMatchObject({ id: "claim-without-evidence", name: "ClaimWithoutEvidence", defaultConfiguration: { level: "warning" } });
    expect(rule?.shortDescription?.text).toBe("A claim that nothing supports");
    expect(rule?.fullDescription?.text).toMatch(/^A hypothesis may be bold/);
    expect(rule?.help?.markdown).toMatch(/^# claim-without-evidence\n/);
    expect(rule?.help?.text).toMatch(/^Cite what supports the claim/);
    expect(rule?.helpUri).toBeUndefined();
  });

  it("has levels, other places, fixes, fingerprints and the cell of a notebook", () => {
    const [cell, , double] = resultsOf(usual);
    expect(cell).toMatchObject({
      level: "note",
      message: { text: `${inCell.message} (cell 3, line 2)` },
      properties: { severity: "information" },
    });
    expect(double?.level).toBe("error");
    expect(double?.partialFingerprints).toEqual({ "laminaFinding/v1": twice.fingerprint });
    expect(double?.relatedLocations?.[0]).toMatchObject({ id: 0, message: { text: "“values” is here, too" } });
    expect(double?.fixes?.[0]).toEqual({
      description: { text: "Add evidence" },
      artifactChanges: [
        {
          artifactLocation: { uri: "notes.md", uriBaseId: "%SRCROOT%" },
          replacements: [
            {
              deletedRegion: { startLine: 3, startColumn: 34, endLine: 3, endColumn: 34 },
              insertedContent: { text: "\n  supported by [@key]" },
            },
          ],
        },
      ],
    });
  });

  it("carries what comments silence, with reason, owner and end, as suppressed in the source", () => {
    expect(resultsOf(usual)[3]?.suppressions).toEqual([
      { kind: "inSource", justification: "the recordings are in review", properties: { owner: "@ada", until: "2026-12-31" } },
    ]);
  });

  it("tells new from known only where there is a baseline", () => {
    expect(resultsOf(usual).some((result) => result.baselineState !== undefined)).toBe(false);
    const found = resultsOf({
      ...usual,
      baseline: { path: "lamina-baseline.json", known: [{ ...bare, fingerprint: "9" }], raised: 0, gone: 0 },
    });
    expect(found.map(({ baselineState }) => baselineState)).toEqual(["new", "new", "new", "unchanged", "unchanged"]);
    expect(found[4]?.suppressions).toEqual([{ kind: "external", justification: "Known to lamina-baseline.json." }]);
  });

  it("says in the invocation what could not be read", () => {
    expect(runOf(usual).invocations).toEqual([{ executionSuccessful: true }]);
    const [invocation] = runOf({ ...usual, unreadable: ["a b.md"] }).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "error",
      message: { text: "a b.md cannot be read" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b.md" } } }],
    });
  });

  it("is read by a reader that is not ours", () => {
    const read = sarifToMarkdown({ owner: "lab", repo: "claims", branch: "main", sourceRoot: "", suppressedResults: true });
    const [page] = read(logOf(usual));
    expect(page?.hasMessages).toBe(true);
    expect(page?.body).toContain("claim-without-evidence");
    expect(page?.body).toContain("https://github.com/lab/claims/blob/main/notes.md#L10-L10");
    expect(() => read(logOf(nasty))).not.toThrow();
  });
});
