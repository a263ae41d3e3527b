/** A claim's chip on the rail: sign, id and name, evidence for and against; below, the claim as it is written. */
import { cut, oneLine, textWidth } from "../measure.ts";
import type { PictureClaim } from "../picture.ts";
import { type Attributes, group, rect, type SceneNode, text } from "../scene.ts";
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

const count = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0);

/** `C04 queries: L1 feedback as Query; contested; 3 for, 2 against`. */
export function spoken(claim: PictureClaim): string {
  const name = claim.id === undefined ? "" : `${splitId(oneLine(claim.id)).filter(Boolean).join(" ")}: `;
  const denied = claim.negated ? "denied; " : "";
  const standing = claim.standing === "open" ? "open gap" : claim.standing;
  return `${name}${oneLine(claim.written)}; ${denied}${standing}; ${count(claim.supports)} for, ${count(claim.disputes)} against`;
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

/**
 * The chip with its upper left corner at `x y`. It is the button of the claim: whoever shows the scene listens on
 * it. In narrow boxes the name gives way first, then the counts.
 */
export function chip(claim: PictureClaim, x: number, y: number, box: ChipBox, attrs: Attributes): SceneNode {
  const { width, height } = box;
  const twoLines = height >= 40;
  const radius = twoLines ? 6 : height / 2;
  const middle = height / 2;
  const first = twoLines ? 17.5 : middle + 4.4;
  const id = claim.id === undefined ? "" : oneLine(claim.id);
  const written = oneLine(claim.written);
  const [label, name] = splitId(id);
  const plus = `+${count(claim.supports)}`;
  const minus = `−${count(claim.disputes)}`;
  const roomy = width >= 150;
  const counts = roomy || twoLines ? textWidth(`${plus} ${minus}`, 12, true) + 4 : 0;
  const start = 30;
  const nodes: SceneNode[] = [
    rect("chip", edgeClass(claim), 0, 0, width, height, radius),
    sign("sign", claim.standing, 16, roomy || !twoLines ? middle : 21),
  ];

  let at = start;
  const room = (): number => width - 10 - (roomy ? counts : 0) - at;
  const put = (key: string, className: string, content: string, bold: boolean): void => {
    const shown = cut(content, 12.5, room(), bold);
    if (shown === "…" || shown === "") return;
    nodes.push(text(key, className, at, first, shown));
    at += textWidth(shown, 12.5, bold) + 6;
  };
  if (id !== "") put("id", "t-strong", label, true);
  if (claim.negated && room() > 30) {
    nodes.push(rect("plate", "plate", at, first - 11, 31, 14, 3), text("plate text", "plate-text", at + 15.5, first - 0.6, "NOT"));
    at += 37;
  }
  if (name !== "" && roomy) put("name", "t-body", name, false);
  else if ((id === "" || (!twoLines && room() > 60)) && written !== "")
    put("written", id === "" ? "t-body" : "t-small t-muted", written, false);

  if (roomy) {
    nodes.push(
      text("against", "t-strong t-end", width - 10, first, minus),
      text("for", "t-strong t-end", width - 14 - textWidth(minus, 12, true), first, plus),
    );
  }
  if (twoLines && roomy) {
    const below = id === "" ? rest(written, start, width - 10 - counts) : written;
    nodes.push(text("written below", "t-small t-muted", start, 33.5, cut(below, 11, width - start - 10)));
  } else if (twoLines) nodes.push(text("counts", "t-small t-muted", start, 33.5, `${plus} ${minus}`));
  return group(claim.key, { ...attrs, transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})` }, [
    group("lines", { class: "body" }, nodes),
    ...focusRings(width, height, radius),
  ]);
}

/** What the first line of a chip without an id left over. */
function rest(written: string, from: number, to: number): string {
  const shown = cut(written, 12.5, to - from);
  return shown.endsWith("…") ? `…${written.slice(shown.length - 1).trimStart()}` : "";
}
