/** The panel behind "Filter": strength, source, scope, tag and atlas, each a list of boxes with counts. */
import { type Facet, type FacetCount, type FacetValue, facetNames, facets } from "../diagram/view.ts";
import type { ColumnView } from "../protocol/column.ts";
import { button, element, nameOf, setChildren } from "./dom.ts";

interface Box {
  readonly row: HTMLElement;
  readonly box: HTMLElementTagNameMap["vscode-checkbox"];
  readonly count: HTMLElement;
}

interface Group {
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  boxes: Map<string, Box>;
}

const filterBy = "Filter by strength, source, scope, tag or atlas";

export class FacetPanel {
  /** The button and the panel that it opens. */
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #panel: HTMLElement;
  readonly #choose: (facet: Facet, values: readonly string[]) => void;
  readonly #groups = new Map<Facet, Group>();
  #view: ColumnView | undefined;

  constructor(choose: (facet: Facet, values: readonly string[]) => void) {
    this.#choose = choose;
    this.#button = button("Filter", filterBy, () => this.#toggle());
    this.#button.classList.add("menu");
    this.#button.setAttribute("aria-expanded", "false");
    this.#panel = element("div", { className: "facets", hidden: true, role: "group", "aria-label": "Filter by" });
    for (const facet of facets) {
      if (facet === "standings") continue;
      const list = element("div", { className: "values" });
      const group = element("fieldset", {}, element("legend", {}, facetNames[facet]), list);
      this.#groups.set(facet, { element: group, list, boxes: new Map() });
      this.#panel.append(group);
    }
    this.element = element("div", { className: "facet-panel" }, this.#button, this.#panel);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#panel.hidden) return;
      event.stopPropagation();
      this.#toggle(false);
      this.#button.focus();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#panel.hidden && target instanceof Node && !this.element.contains(target)) this.#toggle(false);
    });
  }

  #toggle(open = this.#panel.hidden): void {
    this.#panel.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
  }

  update(view: ColumnView, counts: readonly FacetCount[]): void {
    this.#view = view;
    let chosen = 0;
    for (const { facet, values } of counts) {
      const group = this.#groups.get(facet);
      if (!group) continue;
      chosen += view.chosen[facet]?.length ?? 0;
      // what was chosen stays in the list, even where no claim has it any more
      const gone = (view.chosen[facet] ?? []).filter((value) => !values.some((each) => each.value === value));
      this.#fill(facet, group, [...values, ...gone.map((value) => ({ value, label: value, count: 0, chosen: true }))]);
    }
    const text = chosen === 0 ? "Filter" : `Filter (${chosen})`;
    this.#button.textContent = text;
    this.#button.setAttribute("aria-label", nameOf(text, filterBy));
  }

  #fill(facet: Facet, group: Group, values: readonly FacetValue[]): void {
    const before = group.boxes;
    group.boxes = new Map(values.map(({ value, label }) => [value, before.get(value) ?? this.#box(facet, value, label)]));
    for (const { value, count } of values) {
      const box = group.boxes.get(value);
      if (!box) continue;
      const checked = this.#view?.chosen[facet]?.includes(value) ?? false;
      if (box.box.checked !== checked) box.box.checked = checked;
      if (box.count.textContent !== String(count)) box.count.textContent = String(count);
      box.row.classList.toggle("is-none", count === 0);
    }
    group.element.hidden = values.length === 0;
    setChildren(
      group.list,
      [...group.boxes.values()].map(({ row }) => row),
    );
  }

  #box(facet: Facet, value: string, label: string): Box {
    const box = element("vscode-checkbox", { label, value });
    box.addEventListener("change", () => {
      const chosen = this.#view?.chosen[facet] ?? [];
      this.#choose(facet, box.checked ? [...chosen, value] : chosen.filter((each) => each !== value));
    });
    const count = element("span", { className: "number" }, "");
    return { row: element("div", { className: "value" }, box, count), box, count };
  }
}
