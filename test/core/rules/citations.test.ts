/** Rules on citations: unresolved-citation, bibliography-not-found. */
import { describe, expect, it } from "vitest";
import { brief, check, mend, only, project, wordsOf } from "../project.ts";

const claim = (citation: string): string => `claim a: L4 as Value\n  supported by ${citation} anatomy "it is there"\n`;
const bib = "# file: refs.bib\n@article{one2001first, author = {One, A.}, title = {First}, year = 2001}\n";

describe("unresolved-citation", () => {
  it.each([["[@nowhere2001x]"], ["[@one2001first; @nowhere2001x, p. 3]"]])("stands on the key alone: %s", (citation) => {
    expect(brief(`${bib}# file: a.lamina\n${claim(citation)}`)).toEqual(["unresolved-citation: nowhere2001x"]);
  });

  it("is found in stated in, source, evidence and what was observed", () => {
    const text = [
      "claim a: L4 as Value",
      '  supported by [@lee2009modulator] statement "so"',
      "  stated in [@no1]",
      "source @no2",
      "evidence e: [@no3]",
      'prediction p: "it grows"',
      '  falsified if "it shrinks"',
      '  observed "size" ~ 5 mm from [@no4]',
      'atlas m: "M"',
      'part x: "X"',
      '  rival "other" from [@no5]',
      "  see [@no6]",
    ].join("\n");
    expect(brief(text).filter((line) => line.startsWith("unresolved"))).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `unresolved-citation: no${number}`),
    );
  });

  it("takes the nearest key of the project for what was meant, or of the works that ship", () => {
    const own = project(`${bib}# file: a.lamina\n${claim("[@one2001frst]")}`);
    expect(mend(own, only(own.findings(), "unresolved-citation"), "Change to “one2001first”").findings()).toEqual([]);
    const shipped = project(claim("[@lee2009modulater]"));
    expect(mend(shipped, only(shipped.findings(), "unresolved-citation"), "Change to “lee2009modulator”").findings()).toEqual([]);
  });

  it("is not found for works that ship, nor for those of any bibliography of the project", () => {
    expect(brief(`${bib}# file: a.lamina\n${claim("[@lee2009modulator; @one2001first]")}`)).toEqual([]);
  });

  it("keeps to the bibliographies that a document names", () => {
    const other = "# file: other.bib\n@article{two2002second, title = {Second}}\n";
    expect(brief(`${bib}${other}# file: a.lamina\ncite "other.bib"\n${claim("[@one2001first]")}`)).toEqual([
      "unresolved-citation: one2001first",
    ]);
    expect(brief(`${bib}${other}# file: a.lamina\ncite "other.bib"\ncite "refs.bib"\n${claim("[@one2001first]")}`)).toEqual([]);
    expect(brief(`${bib}# file: deep/a.lamina\ncite "../refs.bib"\n${claim("[@one2001first]")}`)).toEqual([]);
  });

  it("says where it was looked for", () => {
    expect(check(`${bib}# file: a.lamina\n${claim("[@nowhere]")}`)[0]?.message).toBe("The citation key “nowhere” is not in refs.bib.");
    expect(check(claim("[@nowhere]"))[0]?.message).toContain("none is in the project: add a .bib file");
  });

  it("says so where a bibliography cannot be read whole", () => {
    const broken = "# file: refs.bib\n@article{one2001first, title = {First\n";
    expect(check(`${broken}# file: a.lamina\n${claim("[@nowhere]")}`)[0]?.message).toMatch(
      /is not in refs\.bib\. Not all of refs\.bib can be read: ./,
    );
  });

  it("asks for a key after a lone @", () => {
    const before = project(claim("[@]"));
    const finding = only(before.findings(), "unresolved-citation");
    expect([wordsOf(finding, before.texts), finding.message]).toEqual([
      "@",
      "Expected a citation key after “@”, such as @koenig2026neuroscience.",
    ]);
  });

  it("reads CSL-JSON", () => {
    const json = '# file: refs.json\n[{"id": "one2001first", "type": "article", "title": "First"}]\n';
    expect(brief(`${json}# file: a.lamina\ncite "refs.json"\n${claim("[@one2001first]")}`)).toEqual([]);
  });

  it("waits until everything was read", () => {
    expect(brief(claim("[@nowhere]"), { complete: false })).toEqual([]);
  });
});

describe("bibliography-not-found", () => {
  it("is one finding, and keys that may be in it have none", () => {
    expect(brief(`cite "none.bib"\n${claim("[@nowhere]")}`)).toEqual(['bibliography-not-found: "none.bib"']);
  });

  it("is found for one of several alone", () => {
    expect(brief(`${bib}# file: a.lamina\ncite "refs.bib"\ncite "none.bib"\n${claim("[@one2001first]")}`)).toEqual([
      'bibliography-not-found: "none.bib"',
    ]);
  });

  it("tells a file outside the folder from one that is not there", () => {
    expect(check('cite "../outside.bib"\n')[0]?.message).toContain("lies outside the open folder");
    expect(check('cite "https://example.org/x.bib"\n')[0]?.message).toContain("lies outside the open folder");
    expect(check('cite "none.bib"\n')[0]?.message).toContain("is not there");
  });

  it("is found in the front matter of a manuscript with claims", () => {
    const manuscript = (fence: string): string => `# file: m.md\n---\ntitle: T\nbibliography: none.bib\n---\n\nText.\n${fence}`;
    expect(brief(manuscript(`\n\`\`\`lamina\n${claim("[@nowhere]")}\`\`\`\n`))).toEqual(["bibliography-not-found: none.bib"]);
    expect(brief(manuscript(""))).toEqual([]);
    expect(brief(`${bib}${manuscript("\n```lamina\n```\n").replace("none.bib", "refs.bib")}`)).toEqual([]);
  });

  it("can be silenced", () => {
    expect(brief('cite "none.bib"\n', { settings: { rules: { "bibliography-not-found": "off" } } })).toEqual([]);
    const text = "# file: m.md\n---\nbibliography: none.bib\n---\n\n```lamina\nclaim a: L4 as ?\n```\n";
    expect(brief(text, { settings: { rules: { "bibliography-not-found": "off", "open-gap": "off" } } })).toEqual([]);
    expect(
      check(text, { settings: { rules: { "bibliography-not-found": "hint", "open-gap": "off" } } }).map((each) => each.severity),
    ).toEqual(["hint"]);
  });
});
