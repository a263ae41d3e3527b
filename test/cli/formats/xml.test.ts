import fc from "fast-check";
import { parse as parseJunit } from "junit2json";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writeCheckstyle } from "../../../src/cli/formats/checkstyle.ts";
import { writeJunit } from "../../../src/cli/formats/junit.ts";
import { anyResult, bare, context, empty, nasty, runs, usual } from "./results.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: string;
}

/** The elements of a document, by a strict parser. Throws where it is not well-formed. */
function elementsOf(xml: string): readonly Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    found.push({ name, attributes, parent: open.at(-1) ?? "" });
    open.push(name);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const numberIn = (element: Element | undefined, name: string): number => Number(element?.attributes[name]);

describe.each([
  ["JUnit", writeJunit],
  ["Checkstyle", writeCheckstyle],
])("the %s format", (_, write) => {
  it("is well-formed, whatever is found", () => {
    for (const result of [empty, usual, nasty]) expect(elementsOf(write(result, context)).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(anyResult, (result) => {
        elementsOf(write(result, context));
      }),
      runs,
    );
  });
});

describe("the JUnit format", () => {
  it("is a suite a file and a case a finding, to a reader that is not ours", async () => {
    const suites = await parseJunit(writeJunit({ ...usual, unreadable: ["gone.md"] }, context));
    if (!suites || !("testsuite" in suites)) throw new Error("the reader found no suites");
    expect(suites).toMatchObject({ tests: 5, failures: 2, errors: 1 });
    const cases = suites.testsuite?.flatMap(({ name, testcase = [] }) =>
      testcase.map((each) => [name, each.name, each.failure?.[0]?.type ?? ""]),
    );
    expect(cases).toEqual([
      ["gone.md", "can be checked", ""],
      ["analysis.ipynb", "claim-without-evidence at cell 3, 2:7", ""],
      ["claims/values.lamina", "claim-without-evidence at 3:7", "warning"],
      ["notes.md", "duplicate-id at 10:7", "error"],
      ["old.lamina", "claim-without-evidence at 3:7", ""],
    ]);
    const all = suites.testsuite?.flatMap(({ testcase = [] }) => testcase) ?? [];
    expect(all[2]?.failure?.[0]?.message).toBe(bare.message);
    expect(all[4]?.skipped?.[0]?.message).toBe("the recordings are in review");
    expect(all[1]?.["system-out"]?.[0]).toContain("claim keys: L2/3");
  });

  it("has a case that passed where nothing was found", async () => {
    const suites = await parseJunit(writeJunit(empty, context));
    expect(suites).toMatchObject({ tests: 1, failures: 0, testsuite: [{ testcase: [{ name: "no findings" }] }] });
  });

  it("counts what it holds", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const elements = elementsOf(writeJunit(result, context));
        const count = (name: string): number => elements.filter((element) => element.name === name).length;
        const [root, ...others] = elements;
        const suites = others.filter(({ name }) => name === "testsuite");
        for (const [attribute, name] of [
          ["tests", "testcase"],
          ["failures", "failure"],
          ["errors", "error"],
          ["skipped", "skipped"],
        ] as const) {
          expect(numberIn(root, attribute)).toBe(count(name));
          expect(suites.reduce((sum, suite) => sum + numberIn(suite, attribute), 0)).toBe(count(name));
        }
      }),
      runs,
    );
  });
});

describe("the Checkstyle format", () => {
  it("is a file a path and an error a finding", () => {
    const [root, ...others] = elementsOf(writeCheckstyle(usual, context));
    expect(root).toMatchObject({ name: "checkstyle", attributes: { version: "1.2.3" } });
    expect(others.map(({ name, attributes }) => (name === "file" ? attributes["name"] : attributes))).toEqual([
      "analysis.ipynb",
      {
        line: "41",
        column: "12",
        severity: "info",
        message: "No evidence supports the claim “keys”. (cell 3, line 2)",
        source: "lamina.claim-without-evidence",
      },
      "claims/values.lamina",
      { line: "3", column: "7", severity: "warning", message: bare.message, source: "lamina.claim-without-evidence" },
      "notes.md",
      { line: "10", column: "7", severity: "error", message: "The id “values” is taken.", source: "lamina.duplicate-id" },
    ]);
  });

  it("gives the message back as it was, as far as XML can say it", () => {
    const found = (message: string): string | undefined => {
      const result: CheckResult = { ...empty, findings: [{ ...bare, message }] };
      return elementsOf(writeCheckstyle(result, context)).find(({ name }) => name === "error")?.attributes["message"];
    };
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (message) => {
        expect(found(message)).toBe(message);
      }),
    );
    expect(found("a\tb\r\nc\u0085 ]]> \u0000 \ud800")).toBe("a\tb\r\nc\u0085 ]]> \ufffd \ufffd");
  });
});
