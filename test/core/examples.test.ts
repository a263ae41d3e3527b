/** The example workspace: exactly these claims lack evidence, and exactly these predictions a falsifier. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtin, checkAll, defaultSettings, Snapshot, shippedTexts } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";
import { project, wordsOf } from "./project.ts";

const root = new URL("../../examples/neuroscience-of-transformers/", import.meta.url);

const example = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(lamina|md|bib)$/.test(name))
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

it("has nothing else that is an error or a warning, not even before submission", () => {
  const { findings, texts } = project(example, { settings: { profile: "submission" } });
  const expected = ["claim-without-evidence", "prediction-without-falsifier", "evidence-without-finding"];
  const others = findings().filter((finding) => !expected.includes(finding.rule) && ["error", "warning"].includes(finding.severity));
  expect(others.map((finding) => `${finding.uri} ${finding.rule} ${wordsOf(finding, texts)}: ${finding.message}`)).toEqual([]);
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
