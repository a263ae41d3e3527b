import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writePretty } from "../../../src/cli/formats/pretty.ts";
import { writeShort } from "../../../src/cli/formats/short.ts";
import { anyResult, bare, context, empty, inCell, nasty, runs, usual } from "./results.ts";

const one = (findings: CheckResult["findings"]): CheckResult => ({ ...empty, findings, files: 1, claims: 1 });

describe("the pretty format", () => {
  it("shows findings with their lines, what they speak of, what would mend them, and where to read on", () => {
    expect(writePretty(usual, context)).toBe(`analysis.ipynb
  cell 3, 2:7 information  No evidence supports the claim “keys”.  claim-without-evidence
       2 │ claim keys: L2/3 -- L2/3 as "Key"
         │       ^^^^
         │ help: Add evidence

claims/values.lamina
  3:7     warning  No evidence supports the claim “values”, expected at least one “supported by” with a source.  claim-without-evidence
       3 │ claim values: L4 -> L2/3 as Value
         │       ^^^^^^
         │ help: Add evidence

notes.md
  10:7    error  The id “values” is taken.  duplicate-id
      10 │ claim values: L4 -> L2/3 as Value
         │       ^^^^^^
         │ see: claims/values.lamina:3:7  “values” is here, too
         │ help: Add evidence

Why it matters, and how to mend it:
  lamina explain duplicate-id            One id for two things
  lamina explain claim-without-evidence  A claim that nothing supports (2)

12 claims in 4 files: 1 error, 1 warning, 1 information, 1 silenced
`);
  });

  it("is a line where nothing was found", () => {
    expect(writePretty({ ...empty, files: 2, claims: 3 }, context)).toBe("3 claims in 2 files: 0 errors, 0 warnings\n");
  });

  it("says how it stands with a baseline", () => {
    const result = { ...empty, baseline: { path: "b.json", known: [bare, bare], raised: 1, gone: 3 } };
    expect(writePretty(result, context)).toBe(
      "0 claims in 0 files: 0 errors, 0 warnings, 2 known (1 of them heavier than before), 3 of the baseline mended\n",
    );
  });

  it("wraps to the width of the terminal", () => {
    const text = writePretty(one([bare]), { ...context, width: 60 });
    expect(text).toContain(`  3:7     warning  No evidence supports the claim “values”,
          expected at least one “supported by” with a
          source.  claim-without-evidence\n`);
    expect(text.split("\n").filter((line) => line.length > 60 && !line.includes("explain"))).toEqual([]);
  });

  it("has colours only where they are wanted, and the same words with them", () => {
    const colourless = writePretty(usual, { ...context, width: 80 });
    const coloured = writePretty(usual, { ...context, width: 80, colour: true });
    expect(coloured).toContain("\u001b[33mwarning\u001b[0m");
    expect(
      coloured
        .split("\u001b")
        .map((part, index) => (index === 0 ? part : part.replace(/^\[\d*m/, "")))
        .join(""),
    ).toBe(colourless);
    expect(colourless).not.toContain("\u001b");
  });

  it("lets nothing steer the terminal, whatever is found", () => {
    expect(writePretty(nasty, context)).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(writePretty(result, { ...context, width: 70 })).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      runs,
    );
  });

  it("shows a line of a notebook as the file has it where it is no line of its own", () => {
    const text = writePretty(
      one([
        {
          ...inCell,
          lineText: `{"cells":[{"source":["claim keys: L2/3"]}]}`,
          start: { line: 0, character: 28 },
          end: { line: 0, character: 32 },
        },
      ]),
      context,
    );
    expect(text).toContain('       2 │ {"cells":[{"source":["claim keys: L2/3"]}]}\n         │                             ^^^^\n');
  });
});

describe("the short format", () => {
  it("is one line a finding", () => {
    expect(writeShort({ ...usual, unreadable: ["x.md"] })).toBe(
      `x.md:1:1: error: This file cannot be read [not-checked]
analysis.ipynb:41:12: information: No evidence supports the claim “keys”. (cell 3, line 2) [claim-without-evidence]
claims/values.lamina:3:7: warning: No evidence supports the claim “values”, expected at least one “supported by” with a source. [claim-without-evidence]
notes.md:10:7: error: The id “values” is taken. [duplicate-id]
`,
    );
  });

  it("is so whatever is found", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const lines = writeShort(result).split("\n");
        expect(lines).toHaveLength(result.findings.length + result.unreadable.length + result.foreign.length + 1);
        expect(lines.slice(0, -1).every((line) => /:\d+:\d+: (?:error|warning|information|hint): .* \[[a-z-]+\]$/.test(line))).toBe(true);
      }),
      runs,
    );
  });
});
