/** `lamina diff`: what became of the claims, between two files, folders or revisions. */
import { extname, resolve } from "node:path";
import type { Picture } from "../../diagram/picture.ts";
import { figureWidths, formatOfName } from "../../figure/names.ts";
import type * as ReportProgram from "../../report/program.ts";
import { documentsAsked } from "../check.ts";
import { type Call, CLEAN, type Command, FOUND, isGiven, textOf, wordOf } from "../command.ts";
import { comparedClaims, namedSides, readSide, type Side } from "../compared.ts";
import { pictureOfOpened } from "../drawn-picture.ts";
import { usesColour, type World } from "../world.ts";
import { save } from "../written-file.ts";

const formats = ["text", "json", "markdown"] as const;

export const diffCommand: Command = {
  name: "diff",
  takes: "[A [B]]",
  completes: { kind: "revision" },
  summary: "say what became of the claims between two files, folders or Git revisions",
  details: [
    "A and B are each a file, a folder, a revision (HEAD~1, v1.2, a branch), or a path in one (HEAD~1:claims).",
    "With A alone, a revision is compared with the working tree, and a path of the working tree with the last commit.",
    "With neither, the last commit is compared with the working tree.",
  ].join("\n"),
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: formats },
      help: `how to say it: ${formats.join(", ")} (default: text)`,
    },
    { name: "out", short: "o", value: "FILE", takes: { kind: "file" }, help: "where to; to the standard output without it" },
    {
      name: "picture",
      value: "FILE",
      takes: { kind: "file" },
      help: "draw both sides beside each other: an .svg, .png, .pdf, .tex or .html file",
    },
    { name: "exit-code", help: "exit with 1 if anything differs" },
  ],
  examples: [
    { line: "lamina diff", does: "what changed since the last commit" },
    { line: "lamina diff v1 v2 --format markdown", does: "the changes in sentences, for a letter to the reviewers" },
    {
      line: "lamina diff HEAD~1:hypothesis.lamina hypothesis.lamina --picture both.svg",
      does: "one file then and now, drawn beside each other",
    },
  ],
  run: diff,
};

async function diff({ world, options, rest }: Call): Promise<number> {
  const format = wordOf(options, "format", formats) ?? "text";
  const out = textOf(options, "out");
  const picture = textOf(options, "picture");
  if (picture !== undefined) pictureFormat(picture);
  const program = world.program?.("report") as typeof ReportProgram | undefined;
  if (!program) throw new Error("this build of Lamina cannot compare");

  const [nameOfBefore, nameOfAfter] = await namedSides(rest, world.folder);
  const before = await readSide(nameOfBefore, world.folder, world.files);
  const after = await readSide(nameOfAfter, world.folder, world.files);
  const difference = program.differenceBetween(...comparedClaims(before, after));
  const text =
    format === "json"
      ? `${JSON.stringify(difference, null, 2)}\n`
      : format === "markdown"
        ? program.differenceMarkdown(difference)
        : program.differenceText(difference, { colour: out === undefined && usesColour(world) });
  if (out === undefined) world.output.write(text);
  else await save(resolve(world.folder, out), out, text);
  for (const note of [...before.notes, ...after.notes]) world.errors.write(`lamina: ${note}\n`);
  if (picture !== undefined) await draw(before, after, picture, world);
  return isGiven(options, "exit-code") && program.isDifferent(difference) ? FOUND : CLEAN;
}

function pictureFormat(path: string): NonNullable<ReturnType<typeof formatOfName>> {
  const format = formatOfName(path);
  if (format === undefined)
    throw new Error(
      `the name “${path}” does not say what to draw, expected one that ends in .svg, .png, .pdf, .tex or .html, not in “${extname(path)}”`,
    );
  return format;
}

/** Draws both sides beside each other. */
async function draw(before: Side, after: Side, path: string, { figures, folder, errors }: World): Promise<void> {
  if (!figures) throw new Error("this build of Lamina cannot draw");
  const [left, right] = [pictureOfSide(before), pictureOfSide(after)];
  const program = await figures.load();
  const { bytes, title, notes } = await program.drawFigure(
    {
      picture: right,
      view: { compare: { left: { picture: left, label: before.label }, right: { picture: right, label: after.label } } },
      format: pictureFormat(path),
      widthMm: figureWidths.two,
      theme: "light",
    },
    figures.asset,
  );
  await save(resolve(folder, path), path, bytes);
  errors.write(`${path}: ${title}\n`);
  for (const note of notes) errors.write(`lamina: ${note}\n`);
}

/** A side without documents is a picture without claims. */
function pictureOfSide({ opened, label }: Side): Picture {
  const hasDocuments = [...documentsAsked(opened)].some(({ source }) => !source.configuration);
  return hasDocuments ? pictureOfOpened(opened).picture : { title: label, claims: [], parts: [] };
}
