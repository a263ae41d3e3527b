/**
 * Which claims, bundles and parts stand out: the one under the pointer, the one that was chosen, the one that the
 * caret of the text is in. Marks are classes; how they look is the style sheet's affair.
 */

/** Something of the picture that can be pointed at. */
export interface Mark {
  readonly kind: "claim" | "bundle" | "part";
  readonly key: string;
}

const attributeOf = { claim: "data-claim", bundle: "data-bundle", part: "data-part" } as const;

/** What an element belongs to; the innermost counts. */
export function markOf(target: EventTarget | null): Mark | undefined {
  const element = target instanceof Element ? target.closest("[data-claim],[data-bundle],[data-part]") : null;
  if (!element) return undefined;
  for (const kind of ["claim", "bundle", "part"] as const) {
    const key = element.getAttribute(attributeOf[kind]);
    if (key !== null) return { kind, key };
  }
  return undefined;
}

export const sameMark = (a: Mark | undefined, b: Mark | undefined): boolean => a?.kind === b?.kind && a?.key === b?.key;

const stateClasses = ["is-hovered", "is-selected", "is-current", "is-dimmed"];

export class Marking {
  readonly #root: Element;
  #hovered: Mark | undefined;
  #selected: Mark | undefined;
  #current: Mark | undefined;

  constructor(root: Element) {
    this.#root = root;
  }

  get selected(): Mark | undefined {
    return this.#selected;
  }

  hover(mark: Mark | undefined): void {
    if (sameMark(mark, this.#hovered)) return;
    this.#hovered = mark;
    this.refresh();
  }

  select(mark: Mark | undefined): void {
    this.#selected = mark;
    this.refresh();
  }

  /** The claim, or the bundle with the claim, that the caret of the text is in. */
  follow(mark: Mark | undefined): void {
    this.#current = mark;
    this.refresh();
  }

  /** Sets the classes as they should be, after a choice or after a scene has been drawn; touches only what differs. */
  refresh(): void {
    const wanted = new Map<Element, Set<string>>();
    this.#mark(wanted, this.#current, "is-current", false);
    this.#mark(wanted, this.#selected, "is-selected", true);
    this.#mark(wanted, this.#hovered, "is-hovered", true);
    if (this.#selected?.kind === "part") this.#dimOthers(wanted, this.#selected.key);
    for (const name of stateClasses) {
      for (const element of this.#root.querySelectorAll(`.${name}`)) if (!wanted.get(element)?.has(name)) element.classList.remove(name);
    }
    for (const [element, names] of wanted) {
      for (const name of names) if (!element.classList.contains(name)) element.classList.add(name);
    }
  }

  /** All elements of a mark. */
  elements(mark: Mark): Element[] {
    return [...this.#root.querySelectorAll(`[${attributeOf[mark.kind]}="${CSS.escape(mark.key)}"]`)];
  }

  #mark(wanted: Map<Element, Set<string>>, mark: Mark | undefined, name: string, withParts: boolean): void {
    if (!mark) return;
    for (const element of this.elements(mark)) {
      want(wanted, element, name);
      if (!withParts) continue;
      for (const part of partsOf(element)) for (const shape of this.elements({ kind: "part", key: part })) want(wanted, shape, name);
    }
  }

  /** A part that was chosen leaves the claims that touch it. */
  #dimOthers(wanted: Map<Element, Set<string>>, part: string): void {
    for (const element of this.#root.querySelectorAll("[data-claim],[data-bundle]")) {
      if (!partsOf(element).includes(part)) want(wanted, element, "is-dimmed");
    }
  }
}

function want(wanted: Map<Element, Set<string>>, element: Element, name: string): void {
  const names = wanted.get(element);
  if (names) names.add(name);
  else wanted.set(element, new Set([name]));
}

/** The parts that a claim touches. */
const partsOf = (element: Element): string[] => element.getAttribute("data-parts")?.split(" ").filter(Boolean) ?? [];
