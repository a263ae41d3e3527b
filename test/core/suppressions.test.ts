/** Comments that silence findings: what each reaches, and what is left. */
import { describe, expect, it } from "vitest";
import { Checker } from "../../src/core/service.ts";
import { type Suppression, suppressionsOf } from "../../src/core/suppressions.ts";
import { Document } from "../../src/core/syntax/document.ts";
import type { Item } from "../../src/core/syntax/tree.ts";
import { address, brief, check, mend, only, project } from "./project.ts";

const rule = "claim-without-evidence";
const bare = "claim values: L4 -> L2/3 as Value";
/** What is found beside what is under test. */
const found = (text: string): readonly string[] => brief(text);

describe("a suppression", () => {
  it.each([
    ["at the end of the line", `${bare}  # lamina-ignore ${rule} -- soon\n`],
    ["alone before the item", `# lamina-ignore ${rule} -- soon\n${bare}\n`],
    ["before the item, with blank lines and a comment between", `# lamina-ignore ${rule} -- soon\n\n# the values\n${bare}\n`],
    ["after another item", `mapping rhythms: gamma as Value\n\n# lamina-ignore ${rule} -- soon\n${bare}\n`],
    ["among other rules", `# lamina-ignore unread-source, ${rule} -- soon\n${bare}\n`],
    ["parted by blanks", `# lamina-ignore unread-source ${rule} -- soon\n${bare}\n`],
    ["for the file, at its start", `# lamina-ignore-file ${rule} -- all drafts\n\nmapping rhythms: gamma as Value\n\n${bare}\n`],
    ["for the file, at its end", `mapping rhythms: gamma as Value\n\n${bare}\n\n# lamina-ignore-file ${rule} -- all drafts\n`],
    ["with CRLF", `# lamina-ignore ${rule} -- soon\r\n${bare}\r\n`],
    ["in a manuscript", `# file: paper.md\nText.\n\n\`\`\`lamina\n# lamina-ignore ${rule} -- soon\n${bare}\n\`\`\`\n`],
  ])("%s silences the finding", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["another rule", `# lamina-ignore unread-source -- soon\n${bare}\n`],
    ["an item further down", `# lamina-ignore ${rule} -- soon\nmapping rhythms: gamma as Value\n\n${bare}\n`],
    ["another line", `${bare}\n  note "x"  # lamina-ignore ${rule} -- soon\n`],
    ["another clause", `${bare}\n  # lamina-ignore ${rule} -- soon\n  note "x"\n`],
    ["in a string", `${bare}\n  note "# lamina-ignore ${rule} -- soon"\n`],
    ["a fence further down", `# file: paper.md\n\`\`\`lamina\n# lamina-ignore ${rule} -- soon\n\`\`\`\n\n\`\`\`lamina\n${bare}\n\`\`\`\n`],
  ])("for %s does not", (_, text) => {
    expect(found(text)).toContain(`${rule}: values`);
  });

  it("for a clause reaches all of it, and no other", () => {
    const text = (line: string): string => `mapping rhythms: gamma as Value\n${line}  predicts first\n    , second\n  predicts third\n`;
    const ids = (...names: readonly string[]): readonly string[] => names.map((name) => `unknown-prediction: ${name}`);
    expect(found(text(""))).toEqual(ids("first", "second", "third"));
    expect(found(text("  # lamina-ignore unknown-prediction -- to be written\n"))).toEqual(ids("third"));
  });

  it("says why what it silences is silenced", () => {
    const { snapshot } = project(`# lamina-ignore ${rule} -- to be cited\n${bare}\n`);
    const { findings, silenced } = new Checker(snapshot).check(address("main.lamina"));
    expect(findings).toEqual([]);
    expect(silenced.map((finding) => [finding.rule, finding.reason])).toEqual([[rule, "to be cited"]]);
  });

  it("silences neither findings on suppressions nor on settings", () => {
    const text = `# lamina-ignore-file suppression-without-reason -- never\n# lamina-ignore ${rule}\n${bare}\n`;
    expect(found(text)).toContain(`suppression-without-reason: lamina-ignore ${rule}`);
  });
});

describe("unused-suppression", () => {
  it("is found where the claim has been mended since", () => {
    const mended = `# lamina-ignore ${rule} -- soon\n${bare}\n  supported by [@binzegger2004quantitative] anatomy "so"\n`;
    expect(found(mended)).toEqual([`unused-suppression: lamina-ignore ${rule} -- soon`]);
    const before = project(mended);
    expect(mend(before, only(before.findings(), "unused-suppression"), "Take the suppression away").texts.get("main.lamina")).toBe(
      mended.slice(mended.indexOf("\n") + 1),
    );
  });

  it("takes one rule away among several, and a comment at the end of a line with the blanks before it", () => {
    const two = project(`${bare}  # lamina-ignore ${rule}, duplicate-id -- soon\n`);
    expect(mend(two, only(two.findings(), "unused-suppression"), /^Take/).texts.get("main.lamina")).toBe(
      `${bare}  # lamina-ignore ${rule} -- soon\n`,
    );
    const one = project(`mapping rhythms: gamma as Value  # lamina-ignore ${rule} -- soon\n`);
    expect(mend(one, only(one.findings(), "unused-suppression"), /^Take/).texts.get("main.lamina")).toBe(
      "mapping rhythms: gamma as Value\n",
    );
  });

  it("says nothing of rules that do not run", () => {
    expect(found("# lamina-ignore single-source -- one is enough\nmapping rhythms: gamma as Value\n")).toEqual([]);
    expect(brief(`# lamina-ignore ${rule} -- soon\nmapping rhythms: gamma as Value\n`, { complete: false })).toEqual([]);
  });

  it("follows an edit", () => {
    const before = project(`# lamina-ignore ${rule} -- soon\n${bare}\n`);
    const checker = new Checker(before.snapshot);
    expect(checker.findings(address("main.lamina"))).toEqual([]);
    const source = before.snapshot.documents.get(address("main.lamina")) as ReturnType<typeof import("./project.ts").open>;
    const edited = source.edit({ span: { start: source.length, end: source.length }, text: '  supported by [@larkum1999new] ephys "x"\n' });
    checker.update(before.snapshot.with({ documents: new Map([[edited.uri, edited]]) }));
    expect(checker.findings(edited.uri).map((finding) => finding.rule)).toEqual(["unused-suppression"]);
  });
});

describe("the words of a suppression", () => {
  const read = (comment: string): Suppression | undefined =>
    suppressionsOf(Document.parse(`${comment}\nclaim a: L4 as Value\n`).items[0] as Item)[0];

  it.each([
    ["# lamina-ignore a-rule -- because", ["a-rule"], "because"],
    ["#lamina-ignore a-rule,b-rule   --   because -- so", ["a-rule", "b-rule"], "because -- so"],
    ["# lamina-ignore a-rule", ["a-rule"], undefined],
    ["# lamina-ignore a-rule --  ", ["a-rule"], undefined],
    ["# lamina-ignore -- because", [], "because"],
    ["# lamina-ignore", [], undefined],
  ])("%s", (comment, rules, reason) => {
    expect(read(comment)?.rules.map(({ code }) => code)).toEqual(rules);
    expect(read(comment)?.reason).toBe(reason);
  });

  it("are none in a comment that only speaks of them", () => {
    expect(read("# see lamina-ignore a-rule -- because")).toBeUndefined();
  });

  it("lacking a rule are told what they lack", () => {
    expect(check("# lamina-ignore\nmapping rhythms: gamma as Value\n").map(({ message }) => message)).toEqual([
      "Nothing is said on what is silenced, expected the name of a rule: lamina-ignore RULE -- reason.",
    ]);
  });
});
