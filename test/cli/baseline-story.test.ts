import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BASELINE_FILE, type Comparison, compare, countOf, readBaseline, updated, writeBaseline } from "../../src/cli/baseline.ts";
import { checkPaths } from "../../src/cli/check.ts";
import type { CheckResult } from "../../src/cli/check-result.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

const folder = mkdtempSync(join(tmpdir(), "lamina messy "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (number: number): string => `notes-${String(number).padStart(2, "0")}.lamina`;
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const check = (): Promise<CheckResult> => checkPaths({ paths: ["."], folder, files: nodeFiles });
const kept = () => readBaseline(read(BASELINE_FILE), BASELINE_FILE);
const compared = async (): Promise<Comparison> => compare(await check(), kept(), { isThere: (path) => existsSync(join(folder, path)) });

const evidence = '  supported by [@binzegger2004quantitative] anatomy "layer 4 projects to layer 2/3"\n';
const claim = (id: string): string => `claim ${id}: L4 -> L2/3 as Value\n`;

describe("a messy project of 50 files with 200 gaps", () => {
  it("adopts a baseline, mends three, breaks one, and sees exactly the one", async () => {
    for (let file = 0; file < 50; file++) {
      const claims = Array.from({ length: 4 }, (_, index) => claim(`gap${file}x${index}`));
      write(pathOf(file), `${claim(`good${file}`)}${evidence}\n${claims.join("\n")}`);
    }
    const first = await check();
    expect(first.findings.map(({ rule }) => rule)).toEqual(Array.from({ length: 200 }, () => "claim-without-evidence"));
    write(BASELINE_FILE, writeBaseline(updated(first, undefined).baseline));
    expect(countOf(kept())).toBe(200);
    const adopted = await compared();
    expect(adopted.result.findings).toEqual([]);
    expect(adopted.result.baseline).toMatchObject({ raised: 0, gone: 0 });

    // three are mended in two files, one is broken in a third
    write(
      pathOf(3),
      read(pathOf(3))
        .replace(claim("gap3x0"), claim("gap3x0") + evidence)
        .replace(claim("gap3x2"), claim("gap3x2") + evidence),
    );
    write(pathOf(7), read(pathOf(7)).replace(claim("gap7x1"), ""));
    write(pathOf(9), read(pathOf(9)).replace(evidence, ""));
    // and these change nothing: lines that move, a file that is renamed, claims in another order
    write(pathOf(20), `# what follows is old\n\n\n${read(pathOf(20))}`);
    renameSync(join(folder, pathOf(30)), join(folder, "renamed.lamina"));
    write(
      pathOf(40),
      read(pathOf(40))
        .split(/\n(?=claim gap)/)
        .reverse()
        .join("\n"),
    );

    const second = await compared();
    expect(second.result.findings.map(({ path, message }) => [path, message.includes("“good9”")])).toEqual([[pathOf(9), true]]);
    expect(second.result.baseline).toMatchObject({ gone: 3 });
    expect(second.gone.map(({ path }) => path)).toEqual([pathOf(3), pathOf(3), pathOf(7)]);

    // the ratchet: what is mended goes, the new gap does not come in
    const before = read(BASELINE_FILE).split(/,?\n/);
    const update = updated(await check(), kept(), { isThere: (path) => existsSync(join(folder, path)) });
    expect(update).toMatchObject({ added: 0, removed: 3 });
    write(BASELINE_FILE, writeBaseline(update.baseline));
    expect(countOf(kept())).toBe(197);
    const after = read(BASELINE_FILE).split(/,?\n/);
    // what git would show: the three that went, and the four of the renamed file out and in
    expect(before.filter((line) => !after.includes(line))).toHaveLength(7);
    expect(after.filter((line) => !before.includes(line))).toHaveLength(4);

    const third = await compared();
    expect(third.result.findings).toHaveLength(1);
    expect(third.result.baseline).toMatchObject({ gone: 0 });
  });
});
