/** Documents of others, which know nothing of Lamina, are left in peace: the Markdown of every package that is installed here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { usesLamina } from "../../src/core/features/prose-hover.ts";
import { builtin, checkAll, defaultSettings, Snapshot } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";

const root = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** The Markdown files of the packages, each package's own folder only, no more than needed for a fair picture. */
function documents(): readonly string[] {
  const found: string[] = [];
  const foldersIn = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith(".") ? [entry.name] : [],
    );
  const packages = foldersIn(root).flatMap((name) =>
    name.startsWith("@") ? foldersIn(join(root, name)).map((inner) => join(name, inner)) : [name],
  );
  for (const name of packages) {
    const folder = join(root, name);
    for (const file of readdirSync(folder, { withFileTypes: true }))
      if (file.isFile() && /\.(md|markdown)$/i.test(file.name)) found.push(join(folder, file.name));
    if (found.length >= 200) break;
  }
  return found;
}

it("has no finding, no claim and no card in the Markdown of others", () => {
  const files = documents();
  expect(files.length).toBeGreaterThanOrEqual(30);
  const sources = files.map((file, index) => openSource(`file:///others/${index}.md`, "markdown", readFileSync(file, "utf8")));
  expect(sources.filter(({ regions, anchors }) => regions.length > 0 || anchors.length > 0).map(({ uri }) => uri)).toEqual([]);
  const snapshot = Snapshot.empty(builtin()).with({ documents: new Map(sources.map((source) => [source.uri, source])), complete: true });
  const findings = [...checkAll(snapshot, { ...defaultSettings, profile: "submission" }).values()].flat();
  expect(findings.map(({ uri, rule, message }) => `${uri} ${rule}: ${message}`)).toEqual([]);
  expect(usesLamina(snapshot)).toBe(false);
});
