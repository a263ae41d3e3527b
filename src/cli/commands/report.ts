/** `lamina report`: the one page that a co-author or an editor reads. */
import { basename, extname, resolve } from "node:path";
import { rules } from "../../core/rules/index.ts";
import { type Profile, profiles } from "../../core/settings.ts";
import { figureWidths } from "../../figure/names.ts";
import type { ReportInput } from "../../report/context.ts";
import type * as ReportProgram from "../../report/program.ts";
import { checkOpened, openProjects } from "../check.ts";
import { collectedClaims } from "../collected.ts";
import { type Call, CLEAN, COULD_NOT_RUN, type Command, isGiven, textOf, wordOf } from "../command.ts";
import { type DrawnPicture, pictureOfOpened } from "../drawn-picture.ts";
import { meantPaths } from "../paths.ts";
import type { World } from "../world.ts";
import { save } from "../written-file.ts";

const reportFormats = ["html", "markdown", "latex"] as const;
type ReportFormat = (typeof reportFormats)[number];

const formatEndings: Readonly<Record<string, ReportFormat>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".tex": "latex",
};

export const reportCommand: Command = {
  name: "report",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "write the page that a co-author or an editor reads: claims by standing, what is open, verdicts, references",
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: reportFormats },
      help: `what to write: ${reportFormats.join(", ")} (default: what --out says, else html)`,
    },
    { name: "out", short: "o", value: "FILE", takes: { kind: "file" }, help: "where to; to the standard output without it" },
    { name: "checklist", help: "only the checklist of claims and evidence, filled in from the records" },
    {
      name: "profile",
      value: "PROFILE",
      takes: { kind: "word", words: profiles },
      help: `how strict the checks are: ${profiles.join(", ")} (default: submission)`,
    },
    { name: "no-picture", help: "leave the picture out" },
    { name: "title", value: "TEXT", takes: { kind: "text" }, help: "what the report is called" },
    { name: "date", value: "YYYY-MM-DD", takes: { kind: "text" }, help: "the date that it bears; it bears none without" },
  ],
  examples: [
    { line: "lamina report --out report.html", does: "a page to send to a co-author, or to print" },
    { line: "lamina report --out appendix.tex", does: String.raw`an appendix, for \input; its picture is a PDF beside it` },
    { line: "lamina report --checklist --format markdown", does: "the checklist, to be gone through before submission" },
  ],
  run: report,
};

async function report({ world, options, rest }: Call): Promise<number> {
  const out = textOf(options, "out");
  const format = formatAsked(wordOf<ReportFormat>(options, "format", reportFormats), out);
  const profile = wordOf<Profile>(options, "profile", profiles) ?? "submission";
  const title = textOf(options, "title");
  const date = dateAsked(textOf(options, "date"));
  const onlyChecklist = isGiven(options, "checklist");
  const program = world.program?.("report") as typeof ReportProgram | undefined;
  if (!program) throw new Error("this build of Lamina cannot write reports");

  const { folder, files } = world;
  const paths = await meantPaths(rest, world);
  const order = { paths, profile, folder, files };
  const opened = await openProjects(order);
  const { findings, silenced, unreadable, foreign } = await checkOpened(opened, order);
  const collection = collectedClaims(opened, folder, profile);
  const drawn = onlyChecklist || isGiven(options, "no-picture") || collection.claims.length === 0 ? undefined : pictureOfOpened(opened);
  const input: ReportInput = {
    collection,
    findings,
    silenced,
    rules: Object.fromEntries(rules.map(({ code, title: finds }) => [code, finds])),
    ...(drawn && { figure: program.reportFigure(drawn.picture) }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
  };
  const made = onlyChecklist ? program.checklistReport(input) : program.reportOf(input);
  const picture = drawn && out !== undefined ? await savePicture(drawn.picture, format, out, world) : undefined;
  const named = picture === undefined ? {} : { picture };
  const text =
    format === "html"
      ? program.reportHtml(made)
      : format === "latex"
        ? program.reportLatex(made, named)
        : program.reportMarkdown(made, named);
  if (out === undefined) world.output.write(text);
  else await save(resolve(folder, out), out, text);

  for (const path of unreadable) world.errors.write(`lamina: ${path} cannot be read\n`);
  for (const path of foreign) world.errors.write(`lamina: ${path} is not a file that Lamina reads\n`);
  return unreadable.length > 0 || foreign.length > 0 ? COULD_NOT_RUN : CLEAN;
}

function formatAsked(format: ReportFormat | undefined, out: string | undefined): ReportFormat {
  if (format !== undefined) return format;
  if (out === undefined) return "html";
  const said = formatEndings[extname(out).toLowerCase()];
  if (said === undefined) throw new Error(`the name “${out}” does not say which format is meant: add --format ${reportFormats.join("|")}`);
  return said;
}

/** A day of the calendar, as it was written. */
function dateAsked(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date)
    throw new Error(`“${date}” is no day, expected YYYY-MM-DD as in 2026-11-23`);
  return date;
}

/**
 * Formats that hold no picture name a file beside them.
 *
 * @returns its name, as the report names it; undefined where the page holds the picture itself
 */
async function savePicture(
  picture: DrawnPicture["picture"],
  format: ReportFormat,
  out: string,
  { figures, folder, errors }: World,
): Promise<string | undefined> {
  if (format === "html" || !figures) return undefined;
  const ending = format === "latex" ? "pdf" : "svg";
  const path = `${out.slice(0, out.length - extname(out).length)}-picture.${ending}`;
  const program = await figures.load();
  const { bytes, notes } = await program.drawFigure(
    { picture, view: {}, format: ending, widthMm: figureWidths.two, theme: "light" },
    figures.asset,
  );
  await save(resolve(folder, path), path, bytes);
  errors.write(`${path}: the picture of the report\n`);
  for (const note of notes) errors.write(`lamina: ${note}\n`);
  return basename(path);
}
