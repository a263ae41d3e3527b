import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFile } from "vfile";
import { afterEach, describe, expect, it } from "vitest";
import remarkLamina, { type RemarkLaminaOptions } from "../../src/plugins/remark.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lamina-remark-")));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const manuscript = "# Paper\n\n```lamina\nclaim first: L4 -> L2/3 as Value\n```\n\n𝛼: [layer 4 shows]{claim=nowhere}.\n";

async function processed(file: VFile, options?: RemarkLaminaOptions): Promise<VFile> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkLamina, options ?? {});
  await processor.run(processor.parse(file), file);
  return file;
}

describe("the remark plugin", () => {
  it("leaves findings as messages of the file, in their places", async () => {
    const file = await processed(new VFile({ value: manuscript, path: "paper.md", cwd: project({}) }));
    const told = file.messages.map(({ ruleId, source, line, column, fatal }) => ({ ruleId, source, line, column, fatal }));
    expect(told).toContainEqual({ ruleId: "claim-without-evidence", source: "lamina", line: 4, column: 7, fatal: false });
    const [unknown] = file.messages.filter(({ ruleId }) => ruleId === "unknown-claim");
    const place = unknown?.place as { start: { offset: number }; end: { offset: number } };
    expect(manuscript.slice(place.start.offset, place.end.offset)).toBe("nowhere");
    expect(unknown?.note).toContain("lamina explain unknown-claim");
  });

  it("knows the project around the file, and its settings", async () => {
    const cwd = project({
      "other.lamina": "claim nowhere: L5 as Key\n",
      "lamina.json": '{ "rules": { "claim-without-evidence": "error" } }',
    });
    const file = await processed(new VFile({ value: manuscript, path: "paper.md", cwd }));
    expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toContainEqual(["claim-without-evidence", true]);
    expect(file.messages.map(({ ruleId }) => ruleId)).not.toContain("unknown-claim");
  });

  it("takes a profile", async () => {
    const draft = await processed(new VFile({ value: manuscript, path: "paper.md", cwd: project({}) }));
    const strict = await processed(new VFile({ value: manuscript, path: "paper.md", cwd: project({}) }), { profile: "submission" });
    expect(strict.messages.length).toBeGreaterThan(draft.messages.length);
  });

  it("has something to say of a file without a name, and nothing of one without claims", async () => {
    const cwd = project({});
    expect((await processed(new VFile({ value: manuscript, cwd }))).messages.length).toBeGreaterThan(0);
    expect((await processed(new VFile({ value: "# Nothing\n", path: "notes.txt", cwd }))).messages).toEqual([]);
  });
});
