/** Observed numbers against where they are expected, drawn; the same in words for those who do not see it. */
import type { PlotValue, RangePlot } from "../protocol/details.ts";
import { element, svgElement } from "./dom.ts";

const WIDTH = 352;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const ROW = 34;
const TOP = 18;

const number = (value: number): string => String(Number(value.toPrecision(6))).replace("-", "−");

/** `5` or `1.9–4.5`, with the unit. */
const range = (from: number | undefined, to: number | undefined, unit: string | undefined): string => {
  const after = unit ? ` ${unit}` : "";
  if (from === undefined) return to === undefined ? "any number" : `below ${number(to)}${after}`;
  if (to === undefined) return `above ${number(from)}${after}`;
  return from === to ? `${number(from)}${after}` : `${number(from)}–${number(to)}${after}`;
};

const liesWords: Readonly<Record<PlotValue["lies"], string>> = {
  expected: "as expected",
  failing: "where the prediction fails",
  between: "decides nothing",
  "not compared": "not compared",
};

/** The plot in a sentence. */
export function plotWords({ quantity, of, unit, bands, values }: RangePlot): string {
  const said = (kind: "expected" | "failing"): string =>
    bands
      .filter((band) => band.kind === kind)
      .map(({ from, to }) => range(from, to, unit))
      .join(" or ");
  const expected = said("expected");
  const failing = said("failing");
  const parts = [
    `${quantity}${of ? ` of ${of}` : ""}`,
    ...(expected ? [`expected ${expected}`] : []),
    ...(failing ? [`falsified ${failing}`] : []),
    ...(values.length === 0 ? ["nothing observed"] : []),
    ...values.map(
      (value) =>
        `observed ${value.pieces.map(({ from, to }) => range(from, to, unit)).join(" or ")}${value.source ? ` (${value.source})` : ""}: ${liesWords[value.lies]}`,
    ),
  ];
  return `${parts.join("; ")}.`;
}

/** The figure of one quantity. */
export function rangePlot(plot: RangePlot): HTMLElement {
  const { low, high, ticks, bands, values, unit } = plot;
  const x = (value: number): number => LEFT + ((value - low) / (high - low || 1)) * (RIGHT - LEFT);
  const rows = Math.max(1, values.length);
  const bottom = TOP + rows * ROW;
  const svg = svgElement("svg", { viewBox: `0 0 ${WIDTH} ${bottom + 26}`, class: "plot", role: "img", "aria-label": plotWords(plot) });
  const hatch = `lamina-hatch-${++hatches}`;
  svg.append(hatching(hatch));
  const clamp = (value: number): number => Math.max(LEFT, Math.min(RIGHT, value));
  for (const { kind, from, to } of [...bands].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === "failing" ? -1 : 1))) {
    const start = from === undefined ? LEFT : clamp(x(from));
    const end = to === undefined ? RIGHT : clamp(x(to));
    svg.append(bandOf(kind, start, end, bottom, { left: from !== undefined, right: to !== undefined }, hatch));
  }
  svg.append(...values.map((value, row) => valueMark(value, x, TOP + row * ROW)));
  svg.append(svgElement("line", { class: "axis", x1: LEFT, x2: RIGHT, y1: bottom, y2: bottom }));
  ticks.forEach((tick, at) => {
    const anchor = at === 0 ? "start" : at === ticks.length - 1 ? "end" : "middle";
    const last = at === ticks.length - 1 && unit ? ` ${unit}` : "";
    const place = at === 0 ? LEFT : x(tick);
    svg.append(
      svgElement("line", { class: "axis", x1: x(tick), x2: x(tick), y1: bottom, y2: bottom + 4 }),
      svgElement("text", { class: "tick", x: place, y: bottom + 18, "text-anchor": anchor }, number(tick) + last),
    );
  });
  const named = element(
    "figcaption",
    {},
    plot.quantity,
    plot.of !== undefined && element("span", { className: "muted" }, ` of ${plot.of}`),
  );
  return element("figure", { className: "range" }, named, svg);
}

/** Stripes, so that where a prediction fails is seen without colour; one definition a plot, with a name of its own. */
let hatches = 0;

function hatching(id: string): SVGElement {
  const pattern = svgElement(
    "pattern",
    { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svgElement("line", { class: "hatch", x1: 0, x2: 0, y1: 0, y2: 7 }),
  );
  return svgElement("defs", {}, pattern);
}

function bandOf(
  kind: "expected" | "failing",
  start: number,
  end: number,
  bottom: number,
  edges: { left: boolean; right: boolean },
  hatch: string,
): SVGElement {
  const width = Math.max(1.5, end - start);
  const group = svgElement("g", { class: `band-${kind}` });
  const word = kind === "expected" ? "expected" : "falsified";
  group.append(svgElement("rect", { x: start, y: 0, width, height: bottom, class: "fill" }));
  if (kind === "failing") group.append(svgElement("rect", { x: start, y: 0, width, height: bottom, fill: `url(#${hatch})` }));
  else {
    for (const [edge, at] of [
      [edges.left, start],
      [edges.right, start + width],
    ] as const)
      if (edge) group.append(svgElement("line", { class: "edge", x1: at, x2: at, y1: 0, y2: bottom }));
  }
  // where a word has no room, the sentence for screen readers and the words below say it
  if (width > word.length * 6.4)
    group.append(svgElement("text", { class: "word", x: start + width / 2, y: 12, "text-anchor": "middle" }, word));
  return group;
}

/** A dot for a number that was observed, a bar for a range; hollow where it cannot be compared. */
function valueMark({ pieces, text, source, lies }: PlotValue, x: (value: number) => number, top: number): SVGElement {
  const hollow = lies === "not compared";
  const group = svgElement("g", { class: `value ${hollow ? "is-hollow" : ""}` });
  const y = top + 22;
  for (const { from, to } of pieces) group.append(...pieceMark(x(from), x(to), y, hollow));
  const left = Math.min(...pieces.map(({ from }) => x(from)));
  const right = Math.max(...pieces.map(({ to }) => x(to)));
  const label = `${source ? `${source}: ` : ""}${text}`;
  const onRight = (left + right) / 2 > WIDTH * 0.55;
  const at = onRight ? Math.min(RIGHT, right + 6) : Math.max(LEFT, left - 6);
  group.append(svgElement("text", { class: "name", x: at, y: y - 9, "text-anchor": onRight ? "end" : "start" }, label));
  return group;
}

function pieceMark(left: number, right: number, y: number, hollow: boolean): SVGElement[] {
  if (right - left <= 1) return [dot(left, y)];
  const line = svgElement("line", { class: "whisker", x1: left, x2: right, y1: y, y2: y });
  const ends = [left, right].map((at) =>
    hollow ? dot(at, y) : svgElement("line", { class: "whisker", x1: at, x2: at, y1: y - 5, y2: y + 5 }),
  );
  return [line, ...ends];
}

const dot = (x: number, y: number): SVGElement => svgElement("circle", { class: "dot", cx: x, cy: y, r: 5 });
