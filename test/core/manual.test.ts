/** What README and manual show as Lamina is Lamina, and names what there is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtin, checkAll, Snapshot } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manual = join(root, "docs/manual");

/** Findings that a reader of an example would take for a fault of the page. */
const faults = [
  "syntax-error",
  "misplaced-clause",
  "unknown-word",
  "mixed-list",
  "pairs-unequal",
  "unknown-part",
  "ambiguous-name",
  "unresolved-citation",
  "unknown-rule",
];

const fences = (page: string): readonly string[] =>
  [...readFileSync(page, "utf8").matchAll(/^( *)```lamina\n([\s\S]*?)^ *```$/gm)].map(([, indent = "", text = ""]) =>
    text.replaceAll(`\n${indent}`, "\n").slice(indent.length),
  );

const faultsOf = (text: string): readonly string[] => {
  const uri = "file:///example.lamina";
  const snapshot = Snapshot.empty(builtin()).with({ documents: new Map([[uri, openSource(uri, "lamina", text)]]), complete: true });
  return (checkAll(snapshot).get(uri) ?? []).filter(({ rule }) => faults.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`);
};

describe.each([
  ["the tour", join(manual, "guide.md"), 15],
  ["the page of the language", join(manual, "language.md"), 12],
  ["the page of evidence", join(manual, "evidence.md"), 1],
  ["the page of numbers", join(manual, "numbers.md"), 3],
  ["the page of scopes", join(manual, "scopes.md"), 1],
])("%s", (_, page, least) => {
  const examples = fences(page);

  it("has examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(least);
  });

  it.each(examples)("shows Lamina without a fault: %s", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe("examples that stand alone", () => {
  it.each(["guide.md", "numbers.md", "evidence.md", "scopes.md"].flatMap((name) => fences(join(manual, name))))(
    "have a claim for every prediction, and define what they name: %s",
    (text) => {
      const uri = "file:///example.lamina";
      const snapshot = Snapshot.empty(builtin()).with({ documents: new Map([[uri, openSource(uri, "lamina", text)]]), complete: true });
      const loose = [...snapshot.allDeclarations()].filter(({ id, word }) => word === "prediction" && snapshot.mentions(id).length === 0);
      expect(loose.map(({ id }) => id)).toEqual([]);
      const unknown = (checkAll(snapshot).get(uri) ?? []).filter(({ rule }) => /^unknown-|^circular-|^falsifier-/.test(rule));
      expect(unknown.map(({ message }) => message)).toEqual([]);
    },
  );
});

describe("the pages of the manual", () => {
  const pages = readdirSync(manual, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));

  it.each(pages)("%s leads to pages that there are", (name) => {
    const file = join(manual, name);
    const links = [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(resolve(dirname(file), target)))).toEqual([]);
  });
});
