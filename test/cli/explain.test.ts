/** `lamina explain`: whatever has a name in a project. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lamina explain "));
  writeFileSync(
    join(folder, "a.lamina"),
    `atlas dendrite: "Dendrite"
part calcium-zone: "Apical calcium initiation zone"
  kind compartment
use cortex, transformer, dendrite
evidence bac: [@larkum1999new]
  type ephys_intracellular
  shows "a burst"
  scope rat S1
  read abstract
claim a: BAC-firing as Query
  strength mechanistic
  supported by bac perturbation in mouse M1 read full-text
  predicts p
prediction p: "it grows"
  expects "gain" > 1.2
  tested by perturbation in rat S1, slice with n >= 6
  observed "gain" = 1.5 with n = 3 from bac
`,
  );
  writeFileSync(join(folder, "lamina.json"), '{ "profile": "submission", "rules": { "single-source": "error" } }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function explained(...subjects: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const to = (name: "out" | "err") => ({
    write(text: string): void {
      written[name] += text;
    },
  });
  const code = await main({
    argv: ["explain", ...subjects],
    folder,
    files: nodeFiles,
    output: to("out"),
    errors: to("err"),
    environment: {},
  });
  return { code, ...written };
}

describe("lamina explain", () => {
  it.each([
    [["open-gap"], "# open-gap"],
    [["a"], "a  (claim)"],
    [["L4"], "Layer 4  (L4 layer, cortex)"],
    [["cortex:L4"], "Layer 4  (L4 layer, cortex)"],
    [["layer", "4"], "Layer 4  (L4 layer, cortex)"],
    [["layer 4"], "Layer 4  (L4 layer, cortex)"],
    [["L4 -> L2/3"], "pathway, cortex)"],
    [["calcium-zone"], "Apical calcium initiation zone  (calcium-zone compartment, dendrite)"],
    [["dendrite"], "Dendrite  (dendrite atlas, 1 part)"],
    [["@larkum1999new"], "Larkum et al. 1999"],
    [["anatomy_em"], "type of evidence"],
  ])("shows what %j is", async (subjects, expected) => {
    const { code, out } = await explained(...subjects);
    expect(out.replaceAll("`", "").split("\n\n")[0]).toContain(expected);
    expect(code).toBe(0);
  });

  it("weighs by the profile and the rules of lamina.json", async () => {
    expect((await explained("a")).out).toMatch(/ {2}- error: All that supports the claim “a” .*\(single-source\)/);
  });

  it("says where a line and the evidence that it names contradict each other", async () => {
    const { out } = await explained("a");
    expect(out).toContain("its item says type ephys_intracellular, read abstract, scope rat S1; the more cautious counts");
    expect(out).toContain("read: abstract");
  });

  it("gives ways to green as either this or that", async () => {
    const [, ways = ""] = (await explained("a")).out.split("Why is this not green?\n");
    expect(ways).toMatch(/^ {2}- Either add .*,\n {2}- or .*,\n {2}- or assert only functional, which is earned\.\n/);
  });

  it("shows how a prediction is to be tested, and with what sample it was", async () => {
    const { out } = await explained("p");
    expect(out).toContain("  - perturbation in rat S1, slice with n >= 6\n");
    expect(out).toContain("n = 3, expected n >= 6 by “tested by”");
  });

  it.each([
    [["@nobody2000"], "no bibliography of this folder has the key “@nobody2000”"],
    [["open-gaps"], "expected “open-gap”?"],
    [["calcium-zones"], "expected “calcium-zone”?"],
    [[], "expected a name after “explain”"],
  ])("is 2 for %j, and says why", async (subjects, expected) => {
    const { code, err } = await explained(...subjects);
    expect(err).toContain(expected);
    expect(code).toBe(2);
  });
});
