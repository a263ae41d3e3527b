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

  /** The claim, or the bundle with the claim, that the caret of the text is in. Another choice than that gives way. */
  follow(mark: Mark | undefined): void {
    this.#current = mark;
    if (mark && !sameMark(mark, this.#selected)) this.#selected = undefined;
    this.refresh();
  }

  /** Sets the classes anew, after a scene has been drawn. */
  refresh(): void {
    for (const element of this.#root.querySelectorAll(stateClasses.map((name) => `.${name}`).join(",")))
      element.classList.remove(...stateClasses);
    this.#mark(this.#current, "is-current", false);
    this.#mark(this.#selected, "is-selected", true);
    this.#mark(this.#hovered, "is-hovered", true);
    if (this.#selected?.kind === "part") this.#dimOthers(this.#selected.key);
  }

  /** All elements of a mark. */
  elements(mark: Mark): Element[] {
    return [...this.#root.querySelectorAll(`[${attributeOf[mark.kind]}="${CSS.escape(mark.key)}"]`)];
  }

  #mark(mark: Mark | undefined, className: string, withParts: boolean): void {
    if (!mark) return;
    for (const element of this.elements(mark)) {
      element.classList.add(className);
      if (!withParts) continue;
      for (const part of partsOf(element)) for (const shape of this.elements({ kind: "part", key: part })) shape.classList.add(className);
    }
  }

  /** A part that was chosen leaves the claims that touch it. */
  #dimOthers(part: string): void {
    for (const element of this.#root.querySelectorAll("[data-claim],[data-bundle]")) {
      if (!partsOf(element).includes(part)) element.classList.add("is-dimmed");
    }
  }
}

/** The parts that a claim touches. */
const partsOf = (element: Element): string[] => element.getAttribute("data-parts")?.split(" ").filter(Boolean) ?? [];
