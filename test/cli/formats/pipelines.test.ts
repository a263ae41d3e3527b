import { Ajv } from "ajv";
import fc from "fast-check";
import { Parser } from "tap-parser";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writeGithub } from "../../../src/cli/formats/github.ts";
import { writeGitlab } from "../../../src/cli/formats/gitlab.ts";
import { writeTap } from "../../../src/cli/formats/tap.ts";
import { severities } from "../../../src/core/settings.ts";
import { anyResult, bare, context, empty, nasty, runs, usual } from "./results.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads commands as the runner of GitHub Actions documents that it does: line by line, `%` begins a code. */
function commandsIn(text: string): readonly Command[] {
  const decoded = (written: string): string =>
    written.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, name = "", properties = "", message = ""] = /^::([a-z]+)(?: ([^:]*))?::(.*)$/su.exec(line) ?? [];
    if (name === "") return [];
    const entries = properties.split(",").map((each): [string, string] => {
      const sign = each.indexOf("=");
      return [each.slice(0, sign), decoded(each.slice(sign + 1))];
    });
    return [{ name, properties: Object.fromEntries(entries), message: decoded(message) }];
  });
}

describe("the GitHub format", () => {
  it("is a command a finding, and a summary", () => {
    expect(writeGithub(usual, context)).toBe(
      `::error file=notes.md,line=10,endLine=10,col=7,endColumn=12,title=lamina%3A duplicate-id::The id “values” is taken.
::warning file=claims/values.lamina,line=3,endLine=3,col=7,endColumn=12,title=lamina%3A claim-without-evidence::${bare.message}
::notice file=analysis.ipynb,line=41,endLine=41,col=12,endColumn=15,title=lamina%3A claim-without-evidence::No evidence supports the claim “keys”. (cell 3, line 2)
12 claims in 4 files: 1 error, 1 warning, 1 information, 1 silenced
`,
    );
  });

  it("says exactly what was found, and starts no command that was not meant", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const commands = commandsIn(writeGithub(result, context));
        expect(commands).toHaveLength(result.findings.length + result.unreadable.length + result.foreign.length);
        const found = commands.slice(-result.findings.length || commands.length);
        const heaviest = result.findings.toSorted((x, y) => severities.indexOf(x.severity) - severities.indexOf(y.severity));
        heaviest.forEach(({ path, cell, message }, index) => {
          const clean = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
          expect(found[index]?.properties["file"]).toBe(clean(path));
          if (!cell) expect(found[index]?.message).toBe(clean(message));
        });
      }),
      runs,
    );
    expect(commandsIn(writeGithub(nasty, context)).map(({ name }) => name)).toEqual(["error", "error", "warning", "warning", "warning"]);
  });
});

/** What GitLab documents of a Code Quality report: these fields of each entry. */
const validGitlab = new Ajv({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)" },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
});

describe("the GitLab format", () => {
  it("is a Code Quality report", () => {
    for (const result of [empty, usual, nasty]) {
      validGitlab(JSON.parse(writeGitlab(result)));
      expect(validGitlab.errors).toBe(null);
    }
    expect(JSON.parse(writeGitlab(usual))[1]).toEqual({
      description: bare.message,
      check_name: "claim-without-evidence",
      fingerprint: bare.fingerprint,
      severity: "minor",
      location: { path: "claims/values.lamina", lines: { begin: 3, end: 3 } },
    });
    expect(() => JSON.parse(writeGitlab(nasty))).not.toThrow();
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(JSON.parse(writeGitlab(result))).toHaveLength(result.findings.length + result.unreadable.length + result.foreign.length);
      }),
      runs,
    );
  });
});

interface Point {
  readonly ok: boolean;
  readonly name: string;
  readonly skip: string | boolean;
  readonly diag: Readonly<Record<string, unknown>> | null;
}

function tapOf(result: CheckResult): { readonly points: readonly Point[]; readonly isFine: boolean } {
  const points: Point[] = [];
  let isFine = false;
  const parser = new Parser({ strict: true }, (results) => {
    isFine = results.failures.every((failure) => "id" in failure && !("tapError" in failure && failure.tapError));
  });
  parser.on("assert", (point: Point) => points.push(point));
  parser.end(writeTap(result, context));
  return { points, isFine };
}

describe("the TAP format", () => {
  it("is a point a finding, with particulars, to a reader that is not ours", () => {
    const { points, isFine } = tapOf({ ...usual, unreadable: ["gone.md"] });
    expect(isFine).toBe(true);
    expect(points.map(({ ok, name, skip }) => [ok, name, skip])).toEqual([
      [false, "gone.md cannot be read", false],
      [true, "analysis.ipynb:cell 3, 2:7 claim-without-evidence", false],
      [false, "claims/values.lamina:3:7 claim-without-evidence", false],
      [false, "notes.md:10:7 duplicate-id", false],
      [true, "old.lamina:3:7 claim-without-evidence", "the recordings are in review"],
    ]);
    expect(points[2]?.diag).toMatchObject({ message: bare.message, severity: "warning", file: "claims/values.lamina", line: 3, column: 7 });
    expect(points[1]?.diag).toMatchObject({ cell: 3, lineInCell: 2 });
  });

  it("has a point where nothing was found", () => {
    expect(tapOf(empty).points.map(({ ok, name }) => [ok, name])).toEqual([[true, "no findings"]]);
  });

  it("is read whole, whatever is found", () => {
    expect(tapOf(nasty).isFine).toBe(true);
    fc.assert(
      fc.property(anyResult, (result) => {
        const { points, isFine } = tapOf(result);
        const { findings, silenced, unreadable, foreign } = result;
        expect(isFine).toBe(true);
        expect(points).toHaveLength(Math.max(1, findings.length + silenced.length + unreadable.length + foreign.length));
        const messages = points.flatMap(({ diag }) => (diag ? [diag["message"]] : []));
        expect(messages).toEqual(findings.map(({ message }) => message.replace(/\p{Surrogate}/gu, "\ufffd")));
      }),
      runs,
    );
  });
});
