/** Which documents Lamina reads. */
import type * as vscode from "vscode";
import { SHIPPED_SCHEME } from "../protocol/requests.ts";

/** `vscode-vfs`: repositories that are open without a checkout. Not the left side of a comparison, whose ids would clash. */
const schemes = ["file", "untitled", "vscode-vfs"];

/** Languages of manuscripts. These lists are those of the engine's hosts, which the client must not load; a test compares them. */
export const manuscripts: readonly string[] = ["markdown", "quarto", "rmd", "myst", "latex", "tex"];

/** Languages of programs in whose comments Lamina is read. */
export const programs: readonly string[] = [
  "python",
  "javascript",
  "javascriptreact",
  "typescriptreact",
  "typescript",
  "julia",
  "matlab",
  "octave",
  "c",
  "cpp",
  "cuda-cpp",
  "rust",
  "r",
  "yaml",
  "dockercompose",
  "github-actions-workflow",
  "toml",
];

/** Endings of documents, of programs, of bibliographies and of tables of data, in lower case. */
const watchedEndings: readonly string[] = [
  ...["lamina", "md", "markdown", "mdown", "mkd", "qmd", "rmd", "myst", "tex", "ltx", "ipynb"],
  ...["py", "pyi", "pyw", "js", "mjs", "cjs", "jsx", "tsx", "ts", "mts", "cts", "jl", "m"],
  ...["c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "cu", "cuh", "rs", "r", "yaml", "yml", "toml"],
  ...["bib", "json", "csv", "tsv", "tab"],
];

/** Endings that people write with a capital: a pattern tells letters apart by their case. */
const withCapital: readonly string[] = ["Rmd", "R"];

/** The documents that the language server is told of. */
export const documentSelector: readonly { scheme: string; language?: string; pattern?: string }[] = [
  ...schemes.flatMap((scheme) => ["lamina", ...manuscripts].map((language) => ({ scheme, language }))),
  ...schemes.flatMap((scheme) => programs.map((language) => ({ scheme, language }))),
  ...["markdown", ...programs].map((language) => ({ scheme: "vscode-notebook-cell", language })),
  ...schemes.map((scheme) => ({ scheme, pattern: "**/lamina.json" })),
  { scheme: SHIPPED_SCHEME, language: "lamina" },
];

/** Files whose changes on disk concern the server. */
export const watchedFiles = `**/*.{${[...watchedEndings, ...withCapital].join(",")}}`;

/** What a decision about a document needs of it. */
export type DocumentText = Pick<vscode.TextDocument, "languageId" | "getText"> & { readonly uri: Pick<vscode.Uri, "scheme"> };

/** Whether a document is one of a user's own that may hold claims: Lamina, or a manuscript that mentions it. */
export function mayHoldClaims(document: DocumentText): boolean {
  if (!schemes.includes(document.uri.scheme)) return false;
  return document.languageId === "lamina" || (manuscripts.includes(document.languageId) && /\blamina\b/.test(document.getText()));
}
