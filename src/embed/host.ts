/** The table of hosts: which documents Lamina is read in, and how. */

import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { OffsetMap } from "../core/offset-map.ts";
import { codeLanguages } from "./code-languages.ts";
import type { Embedding, Host } from "./embedding.ts";
import { PUBLICATION_FILES, publicationBibliographies } from "./front-matter.ts";
import { embedLatex } from "./latex.ts";
import { embedMarkdown } from "./markdown.ts";
import { embedNotebook } from "./notebook.ts";

interface HostRow {
  readonly host: Host;
  /** Language ids as editors give them. */
  readonly languages: readonly string[];
  /** File name endings, in lower case, with their dot. */
  readonly extensions: readonly string[];
  /** Whole file names, in lower case. */
  readonly names?: readonly string[];
  /** Without any of this a document holds no Lamina and states no claim. */
  readonly signs?: RegExp;
}

/** Programs in whose comments Lamina is read. JSON is data, and has no comments by rights. */
const programs = codeLanguages.filter(({ id }) => id !== "json");

/** Every host, with the languages and files that it stands for. */
export const hosts: readonly HostRow[] = [
  { host: "lamina", languages: ["lamina"], extensions: [".lamina"] },
  {
    host: "markdown",
    languages: ["markdown", "quarto", "rmd", "myst"],
    extensions: [".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".myst"],
    // the word behind a fence may be spelt in entities
    signs: /lamina|&#|\]\{|\{claim\}`/i,
  },
  { host: "latex", languages: ["latex", "tex"], extensions: [".tex", ".ltx"], signs: /lamina|\\claim/i },
  // a letter may be spelt by its number
  { host: "notebook", languages: [], extensions: [".ipynb"], signs: /lamina|claim|\\u/i },
  { host: "publication", languages: [], extensions: [], names: PUBLICATION_FILES },
  { host: "configuration", languages: [], extensions: [], names: [CONFIGURATION_FILE] },
  {
    host: "code",
    languages: programs.flatMap(({ languages }) => languages),
    extensions: programs.flatMap(({ extensions }) => extensions),
    signs: /lamina/i,
  },
];

/** The host of a language id, or else of a file name or path; `undefined` where Lamina is not read. */
export function hostOf(languageOrFile: string): Host | undefined {
  const name = languageOrFile.toLowerCase();
  const row =
    hosts.find(({ languages }) => languages.includes(name)) ??
    hosts.find(({ names }) => names?.includes(lastName(name))) ??
    hosts.find(({ extensions }) => extensions.includes(extension(name)));
  return row?.host;
}

/** Whether a text may hold Lamina, or state a claim, at all: a quick look, so that what others wrote need not be read. */
export const mayHoldLamina = (text: string, host: Host): boolean => hosts.find((row) => row.host === host)?.signs?.test(text) ?? true;

/** The ending of the last name in a path, with its dot; empty if it has none. A name that is all ending has none. */
function extension(path: string): string {
  const name = lastName(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot) : "";
}

const lastName = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** Reads a document of any host but a program, which needs its language. A Lamina file is one region that is the whole text. */
export function embed(text: string, host: Host): Embedding {
  if (host === "markdown") return embedMarkdown(text);
  if (host === "publication") return { regions: [], prose: [], bibliographies: publicationBibliographies(text) };
  if (host === "latex") return embedLatex(text);
  if (host === "notebook") return embedNotebook(text);
  return { regions: [{ text, map: OffsetMap.identity(text.length) }], prose: [], bibliographies: [] };
}
