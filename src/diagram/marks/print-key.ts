/** Below a printed figure: what the forms mean, and what each id on a ribbon stands for. */

import { basisSigns } from "../basis.ts";
import { cut, oneLine, textWidth } from "../measure.ts";
import { standingNames, standings } from "../palette.ts";
import type { PictureClaim, PictureSide } from "../picture.ts";
import { circle, group, path, rect, type SceneNode, text } from "../scene.ts";
import { countStandings } from "../standings.ts";
import { splitId } from "./chip.ts";
import { ribbon, slashes, strengthWidths } from "./ribbon.ts";
import { setNode } from "./setNode.ts";

/** Sizes of type in user units. */
export interface PrintSizes {
  readonly small: number;
  readonly body: number;
  readonly title: number;
}

export interface PrintRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** From line to line, in sizes of the type: in the legend, and in the key. */
const LEADING = 1.75;
const KEY_LEADING = 1.3;
/** From row to row of the legend: its samples are as high as they are, however small the type. */
const rowOf = (small: number): number => Math.max(25, small * LEADING);

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly sample: (x: number, y: number) => SceneNode;
}

/** What occurs among the claims, and nothing else: standings with their counts, denial, and how ends belong together. */
function entries(claims: readonly PictureClaim[], ribbons: boolean): Entry[] {
  const counts = countStandings(claims.map(({ standing }) => standing));
  const joined = (join: PictureSide["join"]): boolean => claims.some(({ left, right }) => left.join === join || right.join === join);
  const nodes = (["all", "any", "outweighs"] as const).filter(joined).map(
    (join): Entry => ({
      key: join,
      name: join === "outweighs" ? "outweighs" : `${join} of these`,
      sample: (x, y) => group("sample", { class: "standing-unsupported" }, [setNode("node", join, x + 26, y)]),
    }),
  );
  const pairs: Entry = {
    key: "pairs",
    name: "pair by pair",
    sample: (x, y) =>
      group("sample", { class: "standing-unsupported" }, [
        circle("one", "end-open", x + 15, y, 8.5),
        text("one name", "pair-number", x + 15, y + 4.7, "1"),
        circle("two", "end-open", x + 38, y, 8.5),
        text("two name", "pair-number", x + 38, y + 4.7, "2"),
      ]),
  };
  const denied: Entry = {
    key: "denied",
    name: "denied",
    sample: (x, y) => {
      const curve = { x0: x, y0: y, x1: x + 52, y1: y };
      return group("sample", { class: "standing-unsupported" }, [
        ...ribbon(curve, { standing: "unsupported", width: 12, earned: 0 }).slice(1),
        ...slashes(curve, 5),
      ]);
    },
  };
  const shown = standings.filter((standing) => counts[standing] > 0);
  return [
    ...shown.map(
      (standing): Entry => ({
        key: standing,
        name: `${standingNames[standing]}${standing === "open" ? " “?”" : ""} ${counts[standing]}`,
        sample: (x, y) =>
          group(
            "sample",
            { class: `standing-${standing}` },
            ribbon({ x0: x, y0: y, x1: x + 52, y1: y }, { standing, width: 12, earned: 4.5 }).slice(1),
          ),
      }),
    ),
    ...(!ribbons ? [] : [...(claims.some(({ negated }) => negated) ? [denied] : []), ...nodes, ...(joined("each") ? [pairs] : [])]),
  ];
}

const strengthWords = ["analogy", "functional", "mechanistic", "literal"] as const;

/** Height of the legend with so many entries in a row; without ribbons it has neither their ends nor their widths. */
export const legendRowsHeight = (sizes: PrintSizes, claims: readonly PictureClaim[], across: number, ribbons = true): number =>
  (Math.ceil(entries(claims, ribbons).length / across) + (ribbons ? 1 : 0)) * rowOf(sizes.small) + sizes.small * 1.6;

/** Standings and ends, `across` in a row; then the strengths that widths stand for. */
export function legendRows(
  room: PrintRoom,
  sizes: PrintSizes,
  claims: readonly PictureClaim[],
  across: number,
  ribbons = true,
): SceneNode[] {
  const line = rowOf(sizes.small);
  const step = room.width / across;
  const first = room.y + line * 0.9;
  const nodes: SceneNode[] = [path("rule above", "rule", `M${room.x} ${room.y}h${room.width}`)];
  const all = entries(claims, ribbons);
  all.forEach(({ key, name, sample }, at) => {
    const x = room.x + (at % across) * step;
    const y = first + Math.floor(at / across) * line;
    nodes.push(group(key, {}, [sample(x, y), text("name", "t-small", x + 64, y + sizes.small * 0.36, name)]));
  });
  if (!ribbons) return nodes;
  const y = first + Math.ceil(all.length / across) * line;
  const label = "Width, asserted:";
  nodes.push(text("width", "t-small", room.x, y + sizes.small * 0.36, label));
  const start = room.x + textWidth(label, sizes.small) + 8;
  const each = (room.x + room.width - start) / strengthWords.length;
  strengthWords.forEach((word, at) => {
    const height = strengthWidths[word] * 0.62;
    nodes.push(
      rect(`swatch ${word}`, "swatch", start + at * each, y - height / 2, 34, height),
      text(`word ${word}`, "t-small", start + at * each + 42, y + sizes.small * 0.36, word),
    );
  });
  return nodes;
}

/** Two lines an entry want width: a third column would cut what is claimed. */
const columnsFor = (claims: readonly PictureClaim[]): number => (claims.length < 4 ? 1 : 2);

/** Lines that an entry takes, with the space to the next. */
const ENTRY_LINES = 2.15;

/** By the labels, as one looks them up: shorter ones first, then by their signs. */
function byLabel(claims: readonly PictureClaim[], labels: ReadonlyMap<string, string>): readonly PictureClaim[] {
  const labelOf = ({ key }: PictureClaim): string => labels.get(key) ?? "";
  return [...claims].sort((a, b) => {
    const [one, other] = [labelOf(a), labelOf(b)];
    return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
  });
}

/** What is claimed, unless the first line says so already, and the works that are cited for and against it. */
function claimed(claim: PictureClaim, firstLine: string): string {
  const works = (claim.sources ?? []).filter(({ states }) => !states);
  const named = (sign: string, those: typeof works): string[] =>
    those.length > 0 ? [`${sign}${those.map(({ label }) => label).join(", ")}`] : [];
  const written = oneLine(claim.written);
  const pieces = [
    ...(written === firstLine ? [] : [written]),
    ...(claim.standing === "overstated" && claim.earned ? [`earns ${claim.earned}`] : []),
    ...named(
      "+ ",
      works.filter(({ supports, disputes }) => supports && !disputes),
    ),
    ...named(
      "− ",
      works.filter(({ supports, disputes }) => disputes && !supports),
    ),
    ...named(
      "± ",
      works.filter(({ supports, disputes }) => (supports ?? false) === (disputes ?? false)),
    ),
  ];
  return oneLine(pieces.join("; "));
}

/** Height of the key. */
export const keyHeight = (sizes: PrintSizes, claims: readonly PictureClaim[]): number =>
  claims.length === 0 ? 0 : Math.ceil(claims.length / columnsFor(claims)) * sizes.small * ENTRY_LINES * KEY_LEADING + sizes.small * 1.2;

/** What each label stands for: the claim's name with its standing and the count of evidence, and below what is claimed and by which works it is weighed. */
export function printKey(
  room: PrintRoom,
  sizes: PrintSizes,
  claims: readonly PictureClaim[],
  labels: ReadonlyMap<string, string>,
): SceneNode[] {
  if (claims.length === 0) return [];
  const columns = columnsFor(claims);
  const rows = Math.ceil(claims.length / columns);
  const gap = 22;
  const width = (room.width - gap * (columns - 1)) / columns;
  const line = sizes.small * KEY_LEADING;
  const labelWidth = Math.max(...claims.map(({ key }) => textWidth(labels.get(key) ?? "", sizes.small, true))) + 8;
  const nodes = byLabel(claims, labels).map((claim, at) => {
    const x = room.x + Math.floor(at / rows) * (width + gap);
    const y = room.y + line * 1.1 + (at % rows) * line * ENTRY_LINES + sizes.small * 0.36;
    const [number, name] = splitId(oneLine(claim.id ?? ""));
    const words = name || number || oneLine(claim.written);
    const told = `${claim.negated ? "denied, " : ""}${standingNames[claim.standing].replace(" gap", "")} ${basisSigns(claim).join(" ")}`;
    const toldWidth = textWidth(told, sizes.small);
    return group(claim.key, {}, [
      text("label", "t-small t-bold", x, y, labels.get(claim.key) ?? ""),
      text("name", "t-small", x + labelWidth, y, cut(words, sizes.small, width - labelWidth - toldWidth - 10)),
      text("standing", "t-small t-muted t-end", x + width, y, told),
      text("claimed", "t-small t-muted", x + labelWidth, y + line, cut(claimed(claim, words), sizes.small, width - labelWidth)),
    ]);
  });
  return [path("rule key", "rule", `M${room.x} ${room.y}h${room.width}`), ...nodes];
}
