/** The example workspace: exactly these claims lack evidence, and exactly these predictions a falsifier. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtin, checkAll, defaultSettings, Snapshot, shippedTexts } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";
import { project, wordsOf } from "./project.ts";

const root = new URL("../../examples/neuroscience-of-transformers/", import.meta.url);

const example = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(lamina|md|bib|csv)$/.test(name))
  .map((name) => `# file: ${name}\n${readFileSync(new URL(name, root), "utf8")}`)
  .join("\n");

const found = (profile: string, rule: string): readonly string[] => {
  const { findings, texts } = project(example, { settings: { profile } });
  return findings()
    .filter((finding) => finding.rule === rule)
    .map((finding) => wordsOf(finding, texts))
    .sort();
};

it("has four claims without evidence", () => {
  expect(found("draft", "claim-without-evidence")).toEqual([
    "effective-connectivity",
    "encoder-decoder",
    "heads",
    "laminar-specialisation",
  ]);
});

it("has two predictions without a falsifier", () => {
  expect(found("draft", "prediction-without-falsifier")).toEqual(["gain-without-tuning", "subpopulation-count"]);
});

it("has one citation that was not read, so that nothing is said of what it shows", () => {
  expect(found("submission", "evidence-without-finding")).toEqual(["[@dacosta2011thalamus]"]);
});

/** How many findings of which rule and weight there are. */
function tally(profile: string): Readonly<Record<string, number>> {
  const { findings } = project(example, { settings: { profile } });
  const counts: Record<string, number> = {};
  for (const { rule, severity } of findings()) counts[`${severity} ${rule}`] = (counts[`${severity} ${rule}`] ?? 0) + 1;
  return counts;
}

it("has in a draft, beside those, only what weakens a claim, and that as information", () => {
  expect(tally("draft")).toEqual({
    "warning claim-without-evidence": 4,
    "information prediction-without-falsifier": 2,
    "information share-without-denominator": 1,
    "information observation-not-comparable": 2,
    "information strength-exceeds-evidence": 7,
    "information statements-only": 3,
    "information unanswered-dispute": 5,
    "information rests-on-unsupported": 1,
    "hint open-gap": 3,
  });
});

it("has before submission what a reviewer would ask, since most of it was read only through others", () => {
  expect(tally("submission")).toEqual({
    "error claim-without-evidence": 4,
    "error prediction-without-falsifier": 2,
    "error strength-exceeds-evidence": 8,
    "error statements-only": 1,
    "error secondary-as-paper": 7,
    "warning strength-exceeds-evidence": 2,
    "warning statements-only": 5,
    "warning unread-source": 17,
    "warning unanswered-dispute": 5,
    "warning no-counter-evidence": 6,
    "warning evidence-without-finding": 1,
    "information claim-unused": 13,
    "warning claim-without-prediction": 9,
    "warning observation-not-comparable": 2,
    "information single-source": 12,
    "information share-without-denominator": 1,
    "information reference-without-identifier": 1,
    "error rests-on-unsupported": 1,
    "warning scope-missing": 11,
    "hint part-unmapped": 2,
    "hint open-gap": 3,
  });
});

it("says of the claims of the paper which are asserted for more than is earned", () => {
  expect(found("draft", "strength-exceeds-evidence")).toEqual(Array.from({ length: 7 }, () => "functional"));
  expect(found("draft", "secondary-as-paper")).toEqual([]);
});

it("ships atlases in which nothing is found, by their own address or as a copy in a project", () => {
  for (const [uri, text] of shippedTexts) {
    if (!uri.endsWith(".lamina")) continue;
    const renamed = text.replace(/^atlas (\w+):/m, "atlas my-$1:");
    for (const [name, content] of [
      [uri, text],
      ["file:///project/copy.lamina", renamed],
    ] as const) {
      const documents = new Map([[name, openSource(name, "lamina", content)]]);
      const findings =
        checkAll(Snapshot.empty(builtin()).with({ documents, complete: true }), { ...defaultSettings, profile: "submission" }).get(name) ??
        [];
      const weighty = findings.filter(({ severity }) => severity !== "information");
      expect(
        weighty.map((finding) => `${finding.rule}: ${finding.message}`),
        name,
      ).toEqual([]);
    }
  }
});
