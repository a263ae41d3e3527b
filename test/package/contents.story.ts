/** What is in the packages, file by file: nothing that a user has no use for, and nothing of the machine that made them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledPackages, licenceOf } from "../../scripts/lib/licences.mjs";
import { contentsOf, galleryText, tarballFile, vsixFile } from "../../scripts/lib/packages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"));

const figures = ["dist/figure/Arimo-Bold.ttf", "dist/figure/Arimo-Regular.ttf", "dist/figure/LICENSES.txt", "dist/figure/resvg.wasm"];

describe("the package of the editor", () => {
  it("holds this and no more", () => {
    const expected = [
      ...["CHANGELOG.md", "LICENSE", "package.json", "README.md"],
      ...["dist/client.cjs", "dist/figure.cjs", "dist/server.cjs", "dist/webview.js", "dist/THIRD-PARTY-LICENSES.txt", ...figures],
      ...filesBelow("docs/manual"),
      ...filesBelow("media"),
      ...filesBelow("syntaxes"),
    ];
    // the tool that packs gives some files a name of its own
    const own: Readonly<Record<string, string>> = { "CHANGELOG.md": "changelog.md", LICENSE: "LICENSE.txt", "README.md": "readme.md" };
    const within = expected.map((path) => `extension/${own[path] ?? path}`);
    expect(contentsOf(vsixFile)).toEqual([...within, "[Content_Types].xml", "extension.vsixmanifest"].sort());
  });

  it("is small", () => {
    expect(statSync(vsixFile).size).toBeLessThan(2.6e6);
  });
});

describe("the package of npm", () => {
  it("holds this and no more", () => {
    const programs = ["lamina.cjs", "lamina-program.cjs", "server.cjs", "figure.cjs", "report.cjs", "interchange.cjs"];
    const modules = ["library.mjs", "remark.mjs", "markdown-it.mjs"];
    const types = [
      "library/index",
      "library/project",
      "library/text",
      "library/types",
      "plugins/remark",
      "plugins/markdown-it",
      "records/record",
    ];
    const expected = [
      ...["LICENSE", "README.md", "package.json", "dist/THIRD-PARTY-LICENSES.txt", ...figures],
      ...[...programs, ...modules].map((name) => `dist/${name}`),
      ...types.map((name) => `dist/types/${name}.d.mts`),
      ...["media/lamina.schema.json", "media/lamina.sty", ...filesBelow("media/schemas"), ...filesBelow("syntaxes")],
    ];
    expect(contentsOf(tarballFile)).toEqual(expected.map((path) => `package/${path}`).sort());
  });

  it("is small", () => {
    expect(statSync(tarballFile).size).toBeLessThan(3.6e6);
  });
});

describe("whatever is packed", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lamina-packed-"));
    execFileSync("unzip", ["-q", vsixFile, "-d", folder]);
    execFileSync("tar", ["-xzf", tarballFile, "-C", folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const texts = (): readonly (readonly [string, string])[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/\.(?:wasm|ttf|png)$/.test(entry.name))
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]);

  it("names no folder of the machine that made it", () => {
    const naming = texts().filter(([, text]) => text.includes(root) || /\bfile:\/\/\/(?!project\b)[a-z]+\/[a-z]+\//i.test(text));
    expect(naming.map(([name]) => name)).toEqual([]);
  });

  it("points to no map of its source", () => {
    expect(
      texts()
        .filter(([, text]) => /^\/\/# sourceMappingURL=/m.test(text))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it("comes with the licences of what it is made of", () => {
    const [, licences = ""] = texts().find(([name]) => name === "THIRD-PARTY-LICENSES.txt") ?? [];
    for (const name of ["lit-html", "@vscode-elements/elements", "@expo-google-fonts/arimo", "@resvg/resvg-wasm", "vscode-languageserver"])
      expect(licences).toMatch(new RegExp(`^${name.replace("/", "\\/")} \\d+\\.\\d+\\.\\d+ \\([\\w.-]+\\)$`, "m"));
    expect(licences).toMatch(/SIL OPEN FONT LICENSE/i);
    expect(licences).toContain("Mozilla Public License");
  });
});

describe("licences", () => {
  const folder = "out/without-licence";
  const made = (name: string, text: string): void => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  };
  afterAll(() => rmSync(join(root, folder), { recursive: true, force: true }));

  it("must be there in full, or nothing is built", () => {
    made("package.json", '{ "name": "strange", "version": "1.0.0", "license": "MIT" }');
    made("README.md", "# Strange\n\n## License\n\nMIT\n");
    expect(() => licenceOf(folder)).toThrow("strange 1.0.0 is bundled, and has no text of its licence.");
    made("README.md", "# Strange\n\n## License\n\nPermission is hereby granted to whoever asks.\n\n## More\n");
    expect(licenceOf(folder).text).toBe("Permission is hereby granted to whoever asks.");
    made("LICENSE", "The text.\n");
    expect(licenceOf(folder)).toEqual({ name: "strange", version: "1.0.0", licence: "MIT", text: "The text." });
  });

  it("are those of packages of which something is in a program", () => {
    const inputs = {
      "node_modules/used/index.js": { bytesInOutput: 1 },
      "late:node_modules/@scope/late/deep/index.js": { bytesInOutput: 1 },
      "node_modules/used/node_modules/inner/index.js": { bytesInOutput: 1 },
      "node_modules/dropped/index.js": { bytesInOutput: 0 },
      "src/core/text.ts": { bytesInOutput: 1 },
    };
    const output = { bytes: 1, inputs, imports: [], exports: [] };
    expect(bundledPackages([{ inputs: {}, outputs: { "dist/a.cjs": output } }]).filter((path) => !/arimo|resvg/.test(path))).toEqual([
      "node_modules/@scope/late",
      "node_modules/used",
      "node_modules/used/node_modules/inner",
    ]);
  });
});

describe("the text for the gallery", () => {
  it("shows no picture and follows no link into the repository, where neither is to be had", () => {
    const text =
      "# Name\n\n![a picture](docs/a.png)\n\nSee [the rules](docs/rules.md), [a site](https://example.org) and [below](#below).\n";
    expect(galleryText(text)).toBe("# Name\n\nSee the rules, [a site](https://example.org) and [below](#below).\n");
  });

  it("keeps what is said", () => {
    expect(galleryText(readFileSync(join(root, "README.md"), "utf8"))).toContain("## Your first claim");
  });
});
