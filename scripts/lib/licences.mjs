// The licences of what is bundled: of every package that any program holds a byte of, its name, version and licence text, in
// one file that ships beside the programs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, root } from "./project.mjs";

export const LICENCES_FILE = "THIRD-PARTY-LICENSES.txt";

/**
 * @typedef {object} Licence
 * @property {string} name The package.
 * @property {string} version
 * @property {string} licence By its short name: MIT.
 * @property {string} text
 * @property {string} [note] What else is to be said: where the source of a compiled program is.
 */

/** Packages that ship as files of their own and so stand in no bundle. @type {readonly string[]} */
const copied = ["@expo-google-fonts/arimo", "@resvg/resvg-wasm"];

/**
 * Packages without a file of their own that holds the text of their licence, and where the same text is; and files of another
 * name. Notes say what the licence asks to be said.
 * @type {Readonly<Record<string, { readonly file: string, readonly note?: string, readonly licence?: string }>>}
 */
const elsewhere = {
  "@expo-google-fonts/arimo": {
    file: "@expo-google-fonts/arimo/LICENSE_FONT",
    licence: "OFL-1.1",
    note: "The fonts Arimo Regular and Arimo Bold.",
  },
  // the Mozilla Public License has no line that names a holder, so that its text is the same in every package
  "@resvg/resvg-wasm": { file: "axe-core/LICENSE", note: "resvg, compiled. Its source: https://github.com/yisibl/resvg-js" },
};

/** The folder of the package that a bundled file is of; undefined for our own. @param {string} path */
const packageFolder = (path) => /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

/**
 * The packages of which something is in the bundles that these reports are of, as folders relative to the project.
 * @param {readonly import("esbuild").Metafile[]} reports @returns {readonly string[]}
 */
export function bundledPackages(reports) {
  const folders = new Set(copied.map((name) => `node_modules/${name}`));
  for (const { outputs } of reports) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        // modules that start late stand with the name of their plugin before them
        const folder = bytesInOutput > 0 ? packageFolder(path.replace(/^[\w-]+:/, "")) : undefined;
        if (folder) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

/** Reads the licence of a package. Throws, in words for people, where it has none. @param {string} folder @returns {Licence} */
export function licenceOf(folder) {
  const at = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
  const { file, note, licence } = elsewhere[name] ?? {};
  const own = readdirSync(at).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each));
  const path = file ? join(root, "node_modules", file) : own && join(at, own);
  const text = path && existsSync(path) ? readFileSync(path, "utf8").trim() : licenceInReadme(at);
  const short = licence ?? license;
  if (!text || typeof short !== "string")
    throw new Problem(
      `${name} ${version} is bundled, and has no text of its licence.`,
      "Find the text and name its file in scripts/lib/licences.mjs, or do without the package.",
    );
  return { name, version, licence: short, text, ...(note && { note }) };
}

/** The section of a package's README that holds the whole licence, where it has no file for it. @param {string} at */
function licenceInReadme(at) {
  const readme = readdirSync(at).find((each) => /^readme(?:\.md)?$/i.test(each));
  const text = readme ? readFileSync(join(at, readme), "utf8") : "";
  const section = /^#+\s*licen[cs]e\b[^\n]*\n([\s\S]*?)(?=^#+\s|$(?![\s\S]))/im.exec(text)?.[1]?.trim();
  // a word that names a licence is not its text
  return section && /permission is hereby granted|redistribution and use/i.test(section) ? section : undefined;
}

/** All licences as one text. @param {readonly Licence[]} licences */
export function licencesText(licences) {
  const rule = "=".repeat(100);
  const list = licences.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`).join("\n");
  const texts = licences.map(({ name, version, licence, text, note }) =>
    [rule, `${name} ${version} (${licence})`, ...(note ? [note] : []), "", text, ""].join("\n"),
  );
  return `Lamina is made with these packages, parts of which are in its programs:\n\n${list}\n\n${texts.join("\n")}`;
}

/** Writes the licences of what these reports say is bundled. @param {readonly import("esbuild").Metafile[]} reports */
export function writeLicences(reports) {
  const licences = bundledPackages(reports).map(licenceOf);
  writeFileSync(join(root, "dist", LICENCES_FILE), licencesText(licences).replaceAll("\r\n", "\n"));
}
