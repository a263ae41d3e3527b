/** Where claims hold and where evidence was seen: on the real examples first, then on what the vocabulary knows. */
import { describe, expect, it } from "vitest";
import { check, mend, only, project } from "../project.ts";
import { foundInExamples, messagesInExamples } from "./example-files.ts";
import { findingsOf, messages, places } from "./found.ts";

const claim = (scope: string, evidence = "cat V1"): string =>
  `claim values: L4 -> L2/3 as Value\n  supported by [@binzegger2004quantitative] anatomy_light "so" in ${evidence}\n  scope ${scope}\n`;

const hypothesis = "neuroscience-of-transformers/hypothesis.lamina";

describe("unknown-scope", () => {
  it("finds nothing in the examples, and a slip in one", () => {
    expect(foundInExamples("unknown-scope", "submission")).toEqual([]);
    const slip = {
      file: hypothesis,
      from: "scope primary sensory cortex, cat or primate",
      to: "scope primary sensory cortex, cat or primaet",
    };
    expect(foundInExamples("unknown-scope", "draft", slip)).toEqual(["hypothesis.lamina: primaet"]);
  });

  it("changes to the nearest phrase, or puts in quotes what is not known, and no more", () => {
    const before = project(claim("mouse frobnicated V1, adlut"));
    const [frob, slip] = before.findings().filter(({ rule }) => rule === "unknown-scope");
    if (!frob || !slip) throw new Error("expected two findings");
    expect(mend(before, slip, "Change to “adult”").texts.get("main.lamina")).toContain("V1, adult\n");
    const quoted = mend(before, frob, /quotes/);
    expect(quoted.texts.get("main.lamina")).toContain('scope mouse, "frobnicated", V1, adlut\n');
    expect(quoted.findings().filter(({ rule }) => rule === "unknown-scope")).toHaveLength(1);
  });

  it("quotes the whole of an alternative, so that the others stay what they are", () => {
    const before = project(claim("cat V1 or frobnicated V1"));
    const after = mend(before, only(before.findings(), "unknown-scope"), /quotes/);
    expect(after.texts.get("main.lamina")).toContain('scope cat V1 or "frobnicated V1"\n');
  });

  it("points out a word that means two areas, and looks at evidence and predictions too", () => {
    expect(messages("unknown-scope", claim("CA"))[0]).toContain("“CA”");
    expect(places("unknown-scope", claim("mouse V1", "catt V1"))).toEqual(["catt"]);
    expect(places("unknown-scope", 'prediction p: "it is"\n  tested by anatomy in mose V1\n')).toEqual(["mose"]);
  });

  it("knows the words of an atlas of one's own", () => {
    const own = 'atlas mine: "Mine"\npart vole: "Prairie vole"\n  kind species\n';
    expect(places("unknown-scope", claim("vole, V1"))).toEqual(["vole"]);
    expect(places("unknown-scope", own + claim("vole, V1"))).toEqual([]);
  });

  it.each(["in vivo", "in vitro", "in situ", "in silico", "mouse V1, in vivo", "cat V1 in vivo"])("reads %s", (scope) => {
    for (const text of [claim(scope), claim("mouse V1", scope)]) {
      const amiss = check(text).filter(({ rule, message }) => rule === "syntax-error" || message.startsWith("Unexpected words"));
      expect(amiss).toEqual([]);
    }
  });
});

describe("scope-missing", () => {
  it("asks of real claims on measurements in which animal and where, and not of those that say so or only derive", () => {
    expect(foundInExamples("scope-missing", "draft")).toEqual([]);
    const found = foundInExamples("scope-missing", "review");
    expect(found).toContain("hypothesis.lamina: values");
    expect(found).not.toContain("hypothesis.lamina: column-is-token");
    expect(found).not.toContain("limits.lamina: normalisation-gap");
    expect(messagesInExamples("scope-missing", "review")[0]).toContain("scope cat V1");
  });

  it("takes the scope of the family, and offers that of the evidence", () => {
    const bare = 'claim a: L4 as Value\n  supported by [@k] anatomy "so" in cat V1\n';
    expect(places("scope-missing", `mapping f: column as Block\n  scope cat V1\n${bare}  belongs to f\n`)).toEqual([]);
    const before = project(bare, { settings: { profile: "review" } });
    const after = mend(before, only(before.findings(), "scope-missing"), /as its evidence says/);
    expect(after.texts.get("main.lamina")).toContain("\n  scope cat V1\n");
    expect(after.findings().filter(({ rule }) => rule.startsWith("scope-"))).toEqual([]);
  });

  it("wants both in every alternative", () => {
    expect(places("scope-missing", claim("cat V1 or macaque"))).toEqual(["cat V1 or macaque"]);
    expect(places("scope-missing", claim("V1, cat or macaque"))).toEqual([]);
    expect(places("scope-missing", claim('"wherever"'))).toEqual(['"wherever"']);
  });
});

describe("scope-mismatch", () => {
  it("finds evidence from the cat for a claim on the mouse, in a real claim", () => {
    expect(foundInExamples("scope-mismatch", "submission")).toEqual([]);
    const moved = {
      file: hypothesis,
      from: "claim values: L4 -> L2/3 as Value\n",
      to: "claim values: L4 -> L2/3 as Value\n  scope mouse S1\n",
    };
    expect(messagesInExamples("scope-mismatch", "submission", moved)).toEqual([
      expect.stringContaining("“cat” of evidence for a claim on “mouse”"),
    ]);
  });

  it.each([
    ["macaque MT", "warning"],
    ["mouse S1", "warning"],
    ["macaque V1", "information"],
    ["cat V1", undefined],
    ["primate or cat, primary sensory cortex", undefined],
    ["cat", undefined],
  ])("weighs evidence from cat V1 for a claim on %s", (scope, severity) => {
    const found = findingsOf("scope-mismatch", claim(scope));
    expect(found[0]?.severity).toBe(severity);
  });

  it.each([
    ["mouse hippocampus", "L4", "warning"],
    ["mouse M1", "L4", "information"],
    ["cat V1", "L4", undefined],
  ])("knows of %s whether it has a layer 4", (scope, word, severity) => {
    const text = claim(scope, "cat V1");
    const found = findingsOf("scope-mismatch", text).filter(({ span }) => text.slice(span.start, span.end) === word);
    expect(found[0]?.severity).toBe(severity);
  });

  it("looks into evidence by its id, and says where it was seen", () => {
    const evidence = 'evidence e: [@k]\n  type anatomy\n  shows "so"\n  scope cat V1\n';
    const [found] = findingsOf("scope-mismatch", `${evidence}claim a: L4 as Value\n  supported by e\n  scope macaque MT\n`);
    expect(found?.related.map(({ message }) => message)).toEqual(["where it was seen"]);
  });
});
