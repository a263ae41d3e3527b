/**
 * From claims to a scene. Pure, total and quick: no input makes it fail, and time grows linearly with the number of
 * claims but for sorting them.
 */
import { drawBundles, isBundled } from "./bundle.ts";
import { drawClaims, ribbonScale, writtenPathways } from "./claims.ts";
import { compared, comparedFrame, comparisonLine, drawCompared } from "./compared.ts";
import { dockOf } from "./docks.ts";
import { coverageFrame, crowdedFrame, DRAWING_BOTTOM, type Frame, frameFor, idFrame, listFrame, narrowFrame } from "./frame.ts";
import { keep } from "./keep.ts";
import { block, blockLeaders } from "./marks/block.ts";
import { blockBracket, columnBrackets } from "./marks/brackets.ts";
import { spoken } from "./marks/chip.ts";
import { column, minicolumn, neighbourColumn, scaleBar, veil } from "./marks/column.ts";
import { drawCoverage } from "./marks/coverage.ts";
import { feedback } from "./marks/feedback.ts";
import { fibres } from "./marks/fibres.ts";
import { leaders } from "./marks/leaders.ts";
import { counted, type LegendContent, legend, legendHeight } from "./marks/legend.ts";
import { interlaminar, mechanisms } from "./marks/mechanisms.ts";
import { neighbourNeurons, neurons } from "./marks/neurons.ts";
import { panel } from "./marks/panel.ts";
import { shelf } from "./marks/shelf.ts";
import { endings, thalamus } from "./marks/thalamus.ts";
import { cut, oneLine, textWidth } from "./measure.ts";
import { standingNames, standings } from "./palette.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { type Place, type Resolved, resolve } from "./resolve.ts";
import { group, rect, type Scene, type SceneNode, text, title } from "./scene.ts";
import { SHELF_ROW, type ShelfRow } from "./shelf-layout.ts";
import { countStandings } from "./standings.ts";
import { filtered, type PictureView, partsOfClaim } from "./view.ts";

export interface SceneOptions {
  /** Wished width in CSS pixels (1440 where nothing is asked); kept between 1000 and 1800, beyond that the viewBox scales. */
  readonly width?: number;
  /** Wished height: the picture is at least that high, so that the rail may use the room. */
  readonly height?: number;
  /** What is asked of the picture: filter, focus, comparison, coverage. */
  readonly view?: PictureView;
  /** For print: no caption and no legend, which stand below a figure in its own type. */
  readonly figure?: FigureStyle;
}

export interface FigureStyle {
  /** Whether the drawings stand close together, with ids alone between them. */
  readonly narrow: boolean;
  /** What stands on the pill of each claim; its chip where it has none. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** With more claims than this each chip has one line, and ribbons need the room beside it. */
const MOST_ROOMY = 15;

/** Whether so many claims are drawn one by one, and close together. */
export const isCrowded = (claims: number): boolean => claims > MOST_ROOMY && !isBundled(claims);

/** Standings and strengths are closed words; a picture from elsewhere may hold others, and claims with one key. */
function orderly(claims: readonly PictureClaim[]): PictureClaim[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const before = seen.get(claim.key) ?? 0;
    seen.set(claim.key, before + 1);
    const known = standings.includes(claim.standing);
    if (before === 0 && known) return claim;
    return { ...claim, key: before === 0 ? claim.key : `${claim.key} (${before + 1})`, standing: known ? claim.standing : "unsupported" };
  });
}

/** Wraps what stands for a part, so that it can be pointed at. */
const partOf =
  (counts: ReadonlyMap<string, number>, focus: ReadonlySet<string>) =>
  (id: string, children: readonly SceneNode[]): SceneNode => {
    const dock = dockOf(id);
    const claimed = counts.get(id) ?? 0;
    const named = dock ? `${dock.label}${claimed > 0 ? ` (${claimed} ${claimed === 1 ? "claim" : "claims"})` : ""}` : id;
    const className = `part${claimed > 0 ? " is-claimed" : ""}${focus.has(id) ? " is-focus" : ""}`;
    return group(id, { class: className, "data-part": id }, [title(named), ...children]);
  };

/**
 * The column with everything around it, in its own coordinates. Bundles dock at whole layers, so the ways to the
 * ports of single parts would only be noise then.
 */
function cortex(resolved: Resolved, frame: Frame, bundled: boolean, focus: ReadonlySet<string>): SceneNode {
  const isClaimed = (id: string): boolean => !bundled && resolved.counts.has(id);
  const part = partOf(bundled ? new Map() : resolved.counts, focus);
  const below = thalamus(isClaimed, part);
  const { neighbour } = frame;
  const outwards = (neighbour ? neighbour.x : frame.margin - 4) - frame.column.x;
  const far = neighbour ? [neighbourColumn(outwards, neighbour.width, neighbourNeurons(outwards))] : [];
  const streams = [
    part("cortex:L2/3-horizontal", fibres("cortex:L2/3-horizontal", outwards, 7)),
    part("cortex:L5-horizontal", fibres("cortex:L5-horizontal", outwards, 19)),
  ];
  return group("cortex", { class: "cortex", transform: `translate(${frame.column.x} 0)` }, [
    ...far,
    ...column(isClaimed, part),
    ...(isClaimed("cortex:minicolumn") ? [part("cortex:minicolumn", minicolumn())] : []),
    group("axons", {}, below.axons),
    group("fibres", {}, streams),
    veil(outwards - 8, neighbour ? 96 : 40),
    ...(neighbour ? [text("neighbour name", "t-small t-muted t-end", outwards + neighbour.width, 605, "neighbour")] : []),
    group("cells", {}, neurons(isClaimed, part)),
    group("arrows", {}, interlaminar(part)),
    group("feedback", {}, feedback(part)),
    group("nuclei", {}, below.nuclei),
    group("leaders", {}, leaders(isClaimed)),
    group("mechanisms", {}, mechanisms(isClaimed, part)),
    ...columnBrackets(isClaimed, part, frame.column.x - frame.margin),
    ...(bundled ? [] : [scaleBar(-13)]),
    ...(neighbour ? [group("endings", {}, endings(outwards, 634))] : []),
    text("title first", "t-title", 0, 33, "Cortical"),
    text("title second", "t-title", 0, 50, "column"),
  ]);
}

function transformer(resolved: Resolved, frame: Frame, focus: ReadonlySet<string>): SceneNode {
  const isClaimed = (id: string): boolean => resolved.counts.has(id);
  const part = partOf(resolved.counts, focus);
  const { width } = frame.block;
  const wide = width > 360;
  return group("transformer", { class: "transformer", transform: `translate(${frame.block.x} 0)` }, [
    ...block(width, isClaimed, part),
    blockBracket(width, part),
    group("leaders", {}, blockLeaders(width, isClaimed)),
    part("transformer:Stack-depth", [text("name", "t-title", 0, 65, "Transformer block × N")]),
    ...(wide ? [text("onward", "t-cell t-muted t-end", width - 68, 64, "to the next block")] : []),
  ]);
}

/** One of the two drawings; the same node as long as the same is claimed in it, which an edit seldom changes. */
function still(name: "cortex" | "transformer", frame: Frame, resolved: Resolved, quiet: boolean, focus: ReadonlySet<string>): SceneNode {
  // with bundles the column shows nothing of what is claimed
  const plain = name === "cortex" && quiet;
  const claimed: string[] = [];
  if (!plain) for (const [id, count] of resolved.counts) if (dockOf(id)) claimed.push(`${id} ${count}`);
  const signature = [quiet, [...focus].sort().join(), claimed.sort().join()].join("|");
  return keep(frame, name, signature, () =>
    name === "cortex" ? cortex(resolved, frame, quiet, focus) : transformer(resolved, frame, focus),
  );
}

/** Both drawings, or the panels in their place, and the shelves below. */
function drawings(resolved: Resolved, frame: Frame, quiet: boolean, focus: ReadonlySet<string>): SceneNode[] {
  const { left, right } = resolved.panels;
  return [
    left ? panel(left, frame.column, "left", focus) : still("cortex", frame, resolved, quiet, focus),
    right ? panel(right, frame.block, "right", focus) : still("transformer", frame, resolved, quiet, focus),
    ...shelf(resolved.shelf, frame),
  ];
}

function caption(picture: Picture, claims: readonly PictureClaim[], frame: Frame, total: number): SceneNode[] {
  const count = counted(claims.length, total);
  const room = frame.column.x + 104 - frame.margin;
  const name = cut(oneLine(picture.title), 12.5, room, true);
  const shown = name === "…" ? "" : name;
  const used = shown === "" ? 0 : textWidth(shown, 12.5, true) + 10;
  return [
    text("caption", "t-strong", frame.margin, 15, shown),
    // the legend says it, too
    ...(used + textWidth(count, 11) <= room ? [text("caption count", "t-small t-muted", frame.margin + used, 15, count)] : []),
  ];
}

/** What the picture shows, for those who do not see it. */
function describe(claims: readonly PictureClaim[], comparison: string | undefined): string {
  const counts = countStandings(claims.map((claim) => claim.standing));
  const told = standings.filter((standing) => counts[standing] > 0).map((standing) => `${counts[standing]} ${standingNames[standing]}`);
  const head = "The cortical column on the left, the transformer block on the right, claims between them. ";
  const listed = claims.slice(0, 60).map((claim) => `${spoken(claim)}.`);
  const more = claims.length > listed.length ? ` And ${claims.length - listed.length} more.` : "";
  const sides = comparison === undefined ? "" : ` ${comparison}.`;
  return `${head}${told.length === 0 ? "No claims." : `${told.join(", ")}.`}${sides} ${listed.join(" ")}${more}`.trim();
}

/** Lowest line of the shelves. */
const shelfBottom = (rows: readonly ShelfRow[]): number => rows.reduce((lowest, row) => Math.max(lowest, row.y + SHELF_ROW / 2), 0);

/** Lowest line of the drawings. */
const panelBottom = ({ panels: { left, right } }: Resolved): number =>
  left && right ? Math.max(360, left.bottom, right.bottom) : Math.max(DRAWING_BOTTOM, left?.bottom ?? 0, right?.bottom ?? 0);

/** Every place at which a claim docks, once. */
function placesOf({ claims }: Resolved): Place[] {
  const places = new Map<string, Place>();
  for (const { groups } of claims) for (const ends of groups) for (const place of ends.places) places.set(place.key, place);
  return [...places.values()];
}

/** Whether a figure is too narrow for drawings beside lists whose words can be read: the lists stand alone then. */
const isBare = ({ figure, view }: SceneOptions): boolean => figure?.narrow === true && view?.coverage === true;

/** How the width is divided for what is asked, and for so many claims. */
function divided(options: SceneOptions, claims: number): Frame {
  const { figure, view, width } = options;
  if (isBare(options)) return listFrame(width ?? 0);
  if (figure?.narrow) return view?.compare ? comparedFrame(narrowFrame(width ?? 0)) : narrowFrame(width ?? 0);
  const plain = frameFor(width);
  if (view?.compare) return comparedFrame(plain);
  if (view?.coverage) return coverageFrame(plain);
  if (figure) return figure.labels ? idFrame(plain) : plain;
  return isCrowded(claims) ? crowdedFrame(plain) : plain;
}

/**
 * Draws a picture. The same picture and options give the same scene. Claims beyond forty are bundled; `scene.bundles`
 * then says which claims each bundle holds. Each claim's elements bear `data-claim`, its chip is a button with a
 * name, parts bear `data-part`, and claims list the parts that they touch in `data-parts`.
 */
export function buildScene(picture: Picture, options: SceneOptions = {}): Scene {
  const view = options.view ?? {};
  const asked = filtered(picture, view);
  const both = view.compare ? compared(asked, view.compare) : undefined;
  const { figure } = options;
  const bare = isBare(options);
  const frame = divided(options, asked.claims.length);
  const claims = orderly(both?.picture.claims ?? asked.claims);
  const shown: Picture = { ...(both?.picture ?? asked), claims };
  const resolved = resolve(shown, frame);
  const wished = options.height !== undefined && Number.isFinite(options.height) ? Math.min(4000, options.height) : 0;
  const below = bare ? 0 : Math.max(panelBottom(resolved), shelfBottom(resolved.shelf), wished - legendHeight(frame) - 22);
  const counts = countStandings(claims.map((claim) => claim.standing));
  const total = Math.max(claims.length, asked.total ?? 0);
  const listed = view.coverage ? drawCoverage(shown, resolved, frame, bare) : undefined;
  const sides = both && !listed ? drawCompared(both, resolved, frame, below, figure?.labels) : undefined;
  const many = !listed && !sides && isBundled(claims.length) ? drawBundles(resolved, frame, below) : undefined;
  const each =
    sides ?? (listed || many ? undefined : drawClaims(resolved.claims, frame, below, figure?.labels ? { labels: figure.labels } : {}));
  const legendY = Math.round(Math.max(below, (listed ?? many ?? each)?.bottom ?? 0) + 22);
  const quietBelow = bare || figure?.labels !== undefined;
  const height = legendY + (quietBelow ? 0 : legendHeight(frame, listed !== undefined));
  const quiet = many !== undefined || listed !== undefined;
  const focus = focusOf(view, claims);

  const content: LegendContent = {
    counts,
    claims: claims.length,
    total,
    scale: ribbonScale(claims.length, frame),
    bundled: many?.scale,
    plain: listed !== undefined,
  };

  const nodes = [
    rect("ground", "ground", 0, 0, frame.width, height),
    ...(figure ? [] : caption(shown, claims, frame, total)),
    group("threads", {}, many?.threads ?? []),
    ...(bare ? [] : drawings(resolved, frame, quiet, focus)),
    group("as written", {}, quiet ? [] : writtenPathways(placesOf(resolved))),
    group("coverage", {}, listed?.nodes ?? []),
    group("ribbons", {}, many?.ribbons ?? each?.ribbons ?? []),
    group("nodes", {}, each?.nodes ?? []),
    group("comparison", {}, sides?.joints ?? []),
    group("totals", {}, many?.totals ?? []),
    group("chips", {}, many?.chips ?? each?.chips ?? []),
    ...(quietBelow ? [] : [keep(frame, "legend", `${legendY} ${JSON.stringify(content)}`, () => legend(frame, legendY, content))]),
  ];
  const sidesNamed = both ? `${oneLine(both.comparison.left)} and ${oneLine(both.comparison.right)}` : "";
  const name = both ? `${sidesNamed}${shown.title === "" ? "" : ` in ${oneLine(shown.title)}`}` : oneLine(shown.title);
  const what = both ? "Comparison of" : listed ? "Coverage of" : "Column view of";
  return {
    width: frame.width,
    height,
    title: `${name === "" ? "Column view" : `${what} ${name}`}: ${counted(claims.length, total)}`,
    description: describe(claims, both && comparisonLine(both.comparison)),
    nodes,
    bundles: many?.bundles ?? [],
  };
}

/** The parts that stand out because the view is about them. */
function focusOf({ focus }: PictureView, claims: readonly PictureClaim[]): ReadonlySet<string> {
  if (!focus) return none;
  if ("part" in focus) return new Set([focus.part]);
  const claim = claims.find(({ key }) => key === focus.claim);
  return claim ? new Set(partsOfClaim(claim)) : none;
}

const none: ReadonlySet<string> = new Set();
