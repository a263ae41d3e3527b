/** The pages of the manual that are made from tables, by their path in the project. */
import { rulePages } from "../../../src/core/rules/pages.ts";
import { builtin } from "../../../src/core/service.ts";
import { atlasPage } from "./atlas.ts";
import { commandLinePage } from "./command-line.ts";
import { evidencePage } from "./evidence.ts";
import { formatsPage } from "./formats.ts";
import { languagePage } from "./language.ts";
import { numbersPage } from "./numbers.ts";
import { rulesPage } from "./rules.ts";
import { scopesPage } from "./scopes.ts";
import { settingsPage } from "./settings.ts";

const folder = "docs/manual";

export const manualPages: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: `${folder}/language.md`, text: languagePage },
  { path: `${folder}/evidence.md`, text: evidencePage },
  { path: `${folder}/numbers.md`, text: numbersPage },
  { path: `${folder}/scopes.md`, text: scopesPage },
  { path: `${folder}/settings.md`, text: settingsPage },
  { path: `${folder}/command-line-formats.md`, text: formatsPage },
  { path: `${folder}/command-line.md`, text: commandLinePage },
  ...builtin().atlases.map((atlas) => ({ path: `${folder}/atlas-${atlas.id}.md`, text: () => atlasPage(atlas) })),
  { path: `${folder}/rules/README.md`, text: rulesPage },
  ...[...rulePages].map(([code, text]) => ({ path: `${folder}/rules/${code}.md`, text: () => text })),
];
