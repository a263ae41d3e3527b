import { describe, expect, it } from "vitest";
import { inlayHints } from "../../../src/core/features/inlay-hints.ts";
import { address, type ProjectOptions, project } from "../project.ts";

/** The text with its hints between `‹` and `›`. */
function hinted(text: string, name = "main.lamina", options?: ProjectOptions): string {
  const made = project(text, options);
  let shown = made.texts.get(name) ?? "";
  for (const { at, label } of [...inlayHints(made.snapshot, address(name))].reverse())
    shown = `${shown.slice(0, at)}‹${label}›${shown.slice(at)}`;
  return shown;
}

describe("hints", () => {
  it.each([
    ["functional", "[@a] statement", "‹earned nothing›"],
    ["functional", "[@a] anatomy", "‹earned analogy›"],
    ["functional", "[@a] perturbation", ""],
    ["analogy", "[@a] perturbation", "‹earned functional›"],
  ])("say what is earned, where %s with %s is not it", (asserted, evidence, hint) => {
    expect(hinted(`claim a: L4 as Value\n  strength ${asserted} "in a sense"\n  supported by ${evidence}\n`)).toBe(
      `claim a: L4 as Value\n  strength ${asserted}${hint} "in a sense"\n  supported by ${evidence}\n`,
    );
  });

  it.each([
    "claim a: L4 as ?\n  strength functional\n",
    "claim a: L4 not as Value\n  strength functional\n",
    "mapping a: L4 as Value\n  strength functional\n",
    "claim a: L4 as Value\n",
  ])("say nothing of strength in %j", (text) => expect(hinted(text)).toBe(text));

  it("wait until all is read before they say that something is not earned", () => {
    const text = "claim a: L4 as Value\n  strength functional\n  supported by e\n";
    expect(hinted(text, "main.lamina", { complete: false })).toBe(text);
  });

  it("say which part another name stands for, and nothing of an id", () => {
    expect(hinted('claim a: "granular layer", l4, cortex:L4 as Value\nprediction p: "x"\n  about "layer 4"\n')).toBe(
      'claim a: "granular layer"‹= L4›, l4, cortex:L4 as Value\nprediction p: "x"\n  about "layer 4"‹= L4›\n',
    );
  });

  it("say which part is meant where the other end decides, and nothing where none does", () => {
    const own = 'atlas brain: "Brain"\npart Value: "Reward value"\n  kind mechanism\npart V: "V"\n';
    const text = `${own}use brain, transformer\nclaim a: Value as Key\nclaim b: V as transformer:Value\nclaim c: Value as Value\n`;
    expect(hinted(text)).toContain("claim a: Value‹= brain:Value› as Key");
    expect(hinted(text)).toContain("claim c: Value as Value\n");
  });

  it("name a pathway whose name says more than its ends", () => {
    expect(hinted("claim a: L4 -> L2/3 as Value\nclaim b: area -> L1 as Query\nclaim c: L2/3 -- L2/3 as Key\n")).toBe(
      "claim a: L4 -> L2/3 as Value\nclaim b: area -> L1‹Cortico-cortical feedback to layer 1› as Query\nclaim c: L2/3 -- L2/3‹Horizontal connections of layer 2/3› as Key\n",
    );
  });

  it("stand in the fence of a manuscript, and only in the lines that are asked for", () => {
    const text = '# file: note.md\n> ```lamina\n> claim a: "layer 4" as Value\n>\n> claim b: "layer 5" as Key\n> ```\n';
    expect(hinted(text, "note.md")).toContain('> claim a: "layer 4"‹= L4› as Value');
    const made = project(text);
    const at = (made.texts.get("note.md") ?? "").indexOf("claim b");
    expect(inlayHints(made.snapshot, address("note.md"), { start: at, end: at + 3 }).map(({ label }) => label)).toEqual(["= L5"]);
  });
});
