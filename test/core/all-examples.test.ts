/** Every example workspace: the claims that the language must be able to say are there, and nothing of them is misunderstood. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../src/core/model/meaning.ts";
import { project } from "./project.ts";

const root = fileURLToPath(new URL("../../examples", import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const workspace = (folder: string): ReturnType<typeof project> => {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(lamina|md|tex|bib|py|ipynb)$/.test(name),
  );
  const files = names.map((name) => `# file: ${name.replaceAll("\\", "/")}\n${readFileSync(join(root, folder, name), "utf8")}\n`);
  return project(files.join(""), { settings: { profile: "submission" } });
};

/** Findings that would mean that something was not understood, or leads nowhere. */
const misunderstandings: ReadonlySet<string> = new Set([
  "syntax-error",
  "misplaced-clause",
  "unknown-word",
  "mixed-list",
  "pairs-unequal",
  "newer-language",
  "unknown-part",
  "ambiguous-name",
  "unknown-claim",
  "unknown-prediction",
  "unknown-evidence",
  "duplicate-id",
  "kind-mismatch",
  "unresolved-citation",
  "bibliography-not-found",
  "malformed-identifier",
  "symbol-not-found",
  "contradictory-claims",
  "overclaim",
  "orphaned-anchor",
  "bad-setting",
  "unknown-rule",
]);

describe.each(folders)("examples/%s", (folder) => {
  const { snapshot, findings } = workspace(folder);

  it("is understood throughout", () => {
    expect(
      findings()
        .filter(({ rule }) => misunderstandings.has(rule))
        .map(({ uri, rule, message }) => `${uri} ${rule}: ${message}`),
    ).toEqual([]);
    expect(snapshot.documents.size).toBeGreaterThan(3);
  });
});

it("holds all of the forty-two claims, by their tags", () => {
  const tags = new Set<string>();
  for (const folder of folders) {
    for (const { region } of workspace(folder).snapshot.regions())
      for (const item of region.document.items) for (const { text } of meaningOf(item).tags) tags.add(text);
  }
  const row = (letter: string, count: number, width: number): string[] =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(width, "0")}`);
  expect([...row("C", 24, 2), ...row("D", 10, 2), ...row("S", 8, 1)].filter((tag) => !tags.has(tag))).toEqual([]);
});
