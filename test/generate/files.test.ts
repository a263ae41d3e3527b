import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/generate/files.ts";
import { printJson } from "../../scripts/generate/json.ts";
import { withContributions } from "../../scripts/generate/manifest.ts";
import { laminaSnippets } from "../../scripts/generate/snippets.ts";
import { settingsFor } from "../../src/core/settings.ts";
import { Document } from "../../src/core/syntax/document.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("generated files", () => {
  it.each(generatedFiles.map(({ path, text }) => [path, text] as const))(
    "%s is as the generator gives it (npm run generate)",
    (path, text) => {
      const before = readFileSync(join(root, path), "utf8");
      expect(text(before)).toBe(before);
    },
  );
});

describe("the manifest", () => {
  it("keeps what is not generated, and its order", () => {
    const before = { name: "x", scripts: { a: "b" }, contributes: { old: true }, devDependencies: {} };
    const after = JSON.parse(withContributions(JSON.stringify(before)));
    expect(after.scripts).toEqual(before.scripts);
    expect(after.contributes.old).toBeUndefined();
    expect(Object.keys(after)[0]).toBe("name");
    expect(Object.keys(after).slice(-2)).toEqual(["scripts", "devDependencies"]);
    expect(withContributions(withContributions(JSON.stringify(before)))).toBe(withContributions(JSON.stringify(before)));
  });

  it("names only files that are there", () => {
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:media|syntaxes)\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("offers in menus and keys only commands that it has, and each once", () => {
    const { commands, menus, keybindings } = manifest.contributes;
    const names: string[] = commands.map(({ command }: { command: string }) => command);
    expect(new Set(names).size).toBe(names.length);
    const entries = [...Object.values<{ command?: string; submenu?: string }[]>(menus).flat(), ...keybindings];
    const used = entries.filter(({ submenu }) => submenu === undefined).map(({ command }) => command);
    expect(used.filter((command) => !names.includes(command))).toEqual([]);
    const opened = entries.flatMap(({ submenu }) => submenu ?? []);
    expect(opened).toEqual(manifest.contributes.submenus.map(({ id }: { id: string }) => id));
  });

  it("describes every setting of the table", () => {
    for (const { name, help } of settingsFor("editor"))
      expect(manifest.contributes.configuration.properties[`lamina.${name}`].markdownDescription).toBe(help);
  });
});

describe("snippets", () => {
  it.each(Object.entries(laminaSnippets()))("%s, as it comes, is Lamina without a fault", (_, { body }) => {
    const text = body
      .join("\n")
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
      .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
      .replace(/\$\d+/g, "");
    const problems = Document.parse(text).items.flatMap((item) => item.problems.map(({ message }) => message));
    expect(problems).toEqual([]);
  });
});

describe("JSON as the formatter would write it", () => {
  it("says what it was given", () => {
    const value = { a: [], b: {}, c: [1, "x", null], d: [["[", "]"]], e: [{ f: true }], g: "é\n" };
    expect(JSON.parse(printJson(value))).toEqual(value);
  });

  it("puts a list on one line where it fits", () => {
    expect(printJson({ a: ["x", "y"] })).toBe('{\n  "a": ["x", "y"]\n}\n');
    expect(printJson({ a: ["x", "y"] }, 10)).toBe('{\n  "a": [\n    "x",\n    "y"\n  ]\n}\n');
  });
});
