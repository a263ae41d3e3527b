/**
 * A scene in the page. What is there already is changed where it differs and moved where it must; nothing else is
 * touched, so that an element keeps its focus and its motion.
 */
import type { SceneNode } from "../diagram/scene.ts";
import { isAllowedAttribute, isAllowedTag } from "./allowed.ts";
import { stayingKeys, uniqueKeys } from "./order.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Deeper than any picture; a scene that is deeper is not one of ours. */
const MOST_LEVELS = 64;

interface Drawn {
  readonly tag: string;
  readonly element: SVGElement;
  /** What it was drawn from last: the same node need not be looked into. */
  from: SceneNode | undefined;
  attrs: SceneNode["attrs"];
  text: string | undefined;
  children: Map<string, Drawn>;
}

/** The elements below one parent, as they were drawn last. */
export class Drawing {
  readonly #parent: Element;
  #children = new Map<string, Drawn>();

  constructor(parent: Element) {
    this.#parent = parent;
  }

  show(nodes: readonly SceneNode[]): void {
    this.#children = patch(this.#parent, this.#children, nodes, 0);
  }
}

/** Makes the children of `parent` be `nodes`. */
function patch(parent: Element, before: Map<string, Drawn>, nodes: readonly SceneNode[], level: number): Map<string, Drawn> {
  const allowed = level < MOST_LEVELS ? nodes.filter((node) => isAllowedTag(node.tag) && node.tag !== "title") : [];
  nameParent(parent, nodes);
  const keys = uniqueKeys(allowed.map((node) => node.key));
  const after = new Map<string, Drawn>();
  allowed.forEach((node, index) => {
    const key = keys[index] as string;
    const known = before.get(key);
    after.set(key, known?.tag === node.tag ? change(known, node, level) : create(node, level));
  });
  for (const [key, { element }] of before) if (after.get(key)?.element !== element) element.remove();
  const staying = stayingKeys(
    [...before.keys()].filter((key) => after.get(key) === before.get(key)),
    keys,
  );
  let next: Element | null = null;
  for (const key of keys.toReversed()) {
    const { element } = after.get(key) as Drawn;
    if (!staying.has(key)) parent.insertBefore(element, next);
    next = element;
  }
  return after;
}

/** A title is kept as data: the browser would show it over the card that says more. */
function nameParent(parent: Element, nodes: readonly SceneNode[]): void {
  const title = nodes.find(({ tag }) => tag === "title")?.text;
  if (title === undefined) parent.removeAttribute("data-name");
  else if (parent.getAttribute("data-name") !== title) parent.setAttribute("data-name", title);
}

function create(node: SceneNode, level: number): Drawn {
  const element = document.createElementNS(SVG, node.tag);
  const drawn: Drawn = { tag: node.tag, element, from: undefined, attrs: {}, text: undefined, children: new Map() };
  return change(drawn, node, level);
}

function change(drawn: Drawn, node: SceneNode, level: number): Drawn {
  if (drawn.from === node) return drawn;
  drawn.from = node;
  const { element, attrs } = drawn;
  for (const name of Object.keys(attrs)) if (!(name in node.attrs)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(node.attrs)) {
    if (attrs[name] === value) continue;
    if (isAllowedAttribute(name, value)) element.setAttribute(name, String(value));
    else element.removeAttribute(name);
  }
  drawn.attrs = node.attrs;
  if (node.text === undefined) {
    if (drawn.text !== undefined) element.textContent = "";
    drawn.children = patch(element, drawn.children, node.children ?? [], level + 1);
  } else if (drawn.text !== node.text) {
    element.textContent = node.text;
    drawn.children = new Map();
  }
  drawn.text = node.text;
  return drawn;
}
