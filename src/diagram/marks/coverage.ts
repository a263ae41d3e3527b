/**
 * Coverage: beside each drawing all of its parts as a list, level with their ports, each with how many claims speak of
 * it and with which standing, `none`, or `?` where only a gap is declared.
 */
import { type AtlasCoverage, coverageOf, type PartCoverage } from "../coverage.ts";
import { dockOf } from "../docks.ts";
import { DRAWING_BOTTOM, type Frame } from "../frame.ts";
import { cut, oneLine, textWidth } from "../measure.ts";
import { standings } from "../palette.ts";
import type { Picture } from "../picture.ts";
import { slots } from "../rail.ts";
import type { Flank, Resolved } from "../resolve.ts";
import { group, path, point, round, type SceneNode, text, title } from "../scene.ts";
import { standingBar } from "./lanes.ts";
import { sign } from "./sign.ts";

const TOP = 44;
/** Least and greatest distance of two lines of a list. */
const LEAST_PITCH = 13;
const MOST_PITCH = 21;
const BAR = 46;
/** In a narrow list, where names need the room. */
const NARROW_BAR = 12;
/** Room for a count beside a bar, and for the word `none`. */
const COUNT = 20;
const NONE = 32;

const isNarrow = (width: number): boolean => width < 215;

/** Words that stand for longer ones where a name would be cut. */
const briefer: readonly (readonly [word: string, brief: string])[] = [
  ["igher-order thalamus", "igher-order thal."],
  ["irst-order thalamus", "irst-order thal."],
  ["normalization", "norm."],
  ["positional", "pos."],
];

/** A name as it fits: with a shorter word if that spares it from being cut. */
function fitted(label: string, size: number, width: number, bold: boolean): string {
  const name = oneLine(label);
  if (textWidth(name, size, bold) <= width) return name;
  const short = briefer.reduce((shorter, [word, brief]) => shorter.replace(word, brief), name);
  return cut(short, size, width, bold);
}

export interface CoverageLayers {
  readonly nodes: readonly SceneNode[];
  readonly bottom: number;
}

interface Line extends PartCoverage {
  /** Height of the part's port; undefined where it has none in the picture. */
  readonly port: number | undefined;
}

/** Which flank an atlas is listed on: that of its drawing, else that on which claims name it. */
function flankOf({ atlas }: AtlasCoverage, resolved: Resolved): Flank | undefined {
  if (atlas === "cortex") return resolved.panels.left ? undefined : "left";
  if (atlas === "transformer") return resolved.panels.right ? undefined : "right";
  for (const { groups } of resolved.claims)
    for (const { flank, places } of groups) if (places.some(({ part }) => part?.startsWith(`${atlas}:`))) return flank;
  return undefined;
}

/** Both lists; `bare` where there are no drawings beside them. */
export function drawCoverage(picture: Picture, resolved: Resolved, frame: Frame, bare = false): CoverageLayers {
  const ports = new Map<string, number>();
  for (const { groups } of resolved.claims) for (const { places } of groups) for (const { part, y } of places) if (part) ports.set(part, y);
  const lists: Record<Flank, AtlasCoverage[]> = { left: [], right: [] };
  for (const atlas of coverageOf(picture)) {
    const flank = flankOf(atlas, resolved);
    if (flank) lists[flank].push(atlas);
  }
  const nodes: SceneNode[] = [];
  let bottom = 0;
  for (const flank of ["left", "right"] as const) {
    const own = lists[flank];
    if (own.length === 0) continue;
    const lines = own
      .flatMap(({ parts }) => parts)
      .map((part): Line => ({ ...part, label: dockOf(part.part)?.label ?? part.label, port: ports.get(part.part) ?? dockOf(part.part)?.y }))
      .map((line): Line => (line.port === 0 ? { ...line, port: undefined } : line));
    const drawn = list(flank, own, lines, frame, bare);
    nodes.push(drawn.node);
    bottom = Math.max(bottom, drawn.bottom);
  }
  return { nodes, bottom };
}

function list(
  flank: Flank,
  atlases: readonly AtlasCoverage[],
  lines: readonly Line[],
  frame: Frame,
  bare: boolean,
): { node: SceneNode; bottom: number } {
  const between = frame.block.x - frame.column.right;
  const aside = bare ? frame.margin : between < 440 ? 14 : 40;
  // the names of the cortex are longer
  const share = between >= 440 || bare ? 0 : flank === "left" ? 12 : -12;
  const width = bare ? between / 2 - aside - 6 : Math.min(230, between / 2 + share - aside - (between < 440 ? 4 : 8));
  const x = flank === "left" ? frame.column.right + aside : frame.block.x - aside - width;
  const ordered = [...lines].sort((a, b) => (a.port ?? 1e6) - (b.port ?? 1e6));
  const pitch = bare ? LEAST_PITCH : Math.max(LEAST_PITCH, Math.min(MOST_PITCH, (DRAWING_BOTTOM - TOP) / Math.max(1, ordered.length)));
  const heights = bare
    ? ordered.map((_, at) => TOP + at * pitch)
    : slots(
        ordered.map(({ port }) => port ?? DRAWING_BOTTOM + 40),
        pitch,
        TOP,
        Math.max(DRAWING_BOTTOM, TOP + ordered.length * pitch),
      );
  const edge = flank === "left" ? frame.column.right : frame.block.x;
  const near = flank === "left" ? x : x + width;
  const rows = ordered.map((line, at) => {
    const y = heights[at] ?? TOP;
    const leader =
      bare || line.port === undefined
        ? []
        : [
            path(
              "leader",
              "coverage-leader",
              `M${point(edge, line.port)}C${point((edge + near) / 2, line.port)} ${point((edge + near) / 2, y)} ${point(near, y)}`,
            ),
          ];
    return group(line.part, { class: "part", "data-part": line.part }, [title(spokenLine(line)), ...leader, ...row(line, x, y, width)]);
  });
  const told = atlases.flatMap(({ label, mapped, declared, parts }) => [
    oneLine(label),
    `${mapped} of ${parts.length} mapped${declared > 0 ? `, ${declared} declared open` : ""}`,
  ]);
  return {
    node: group(`coverage ${flank}`, {}, [
      ...told
        .slice(0, 2)
        .map((line, at) =>
          text(
            `summary ${at}`,
            at === 0 ? "t-small t-bold" : "t-cell t-muted",
            x,
            16 + at * 13,
            cut(line, 11, bare ? width : width + aside - 4, at === 0),
          ),
        ),
      ...rows,
    ]),
    bottom: (heights.at(-1) ?? TOP) + 10,
  };
}

const spokenLine = ({ label, claims, byStanding, gaps }: Line): string =>
  claims === 0
    ? `${label}: no claim`
    : `${label}: ${standings.flatMap((standing) => (byStanding[standing] ? `${byStanding[standing]} ${standing}` : [])).join(", ")}${gaps.length > 0 ? "; a gap is declared" : ""}`;

function row({ label, claims, byStanding, gaps }: Line, x: number, y: number, width: number): SceneNode[] {
  const right = x + width;
  const narrow = isNarrow(width);
  const bar = narrow ? NARROW_BAR : BAR;
  const base = y + 3.6;
  if (claims === 0) {
    const name = fitted(label, 10.5, width - NONE - 8, false);
    const end = x + 10 + textWidth(name, 10.5);
    return [
      text("name", "t-cell t-muted", x + 4, base, name),
      ...(right - NONE - 4 > end ? [path("empty", "coverage-empty", `M${point(end, y)}H${round(right - NONE - 4)}`)] : []),
      text("count", "t-cell t-muted t-end", right - 4, base, "none"),
    ];
  }
  const name = fitted(label, 10.5, width - bar - COUNT - (narrow ? 8 : 30), true);
  const nodes: SceneNode[] = [
    text("name", "t-cell t-bold", x + 4, base, name),
    text("count", "t-cell t-bold t-end", right - 4, base, String(claims)),
  ];
  const onlyGap = gaps.length >= claims;
  nodes.push(...standingBar(byStanding, claims, { x: right - COUNT - bar, y, width: bar, height: 7 }));
  if (gaps.length > 0 && !narrow)
    nodes.push(
      group(
        "gap",
        { class: "standing-open", transform: `translate(${round(right - COUNT - BAR - 12)} ${round(y)}) scale(${onlyGap ? 0.8 : 0.7})` },
        [sign("sign", "open", 0, 0)],
      ),
    );
  return nodes;
}
