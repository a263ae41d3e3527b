import { describe, expect, it } from "vitest";
import { fixAll } from "../../../src/core/features/fix-all.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { project } from "../project.ts";

const mended = (text: string, name = "main.lamina"): string => {
  const made = project(text);
  return applyEdits(made.texts.get(name) ?? "", fixAll(made.findings(name)));
};

describe("fix all", () => {
  it("mends misspelt words of closed lists, numbers with commas, and ranges with a hyphen", () => {
    expect(
      mended(`claim a: L4 as Value
  strength functonal
  suported by [@lee2009modulator] anatomy_em "x" read abstract
  supported by [@lee2009modulator] anatmy_em "x" read abstrct
prediction p: "x"
  expects "share" of "all" within 10-15 %
  expects "count" > 20,000
`),
    ).toBe(`claim a: L4 as Value
  strength functional
  supported by [@lee2009modulator] anatomy_em "x" read abstract
  supported by [@lee2009modulator] anatomy_em "x" read abstract
prediction p: "x"
  expects "share" of "all" within 10..15 %
  expects "count" > 20000
`);
  });

  it("takes no words away, puts none in quotes, and does not choose where a rule proposes", () => {
    const text = "claim a: L4 as Value nonsense at the end\nclaim b: L44 as Vlaue\n  predicts nowhere\n";
    expect(mended(text)).toBe(text);
  });

  it("mends in the fence of a manuscript, and nothing beside it", () => {
    const text = (word: string): string =>
      `# file: note.md\nstrength functonal\n\n> \`\`\`lamina\n> claim a: L4 as Value\n>   strength ${word}\n> \`\`\`\n`;
    expect(`# file: note.md\n${mended(text("functonal"), "note.md")}`).toBe(text("functional"));
  });

  it("makes edits that do not overlap", () => {
    const finding = (start: number): Parameters<typeof fixAll>[0][number] => ({
      rule: "unknown-word",
      severity: "error",
      uri: "",
      span: { start, end: start + 3 },
      message: "",
      related: [],
      fixes: [{ title: "", edits: [{ span: { start, end: start + 3 }, text: "x" }] }],
    });
    expect(fixAll([finding(0), finding(2), finding(9)]).map(({ span }) => span.start)).toEqual([0, 9]);
  });
});
