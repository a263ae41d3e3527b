/** Rules on how far a work was read: unread-source, secondary-as-paper. */
import { describe, expect, it } from "vitest";
import { mend, only, project } from "../project.ts";
import { findingsOf, messages, places, severities, submission } from "./found.ts";

describe("unread-source", () => {
  const rule = "unread-source";
  const claim = (line: string, strength = "functional"): string => `claim a: L4 as Value\n  strength ${strength}\n  ${line}\n`;
  const cited = (read: string): string => `supported by [@larkum1999new] ephys_intracellular "inputs coincide"${read}`;

  it.each([
    [claim(cited(" read title-only")), "title-only"],
    [claim(cited(' read secondary "a note"')), "secondary"],
    [claim(cited(" read not-read")), "not-read"],
    [`${claim("supported by e")}evidence e: [@larkum1999new]\n  type ephys\n  read title-only\n`, "e"],
    [`${claim(cited(""))}source @larkum1999new\n  read not-read\n`, "[@larkum1999new]"],
    [
      claim('qualified by [@larkum1999new] statement "in rats" read title-only\n  supported by [@lee2009modulator] behaviour "x"'),
      "title-only",
    ],
  ])("is found in %s", (text, words) => {
    expect(places(rule, text)).toEqual([words]);
  });

  it.each([
    [claim(cited(" read abstract"))],
    [claim(cited(" read full-text"))],
    [claim(cited(""))],
    [claim(cited(" read title-only"), "analogy")],
    [`${claim(cited(" read abstract"))}source @larkum1999new\n  read title-only\n`],
    [`${claim('supported by [@granier2025multihead, v3] behaviour "x"')}source @granier2025multihead\n  version v1\n  read title-only\n`],
    [claim(`${cited("")}\n  disputed by [@lee2009modulator] statement "no" read title-only`)],
    [`claim a: L4 not as Value\n  strength literal\n  ${cited(" read title-only")}\n`],
    [claim('supported by data "x.csv"')],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("shows where it is said how far the work was read", () => {
    const text = `${claim("supported by e")}evidence e: [@larkum1999new]\n  type ephys\n  read title-only\n`;
    expect(findingsOf(rule, text)[0]?.related.map(({ message }) => message)).toEqual(["how far it was read"]);
    expect(severities(rule, text)).toEqual(["", "information", "warning"]);
  });

  it("is mended by asserting less", () => {
    const before = project(claim(cited(" read title-only")), submission);
    expect(
      mend(before, only(before.findings(), rule), "Lower to “analogy”")
        .findings()
        .map((each) => each.rule),
    ).not.toContain(rule);
  });
});

describe("secondary-as-paper", () => {
  const rule = "secondary-as-paper";
  const claim = (read: string): string =>
    `claim a: L4 as Value\n  stated in [@koenig2026neuroscience]${read}\n  supported by [@binzegger2004quantitative] anatomy "x"\n`;
  const source = (words: string): string => `source @koenig2026neuroscience\n  read ${words}\n`;

  it("is calm where the writer says through what the work is known", () => {
    const text = claim(' read secondary "a web page about the paper"');
    expect(places(rule, text)).toEqual(["secondary"]);
    expect(severities(rule, text)).toEqual(["", "information", "error"]);
  });

  it.each([
    [claim(" read secondary"), "[@koenig2026neuroscience] read secondary"],
    [claim(' read secondary "…"'), '[@koenig2026neuroscience] read secondary "…"'],
    [claim(" read not-read"), "[@koenig2026neuroscience] read not-read"],
    [claim("") + source('secondary "a web page"'), "[@koenig2026neuroscience]"],
  ])("is a warning in a draft where he does not: %s", (text, words) => {
    expect(places(rule, text)).toEqual([words]);
    expect(severities(rule, text)).toEqual(["warning", "warning", "error"]);
  });

  it.each([
    [claim("")],
    [claim(" read abstract")],
    [claim(" read full-text")],
    [claim(" read title-only")],
    [claim("") + source('abstract "and a web page"')],
    [`${claim(' read secondary "a page"')}  stated in [@koenig2026neuroscience] read abstract\n`],
    [
      `claim a: L4 as Value\n  stated in [@granier2025multihead, v3]\nsource @granier2025multihead\n  version v1\n  read secondary "a note"\n`,
    ],
    [`mapping f: column as Block\n  stated in [@koenig2026neuroscience] read abstract\nclaim a: L4 as Value\n  belongs to f\n`],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("is found once for a family, and for predictions", () => {
    const family = `mapping f: column as Block\n  stated in [@koenig2026neuroscience] read secondary "a page"\nclaim a: L4 as Value\n  belongs to f\nclaim b: L5 as Key\n  belongs to f\n`;
    expect(places(rule, family)).toEqual(["secondary"]);
    expect(places(rule, 'prediction p: ?\n  stated in [@koenig2026neuroscience] read secondary "a page"\n')).toEqual(["secondary"]);
  });

  it("takes over what the source item says", () => {
    const before = project(claim("") + source('secondary "a \\"web\\" page"'), submission);
    const finding = only(before.findings(), rule);
    expect(finding.related.map(({ message }) => message)).toEqual(["how far the source was read"]);
    const after = mend(before, finding, "Say through what it is known");
    expect(after.texts.get("main.lamina")).toContain('stated in [@koenig2026neuroscience] read secondary "a \\"web\\" page"\n');
    expect(messages(rule, after.texts.get("main.lamina") ?? "", { settings: { profile: "draft" } })).toEqual([]);
  });

  it("leaves a place to say through what", () => {
    const before = project(claim(" read not-read"), submission);
    const after = mend(before, only(before.findings(), rule), "Say through what it is known");
    expect(after.texts.get("main.lamina")).toContain('[@koenig2026neuroscience] read secondary "…"\n');
  });
});
