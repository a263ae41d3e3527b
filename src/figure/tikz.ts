/**
 * A figure as TikZ: a file that is compiled alone, by pdfLaTeX, LuaLaTeX or XeLaTeX, or read into a paper with `\input`, whose own
 * sans-serif type it then bears.
 */
import type { Figure } from "../diagram/figure.ts";
import type { Segment } from "./path-data.ts";
import { type FadeShape, type Paint, type PathShape, type Shape, shapesOf, type TextShape } from "./shapes.ts";
import { texText } from "./tikz-text.ts";

/** Text is set in this size, in points, and scaled: not every TeX has type of five points. */
const SET_IN = 10;

/** A point of TeX is 25.4 / 72.27 mm. */
const POINTS_A_MM = 72.27 / 25.4;

/** Millimetres to a thousandth, without needless zeros. */
const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Writes a figure. Same figure, same bytes. */
export function tikzOf(figure: Figure): string {
  const { widthMm, heightMm, scene } = figure;
  const unit = widthMm / scene.width;
  const shapes = shapesOf(figure);
  const colours = new Map<string, string>();
  const named = (colour: string): string => {
    let name = colours.get(colour);
    if (name === undefined) {
      name = `lamina${colours.size + 1}`;
      colours.set(colour, name);
    }
    return name;
  };
  const place = (x: number, y: number): string => `(${mm(x * unit)},${mm(heightMm - y * unit)})`;
  const drawn = shapes.map((shape) => drawShape(shape, { unit, named, place }));
  const definitions = [...colours].map(([colour, name]) => `\\definecolor{${name}}{HTML}{${colour.slice(1).toUpperCase()}}`);
  return `${[
    ...comment(figure),
    ...alone(widthMm, heightMm),
    ...definitions,
    "\\begin{tikzpicture}[x=1mm,y=1mm,miter limit=4,every node/.style={inner sep=0pt,outer sep=0pt}]",
    `\\useasboundingbox (0,0) rectangle (${mm(widthMm)},${mm(heightMm)});`,
    ...drawn,
    "\\end{tikzpicture}%",
    "\\endgroup",
    "\\csname laminaend\\endcsname",
  ].join("\n")}\n`;
}

/** What a reader of the file should know; nothing in it can end the comment. */
function comment({ scene, caption, widthMm, heightMm }: Figure): string[] {
  const line = (text: string): string => `% ${text.replace(/\s+/g, " ")}`;
  return [
    line(`${scene.title}, ${mm(widthMm)} mm by ${mm(heightMm)} mm`),
    "% Compile this file alone, or read it into a document that has \\usepackage{tikz}: \\input{this file}.",
    line(`Caption: ${caption}`),
  ];
}

/** A document of its own around the picture, unless there is one already. */
function alone(widthMm: number, heightMm: number): string[] {
  return [
    "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\\else",
    "\\documentclass{article}",
    `\\usepackage[paperwidth=${mm(widthMm)}mm,paperheight=${mm(heightMm)}mm,margin=0mm]{geometry}`,
    "\\ifx\\directlua\\undefined\\ifx\\XeTeXversion\\undefined",
    "  \\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}",
    "\\fi\\fi",
    "\\usepackage{tikz}",
    "\\pagestyle{empty}",
    "\\setlength{\\parindent}{0pt}\\setlength{\\topskip}{0pt}\\setlength{\\parskip}{0pt}",
    "\\gdef\\laminaend{\\end{document}}",
    "\\begin{document}",
    "\\fi",
    "\\begingroup",
    "% signs that the older engine has no type for become a box",
    "\\def\\laminasign#1{\\fbox{\\rule{0pt}{.8ex}\\hspace{.6ex}}}",
    "\\ifx\\directlua\\undefined\\else\\def\\laminasign#1{#1}\\fi",
    "\\ifx\\XeTeXversion\\undefined\\else\\def\\laminasign#1{#1}\\fi",
    "\\setlength{\\fboxsep}{.2ex}",
  ];
}

interface Pen {
  /** Millimetres a user unit. */
  readonly unit: number;
  readonly named: (colour: string) => string;
  readonly place: (x: number, y: number) => string;
}

const drawShape = (shape: Shape, pen: Pen): string =>
  shape.kind === "path" ? drawPath(shape, pen) : shape.kind === "text" ? drawText(shape, pen) : drawFade(shape, pen);

const opacity = (name: string, { opacity: amount }: Paint): string[] => (amount < 1 ? [`${name} opacity=${mm(amount)}`] : []);

function drawPath({ segments, fill, stroke }: PathShape, { unit, named, place }: Pen): string {
  const options: string[] = [];
  if (fill) options.push(`fill=${named(fill.colour)}`, ...opacity("fill", fill));
  if (stroke) {
    options.push(`draw=${named(stroke.colour)}`, `line width=${mm(stroke.width * unit)}mm`, ...opacity("draw", stroke));
    if (stroke.cap !== "butt") options.push(`line cap=${stroke.cap === "square" ? "rect" : stroke.cap}`);
    if (stroke.join !== "miter") options.push(`line join=${stroke.join}`);
    if (stroke.dashes.length > 0) {
      const pattern = stroke.dashes.map((length, index) => `${index % 2 === 0 ? "on" : "off"} ${mm(length * unit)}mm`);
      options.push(`dash pattern=${pattern.join(" ")}`);
    }
  }
  return `\\path[${options.join(",")}] ${segments.map((segment) => written(segment, place)).join(" ")};`;
}

function written(segment: Segment, place: Pen["place"]): string {
  switch (segment.form) {
    case "M":
      return place(...segment.points);
    case "L":
      return `-- ${place(...segment.points)}`;
    case "C": {
      const [x1, y1, x2, y2, x, y] = segment.points;
      return `.. controls ${place(x1, y1)} and ${place(x2, y2)} .. ${place(x, y)}`;
    }
    case "Z":
      return "-- cycle";
  }
}

const anchors = { start: "base west", middle: "base", end: "base east" } as const;

function drawText({ x, y, anchor, turn, runs, halo }: TextShape, { unit, named, place }: Pen): string {
  const [first] = runs;
  if (!first) return "";
  const scale = (first.size * unit * POINTS_A_MM) / SET_IN;
  const options = [`anchor=${anchors[anchor]}`, `scale=${mm(scale)}`];
  if (Math.abs(turn) > 0.01) options.push(`rotate=${mm(-turn)}`);
  // other than in SVG the ground behind is a plate, so it is let through a little
  if (halo) options.push(`fill=${named(halo.colour)}`, "fill opacity=.75", "text opacity=1", "inner sep=.4pt");
  const words = runs.map(({ content, bold, colour, size, below }, index) => {
    const relative = size / first.size;
    const set = `${bold ? "\\bfseries" : ""}\\color{${named(colour)}}${texText(index === 0 ? content.replace(/^ +/, "") : content)}`;
    const sized = Math.abs(relative - 1) < 0.01 ? set : `\\fontsize{${mm(SET_IN * relative)}}{${SET_IN}}\\selectfont ${set}`;
    return below === 0 ? `{${sized}}` : `\\raisebox{${mm((-below / first.size) * SET_IN)}pt}{${sized}}`;
  });
  return `\\node[${options.join(",")}] at ${place(x, y)} {\\sffamily\\fontsize{${SET_IN}}{${SET_IN}}\\selectfont${words.join("")}};`;
}

/** How many plates a fade is made of: more than an eye can tell apart, and no library is needed. */
const PLATES = 24;

function drawFade({ x, y, width, height, colour }: FadeShape, { named, place }: Pen): string {
  const step = width / PLATES;
  return Array.from({ length: PLATES }, (_, index) => {
    const left = x + index * step;
    const amount = Math.min(1, (1 - (index + 0.5) / PLATES) / 0.94);
    return `\\fill[${named(colour)},fill opacity=${mm(amount)}] ${place(left, y)} rectangle ${place(left + step, y + height)};`;
  }).join("\n");
}
