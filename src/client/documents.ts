/** Which documents Lamina reads. */
import type * as vscode from "vscode";
import { SHIPPED_SCHEME } from "../protocol/requests.ts";

/** `vscode-vfs`: repositories that are open without a checkout. Not the left side of a comparison, whose ids would clash. */
const schemes = ["file", "untitled", "vscode-vfs"];

/** Languages of manuscripts. */
const manuscripts: readonly string[] = ["markdown", "latex", "tex"];

/** Languages of programs in whose comments Lamina is read. */
const programs: readonly string[] = [
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "julia",
  "matlab",
  "c",
  "cpp",
  "rust",
  "r",
  "yaml",
  "toml",
];

/** The documents that the language server is told of. */
export const documentSelector: readonly { scheme: string; language?: string; pattern?: string }[] = [
  ...schemes.flatMap((scheme) => ["lamina", ...manuscripts].map((language) => ({ scheme, language }))),
  ...schemes.flatMap((scheme) => programs.map((language) => ({ scheme, language }))),
  ...["markdown", ...programs].map((language) => ({ scheme: "vscode-notebook-cell", language })),
  ...schemes.map((scheme) => ({ scheme, pattern: "**/lamina.json" })),
  { scheme: SHIPPED_SCHEME, language: "lamina" },
];

/** Files whose changes on disk concern the server. */
export const watchedFiles =
  "**/*.{lamina,md,markdown,mdown,mkd,qmd,rmd,Rmd,myst,tex,ltx,ipynb,py,js,mjs,cjs,jsx,ts,tsx,jl,m,c,h,cpp,hpp,rs,r,R,yml,yaml,toml,bib,csv,tsv,tab,json}";

/** What a decision about a document needs of it. */
export type DocumentText = Pick<vscode.TextDocument, "languageId" | "getText"> & { readonly uri: Pick<vscode.Uri, "scheme"> };

/** Whether a document is one of a user's own that may hold claims: Lamina, or Markdown that mentions it. */
export function mayHoldClaims(document: DocumentText): boolean {
  if (!schemes.includes(document.uri.scheme)) return false;
  return document.languageId === "lamina" || (manuscripts.includes(document.languageId) && /\blamina\b/.test(document.getText()));
}
