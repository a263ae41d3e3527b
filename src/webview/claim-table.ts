/** The picture as a table: the same claims, sorted by any column, with one place for the keyboard that arrows move. */
import { standingNames, standings } from "../diagram/palette.ts";
import type { Table, TableRow } from "../diagram/table.ts";
import type { ColumnView } from "../protocol/column.ts";
import { button, element, setChildren } from "./dom.ts";
import { signOf } from "./signs.ts";
import { asMarkdown, asTsv } from "./table-rows.ts";

export interface TableActions {
  readonly sort: (order: ColumnView["order"]) => void;
  readonly select: (claim: string) => void;
  readonly reveal: (claim: string) => void;
  readonly copy: (text: string) => void;
}

interface Shown {
  readonly text: string;
  readonly element: HTMLTableRowElement;
}

export class ClaimTable {
  readonly element: HTMLElement;
  readonly #actions: TableActions;
  readonly #head = element("tr");
  readonly #body = element("tbody");
  readonly #heads = new Map<string, HTMLTableCellElement>();
  readonly #said = element("span", { className: "muted", role: "status" });
  #table: Table = { columns: [], rows: [] };
  #shown = new Map<string, Shown>();
  #order: ColumnView["order"] = null;
  #selected: string | null = null;
  #current: string | null = null;
  /** The row that Tab comes to. */
  #stop: string | undefined;

  constructor(actions: TableActions) {
    this.#actions = actions;
    const table = element("table", { "aria-label": "Claims" }, element("thead", {}, this.#head), this.#body);
    const copy = (form: string, write: (table: Table) => string): HTMLElement =>
      button(`Copy as ${form}`, `Copy as ${form} these rows`, () => {
        this.#actions.copy(write(this.#table));
        this.#said.textContent = `${this.#table.rows.length} rows copied as ${form}`;
      });
    const tools = element("div", { className: "tools" }, copy("TSV", asTsv), copy("Markdown", asMarkdown), this.#said);
    this.element = element("div", { className: "table-view", hidden: true }, tools, element("div", { className: "scroll" }, table));
    this.#body.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest("tr") : null;
      const claim = row?.dataset.claim;
      if (claim !== undefined) this.#actions.select(claim);
    });
    this.#body.addEventListener("dblclick", ({ target }) => {
      const claim = target instanceof Element ? target.closest("tr")?.dataset.claim : undefined;
      if (claim !== undefined) this.#actions.reveal(claim);
    });
    this.#body.addEventListener("keydown", (event) => {
      if (this.#key(event)) event.preventDefault();
    });
  }

  /** Shows rows in the order in which they are sent. */
  update(table: Table, order: ColumnView["order"]): void {
    this.#table = table;
    this.#order = order;
    this.#headings();
    this.#show();
  }

  /** Marks the row that is chosen, and the one that the caret of the text is in. */
  mark(selected: string | null, current: string | null): void {
    this.#selected = selected;
    this.#current = current;
    for (const [claim, shown] of this.#shown) this.#markRow(claim, shown.element);
  }

  focus(): void {
    const stop = this.#stop ?? this.#body.querySelector<HTMLElement>("tr")?.dataset.claim;
    if (stop !== undefined) this.#shown.get(stop)?.element.querySelector("button")?.focus();
  }

  #sort(column: string): void {
    const same = this.#order?.by === column;
    // up, down, and back to the order of the text
    this.#actions.sort(same && this.#order?.descending ? null : { by: column, descending: same });
  }

  #headings(): void {
    for (const { key, heading, numeric } of this.#table.columns) {
      let cell = this.#heads.get(key);
      if (!cell) {
        cell = element(
          "th",
          { scope: "col" },
          button(heading, `Sort by ${heading.toLowerCase()}`, () => this.#sort(key)),
        );
        cell.classList.toggle("number", numeric);
        this.#heads.set(key, cell);
        this.#head.append(cell);
      }
      if (this.#order?.by === key) cell.setAttribute("aria-sort", this.#order.descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  #show(): void {
    const focused = this.#body.contains(document.activeElement) ? this.#stop : undefined;
    const before = this.#shown;
    const { rows } = this.#table;
    this.#shown = new Map(
      rows.map((row) => {
        const text = JSON.stringify(row);
        const known = before.get(row.claim);
        return [row.claim, known?.text === text ? known : { text, element: this.#row(row) }];
      }),
    );
    if (this.#stop === undefined || !this.#shown.has(this.#stop)) this.#stop = rows[0]?.claim;
    for (const [claim, shown] of this.#shown) this.#markRow(claim, shown.element);
    setChildren(
      this.#body,
      [...this.#shown.values()].map(({ element: row }) => row),
    );
    if (focused !== undefined) this.focus();
  }

  #row(row: TableRow): HTMLTableRowElement {
    const cells = this.#table.columns.map(({ key, numeric }) => {
      const shown = row.cells[key];
      if (key === "id") {
        const open = element("button", { type: "button", className: "link" }, shown === "" ? row.claim : shown);
        open.addEventListener("focus", () => this.#stopAt(row.claim));
        return element("th", { scope: "row" }, open);
      }
      const standing = key === "standing" && standings.find((each) => standingNames[each] === shown);
      if (standing) return element("td", { className: "standing" }, signOf(standing), shown);
      return element("td", { className: numeric ? "number" : key, title: shown }, shown);
    });
    const made = element("tr", {}, ...cells);
    made.dataset.claim = row.claim;
    return made;
  }

  #markRow(claim: string, row: HTMLTableRowElement): void {
    row.classList.toggle("is-selected", claim === this.#selected);
    row.classList.toggle("is-current", claim === this.#current);
    if (claim === this.#selected) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    const open = row.querySelector("button");
    if (open) open.tabIndex = claim === this.#stop ? 0 : -1;
  }

  #stopAt(claim: string): void {
    const before = this.#stop;
    this.#stop = claim;
    for (const each of [before, claim]) {
      const row = each === undefined ? undefined : this.#shown.get(each)?.element;
      if (row && each !== undefined) this.#markRow(each, row);
    }
  }

  #key({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const row = target instanceof Element ? target.closest("tr") : null;
    const claim = row?.dataset.claim;
    if (!row || claim === undefined) return false;
    if (key === "Enter" && (ctrlKey || metaKey)) {
      this.#actions.reveal(claim);
      return true;
    }
    const to =
      key === "ArrowDown"
        ? row.nextElementSibling
        : key === "ArrowUp"
          ? row.previousElementSibling
          : key === "Home"
            ? this.#body.firstElementChild
            : key === "End"
              ? this.#body.lastElementChild
              : undefined;
    if (to === undefined) return false;
    to?.querySelector("button")?.focus();
    return true;
  }
}
