/** `lamina draw`: claims as a figure, in a file that papers and pages take. */
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { PictureView } from "../diagram/view.ts";
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
} from "../figure/names.ts";
import { type DrawnPicture, focusNamed, pictureOfPaths, sideNamed } from "./drawn-picture.ts";
import type { World } from "./main.ts";

const options = {
  format: { type: "string" },
  out: { type: "string", short: "o" },
  width: { type: "string" },
  theme: { type: "string", default: "print" },
  focus: { type: "string" },
  compare: { type: "string", multiple: true },
  coverage: { type: "boolean", default: false },
  caption: { type: "boolean", default: false },
  dpi: { type: "string" },
  font: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** What `lamina --help` says of it. */
export const drawHelp = `  --format ${figureFormats.join("|")}
                             what to write (default: what --out says, else svg)
  --out FILE                 where to; SVG, TikZ and HTML go to the standard output without it
  --width MM                 on paper: ${figureWidths.one} for one column of a journal, ${figureWidths.two} for two (default: ${figureWidths.two})
  --theme ${Object.keys(figureThemes).join("|")}
                             colours (default: print, which is ink alone)
  --focus PART|CLAIM         only what speaks of it
  --compare A B              two sides beside each other: @key of a work, a mapping, or a file
  --coverage                 every part of the atlases, and what no claim speaks of
  --caption                  print the caption, too
  --dpi NUMBER               pixels an inch, of PNG (default: ${DEFAULT_DPI})
  --font FILE                a TrueType font for signs that the built-in one has not, in PNG and PDF
`;

const formatNames: Readonly<Record<FigureFormat, string>> = { svg: "SVG", png: "PNG", pdf: "PDF", tikz: "TikZ", html: "HTML" };

/**
 * Draws. Gives text to the standard output where no file is named.
 *
 * @param argv what stands after `draw`
 * @throws in words for people, where something cannot be read, drawn or written
 */
export async function draw(world: World, argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: comparedPair(argv), options, allowPositionals: true });
  const format = formatAsked(values.format, values.out);
  const theme = known("--theme", values.theme, Object.keys(figureThemes) as FigureTheme[]);
  const widthMm = within("--width", values.width, figureWidths.two, widthLimits, "mm");
  const dpi = within("--dpi", values.dpi, DEFAULT_DPI, dpiLimits, "pixels an inch");
  if (values.out === undefined && (format === "png" || format === "pdf"))
    throw new Error(`${formatNames[format]} goes to a file: name it with --out FILE`);
  if (!world.figures) throw new Error("this build of Lamina cannot draw");

  const drawn = await pictureOfPaths(positionals.length > 0 ? positionals : ["."], world.folder, world.files);
  const view = await viewAsked(values, drawn, world);
  const fonts = await Promise.all(values.font.map((path) => readFont(path, world.folder)));
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
  if (values.caption) (values.out === undefined ? world.errors : world.output).write(`${made.caption}\n`);
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

async function save(path: string, written: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
    const why =
      code === "ENOENT"
        ? "there is no such folder"
        : code === "EISDIR"
          ? "it is a folder"
          : code === "EACCES"
            ? "it may not be written to"
            : String(code ?? thrown);
    throw new Error(`“${written}” cannot be written: ${why}`);
  }
}
