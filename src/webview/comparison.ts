/** Two sources, mappings or texts side by side: who assigns which role to which part, and where they differ. */
import type { ColumnView, ComparedClaim, ComparisonRow, ComparisonTable, SideChoice, Sides } from "../protocol/column.ts";
import { element } from "./dom.ts";
import { signOf } from "./signs.ts";

const verdictWords: Readonly<Record<ComparisonRow["verdict"], { readonly sign: string; readonly word: string }>> = {
  contradiction: { sign: "⊗", word: "contradiction" },
  rival: { sign: "⇄", word: "rivals" },
  changed: { sign: "△", word: "changed" },
  "left only": { sign: "◁", word: "left only" },
  "right only": { sign: "▷", word: "right only" },
  same: { sign: "=", word: "same" },
};

export const nothingToCompare =
  "There is nothing to compare yet: name two sources with “stated in”, gather claims with “belongs to”, or put the file under Git.";

export interface ComparisonActions {
  readonly choose: (sides: NonNullable<ColumnView["compare"]>) => void;
  readonly select: (claim: string) => void;
}

/** The choice of two sides, above the picture as above the table. */
export class SidesBar {
  readonly element: HTMLElement;
  readonly #left: HTMLSelectElement;
  readonly #right: HTMLSelectElement;
  readonly #words = element("p", { className: "muted", role: "status" });
  #shown = "";

  constructor(choose: ComparisonActions["choose"]) {
    const chosen = (): void => choose({ left: this.#left.value, right: this.#right.value });
    this.#left = element("select", { "aria-label": "Left side", onchange: chosen });
    this.#right = element("select", { "aria-label": "Right side", onchange: chosen });
    this.element = element("div", { className: "tools sides", hidden: true }, "Compare ", this.#left, " with ", this.#right, this.#words);
  }

  update({ choices, left, right }: Sides): void {
    const text = JSON.stringify([choices, left, right]);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#words.textContent = left === null ? nothingToCompare : "";
    fill(this.#left, choices, left);
    fill(this.#right, choices, right);
  }
}

export class ComparisonView {
  readonly element = element("div", { className: "comparison", hidden: true });
  readonly #actions: Pick<ComparisonActions, "select">;
  readonly #table = element("div", { className: "scroll" });
  readonly #summary = element("p", { className: "muted", role: "status" });
  #shown = "";

  constructor(actions: Pick<ComparisonActions, "select">) {
    this.#actions = actions;
    this.element.append(this.#summary, this.#table);
  }

  update(comparison: ComparisonTable | null): void {
    const text = JSON.stringify(comparison);
    if (text === this.#shown) return;
    this.#shown = text;
    if (!comparison) {
      this.#summary.textContent = nothingToCompare;
      this.#table.replaceChildren();
      return;
    }
    this.#summary.textContent = summaryOf(comparison);
    const head = element(
      "tr",
      {},
      ...["Part", comparison.left, "", comparison.right].map((name, column) =>
        element("th", { scope: "col" }, column === 2 ? element("span", { className: "unseen" }, "How they go together") : name),
      ),
    );
    this.#table.replaceChildren(
      element(
        "table",
        { "aria-label": `${comparison.left} compared with ${comparison.right}` },
        element("thead", {}, head),
        element("tbody", {}, ...comparison.rows.map((row) => this.#row(row))),
      ),
    );
  }

  #row({ label, left, right, verdict }: ComparisonRow): HTMLElement {
    const { sign, word } = verdictWords[verdict];
    return element(
      "tr",
      { className: `is-${verdict.replace(" ", "-")}` },
      element("th", { scope: "row" }, label),
      element("td", {}, ...left.map((claim) => this.#claim(claim))),
      element("td", { className: "verdict" }, element("span", { "aria-hidden": "true" }, sign), word),
      element("td", {}, ...right.map((claim) => this.#claim(claim))),
    );
  }

  #claim({ claim, text, standing, negated }: ComparedClaim): HTMLElement {
    const said = `${text}; ${standing === "open" ? "open gap" : standing}${negated ? "; denied" : ""}`;
    const content = [signOf(standing), element("span", {}, text)];
    if (claim === null) return element("div", { className: "claim", title: said }, ...content);
    const made = element("button", { type: "button", className: "claim", title: said, "aria-label": said }, ...content);
    made.addEventListener("click", () => this.#actions.select(claim));
    return made;
  }
}

function fill(select: HTMLSelectElement, sides: readonly SideChoice[], value: string | null): void {
  select.replaceChildren(...sides.map((side) => element("option", { value: side.value, selected: side.value === value }, side.label)));
}

function summaryOf({ rows }: ComparisonTable): string {
  const count = (verdict: ComparisonRow["verdict"]): number => rows.filter((row) => row.verdict === verdict).length;
  const parts = (["contradiction", "rival", "changed", "left only", "right only", "same"] as const).flatMap((verdict) => {
    const number = count(verdict);
    return number === 0 ? [] : [`${number} ${verdictWords[verdict].word}`];
  });
  return rows.length === 0
    ? "Neither side assigns anything."
    : `${rows.length} ${rows.length === 1 ? "part" : "parts"}: ${parts.join(", ")}.`;
}
