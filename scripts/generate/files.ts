/** The generated files of the editor, by their path in the project. One list for the generator and for the test that finds drift. */
import { CLAIMS_SCHEMA_FILE, claimsSchema } from "./claims-schema.ts";
import { laminaGrammar, latexGrammar, markdownGrammar } from "./grammar.ts";
import { printJson } from "./json.ts";
import { languageConfiguration } from "./language-configuration.ts";
import { withContributions } from "./manifest.ts";
import { manualPages } from "./manual/pages.ts";
import { baselineSchema, resultSchema } from "./result-schemas.ts";
import { configurationSchema, SCHEMA_FILE } from "./schema.ts";
import { laminaSnippets } from "./snippets.ts";
import { standingIcons } from "./standing-icons.ts";

export interface GeneratedFile {
  readonly path: string;
  /** The whole text of the file, given what stands there now; only the manifest has parts that are not generated. */
  readonly text: (before: string) => string;
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: "syntaxes/lamina.tmLanguage.json", text: () => printJson(laminaGrammar()) },
  { path: "syntaxes/markdown.lamina.tmLanguage.json", text: () => printJson(markdownGrammar()) },
  { path: "syntaxes/latex.lamina.tmLanguage.json", text: () => printJson(latexGrammar()) },
  { path: "media/language-configuration.json", text: () => printJson(languageConfiguration()) },
  { path: SCHEMA_FILE, text: () => printJson(configurationSchema()) },
  { path: CLAIMS_SCHEMA_FILE, text: () => printJson(claimsSchema()) },
  { path: "media/schemas/check-result.schema.json", text: () => printJson(resultSchema()) },
  { path: "media/schemas/baseline.schema.json", text: () => printJson(baselineSchema()) },
  { path: "media/snippets.json", text: () => printJson(laminaSnippets()) },
  ...standingIcons.map(({ path, svg }) => ({ path, text: () => svg })),
  { path: "package.json", text: withContributions },
  ...manualPages,
];
