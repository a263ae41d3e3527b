/** Rules that hand on what the parser finds, and what they add to it. */
import { describe, expect, it } from "vitest";
import { brief, check, mend, only, project } from "../project.ts";

const support = '  supported by [@binzegger2004quantitative] anatomy "it is there"';

describe("findings of the parser", () => {
  it.each([
    ["syntax-error", `claim a: L4 as Value\n  suported by [@lee2009modulator] statement "so"\n${support}\n`],
    ["unknown-word", `claim a: L4 as Value\n  strength analgy\n${support}\n`],
  ])("%s is mended by its fix", (rule, text) => {
    const before = project(text);
    const finding = only(before.findings(), rule);
    expect(finding.severity).toBe("error");
    expect(mend(before, finding, finding.fixes[0]?.title ?? "").findings()).toEqual([]);
  });

  it("are there before everything was read", () => {
    expect(brief("claim a: L4 as Value\n  strength functionl\n  suported by [@x]\n", { complete: false })).toEqual([
      "unknown-word: functionl",
      "syntax-error: suported by",
    ]);
  });

  it("spoil nothing but their line", () => {
    const text = `claim a: L4 as Value\n  frobnicate 5\n${support}\n\nclaim b: L5 as\n\nclaim c: L9 as Value\n${support}\n`;
    const found = check(text).map(({ rule, span }) => [rule, text.slice(0, span.start).split("\n").length]);
    expect(found).toEqual([
      ["syntax-error", 2],
      ["syntax-error", 5],
      ["unknown-part", 7],
    ]);
  });

  it("weigh less below a newer version of the language, if it is the first word that is not known", () => {
    const text = `lamina 2\n\nclaim a: L4 as Value\n${support}\n  frobnicate 5\n  strength "x"\n\nfrobnicate\n`;
    expect(check(text).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "newer-language information",
      "syntax-error information",
      "syntax-error error",
      "syntax-error information",
    ]);
    expect(check(text.replace("lamina 2", "lamina 1")).map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
  });

  it("are none on a byte order mark and on line breaks of any sort", () => {
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const text = `\uFEFFclaim a: L4 as Value${lineBreak}${support}${lineBreak}${lineBreak}prediction p: ?${lineBreak}`;
      expect(brief(text)).toEqual([]);
    }
  });

  it("a file that is not text is one finding", () => {
    const found = check("claim a: L4 as Value\n\0\0");
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["syntax-error", "error"]]);
    expect(found[0]?.message).toContain("not text");
  });
});

describe("an entry of an atlas", () => {
  it("needs an atlas above it", () => {
    expect(brief('part x: "X"\n  kind layer\n')).toEqual(["misplaced-clause: part"]);
    expect(brief('part x: "X"\natlas m: "M"\npart y: "Y"\n')).toEqual(["misplaced-clause: part"]);
  });

  it("may stand in a later region of its document", () => {
    const fence = (text: string): string => `\`\`\`lamina\n${text}\n\`\`\`\n\nText.\n\n`;
    const text = `# file: m.md\n${fence('atlas m: "M"\npart x: "X"')}${fence('part y: "Y"')}${fence(`claim a: x, y as Value\n${support}`)}`;
    expect(brief(text)).toEqual([]);
  });
});

describe("severities", () => {
  const text = "claim a: L4 as Value\n";

  it("are those of the profile, unless a rule has one of its own", () => {
    const severity = (settings: Record<string, unknown>): string | undefined => check(text, { settings })[0]?.severity;
    expect(severity({})).toBe("warning");
    expect(severity({ profile: "submission" })).toBe("error");
    expect(severity({ profile: "submission", rules: { "claim-without-evidence": "hint" } })).toBe("hint");
    expect(severity({ rules: { "claim-without-evidence": "off" } })).toBeUndefined();
    expect(severity({ profile: "nonsense", rules: { "claim-without-evidence": "loud" } })).toBe("warning");
  });
});
