/**
 * From claims to a scene. Pure, total and quick: no input makes it fail, and time grows linearly with the number of
 * claims but for sorting them.
 */
import { countStandings, drawBundles, isBundled } from "./bundle.ts";
import { drawClaims, writtenPathways } from "./claims.ts";
import { dockOf } from "./docks.ts";
import { DRAWING_BOTTOM, type Frame, frameFor } from "./frame.ts";
import { block, blockLeaders } from "./marks/block.ts";
import { blockBracket, columnBrackets } from "./marks/brackets.ts";
import { spoken } from "./marks/chip.ts";
import { column, minicolumn, neighbourColumn, scaleBar, veil } from "./marks/column.ts";
import { feedback } from "./marks/feedback.ts";
import { fibres } from "./marks/fibres.ts";
import { leaders } from "./marks/leaders.ts";
import { legend, legendHeight } from "./marks/legend.ts";
import { interlaminar, mechanisms } from "./marks/mechanisms.ts";
import { neighbourNeurons, neurons } from "./marks/neurons.ts";
import { shelf } from "./marks/shelf.ts";
import { thalamus } from "./marks/thalamus.ts";
import { cut, oneLine, textWidth } from "./measure.ts";
import { standingNames, standings } from "./palette.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { type Place, type Resolved, resolve, SHELF_ROW, type ShelfRow } from "./resolve.ts";
import { group, rect, type Scene, type SceneNode, text, title } from "./scene.ts";

export interface SceneOptions {
  /** Wished width in CSS pixels (1440 where nothing is asked); kept between 1000 and 1800, beyond that the viewBox scales. */
  readonly width?: number;
  /** Wished height: the picture is at least that high, so that the rail may use the room. */
  readonly height?: number;
}

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
  (counts: ReadonlyMap<string, number>) =>
  (id: string, children: readonly SceneNode[]): SceneNode => {
    const dock = dockOf(id);
    const claimed = counts.get(id) ?? 0;
    const named = dock ? `${dock.label}${claimed > 0 ? ` (${claimed} ${claimed === 1 ? "claim" : "claims"})` : ""}` : id;
    return group(id, { class: claimed > 0 ? "part is-claimed" : "part", "data-part": id }, [title(named), ...children]);
  };

/**
 * The column with everything around it, in its own coordinates. Bundles dock at whole layers, so the ways to the
 * ports of single parts would only be noise then.
 */
function cortex(resolved: Resolved, frame: Frame, bundled: boolean): SceneNode {
  const isClaimed = (id: string): boolean => !bundled && resolved.counts.has(id);
  const part = partOf(bundled ? new Map() : resolved.counts);
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
    text("title first", "t-title", 0, 36, "Cortical"),
    text("title second", "t-title", 0, 53, "column"),
  ]);
}

function transformer(resolved: Resolved, frame: Frame): SceneNode {
  const isClaimed = (id: string): boolean => resolved.counts.has(id);
  const part = partOf(resolved.counts);
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

function caption(picture: Picture, claims: readonly PictureClaim[], frame: Frame): SceneNode[] {
  const count = `${claims.length} ${claims.length === 1 ? "claim" : "claims"}`;
  const room = frame.column.x + 104 - frame.margin - textWidth(count, 11) - 16;
  const name = cut(oneLine(picture.title), 12.5, room, true);
  const shown = name === "…" ? "" : name;
  return [
    text("caption", "t-strong", frame.margin, 17, shown),
    text("caption count", "t-small t-muted", frame.margin + (shown === "" ? 0 : textWidth(shown, 12.5, true) + 10), 17, count),
  ];
}

/** What the picture shows, for those who do not see it. */
function describe(claims: readonly PictureClaim[]): string {
  const counts = countStandings(claims.map((claim) => claim.standing));
  const told = standings.filter((standing) => counts[standing] > 0).map((standing) => `${counts[standing]} ${standingNames[standing]}`);
  const head = "The cortical column on the left, the transformer block on the right, claims between them. ";
  const listed = claims.slice(0, 60).map((claim) => `${spoken(claim)}.`);
  const more = claims.length > listed.length ? ` And ${claims.length - listed.length} more.` : "";
  return `${head}${told.length === 0 ? "No claims." : `${told.join(", ")}.`} ${listed.join(" ")}${more}`.trim();
}

/** Lowest line of the shelves. */
const shelfBottom = (rows: readonly ShelfRow[]): number => rows.reduce((lowest, row) => Math.max(lowest, row.y + SHELF_ROW / 2), 0);

/**
 * Draws a picture. The same picture and options give the same scene. Claims beyond forty are bundled; `scene.bundles`
 * then says which claims each bundle holds. Each claim's elements bear `data-claim`, its chip is a button with a
 * name, parts bear `data-part`, and claims list the parts that they touch in `data-parts`.
 */
export function buildScene(picture: Picture, options: SceneOptions = {}): Scene {
  const frame = frameFor(options.width);
  const claims = orderly(picture.claims);
  const resolved = resolve({ ...picture, claims }, frame);
  const wished = options.height !== undefined && Number.isFinite(options.height) ? Math.min(4000, options.height) : 0;
  const below = Math.max(DRAWING_BOTTOM, shelfBottom(resolved.shelf), wished - legendHeight(frame) - 22);
  const counts = countStandings(claims.map((claim) => claim.standing));
  const bundled = isBundled(claims.length);

  const many = bundled ? drawBundles(resolved.claims, frame, below) : undefined;
  const each = bundled ? undefined : drawClaims(resolved.claims, frame, below);
  const legendY = Math.round(Math.max(below, (many ?? each)?.bottom ?? 0) + 22);
  const height = legendY + legendHeight(frame);
  const places = new Map<string, Place>();
  for (const claim of resolved.claims) for (const ends of claim.groups) for (const place of ends.places) places.set(place.key, place);

  const nodes = [
    rect("ground", "ground", 0, 0, frame.width, height),
    ...caption(picture, claims, frame),
    group("threads", {}, many?.threads ?? []),
    cortex(resolved, frame, bundled),
    transformer(resolved, frame),
    ...shelf(resolved.shelf, frame),
    group("as written", {}, bundled ? [] : writtenPathways([...places.values()])),
    group("ribbons", {}, many?.ribbons ?? each?.ribbons ?? []),
    group("nodes", {}, each?.nodes ?? []),
    group("totals", {}, many?.totals ?? []),
    group("chips", {}, many?.chips ?? each?.chips ?? []),
    legend(frame, legendY, { counts, bundled: many?.scale }),
  ];
  const name = oneLine(picture.title);
  return {
    width: frame.width,
    height,
    title: `${name === "" ? "Column view" : `Column view of ${name}`}: ${claims.length} ${claims.length === 1 ? "claim" : "claims"}`,
    description: describe(claims),
    nodes,
    bundles: many?.bundles ?? [],
  };
}
