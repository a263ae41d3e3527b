/** The page of the formats that findings are printed in, off their table, with a sample that each of them wrote. */
import type { CheckedFinding, CheckResult } from "../../../src/cli/check-result.ts";
import { type Format, formats } from "../../../src/cli/formats/index.ts";
import { code, generatedFrom, page, table } from "./markdown.ts";

const finding: CheckedFinding = {
  path: "hypothesis.lamina",
  start: { line: 11, character: 6 },
  end: { line: 11, character: 12 },
  rule: "claim-without-evidence",
  severity: "warning",
  message: "No evidence supports the claim “values”, expected at least one “supported by” with a source.",
  lineText: "claim values: L4 -> L2/3 as Value",
  item: { start: 11, end: 13, name: "claim values" },
  related: [],
  fixes: [
    {
      title: "Cite Binzegger et al. 2004 as evidence",
      edits: [
        {
          start: { line: 11, character: 33 },
          end: { line: 11, character: 33 },
          text: '\n  supported by [@binzegger2004quantitative] anatomy "…"',
        },
      ],
    },
  ],
  fingerprint: "5a0c6f0e4b7d1928c3fe",
};

const sample: CheckResult = {
  findings: [finding],
  silenced: [],
  files: 3,
  claims: 8,
  unreadable: [],
  foreign: [],
  folder: "project",
  paths: ["."],
};

/** What is to be known of each beside its sample. */
const notes: Readonly<Record<string, readonly string[]>> = {
  pretty: [
    "The line that a finding stands on, with marks under the words it is about; other places it speaks of (`see:`) and the likeliest fix (`help:`), which the editor offers, too. In a notebook the cell and the line within it. Colours go to a terminal only; `NO_COLOR` takes them away, `FORCE_COLOR` has them in a pipe. Signs of a file that would steer the terminal are shown as �.",
  ],
  short: ["In Vim: `:cexpr system('lamina check --format short')`. In Emacs: `M-x compile`."],
  json: [
    "Lines and columns count from 1, columns in UTF-16 code units as editors count them; the end is not part of it. `fingerprint` stays the same when lines move. The schema is `media/schemas/check-result.schema.json`. `lamina merge` reads it back.",
  ],
  sarif: [
    "Rules with their page, places with the line around them, related places, fixes, fingerprints. Information and hints are `note`. What a comment silences is a result that is suppressed in the source, with its reason; what a baseline knows of is suppressed from without. Files that could not be read are notifications of the invocation. On GitHub: `github/codeql-action/upload-sarif`.",
    "One result of a run:",
  ],
  junit: [
    "Findings of a warning or above are failures; what weighs less is a test that passed, with its message in its output; what a comment silences was skipped; a file that could not be read is an error.",
  ],
  github: ["Print it in a step; the runner makes annotations of it. GitHub shows at most ten of each sort a step: for more, take SARIF."],
  gitlab: ["The report of a job, under `artifacts: reports: codequality`. Errors are `major`, warnings `minor`, all else `info`."],
  checkstyle: ["Information and hints are `info`; the source of an error is `lamina.` and the rule."],
  tap: ["Version 14. Findings of a warning or above are `not ok`, silenced ones are skipped with their reason."],
  markdown: [
    "The heaviest first, as many as fit in a comment on a pull request; it says what it left out. Citation keys such as @ada call nobody by that name.",
  ],
  html: [
    "A page without scripts that needs nothing from elsewhere: the findings with their lines, what was silenced, by whom and why, and what the rules ask for. Light or dark as the reader's system is; ink on paper when printed.",
  ],
};

const languages: Readonly<Record<string, string>> = { ".json": "json", ".xml": "xml", ".sarif": "json", ".md": "markdown" };

function sampleOf({ name, extension, write }: Format): string | undefined {
  if (name === "html") return undefined;
  const text = write(sample, { colour: false, version: "0.1.0" });
  const shown = name === "sarif" ? JSON.stringify(JSON.parse(text).runs[0].results[0], null, 2) : text.trimEnd();
  return `\`\`\`\`${languages[extension] ?? "text"}\n${shown}\n\`\`\`\``;
}

export const formatsPage = (): string =>
  page(
    generatedFrom("src/cli/formats/index.ts"),
    "# How findings are printed",
    "`lamina check --format NAME` prints what it found in one of these formats, and `lamina merge` puts the JSON of several runs together and prints it in any of them. All carry the same findings.",
    table(
      ["format", "what it is", "for"],
      formats.map(({ name, title, purpose }) => [`[${code(name)}](#${name})`, title, purpose]),
    ),
    ...formats.flatMap((format) => [`## ${format.name}`, ...(notes[format.name] ?? []), sampleOf(format)]),
    "## Fingerprints",
    "A finding's fingerprint is made of its rule, its path, the item it stands in and the words it is about. It stays the same when lines are added above; SARIF, GitLab and the baseline know a finding again by it.",
    "## A baseline",
    "`lamina-baseline.json` holds the findings that a project lives with for now: one a line, in one order, without a total, so that two branches that mend different things merge by themselves. What it knows of is counted and left out. A finding is known by its fingerprint; where its file was renamed, or its claim was moved to another, by its rule, its item and its message; several alike by their number. What weighs more than it did, as under another profile, is still known, and the summary says how many do.",
    "An update only takes away what was mended, so that the count can only fall; to accept what is new is a step of its own. Of files that were not checked nothing counts as mended. Its schema is `media/schemas/baseline.schema.json`.",
    "## Only what was changed",
    "Since a revision, findings are reported whose own lines, or any line of whose claim, was changed or taken out, and those that speak of such a place. Changes count from where this line of work left the revision; what is not committed yet counts, and files that git does not know yet count whole. A finding that a change elsewhere has caused, as in a bibliography, is not among them: check everything before a submission.",
    "## Shards",
    "Each machine checks its share and prints JSON; `lamina merge` takes all of them, refuses results of different versions, profiles, folders or baselines, and says which share is missing.",
  );
