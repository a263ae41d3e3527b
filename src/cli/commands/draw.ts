/** `lamina draw`: claims as a figure, in a file that papers and pages take. */
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { PictureView } from "../../diagram/view.ts";
import {
  DEFAULT_DPI,
  dpiLimits,
  type FigureFormat,
  type FigureTheme,
  figureFormats,
  figureThemes,
  figureWidths,
  formatOfName,
  widthLimits,
} from "../../figure/names.ts";
import { type Call, CLEAN, type Command, isGiven, textOf, textsOf, wordOf } from "../command.ts";
import { type DrawnPicture, focusNamed, pictureOfPaths, sideNamed } from "../drawn-picture.ts";
import { meantPaths } from "../paths.ts";
import type { World } from "../world.ts";
import { save } from "../written-file.ts";

const themes = Object.keys(figureThemes) as readonly FigureTheme[];

/** `lamina draw` */
export const drawCommand: Command = {
  name: "draw",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "draw the claims as a figure for a paper or a page",
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: figureFormats },
      help: `what to write: ${figureFormats.join(", ")} (default: what --out says, else svg)`,
    },
    {
      name: "out",
      short: "o",
      value: "FILE",
      takes: { kind: "file" },
      help: "where to; SVG, TikZ and HTML go to the standard output without it",
    },
    {
      name: "width",
      value: "MM",
      takes: { kind: "number" },
      help: `on paper: ${figureWidths.one} for one column of a journal, ${figureWidths.two} for two (default: ${figureWidths.two})`,
    },
    {
      name: "theme",
      value: "THEME",
      takes: { kind: "word", words: themes },
      help: `colours: ${themes.join(", ")} (default: print, which is ink alone)`,
    },
    { name: "focus", value: "PART|CLAIM", takes: { kind: "text" }, help: "only what speaks of it" },
    {
      name: "compare",
      value: "A B",
      takes: { kind: "text" },
      multiple: true,
      help: "two sides beside each other: @key of a work, a mapping, or a file",
    },
    { name: "coverage", help: "every part of the atlases, and what no claim speaks of" },
    { name: "caption", help: "print the caption, too" },
    { name: "dpi", value: "NUMBER", takes: { kind: "number" }, help: `pixels an inch, of PNG (default: ${DEFAULT_DPI})` },
    {
      name: "font",
      value: "FILE",
      takes: { kind: "file" },
      multiple: true,
      help: "a TrueType font for signs that the built-in one has not, in PNG and PDF",
    },
  ],
  examples: [
    { line: "lamina draw hypothesis.lamina --out figure.pdf --width 85", does: "a figure for one column of a journal" },
    {
      line: 'lamina draw --format tikz --theme light --focus "layer 4" --out figure.tex',
      does: "what is claimed of layer 4, to be set by TeX",
    },
    { line: "lamina draw --compare @koenig2026neuroscience @granier2025multihead --out two.svg", does: "what two works assign to what" },
  ],
  arguments: comparedPair,
  run: draw,
};

const formatNames: Readonly<Record<FigureFormat, string>> = { svg: "SVG", png: "PNG", pdf: "PDF", tikz: "TikZ", html: "HTML" };

/** Draws. Gives text to the standard output where no file is named. */
async function draw({ world, options, rest }: Call): Promise<number> {
  const values = {
    format: textOf(options, "format"),
    out: textOf(options, "out"),
    width: textOf(options, "width"),
    dpi: textOf(options, "dpi"),
    focus: textOf(options, "focus"),
  };
  const compare = textsOf(options, "compare");
  const format = formatAsked(values.format, values.out);
  const theme = wordOf<FigureTheme>(options, "theme", themes) ?? "print";
  const widthMm = within("--width", values.width, figureWidths.two, widthLimits, "mm");
  const dpi = within("--dpi", values.dpi, DEFAULT_DPI, dpiLimits, "pixels an inch");
  if (values.out === undefined && (format === "png" || format === "pdf"))
    throw new Error(`${formatNames[format]} goes to a file: name it with --out FILE`);
  if (!world.figures) throw new Error("this build of Lamina cannot draw");

  const drawn = await pictureOfPaths(await meantPaths(rest, world), world.folder, world.files);
  const view = await viewAsked(
    {
      ...(values.focus !== undefined && { focus: values.focus }),
      ...(compare.length > 0 && { compare }),
      coverage: isGiven(options, "coverage"),
    },
    drawn,
    world,
  );
  const fonts = await Promise.all(textsOf(options, "font").map((path) => readFont(path, world.folder)));
  const program = await world.figures.load();
  const { picture } = drawn;
  const made = await program.drawFigure({ picture, view, format, widthMm, theme, dpi, fonts }, world.figures.asset);

  if (values.out === undefined) world.output.write(Buffer.from(made.bytes).toString("utf8"));
  else {
    await save(resolve(world.folder, values.out), values.out, made.bytes);
    const size = `${tenth(made.widthMm)} mm by ${tenth(made.heightMm)} mm`;
    world.errors.write(`${values.out}: ${size}. ${made.title}\n`);
  }
  for (const note of made.notes) world.errors.write(`lamina: ${note}\n`);
  // a figure on the standard output must stay whole
  if (isGiven(options, "caption")) (values.out === undefined ? world.errors : world.output).write(`${made.caption}\n`);
  return CLEAN;
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

/** `--compare A B` as the two options that a parser of arguments understands. */
function comparedPair(argv: readonly string[]): string[] {
  const at = argv.indexOf("--compare");
  if (at < 0) return [...argv];
  const [left, right] = argv.slice(at + 1, at + 3);
  if (left === undefined || right === undefined || left.startsWith("-") || right.startsWith("-"))
    throw new Error("expected two sides after --compare: @key of a work, a mapping, or a file");
  return [...argv.slice(0, at), `--compare=${left}`, `--compare=${right}`, ...argv.slice(at + 3)];
}

function formatAsked(format: string | undefined, out: string | undefined): FigureFormat {
  if (format !== undefined) return known("--format", format, figureFormats);
  if (out === undefined) return "svg";
  const said = formatOfName(basename(out));
  if (said === undefined) throw new Error(`the name “${out}” does not say which format is meant: add --format ${figureFormats.join("|")}`);
  return said;
}

function known<T extends string>(option: string, value: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found === undefined) throw new Error(`unknown value “${value}” of ${option}, expected ${names.join(", ")}`);
  return found;
}

function within(
  option: string,
  value: string | undefined,
  otherwise: number,
  [least, most]: readonly [number, number],
  unit: string,
): number {
  if (value === undefined) return otherwise;
  const number = Number(value.replace(/\s*(?:mm|dpi)$/, ""));
  if (value.trim() === "" || !(number >= least && number <= most))
    throw new Error(`“${value}” is no value of ${option}, expected a number of ${unit} from ${least} to ${most}`);
  return number;
}

async function viewAsked(
  { focus, compare, coverage }: { readonly focus?: string; readonly compare?: readonly string[]; readonly coverage: boolean },
  drawn: DrawnPicture,
  { folder, files }: World,
): Promise<PictureView> {
  if (compare && coverage) throw new Error("--compare and --coverage are two pictures: ask for one of them");
  const [left, right, ...more] = compare ?? [];
  if (compare && (left === undefined || right === undefined || more.length > 0))
    throw new Error("expected two sides after --compare, once");
  return {
    ...(focus !== undefined && { focus: focusNamed(focus, drawn) }),
    ...(left !== undefined &&
      right !== undefined && {
        compare: { left: await sideNamed(left, drawn, folder, files), right: await sideNamed(right, drawn, folder, files) },
      }),
    ...(coverage && { coverage }),
  };
}

async function readFont(path: string, folder: string): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name: basename(path), bytes: await readFile(resolve(folder, path)) };
  } catch {
    throw new Error(`the font “${path}” cannot be read`);
  }
}
