/** The pane with the picture: draws the scenes it is given, says what was pointed at, chosen and connected in them. */
import type { PictureStanding } from "../diagram/picture.ts";
import type { Scene } from "../diagram/scene.ts";
import { atlasOf, Connecting, type PartChoice } from "./connecting.ts";
import { element, svgElement } from "./dom.ts";
import { Drawing } from "./drawing.ts";
import { type Mark, Marking, markOf, sameMark } from "./marking.ts";
import { Stage } from "./stage.ts";
import type { View } from "./viewport.ts";

const firstClaim = "claim values: L4 -> L2/3 as Value";

/** What is done with what happens in the picture. */
export interface PictureActions {
  /** Something was chosen, or nothing any more; with `go` its text is to be shown, with `enter` the caret goes there. */
  readonly choose: (mark: Mark | undefined, how: "select" | "show" | "enter") => void;
  readonly toggleStanding: (standing: PictureStanding, only: boolean) => void;
  readonly rest: (mark: Mark | undefined, x: number, y: number) => void;
  /** A press began: what lies over the picture gives way. */
  readonly press: () => void;
  readonly connect: (from: string, to: string) => void;
  /** Another part of the picture came into sight. */
  readonly moved: () => void;
}

export class PicturePane {
  readonly element: HTMLElement;
  readonly marking: Marking;
  readonly stage: Stage;
  readonly #picture = svgElement("g", { class: "picture" });
  readonly #svg = svgElement("svg", { class: "lamina-scene", role: "group", "aria-describedby": "description" }, this.#picture);
  readonly #description = element("p", { id: "description", className: "unseen" });
  readonly #example = element("pre");
  readonly #notice: HTMLElement;
  readonly #drawing = new Drawing(this.#picture);
  readonly #connecting: Connecting;
  readonly #actions: PictureActions;
  #scene: Scene | undefined;
  #caretClaim: string | null = null;

  constructor(actions: PictureActions) {
    this.#actions = actions;
    this.#notice = element(
      "section",
      { className: "notice", hidden: true },
      element("h2", {}, "No claims yet"),
      element(
        "p",
        {},
        "A claim says that a part of the column does what a part of the transformer does. Write one in the text, or draw a line from a part to a role, and it appears here:",
      ),
      this.#example,
    );
    this.element = element(
      "div",
      { className: "pane", tabIndex: 0, role: "group", "aria-label": "Picture" },
      this.#svg,
      this.#notice,
      this.#description,
    );
    this.marking = new Marking(this.#picture);
    this.#connecting = new Connecting(this.element, this.#picture, actions.connect);
    this.stage = new Stage(this.element, this.#svg, actions.moved, (press) => this.#connecting.press(press));
    this.#listen();
  }

  #listen(): void {
    this.#svg.addEventListener("click", ({ target, ctrlKey, metaKey }) => {
      if (this.stage.wasDragged || this.#connecting.drew) return;
      const entry = target instanceof Element ? target.closest("[data-standing]")?.getAttribute("data-standing") : null;
      if (entry) this.#actions.toggleStanding(entry as PictureStanding, ctrlKey || metaKey);
      else this.#actions.choose(markOf(target), "show");
    });
    this.#svg.addEventListener("dblclick", ({ target }) => {
      const mark = markOf(target);
      if (mark?.kind === "claim") this.#actions.choose(mark, "enter");
    });
    this.#svg.addEventListener("pointerover", ({ target, clientX, clientY, buttons }) => {
      const mark = markOf(target);
      this.marking.hover(mark);
      this.#actions.rest(buttons === 0 ? mark : undefined, clientX, clientY);
    });
    // what is about to be dragged must not be covered
    this.element.addEventListener("pointerdown", () => this.#actions.press());
    this.#svg.addEventListener("pointerleave", () => {
      this.marking.hover(undefined);
      this.#actions.rest(undefined, 0, 0);
    });
    this.element.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof SVGElement) || !target.matches(":focus-visible")) return;
      this.stage.bringIntoSight(target);
    });
  }

  get hasScene(): boolean {
    return this.#scene !== undefined;
  }

  /** Draws a scene. `viewport` is where it is to stand; undefined leaves it where it is. */
  show(scene: Scene, viewport?: View | null): void {
    const focused = markOf(document.activeElement);
    this.#scene = scene;
    this.#drawing.show(scene.nodes);
    // a chip's name says all that is written on it, and better
    for (const body of this.#picture.querySelectorAll("[role=button] > g:not([aria-hidden])")) body.setAttribute("aria-hidden", "true");
    this.#svg.setAttribute("aria-label", scene.title);
    this.#description.textContent = scene.description;
    this.stage.setScene(scene, viewport);
    this.follow(this.#caretClaim, false);
    // an element that had to be moved has lost the focus
    if (focused && !markOf(document.activeElement)) this.#buttonOf(focused)?.focus();
  }

  /** Shows or hides the words for a document without claims; in Markdown a claim stands in a fence. */
  setEmpty(empty: boolean, markdown: boolean): void {
    this.#notice.hidden = !empty;
    this.#example.textContent = markdown ? `\`\`\`lamina\n${firstClaim}\n\`\`\`` : firstClaim;
  }

  /** Marks the claim that the caret of the text is in, or the bundle that holds it. */
  follow(claim: string | null, bringIntoSight: boolean): void {
    this.#caretClaim = claim;
    const mark = claim === null ? undefined : this.markOfClaim(claim);
    this.marking.follow(mark);
    if (bringIntoSight && claim !== null) this.bringIntoSight(claim);
  }

  /** Moves the picture as little as needed to show a claim's chip. */
  bringIntoSight(claim: string): void {
    const chip = this.#buttonOf(this.markOfClaim(claim));
    if (chip && !this.element.hidden) this.stage.bringIntoSight(chip);
  }

  /** A claim, or the bundle that it is drawn in. */
  markOfClaim(claim: string): Mark {
    const bundle = this.#scene?.bundles.find(({ claims }) => claims.includes(claim));
    return bundle ? { kind: "bundle", key: bundle.key } : { kind: "claim", key: claim };
  }

  /** The claims in a bundle, and its name. */
  bundle(key: string): Scene["bundles"][number] | undefined {
    return this.#scene?.bundles.find((bundle) => bundle.key === key);
  }

  /** The parts that the picture shows, by the order of their labels. */
  parts(): PartChoice[] {
    const found = new Map<string, PartChoice>();
    for (const part of this.#picture.querySelectorAll("[data-part]")) {
      const id = part.getAttribute("data-part") ?? "";
      const label = (part.getAttribute("data-name") ?? id).replace(/ \(\d+ claims?\)$/, "");
      if (atlasOf(id) !== "" && !found.has(id)) found.set(id, { id, label });
    }
    return [...found.values()].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  }

  /** Puts the focus on a claim's chip, else on the first. */
  focus(claim: string | null): void {
    const chip = claim === null ? undefined : this.#buttonOf(this.markOfClaim(claim));
    (chip ?? this.#chips()[0] ?? this.element).focus();
  }

  #chips(): SVGElement[] {
    return [...this.#picture.querySelectorAll<SVGElement>("[tabindex='0']")];
  }

  /** The element of a claim, bundle or part that can be focused. */
  #buttonOf(mark: Mark): SVGElement | undefined {
    const elements = this.marking.elements(mark).filter((each): each is SVGElement => each instanceof SVGElement);
    return elements.find((each) => each.hasAttribute("tabindex"));
  }

  /** Does what a key asks of the picture; false where it asks nothing. */
  key({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const mark = markOf(target);
    switch (key) {
      case "Enter":
        if (mark) this.#actions.choose(mark, shiftKey ? "enter" : "show");
        return mark !== undefined;
      case " ":
        if (mark) this.#actions.choose(mark, "select");
        else this.stage.grabs = true;
        return true;
      case "ArrowDown":
        return !shiftKey && this.#step(mark, 1);
      case "ArrowUp":
        return !shiftKey && this.#step(mark, -1);
      case "ArrowLeft":
        return !shiftKey && this.#aside(mark, "left");
      case "ArrowRight":
        return !shiftKey && this.#aside(mark, "right");
      default:
        return false;
    }
  }

  /** Along the rail from the chip that has the focus, or along its side from a part; false where neither has. */
  #step(mark: Mark | undefined, by: 1 | -1): boolean {
    if (!mark) return false;
    const all = mark.kind === "part" ? this.#partsBeside(this.#sideOf(mark)) : this.#chips();
    const at = all.findIndex((each) => sameMark(markOf(each), mark));
    const next = all[at + by];
    if (at >= 0 && next) focusShape(next);
    return at >= 0;
  }

  /** From a chip to the part at its end on a side; from a part back to the rail. */
  #aside(mark: Mark | undefined, side: "left" | "right"): boolean {
    if (!mark) return false;
    if (mark.kind === "part") {
      if (this.#sideOf(mark) === side) return true;
      const chip = this.#chips().find((each) => each.getAttribute("data-parts")?.split(" ").includes(mark.key)) ?? this.#chips()[0];
      chip?.focus();
      return true;
    }
    const chip = this.#buttonOf(mark);
    const ends = chip?.getAttribute("data-parts")?.split(" ") ?? [];
    const part = this.#partsBeside(side).find((shape) => ends.includes(shape.getAttribute("data-part") ?? ""));
    if (part) focusShape(part);
    return true;
  }

  #middle(shape: Element): { readonly x: number; readonly y: number } {
    const { left, right, top, bottom } = shape.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  #sideOf(mark: Mark): "left" | "right" {
    const shape = this.marking.elements(mark)[0];
    const svg = this.#svg.getBoundingClientRect();
    const rail = this.#chips()[0];
    const middle = rail ? this.#middle(rail).x : svg.x + svg.width / 2;
    return shape && this.#middle(shape).x > middle ? "right" : "left";
  }

  /** One shape of every part on a side of the rail, from top to bottom. */
  #partsBeside(side: "left" | "right"): SVGElement[] {
    const found = new Map<string, SVGElement>();
    for (const shape of this.#picture.querySelectorAll<SVGElement>("[data-part]")) {
      const key = shape.getAttribute("data-part") ?? "";
      if (!found.has(key) && this.#sideOf({ kind: "part", key }) === side) found.set(key, shape);
    }
    return [...found.values()].sort((a, b) => this.#middle(a).y - this.#middle(b).y);
  }
}

/** Shapes of parts come into the row of the keyboard when an arrow leads there. */
function focusShape(shape: SVGElement): void {
  if (!shape.hasAttribute("tabindex")) {
    shape.setAttribute("tabindex", "-1");
    shape.setAttribute("role", "button");
    shape.setAttribute("aria-label", shape.getAttribute("data-name") ?? shape.getAttribute("data-part") ?? "");
  }
  shape.focus();
}
