/**
 * A claim by hand: a line drawn from a part to another, and a role on the other side, becomes a new claim in the text. The
 * same by keyboard: a dialog that asks for the two.
 */

import { vscodeButton } from "./components.ts";
import { element, svgElement } from "./dom.ts";

/** How far the pointer moves before a press draws a line, in CSS pixels. */
const drawDistance = 6;

export type Connect = (from: string, to: string) => void;

const partAt = (target: EventTarget | null): Element | null =>
  target instanceof Element && !target.closest("[data-claim],[data-bundle],[data-standing]") ? target.closest("[data-part]") : null;

const idOf = (part: Element): string => part.getAttribute("data-part") ?? "";

export const atlasOf = (part: string): string => part.slice(0, Math.max(0, part.indexOf(":")));

/** Draws lines between parts of a picture. */
export class Connecting {
  readonly #pane: HTMLElement;
  readonly #picture: Element;
  readonly #connect: Connect;
  readonly #line = svgElement("line", { class: "connecting" });
  readonly #overlay = svgElement("svg", { class: "overlay", "aria-hidden": "true" }, this.#line);
  #drew = false;

  constructor(pane: HTMLElement, picture: Element, connect: Connect) {
    this.#pane = pane;
    this.#picture = picture;
    this.#connect = connect;
    pane.append(this.#overlay);
    this.#overlay.style.display = "none";
  }

  /** Whether the press that a click ends drew a line. */
  get drew(): boolean {
    return this.#drew;
  }

  /** A press on a part begins a line; false where it is on none. */
  press(press: PointerEvent): boolean {
    this.#drew = false;
    const from = partAt(press.target);
    if (press.button !== 0 || !from || press.shiftKey || press.altKey) return false;
    const listening = new AbortController();
    const { signal } = listening;
    const { x, y } = this.#pane.getBoundingClientRect();
    let target: Element | undefined;
    const move = (event: PointerEvent): void => {
      if (!this.#drew && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < drawDistance) return;
      if (!this.#drew) this.#begin(from, press.clientX - x, press.clientY - y);
      this.#line.setAttribute("x2", String(event.clientX - x));
      this.#line.setAttribute("y2", String(event.clientY - y));
      const over = partAt(document.elementFromPoint(event.clientX, event.clientY));
      const next = over && atlasOf(idOf(over)) !== atlasOf(idOf(from)) ? over : undefined;
      if (next === target) return;
      this.#mark(target, false);
      this.#mark(next, true);
      target = next;
    };
    const end = (ended: boolean): void => {
      listening.abort();
      this.#mark(target, false);
      this.#mark(from, false);
      this.#overlay.style.display = "none";
      this.#pane.classList.remove("is-connecting");
      if (ended && this.#drew && target) this.#connect(idOf(from), idOf(target));
      // the click that this press may end comes first
      setTimeout(() => {
        this.#drew = false;
      });
    };
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointerup", () => end(true), { signal });
    window.addEventListener("pointercancel", () => end(false), { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && end(false), { signal });
    return true;
  }

  #begin(from: Element, x: number, y: number): void {
    this.#drew = true;
    this.#pane.classList.add("is-connecting");
    this.#overlay.style.display = "";
    for (const [name, value] of Object.entries({ x1: x, y1: y, x2: x, y2: y })) this.#line.setAttribute(name, String(value));
    this.#mark(from, true);
  }

  /** Marks all shapes of a part. */
  #mark(part: Element | undefined, on: boolean): void {
    if (!part) return;
    for (const shape of this.#picture.querySelectorAll(`[data-part="${CSS.escape(idOf(part))}"]`)) shape.classList.toggle("is-target", on);
  }
}

/** A part that may be chosen. */
export interface PartChoice {
  readonly id: string;
  readonly label: string;
}

/** Asks which part is to stand as which role. */
export class ConnectDialog {
  readonly element: HTMLDialogElement;
  readonly #connect: Connect;
  readonly #from = element("select", { id: "connect-from" });
  readonly #to = element("select", { id: "connect-to" });

  constructor(connect: Connect) {
    this.#connect = connect;
    const write = vscodeButton("Write the claim", () => this.#write());
    const cancel = vscodeButton("Cancel", () => this.element.close(), true);
    this.element = element(
      "dialog",
      { className: "connect", "aria-labelledby": "connect-title" },
      element("h2", { id: "connect-title" }, "A new claim"),
      element("label", { htmlFor: "connect-from" }, "Part"),
      this.#from,
      element("label", { htmlFor: "connect-to" }, "as"),
      this.#to,
      element("div", { className: "buttons" }, write, cancel),
    );
    this.element.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" && event.target instanceof HTMLSelectElement) {
        event.preventDefault();
        this.#write();
      }
    });
  }

  /** Opens with what there is to choose from; a part that is chosen already is left at that, and its role is asked for. */
  open(parts: readonly PartChoice[], selected: string | undefined): void {
    if (parts.length === 0) return;
    const atlases = [...new Set(parts.map(({ id }) => atlasOf(id)))];
    const other = (atlas: string): boolean => atlas === "transformer";
    const fromRole = selected !== undefined && other(atlasOf(selected));
    fill(
      this.#from,
      parts,
      atlases.filter((atlas) => !other(atlas) || atlases.length === 1),
      fromRole ? undefined : selected,
    );
    fill(
      this.#to,
      parts,
      atlases.filter((atlas) => other(atlas) || atlases.length === 1),
      fromRole ? selected : undefined,
    );
    this.element.showModal();
    (selected === undefined || fromRole ? this.#from : this.#to).focus();
  }

  #write(): void {
    this.element.close();
    if (this.#from.value !== "" && this.#to.value !== "") this.#connect(this.#from.value, this.#to.value);
  }
}

function fill(select: HTMLSelectElement, parts: readonly PartChoice[], atlases: readonly string[], chosen: string | undefined): void {
  select.replaceChildren(
    ...atlases.map((atlas) => {
      const options = parts
        .filter(({ id }) => atlasOf(id) === atlas)
        .map(({ id, label }) => element("option", { value: id, selected: id === chosen }, label));
      return element("optgroup", { label: atlas }, ...options);
    }),
  );
}
