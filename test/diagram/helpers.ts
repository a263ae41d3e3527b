/** What the tests of pictures need: a check that SVG text is well-formed, and walks through scenes. */
import { textWidth } from "../../src/diagram/measure.ts";
import type { Scene, SceneNode } from "../../src/diagram/scene.ts";

const NAME = /^[A-Za-z][\w:-]*$/;

/**
 * Everything that keeps a text from being well-formed XML of the plain kind that is written here: tags that do not
 * match, attributes without quotes or twice, bare ampersands and brackets, characters that XML forbids.
 */
export function xmlProblems(xml: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const badText = (text: string): boolean => text.includes("<") || /&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text);
  let roots = 0;
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (badText(text) || text.includes("]]>")) problems.push(`text ${text.slice(0, 40)}`);
    if (open.length === 0 && text.trim() !== "") problems.push(`text outside the root: ${text.slice(0, 40)}`);
    if (start < 0) break;
    const end = xml.indexOf(">", start);
    if (end < 0) return [...problems, "a tag that never ends"];
    const tag = xml.slice(start + 1, end);
    at = end + 1;
    if (tag.startsWith("/")) {
      const last = open.pop();
      if (last !== tag.slice(1)) problems.push(`</${tag.slice(1)}> closes <${last ?? ""}>`);
      continue;
    }
    const closed = tag.endsWith("/");
    const body = closed ? tag.slice(0, -1) : tag;
    const name = body.split(" ", 1)[0] ?? "";
    if (!NAME.test(name)) problems.push(`name ${name}`);
    const seen = new Set<string>();
    let rest = body.slice(name.length);
    while (rest !== "") {
      const attribute = /^ ([A-Za-z][\w:-]*)="([^"]*)"/.exec(rest);
      if (!attribute) {
        problems.push(`attributes ${rest.slice(0, 40)}`);
        break;
      }
      const [whole, key = "", value = ""] = attribute;
      if (seen.has(key) || badText(value)) problems.push(`attribute ${whole}`);
      seen.add(key);
      rest = rest.slice(whole.length);
    }
    if (open.length === 0) roots++;
    if (!closed) open.push(name);
  }
  if (open.length > 0) problems.push(`not closed: ${open.join(", ")}`);
  if (roots !== 1) problems.push(`${roots} roots`);
  for (const character of xml) {
    const code = character.codePointAt(0) ?? 0;
    const forbidden =
      (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
    if (forbidden) problems.push(`character ${code}`);
  }
  return problems;
}

/** Every node of a scene with the keys that lead to it. */
export function* walk(nodes: readonly SceneNode[], trail = ""): Generator<{ readonly node: SceneNode; readonly trail: string }> {
  for (const node of nodes) {
    const here = `${trail}/${node.key}`;
    yield { node, trail: here };
    if (node.children) yield* walk(node.children, here);
  }
}

/** A top-level group of a scene. */
export const layer = (scene: Scene, key: string): readonly SceneNode[] => scene.nodes.find((node) => node.key === key)?.children ?? [];

export interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const number = (value: string | number | undefined): number => Number(value ?? 0);

/** The largest rectangle of each group, moved as the group is; groups without one are left out. */
export function boxes(groups: readonly SceneNode[]): Box[] {
  return groups.flatMap((group) => {
    const moved = /^translate\((\S+) (\S+)\)$/.exec(String(group.attrs.transform ?? ""));
    const rects = [...walk(group.children ?? [])]
      .map(({ node }) => node)
      .filter((node) => node.tag === "rect" && !String(node.attrs.class).startsWith("focus"));
    const largest = rects.sort(
      (a, b) => number(b.attrs.width) * number(b.attrs.height) - number(a.attrs.width) * number(a.attrs.height),
    )[0];
    if (!largest) return [];
    return [
      {
        key: group.key,
        x: number(moved?.[1]) + number(largest.attrs.x),
        y: number(moved?.[2]) + number(largest.attrs.y),
        width: number(largest.attrs.width),
        height: number(largest.attrs.height),
      },
    ];
  });
}

/** Pairs of boxes that overlap. */
export function overlaps(list: readonly Box[]): string[] {
  const found: string[] = [];
  list.forEach((a, index) => {
    for (const b of list.slice(index + 1))
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height) found.push(`${a.key} over ${b.key}`);
  });
  return found;
}

/** Sizes of type by class, as the style sheet has them. */
const typeSizes: readonly (readonly [className: string, size: number])[] = [
  ["t-title", 15],
  ["t-layer", 14],
  ["t-body", 12.5],
  ["t-strong", 12.5],
  ["t-small", 11],
  ["t-cell", 10.5],
  ["t-tiny", 9.5],
];

/**
 * The box of every label of a scene, as wide as it is likely to be: groups that are moved are followed, labels that are
 * turned and those that stand within a circle are left out.
 */
export function labelBoxes(nodes: readonly SceneNode[], dx = 0, dy = 0, trail = ""): Box[] {
  return nodes.flatMap((node): Box[] => {
    const transform = String(node.attrs.transform ?? "");
    const moved = /^translate\((\S+) (\S+)\)$/.exec(transform);
    if (transform !== "" && !moved) return [];
    const [x0, y0] = [dx + number(moved?.[1]), dy + number(moved?.[2])];
    const here = `${trail}/${node.key}`;
    if (node.tag !== "text") return labelBoxes(node.children ?? [], x0, y0, here);
    const classes = String(node.attrs.class).split(" ");
    const size = typeSizes.find(([name]) => classes.includes(name))?.[1];
    const content = node.text ?? (node.children ?? []).map(({ text }) => text).join("");
    if (size === undefined || content === "") return [];
    const width =
      textWidth(content, size, classes.includes("t-bold") || classes.includes("t-strong") || classes.includes("t-title")) * 0.96;
    const x = x0 + number(node.attrs.x) - (classes.includes("t-mid") ? width / 2 : classes.includes("t-end") ? width : 0);
    return [{ key: `${here} “${content}”`, x, y: y0 + number(node.attrs.y) - size * 0.74, width, height: size * 0.78 }];
  });
}
