/** The bar with the title, the ways to look at the claims, and the zoom. */
import type { ColumnView } from "../protocol/column.ts";
import { button, element, nameOf } from "./dom.ts";

export interface ToolbarActions {
  readonly view: (change: Partial<ColumnView>) => void;
  readonly focus: () => void;
  readonly pin: (pinned: boolean) => void;
  readonly connect: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = element("h1", {}, "Column View");
  readonly #modes: readonly (readonly [Partial<ColumnView>, HTMLButtonElement])[];
  readonly #topics: readonly (readonly [ColumnView["topic"], HTMLButtonElement])[];
  readonly #focus: HTMLButtonElement;
  readonly #pin: HTMLButtonElement;
  readonly #zoom: HTMLElement;
  readonly #scale: HTMLButtonElement;
  #view: ColumnView | undefined;
  #pinned = false;

  constructor(actions: ToolbarActions) {
    const choice = (text: string, label: string, change: Partial<ColumnView>) =>
      [change, button(text, label, () => actions.view(change))] as const;
    this.#modes = [choice("Picture", "Show a picture (T)", { mode: "picture" }), choice("Table", "Show a table (T)", { mode: "table" })];
    const topic = (name: ColumnView["topic"], text: string, label: string) =>
      [name, button(text, label, () => actions.view({ topic: this.#view?.topic === name ? "claims" : name }))] as const;
    this.#topics = [
      topic("compare", "Compare", "Compare two sources, mappings or revisions"),
      topic("coverage", "Coverage", "Show what is mapped and what is not"),
    ];
    this.#focus = button("Focus", "Show only what has to do with what is chosen (F)", actions.focus);
    this.#pin = button("Pin", "Keep this view on its document", () => actions.pin(!this.#pinned));
    this.#scale = button("100 %", "Fit to view (0)", actions.fit, "scale");
    this.#zoom = element(
      "div",
      { className: "group zoom", role: "group", "aria-label": "Zoom" },
      button("−", "Zoom out (−)", actions.zoomOut),
      this.#scale,
      button("+", "Zoom in (+)", actions.zoomIn),
    );
    this.element = element(
      "header",
      { className: "bar" },
      this.#title,
      element("div", { className: "segments", role: "group", "aria-label": "Show as" }, ...this.#modes.map(([, made]) => made)),
      element("div", { className: "group", role: "group", "aria-label": "Show" }, this.#focus, ...this.#topics.map(([, made]) => made)),
      button("New claim", "Write a new claim: choose a part and its role (M)", actions.connect),
      this.#pin,
      this.#zoom,
    );
  }

  update(title: string, view: ColumnView, pinned: boolean): void {
    this.#view = view;
    this.#pinned = pinned;
    this.#title.textContent = title;
    this.#title.title = title;
    for (const [change, made] of this.#modes) made.setAttribute("aria-pressed", String(change.mode === view.mode));
    for (const [topic, made] of this.#topics) made.setAttribute("aria-pressed", String(topic === view.topic));
    this.#pin.setAttribute("aria-pressed", String(pinned));
    this.#pin.title = pinned ? "This view stays on its document; let it follow the editor again" : "Keep this view on its document";
    this.#zoom.hidden = view.mode !== "picture";
  }

  /** Whether there is something to put into focus, or something in focus to let go. */
  setFocus(possible: boolean, focused: boolean): void {
    this.#focus.disabled = !possible && !focused;
    this.#focus.setAttribute("aria-pressed", String(focused));
  }

  setScale(scale: number): void {
    const text = `${Math.round(scale * 100)} %`;
    if (this.#scale.textContent === text) return;
    this.#scale.textContent = text;
    this.#scale.setAttribute("aria-label", nameOf(text, "Fit to view (0)"));
  }
}
