import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { checkPaths } from "../../src/cli/check.ts";
import { check, draw, format, openProject, records, rules, table, tokens } from "../../src/library/index.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

const claim = "claim first: L4 -> L2/3 as Value\n";
const example = fileURLToPath(new URL("../../examples/neuroscience-of-transformers", import.meta.url));

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function scratch(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-library-")));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("check", () => {
  it("finds in a text what the editor finds, with the fix", async () => {
    const { findings, files, claims } = await check(claim);
    expect([files, claims]).toEqual([1, 1]);
    expect(findings).toMatchObject([
      {
        rule: "claim-without-evidence",
        severity: "warning",
        path: "untitled.lamina",
        start: { line: 1, column: 7, offset: 6 },
        end: { line: 1, column: 12, offset: 11 },
      },
    ]);
    const [fix] = findings[0]?.fixes ?? [];
    expect(fix?.title).toMatch(/^Cite /);
    expect(fix?.edits[0]?.text).toContain("supported by [@");
  });

  it("has files know each other, and a lamina.json count", async () => {
    const cited = 'claim first: L4 -> L2/3 as Value\n  strength analogy\n  supported by [@known2026] anatomy_light "…"\n';
    const files = [
      { path: "claims.lamina", text: cited },
      { path: "references.bib", text: "@article{known2026, title = {Known}, author = {Nobody, N.}, year = {2026}}" },
    ];
    expect((await check(files)).findings.map(({ rule }) => rule)).not.toContain("unresolved-citation");
    expect((await check(files.slice(0, 1))).findings.map(({ rule }) => rule)).toContain("unresolved-citation");
    const settings = { path: "lamina.json", text: '{ "rules": { "claim-without-evidence": "off" } }' };
    const silent = await check([{ path: "a.lamina", text: claim }, settings]);
    expect([silent.findings, silent.files]).toEqual([[], 1]);
    const wrong = await check({ files: [{ path: "lamina.json", text: '{ "profile": "strict" }' }] });
    expect(wrong.findings.map(({ rule }) => rule)).toEqual(["bad-setting"]);
  });

  it("takes a profile and the weight of rules", async () => {
    const files = [{ path: "a.lamina", text: claim }];
    const submission = await check({ files, profile: "submission" });
    expect(submission.findings.length).toBeGreaterThan(1);
    expect((await check({ files, rules: { "claim-without-evidence": "error" } })).findings[0]?.severity).toBe("error");
  });

  it("gives for a folder what the command line gives", async () => {
    const { findings } = await check({ folder: example });
    const expected = await checkPaths({ paths: ["."], folder: example, files: nodeFiles });
    expect(expected.findings.length).toBeGreaterThan(0);
    expect(
      findings.map(({ path, rule, message, start, end }) => [path, rule, message, start.line - 1, start.column - 1, end.line - 1]),
    ).toEqual(expected.findings.map(({ path, rule, message, start, end }) => [path, rule, message, start.line, start.character, end.line]));
  });

  it("has texts count instead of the disk, and all of the folder count for them", async () => {
    const folder = scratch({ "a.lamina": claim, "b.lamina": "claim second: L5 as Key\n  assumes first\n" });
    const { findings } = await check({
      folder,
      files: [{ path: "b.lamina", text: "claim second: L5 as Key\n  assumes first, nowhere\n" }],
    });
    expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toContain("b.lamina unknown-claim");
    expect(findings.filter(({ rule }) => rule === "unknown-claim").map(({ message }) => message.includes("nowhere"))).toEqual([true]);
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(["b.lamina"]));
  });

  it("says what is silenced, and why", async () => {
    const { silenced } = await check(`# lamina-ignore claim-without-evidence -- in review\n${claim}`);
    expect(silenced).toMatchObject([{ rule: "claim-without-evidence", reason: "in review" }]);
  });

  it("refuses a file of no sort that it reads, in words", async () => {
    await expect(check([{ path: "picture.png", text: "" }])).rejects.toThrow(/picture\.png is not a file that Lamina reads/);
  });
});

describe("a project that stays open", () => {
  it("follows texts that change", async () => {
    const project = await openProject({ files: [{ path: "a.lamina", text: claim }] });
    expect(project.check().findings).toHaveLength(1);
    project.set("a.lamina", "");
    expect(project.check().findings).toEqual([]);
    project.set("b.lamina", claim);
    expect(project.check(["b.lamina"]).claims).toBe(1);
  });
});

describe("records", () => {
  it("are the claims with their standing", async () => {
    const { format: form, claims } = await records(claim);
    expect([form, claims.length]).toEqual(["lamina-claims", 1]);
    expect(claims[0]).toMatchObject({ key: "first", standing: "unsupported", place: { path: "untitled.lamina", line: 1, column: 1 } });
  });
});

describe("a text alone", () => {
  it("is laid out, in a manuscript its fences alone", () => {
    expect(format("claim   x :  L5   as   Key\n      strength analogy\n")).toBe("claim x: L5 as Key\n  strength analogy\n");
    const manuscript = "*  odd   list\n\n```lamina\nclaim   x :  L5   as   Key\n```\n";
    expect(format(manuscript, "paper.md")).toBe("*  odd   list\n\n```lamina\nclaim x: L5 as Key\n```\n");
    expect(() => format("", "a.png")).toThrow(RangeError);
  });

  it("is coloured", () => {
    expect(tokens(claim).map(({ start, end, type }) => `${claim.slice(start, end)} ${type}`)).toEqual(
      expect.arrayContaining(["claim item", "first claim", "L4 layer", "Value tensor"]),
    );
  });

  it("is drawn, all of it or one fence", () => {
    const { svg, claims } = draw(claim);
    expect([svg.startsWith("<svg"), claims]).toEqual([true, 1]);
    const manuscript = `\`\`\`lamina\n${claim}\`\`\`\n\n\`\`\`lamina\nclaim second: L5 as Key\n\`\`\`\n`;
    expect([draw(manuscript, {}, "a.md").claims, draw(manuscript, { line: 5 }, "a.md").claims]).toEqual([2, 1]);
    expect(table(manuscript, { line: 5 }, "a.md").rows.flat()).toContain("second");
  });

  it("has every rule explained", () => {
    expect(rules.find(({ name }) => name === "overclaim")?.page).toContain("overclaim");
  });
});
