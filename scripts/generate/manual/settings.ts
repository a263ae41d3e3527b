/** The page of the settings, off their table. */
import { CONFIGURATION_FILE } from "../../../src/core/configuration.ts";
import { type SettingSpec, settingsFor } from "../../../src/core/settings.ts";
import { code, generatedFrom, page, table } from "./markdown.ts";

const row =
  (prefix: string) =>
  (spec: SettingSpec): readonly string[] => [
    code(`${prefix}${spec.name}`),
    spec.help,
    spec.expected,
    code(JSON.stringify(spec.schema["default"])),
  ];

const head = ["setting", "what it does", "expected", "default"];

export const settingsPage = (): string =>
  page(
    generatedFrom("src/core/settings.ts"),
    "# Settings",
    `## ${CONFIGURATION_FILE}`,
    `What belongs to the project, for everyone who works on it, and for the command line too. The file holds for its folder and all below; where several apply, the nearest counts. It may hold comments, and the editor checks it as you type.`,
    table(head, settingsFor("project").map(row(""))),
    '```jsonc\n{\n  // before the draft goes round\n  "profile": "review",\n  "rules": { "no-counter-evidence": "warning", "single-source": "off" },\n  "bibliographies": ["references.bib"]\n}\n```',
    "## The editor",
    `What belongs to each person. Where a setting stands in both, ${CONFIGURATION_FILE} counts.`,
    table(head, settingsFor("editor").map(row("lamina."))),
  );
