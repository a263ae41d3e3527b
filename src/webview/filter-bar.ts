/**
 * What is shown of the claims: standings as toggles with their counts, a search, all other facets in a panel that opens,
 * and beside them what is chosen now, each to be taken back.
 */
import { standings } from "../diagram/palette.ts";
import type { PictureStanding } from "../diagram/picture.ts";
import { type Facet, type FacetCount, facetNames, facets } from "../diagram/view.ts";
import type { ColumnView } from "../protocol/column.ts";
import { button, element, setChildren } from "./dom.ts";
import { FacetPanel } from "./facet-panel.ts";
import { signOf } from "./signs.ts";

/** How long typing rests before it is searched for, in milliseconds. */
const searchDelay = 120;

export class FilterBar {
  readonly element: HTMLElement;
  readonly #change: (change: Partial<ColumnView>) => void;
  readonly #search = element("vscode-textfield", { placeholder: "Search claims", type: "search", label: "Search claims" });
  readonly #standings = new Map<PictureStanding, { toggle: HTMLButtonElement; count: HTMLElement }>();
  readonly #panel: FacetPanel;
  readonly #chips = element("div", { className: "chosen", role: "group", "aria-label": "Filters in force" });
  readonly #count = element("output", { className: "shown", "aria-live": "polite" });
  #view: ColumnView | undefined;
  #counts: readonly FacetCount[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is shown, as text: the bar is touched only where it differs. */
  #shown = "";

  constructor(change: (change: Partial<ColumnView>) => void) {
    this.#change = change;
    const toggles = element("div", { className: "standings", role: "group", "aria-label": "Standings shown" });
    for (const standing of standings) {
      const count = element("span", { className: "number" }, "0");
      const name = element("span", { className: "name" }, standing === "open" ? "open" : standing);
      const toggle = element("button", { type: "button", className: "standing", "aria-pressed": "true" }, signOf(standing), name, count);
      toggle.addEventListener("click", (event) => this.toggleStanding(standing, event.ctrlKey || event.metaKey));
      this.#standings.set(standing, { toggle, count });
      toggles.append(toggle);
    }
    this.#panel = new FacetPanel((facet, values) => this.#choose(facet, values));
    this.#search.addEventListener("input", () => this.#searchSoon());
    this.element = element(
      "div",
      { className: "filters", role: "search", "aria-label": "Claims" },
      toggles,
      this.#panel.element,
      this.#search,
      this.#chips,
      this.#count,
    );
  }

  focusSearch(): void {
    this.#search.focus();
  }

  /** Whether the pointer or key is meant for the bar's own controls. */
  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.element.contains(target);
  }

  /** Shows or hides a standing, as an entry of the legend does too; with `only` it hides all others. */
  toggleStanding(standing: PictureStanding, only = false): void {
    const chosen = this.#view?.chosen.standings ?? [];
    const now = chosen.length === 0 ? standings : standings.filter((each) => chosen.includes(each));
    const alone = now.length === 1 && now[0] === standing;
    const next = only ? (alone ? [] : [standing]) : now.includes(standing) ? now.filter((each) => each !== standing) : [...now, standing];
    this.#choose("standings", next.length === standings.length ? [] : next);
  }

  update(view: ColumnView, counts: readonly FacetCount[], shown: number, all: number): void {
    this.#view = view;
    this.#counts = counts;
    const text = JSON.stringify([view, counts, shown, all]);
    if (text === this.#shown) return;
    this.#shown = text;
    const chosen = view.chosen.standings ?? [];
    for (const [standing, { toggle, count }] of this.#standings) {
      const number = counts.find(({ facet }) => facet === "standings")?.values.find(({ value }) => value === standing)?.count ?? 0;
      const isShown = chosen.length === 0 || chosen.includes(standing);
      toggle.setAttribute("aria-pressed", String(isShown));
      const name = standing === "open" ? "open gaps" : standing;
      toggle.setAttribute("aria-label", `${name}, ${number} ${number === 1 ? "claim" : "claims"}`);
      toggle.title = `${isShown ? "Hide" : "Show"} what is ${name} (with Ctrl: nothing else)`;
      toggle.classList.toggle("is-none", number === 0);
      count.textContent = String(number);
    }
    if (this.#search.value !== view.search && !this.#search.matches(":focus-within")) this.#search.value = view.search;
    this.#panel.update(view, counts);
    setChildren(this.#chips, this.#chipsFor(view));
    this.#count.textContent = shown === all ? `${all} ${all === 1 ? "claim" : "claims"}` : `${shown} of ${all} claims`;
  }

  #choose(facet: Facet, values: readonly string[]): void {
    if (!this.#view) return;
    const { [facet]: _, ...others } = this.#view.chosen;
    this.#change({ chosen: values.length === 0 ? others : { ...others, [facet]: [...values] } });
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#change({ search: this.#search.value }), searchDelay);
  }

  #chipsFor(view: ColumnView): HTMLElement[] {
    const made: HTMLElement[] = [];
    const chip = (text: string, clear: () => void): void => {
      const remove = button("", `${text}: take this filter back`, clear);
      remove.append(element("span", {}, text), element("span", { "aria-hidden": "true" }, "✕"));
      made.push(remove);
    };
    for (const facet of facets) {
      const values = view.chosen[facet] ?? [];
      if (facet === "standings" || values.length === 0) continue;
      const label = (value: string): string =>
        this.#counts.find((each) => each.facet === facet)?.values.find((each) => each.value === value)?.label ?? value;
      const names = values.length > 2 ? `${values.length} chosen` : values.map(label).join(" or ");
      chip(`${facetNames[facet]}: ${names}`, () => this.#choose(facet, []));
    }
    if (view.focus) chip(`Focus: ${view.focus.key.replace(/^[^:]*:/, "")}`, () => this.#change({ focus: null }));
    const filtered = made.length > 0 || view.search !== "" || (view.chosen.standings ?? []).length > 0;
    if (filtered)
      made.push(
        button(
          "Clear all",
          "Take back all filters",
          () => {
            this.#search.value = "";
            this.#change({ chosen: {}, search: "", focus: null });
          },
          "clear",
        ),
      );
    return made;
  }
}
