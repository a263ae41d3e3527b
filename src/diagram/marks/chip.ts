/** A claim's chip on the rail: sign, id and name, evidence for and against; below, the claim as it is written. */
import { basisSigns, basisWords } from "../basis.ts";
import { breakLine, cut, oneLine, textWidth } from "../measure.ts";
import type { PictureClaim } from "../picture.ts";
import { type Attributes, group, rect, round, type SceneNode, text, title } from "../scene.ts";
import { sign } from "./sign.ts";

export interface ChipBox {
  readonly width: number;
  readonly height: number;
}

/** `C04-queries` is a number and a name; most ids are a name alone. */
export function splitId(id: string): readonly [label: string, name: string] {
  const match = /^([A-Za-z]{0,3}\d{1,4}[a-z]?)[-.:_](.+)$/.exec(id);
  return match ? [match[1] ?? id, (match[2] ?? "").replaceAll("-", " ")] : [id, ""];
}

/** `C04 queries: L1 feedback as Query; contested; 3 for, 2 against; predictions: 1 confirmed`. */
export function spoken(claim: PictureClaim): string {
  let words = said.get(claim);
  if (words === undefined) {
    words = inWords(claim);
    said.set(claim, words);
  }
  return words;
}

const said = new WeakMap<PictureClaim, string>();

function inWords(claim: PictureClaim): string {
  const name = claim.id === undefined ? "" : `${splitId(oneLine(claim.id)).filter(Boolean).join(" ")}: `;
  const denied = claim.negated ? "denied; " : "";
  const standing = claim.standing === "open" ? "open gap" : claim.standing;
  const verdicts = claim.verdicts ? `; predictions: ${oneLine(claim.verdicts)}` : "";
  return `${name}${oneLine(claim.written)}; ${denied}${standing}; ${basisWords(claim)}${verdicts}`;
}

/** The two lines that mark focus and selection: they stand off the box. */
export function focusRings(width: number, height: number, radius: number): SceneNode[] {
  return [
    rect("focus outer", "focus-outer", -5, -5, width + 10, height + 10, radius + 5),
    rect("focus inner", "focus-inner", -2.4, -2.4, width + 4.8, height + 4.8, radius + 2.4),
  ];
}

const edgeClass = (claim: PictureClaim): string =>
  claim.standing === "unsupported" ? "chip-dashed" : claim.standing === "open" ? "chip-dotted" : "chip";

/** Room for the NOT plate, which no name may take. */
const PLATE = 37;

/** How wide id and name are together. */
function nameWidth(id: string): number {
  const [label, name] = splitId(id);
  return textWidth(label, 12.5, true) + (name === "" ? 0 : 6 + textWidth(name, 12.5));
}

/** The upper line: id, NOT where the claim denies, then name, or the claim itself where it has no id. */
function firstLine(claim: PictureClaim, y: number, from: number, to: number, extra: string): SceneNode[] {
  const [label, name] = splitId(claim.id === undefined ? "" : oneLine(claim.id));
  const nodes: SceneNode[] = [];
  let at = from;
  const put = (key: string, className: string, content: string, end: number): void => {
    const bold = className === "t-strong";
    const shown = content === "" ? "" : cut(content, 12.5, end - at, bold);
    if (shown === "" || shown === "…") return;
    nodes.push(text(key, className, at, y, shown));
    at += textWidth(shown, 12.5, bold) + 6;
  };
  put("id", "t-strong", label, claim.negated ? to - PLATE : to);
  if (claim.negated) {
    nodes.push(rect("plate", "plate", at, y - 11, 31, 14, 3), text("plate text", "plate-text", at + 15.5, y - 0.6, "NOT"));
    at += PLATE;
  }
  put("name", "t-body", label === "" ? extra : name, to);
  return nodes;
}

/**
 * The chip with its upper left corner at `x y`. It is the button of the claim: whoever shows the scene listens on
 * it. Where the name needs the room of the counts, these go to the line below, if there is one.
 */
export function chip(claim: PictureClaim, x: number, y: number, box: ChipBox, attrs: Attributes): SceneNode {
  const { width, height } = box;
  const twoLines = height >= 40;
  const radius = twoLines ? 6 : height / 2;
  const first = twoLines ? 17.5 : height / 2 + 4.4;
  const left = 30;
  const right = width - 10;
  const [plus = "", minus] = basisSigns(claim);
  const signs = minus === undefined ? plus : `${plus} ${minus}`;
  const bare = claim.id === undefined || claim.id === "";
  const counts = textWidth(signs, 12, true) + 8;
  const room = right - left - (claim.negated ? PLATE : 0);
  // a name is worth more than the counts, which the second line, the tooltip and the table give too
  const roomy = width >= 150 && (bare ? twoLines : nameWidth(oneLine(claim.id ?? "")) <= room - counts);
  const firstRight = roomy ? right - counts : right;
  const written = oneLine(claim.written);
  // without an id the claim itself takes both lines
  const [upper, lower] = bare && twoLines && roomy ? breakLine(written, 12.5, room - counts) : [written, written];
  const nodes: SceneNode[] = [
    rect("chip", edgeClass(claim), 0, 0, width, height, radius),
    sign("sign", claim.standing, 16, height / 2),
    ...firstLine(claim, first, left, firstRight, upper),
  ];
  if (roomy) {
    if (minus !== undefined) nodes.push(text("against", "t-strong t-end", right, first, minus));
    const before = minus === undefined ? 0 : 4 + textWidth(minus, 12, true);
    nodes.push(text("for", minus === undefined ? "t-small t-muted t-end" : "t-strong t-end", right - before, first, plus));
  }
  if (twoLines) {
    const below = cut(roomy ? (bare ? lower : written) : `${signs} · ${written}`, 11, right - left);
    nodes.push(text("below", "t-small t-muted", left, 33.5, below));
  }
  return group(claim.key, { ...attrs, transform: `translate(${round(x)} ${round(y)})` }, [
    title(spoken(claim)),
    group("body", {}, nodes),
    ...focusRings(width, height, radius),
  ]);
}

/** A pill with nothing but a label, for print; the key below the figure says what it stands for. */
export function pill(claim: PictureClaim, label: string, x: number, y: number, { width, height }: ChipBox, attrs: Attributes): SceneNode {
  return group(claim.key, { ...attrs, transform: `translate(${round(x)} ${round(y)})` }, [
    title(spoken(claim)),
    rect("chip", edgeClass(claim), 0, 0, width, height, height / 2),
    text("label", "t-strong t-mid", width / 2, height / 2 + 5.5, label),
  ]);
}
