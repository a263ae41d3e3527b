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

const barOf = (width: number): number => (width < 190 ? NARROW_BAR : BAR);

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

/** Both lists. */
export function drawCoverage(picture: Picture, resolved: Resolved, frame: Frame): CoverageLayers {
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
    const drawn = list(flank, own, lines, frame);
    nodes.push(drawn.node);
    bottom = Math.max(bottom, drawn.bottom);
  }
  return { nodes, bottom };
}

function list(flank: Flank, atlases: readonly AtlasCoverage[], lines: readonly Line[], frame: Frame): { node: SceneNode; bottom: number } {
  const between = frame.block.x - frame.column.right;
  const aside = between < 440 ? 22 : 40;
  const width = Math.min(230, between / 2 - aside - 8);
  const x = flank === "left" ? frame.column.right + aside : frame.block.x - aside - width;
  const ordered = [...lines].sort((a, b) => (a.port ?? 1e6) - (b.port ?? 1e6));
  const pitch = Math.max(LEAST_PITCH, Math.min(MOST_PITCH, (DRAWING_BOTTOM - TOP) / Math.max(1, ordered.length)));
  const heights = slots(
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
      line.port === undefined
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
          text(`summary ${at}`, at === 0 ? "t-small t-bold" : "t-cell t-muted", x, 16 + at * 13, cut(line, 11, between / 2 - 20, true)),
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
  const bar = barOf(width);
  // room for the count, and beside a long bar for the sign of a gap
  const name = cut(oneLine(label), 10.5, width - bar - (bar === BAR ? 58 : 38));
  const base = y + 3.6;
  if (claims === 0)
    return [
      text("name", "t-cell t-muted", x + 4, base, name),
      path("empty", "coverage-empty", `M${point(x + 10 + textWidth(name, 10.5), y)}H${round(right - 32)}`),
      text("count", "t-cell t-muted t-end", right - 4, base, "none"),
    ];
  const nodes: SceneNode[] = [
    text("name", "t-cell t-bold", x + 4, base, name),
    text("count", "t-cell t-bold t-end", right - 4, base, String(claims)),
  ];
  const onlyGap = gaps.length >= claims;
  nodes.push(...standingBar(byStanding, claims, { x: right - 28 - bar, y, width: bar, height: 7 }));
  if (gaps.length > 0 && bar === BAR)
    nodes.push(
      group(
        "gap",
        { class: "standing-open", transform: `translate(${round(right - 40 - BAR)} ${round(y)}) scale(${onlyGap ? 0.8 : 0.7})` },
        [sign("sign", "open", 0, 0)],
      ),
    );
  return nodes;
}
