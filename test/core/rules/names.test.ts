/** Rules on names: unknown-part, ambiguous-name. */
import { describe, expect, it } from "vitest";
import { brief, check, mend, only, project } from "../project.ts";

const supported = '  supported by [@binzegger2004quantitative] anatomy "it is there"\n';

describe("unknown-part", () => {
  it.each([
    ["claim a: L4 as Value"],
    ["claim a: l4 as value"],
    ['claim a: "granular layer" as Value'],
    ['claim a: "第4层" as Value'],
    ["claim a: cortex:L4 as transformer:Value"],
    ["claim a: L5.PT as Value"],
    ["claim a: apical_dendrite as feed-forward"],
    ['claim a: "apical dendrite" as Value'],
    ["claim a: thalamus -> L4 > L2/3 -- L2/3 as Embedding > Value"],
  ])("is silent on %s", (header) => {
    expect(brief(`${header}\n${supported}`)).toEqual([]);
  });

  it("finds the name alone, and says what knows it not", () => {
    const finding = only(check(`claim a: L4 -> L9 as Value\n${supported}`), "unknown-part");
    expect(finding.span).toEqual({ start: 15, end: 17 });
    expect(finding.message).toMatch(/^Unexpected name “L9”, which cortex or transformer does not know\. Did you mean /);
  });

  it("takes a transposed letter for what was meant", () => {
    const before = project(`claim a: L4 as Vlaue\n${supported}`);
    const after = mend(before, only(before.findings(), "unknown-part"), "Change to “Value”");
    expect(after.texts.get("main.lamina")).toContain("as Value\n");
    expect(after.findings()).toEqual([]);
  });

  it("takes an id for what was meant before a synonym of another part", () => {
    expect(only(check(`claim a: L5BB as Value\n${supported}`), "unknown-part").fixes[0]?.title).toBe("Change to “L5B”");
  });

  it("finds names in via, facet, about, symbol and implements, too", () => {
    expect(
      brief(
        [
          "claim a: L4 as Value",
          '  supported by [@lee2009modulator] ephys "so"',
          "  via nowhere1",
          '  facet "one" of nowhere2',
          'prediction p: "it grows"',
          "  about nowhere3 -> L4",
          '  falsified if "it shrinks"',
          'model m: "m.pkl"',
          "  symbol f.g as nowhere4, L4",
          "implements a as nowhere5",
        ].join("\n"),
      ),
    ).toEqual([1, 2, 3, 4, 5].map((number) => `unknown-part: nowhere${number}`));
  });

  it("finds a prefix that is no atlas, and offers the blank that an id needs", () => {
    const before = project(`claim values:L4 as Value\n${supported}`);
    const finding = only(before.findings(), "unknown-part");
    expect(finding.message).toContain("write a blank after its colon");
    expect(mend(before, finding, /id/).findings()).toEqual([]);
    expect(only(check(`claim a: cortx:L4 as Value\n${supported}`), "unknown-part").message).toContain("Did you mean “cortex”?");
  });

  it("finds an atlas that is not there once, and no name for its sake", () => {
    const before = project(`use cortex, transformr\n\nclaim a: L4 as Value\n${supported}`);
    const finding = only(before.findings(), "unknown-part");
    expect(before.findings()).toHaveLength(1);
    expect(mend(before, finding, "Change to “transformer”").findings()).toEqual([]);
  });

  it("knows an atlas by any spelling of its case", () => {
    expect(brief(`use Cortex, TRANSFORMER\nclaim a: L4 as Value\n${supported}`)).toEqual([]);
  });

  it("knows the atlases of other documents of the project when they are asked for, and its own without asking", () => {
    const atlas = '# file: atlas.lamina\natlas hippocampus: "Hippocampus"\npart CA3: "Field CA3"\n';
    const claim = `claim a: CA3 as KV-cache\n${supported}`;
    expect(brief(`${atlas}# file: a.lamina\n${claim}`)).toEqual(["unknown-part: CA3"]);
    expect(brief(`${atlas}# file: a.lamina\nuse hippocampus, transformer\n${claim}`)).toEqual([]);
    expect(brief(`${atlas}# file: a.lamina\nclaim a: hippocampus:CA3 as KV-cache\n${supported}`)).toEqual([]);
    expect(brief(`${atlas}${claim}`)).toEqual([]);
  });

  it("waits until everything was read", () => {
    expect(brief("claim a: L9 as Value", { complete: false })).toEqual([]);
  });
});

describe("ambiguous-name", () => {
  it.each([
    ["claim a: L4 as Value"],
    ["claim a: L4 as V"],
    ["claim a: gamma as PE"],
    ["claim a: cortex:prediction-error, L4 as cortex:PE"],
    ["claim a: IT as FF"],
  ])("is silent where only one part can stand: %s", (header) => {
    expect(brief(`${header}\n${supported}`)).toEqual([]);
  });

  it("finds a name that two parts bear, and each fix makes it one of them", () => {
    const before = project(`claim a: L4, Value as PE\n${supported}`);
    const finding = only(before.findings(), "ambiguous-name");
    expect(finding.message).toMatch(/^“PE” is the name of several parts: .*prediction-error.* or .*Positional-encoding/);
    expect(finding.fixes).toHaveLength(2);
    for (const fix of finding.fixes) expect(mend(before, finding, fix.title).findings()).toEqual([]);
  });

  it("finds a word with several meanings that is the name of no part", () => {
    const finding = only(check(`claim a: L4 as layer\n${supported}`), "ambiguous-name");
    expect(finding.message).toContain("cortical lamina (cortex:L1 ... cortex:L6b); or network block (transformer:Block)");
  });

  it("finds them in predictions, facets and models as well", () => {
    expect(
      brief(
        [
          'prediction p: "it grows"',
          "  about layer",
          '  falsified if "it shrinks"',
          'model m: "m.pkl"',
          "  symbol f.g as PE",
          "claim a: L4 as Value",
          '  facet "one" of memory',
          supported,
        ].join("\n"),
      ),
    ).toEqual(["ambiguous-name: layer", "ambiguous-name: PE", "ambiguous-name: memory"]);
  });

  it("finds ends that several pathways join", () => {
    const before = project(`claim a: thalamus -> infragranular as Value\n${supported}`);
    const finding = before.findings().find((each) => each.rule === "ambiguous-name");
    // first-order thalamus joins L5 and L6 by one entry, so that the pathway is clear
    expect(finding).toBeUndefined();
    const several = project(`claim a: supragranular -> infragranular, area -> column as Value\n${supported}`);
    const found = only(several.findings(), "ambiguous-name");
    expect(found.message).toMatch(/^Several pathways join these ends: /);
    for (const fix of found.fixes) expect(mend(several, found, fix.title).findings()).toEqual([]);
  });

  it("prefers a name of one's own atlas by id over synonyms, and finds two ids", () => {
    const own = (id: string): string => `atlas mine: "Mine"\npart ${id}: "One"\nclaim a: ${id} as Value\n${supported}`;
    expect(brief(own("granular"))).toEqual([]);
    const before = project(own("L4"));
    const finding = only(before.findings(), "ambiguous-name");
    expect(finding.fixes.map((fix) => fix.title)).toEqual(["Change to “cortex:L4”", "Change to “mine:L4”"]);
  });
});
