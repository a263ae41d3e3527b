/** The list of the rules; their pages are those beside their code. */
import { rules } from "../../../src/core/service.ts";
import { profiles } from "../../../src/core/settings.ts";
import { generatedFrom, page, sentence, table } from "./markdown.ts";

const reaches = {
  local: "at once, from the item alone",
  linked: "once the workspace is read",
  outward: "once the files that it names are read",
} as const;

export const rulesPage = (): string =>
  page(
    generatedFrom("src/core/rules"),
    "# Findings",
    "Every finding has the name of a rule, the same in the editor, on the command line, in settings and in suppressions. A *profile* says how strict they are: **draft** while writing, **review** before others see it, **submission** before it goes out.",
    "A profile is chosen by `--profile` on the command line, else by `lamina.json`, else by the editor's setting, else it is draft. Any rule can be given another weight, or `off`, under [`rules`](../settings.md).",
    table(
      ["rule", "finds", ...profiles, "found"],
      rules.map((rule) => [
        `[${rule.code}](${rule.code}.md)`,
        sentence(rule.title),
        ...profiles.map((profile) => rule.severity[profile] ?? "off"),
        reaches[rule.reach],
      ]),
    ),
  );
