/** Comments that silence findings: what each reaches, and what is left. */
import { describe, expect, it } from "vitest";
import { Checker } from "../../src/core/service.ts";
import { expired, isDay, readReason } from "../../src/core/suppression-reason.ts";
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

describe("the end of a reason", () => {
  const read = (reason: string): object => readReason(reason);

  it("says who answers for it and until when, in any order, each by itself", () => {
    expect(read(" under review (owner: @ada, until: 2026-12-31) ")).toEqual({
      text: "under review",
      owner: "@ada",
      until: "2026-12-31",
      tail: { start: 14, end: 46 },
    });
    expect(read("x (until: 2026-12-31)")).toMatchObject({ text: "x", until: "2026-12-31" });
    expect(read("x (UNTIL:soon , Owner: Ada L.)")).toMatchObject({ text: "x", until: "soon", owner: "Ada L." });
    expect(read("(owner: @ada)")).toMatchObject({ text: "", owner: "@ada" });
    expect(read("as (Markram 2015) says (owner: @ada)")).toMatchObject({ text: "as (Markram 2015) says", owner: "@ada" });
  });

  it.each([
    "x (see: the letter)",
    "x (owner @ada)",
    "x (owner: @ada, and others)",
    "x (owner: )",
    "x (owner: a, owner: b)",
    "x (until: 2026-12-31",
    "x)",
    "(owner: a) x",
  ])("is part of the reason in “%s”", (reason) => {
    expect(read(reason)).toEqual({ text: reason });
  });

  it("is carried to what it silences, in Lamina and in running text", () => {
    const silencedIn = (text: string, name: string): unknown =>
      new Checker(project(text).snapshot).check(address(name)).silenced.map(({ reason, owner, until }) => ({ reason, owner, until }));
    const tail = "(owner: @ada, until: 2026-12-31)";
    const said = [{ reason: "soon", owner: "@ada", until: "2026-12-31" }];
    expect(silencedIn(`# lamina-ignore ${rule} -- soon ${tail}\n${bare}\n`, "main.lamina")).toEqual(said);
    expect(silencedIn(`# lamina-ignore-file ${rule} -- soon ${tail}\n${bare}\n`, "main.lamina")).toEqual(said);
    const page = `# file: paper.md\n<!-- lamina-ignore ${rule} -- soon ${tail} -->\n\`\`\`lamina\n${bare}\n\`\`\`\n`;
    expect(silencedIn(page, "paper.md")).toEqual(said);
  });

  it("stays where a reason is given for it", () => {
    const before = project(`# lamina-ignore ${rule} (owner: @ada)\n${bare}\n`);
    expect(before.findings().map((finding) => finding.rule)).toContain("suppression-without-reason");
    const text = `# lamina-ignore ${rule} -- (owner: @ada)\n${bare}\n`;
    const found = project(text);
    const [finding] = found.findings();
    expect(finding?.rule).toBe("suppression-without-reason");
    expect(finding && mend(found, finding, "Give a reason").texts.get("main.lamina")).toBe(
      `# lamina-ignore ${rule} -- … (owner: @ada)\n${bare}\n`,
    );
  });
});

describe("the day on which a suppression ends", () => {
  it("counts in", () => {
    expect(expired("2026-12-31", "2026-12-30")).toBe(false);
    expect(expired("2026-12-31", "2026-12-31")).toBe(false);
    expect(expired("2026-12-31", "2027-01-01")).toBe(true);
  });

  it("is over for nobody who does not know what day it is, nor where it is no day", () => {
    expect(expired("2020-01-01", undefined)).toBe(false);
    expect(expired(undefined, "2026-01-01")).toBe(false);
    expect(expired("2020-02-30", "2026-01-01")).toBe(false);
  });

  it.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["2026-1-1", false],
    ["31.12.2026", false],
  ])("%s is a day of the calendar: %s", (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  const text = `# lamina-ignore ${rule} -- soon (until: 2026-06-30)\n${bare}\n`;

  it("is found in Lamina and in running text, and changes nothing of what is silenced", () => {
    expect(brief(text, { today: "2026-06-30" })).toEqual([]);
    expect(brief(text)).toEqual([]);
    expect(brief(text, { today: "2026-07-01" })).toEqual(["expired-suppression: (until: 2026-06-30)"]);
    const page = `# file: paper.md\n<!-- lamina-ignore ${rule} -- soon (until: 2026-06-30) -->\n\`\`\`lamina\n${bare}\n\`\`\`\n`;
    expect(brief(page, { today: "2026-06-30" })).toEqual([]);
    expect(brief(page, { today: "2026-07-01" })).toEqual(["expired-suppression: (until: 2026-06-30)"]);
  });

  it("comes for a checker that goes on over midnight", () => {
    const checker = new Checker(project(text).snapshot);
    checker.today = "2026-06-30";
    expect(checker.findings(address("main.lamina"))).toEqual([]);
    checker.today = "2026-07-01";
    expect(checker.findings(address("main.lamina")).map((finding) => finding.rule)).toEqual(["expired-suppression"]);
  });
});
