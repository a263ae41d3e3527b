/** The JSON Schemas of what the command line writes for programs: the result of a check, and a baseline. */
import { BASELINE_SCHEMA } from "../../src/cli/baseline.ts";
import { RESULT_SCHEMA } from "../../src/cli/formats/json.ts";
import { profiles, severities } from "../../src/core/settings.ts";

const count = (description: string): object => ({ type: "integer", minimum: 0, description });
const text = (description: string): object => ({ type: "string", description });
const list = (of: string, description: string): object => ({ type: "array", items: { $ref: `#/definitions/${of}` }, description });
const texts = (description: string): object => ({ type: "array", items: { type: "string" }, description });

/** An object that has these fields and no others. */
const object = (description: string, properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: "object",
  description,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const place = {
  line: { type: "integer", minimum: 1, description: "From 1." },
  column: { type: "integer", minimum: 1, description: "From 1, in UTF-16 code units." },
  endLine: { type: "integer", minimum: 1 },
  endColumn: { type: "integer", minimum: 1, description: "The first that is not part of it." },
};

const path = text("Relative to the folder that the command ran in, with “/”.");
const cell = object("In a notebook: the cell, from 1, and the place within its text.", {
  number: { type: "integer", minimum: 1 },
  ...place,
});

const finding = {
  path,
  ...place,
  cell,
  rule: text("The name of the rule; lamina explain tells more."),
  severity: { enum: severities },
  message: text("What was found and what was expected."),
  fingerprint: text("Stays the same when lines move: made of the rule, the path, the item and the words that are meant."),
  lineText: text("The line of the file that it starts on, without what would steer a terminal."),
  item: object(
    "The whole item that it stands in.",
    { line: place.line, endLine: place.endLine, name: text("Its word with its id, or how it begins.") },
    ["name"],
  ),
  related: list("relatedPlace", "Other places that it speaks of."),
  fixes: list("fix", "What would mend it, the likeliest first; left out where nobody asked."),
};

const ofFinding = ["cell", "item", "fixes"];

/** The schema of `lamina check --format json`. */
export const resultSchema = (): object => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: RESULT_SCHEMA,
  title: "What lamina check found",
  ...object(
    "The result of a check, as lamina check --format json prints it.",
    {
      $schema: { const: RESULT_SCHEMA },
      version: text("The version of Lamina."),
      folder: text("The name of the folder that the command ran in."),
      paths: texts("The paths that were asked for."),
      profile: { enum: profiles, description: "The profile that was asked for; left out where each folder's own held." },
      shard: object("Which share of the work this is.", { index: { type: "integer", minimum: 1 }, of: { type: "integer", minimum: 1 } }),
      since: text("The revision of which only what was changed since is reported."),
      findings: list("finding", "By path, then place, then rule."),
      silenced: list("silence", "Findings that a comment silences."),
      baseline: object("What a file of known findings left out.", {
        path,
        raised: count("How many of the known weigh more than they did."),
        gone: count("How many findings it knows of that are there no more."),
        known: list("finding", "The known findings."),
      }),
      unreadable: texts("Paths that were asked for and cannot be read."),
      foreign: texts("Files that were asked for by name and are of no sort that Lamina reads."),
      summary: object(
        "How much was found.",
        {
          files: count("Files that were checked."),
          claims: count("Claims in them."),
          errors: count("Findings that are errors."),
          warnings: count("Findings that are warnings."),
          infos: count("Findings that are information or hints."),
          hints: count("Findings that are hints."),
          silenced: count("Findings that a comment silences."),
          known: count("Findings that the baseline knows of."),
          gone: count("Findings that the baseline knows of and that are there no more."),
        },
        ["known", "gone"],
      ),
    },
    ["folder", "paths", "profile", "shard", "since", "baseline"],
  ),
  definitions: {
    finding: object("A finding.", finding, ofFinding),
    silence: object(
      "A finding that a comment silences.",
      {
        ...finding,
        reason: text("Empty where the comment does not say."),
        owner: text("Who answers for it."),
        until: text("Until when it holds."),
      },
      [...ofFinding, "owner", "until"],
    ),
    relatedPlace: object("A place that a finding speaks of.", { path, ...place, cell, message: text("Why.") }, ["cell"]),
    fix: object("Edits of the finding's file, none of which overlap.", {
      title: text("What it does."),
      edits: { type: "array", items: object("Puts a text in place of another.", { ...place, text: text("What is put there.") }) },
    }),
  },
});

/** The schema of `lamina-baseline.json`. */
export const baselineSchema = (): object => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: BASELINE_SCHEMA,
  title: "A Lamina baseline",
  ...object(
    "Findings that a project lives with for now. lamina check --baseline leaves them out; lamina check --baseline-update takes out what was mended.",
    {
      $schema: { const: BASELINE_SCHEMA },
      findings: {
        type: "array",
        items: object(
          "A finding, or several that are alike.",
          {
            path,
            rule: finding.rule,
            item: text("What the item is called that it stands in."),
            message: finding.message,
            severity: { enum: severities, description: "What it weighed when the baseline was written." },
            fingerprint: finding.fingerprint,
            count: { type: "integer", minimum: 2, description: "How many are alike, if several." },
          },
          ["item", "count"],
        ),
      },
    },
    ["$schema"],
  ),
});
