/** The evidence drawer: all that bears on the claim that was chosen, in the order in which a reader asks. */
import type { ClaimDetails, EvidenceDetails, PredictionDetails, Stub } from "../protocol/details.ts";
import { vscodeButton } from "./components.ts";
import { button, type Child, element } from "./dom.ts";
import { rangePlot } from "./range-plot.ts";
import { richText } from "./rich-text.ts";
import { signOf } from "./signs.ts";

/** What the drawer's buttons do. */
export interface DrawerActions {
  readonly close: () => void;
  /** Goes to the claim in the text. */
  readonly reveal: (claim: string) => void;
  readonly insert: (claim: string, stub: Stub) => void;
  readonly open: (address: string) => void;
}

const strengths = ["analogy", "functional", "mechanistic", "literal"] as const;

const stances = [
  { stance: "supports", title: "Supported by", count: "+" },
  { stance: "disputes", title: "Disputed by", count: "−" },
  { stance: "qualifies", title: "Qualified by", count: "" },
] as const;

export class Drawer {
  readonly element: HTMLElement;
  readonly #actions: DrawerActions;
  /** What is shown, as text, so that nothing is made anew that says the same. */
  #shown = "";
  #claim: string | undefined;

  constructor(actions: DrawerActions) {
    this.#actions = actions;
    this.element = element("aside", { className: "drawer", hidden: true, tabIndex: -1, "aria-label": "Evidence" });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Shows a claim, or closes where there is none. */
  show(details: ClaimDetails | undefined): void {
    const text = details ? JSON.stringify(details) : "";
    if (text === this.#shown) return;
    this.#shown = text;
    this.element.hidden = !details;
    if (!details) {
      this.element.replaceChildren();
      this.#claim = undefined;
      return;
    }
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-focus") : null;
    const another = this.#claim !== details.claim;
    this.#claim = details.claim;
    this.element.setAttribute("aria-label", `Evidence on ${details.id ?? details.written}`);
    this.element.replaceChildren(...this.#content(details));
    if (another) this.element.scrollTop = 0;
    if (focused) this.element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  focus(): void {
    this.element.focus();
  }

  #content(details: ClaimDetails): Node[] {
    return [
      this.#head(details),
      this.#ladder(details),
      ...this.#predictions(details),
      ...this.#parts(details),
      ...this.#evidence(details),
      ...this.#change(details),
      this.#foot(details),
    ];
  }

  #rich = (line: string): Node[] => richText(line, this.#actions.open);

  #head({ id, written, negated, means, standing }: ClaimDetails): HTMLElement {
    const close = button("✕", "Close the evidence (Escape)", this.#actions.close, "close");
    close.dataset.focus = "close";
    return element(
      "header",
      {},
      element("h2", {}, signOf(standing), element("span", {}, id ?? written), negated && element("span", { className: "plate" }, "NOT")),
      close,
      id !== undefined && element("p", { className: "as-written" }, written),
      means !== undefined && element("p", {}, means),
    );
  }

  /** Four steps: outlined as far as is asserted, filled as far as is earned. Said in words below. */
  #ladder(details: ClaimDetails): HTMLElement {
    const { asserted, assertedBy, earned, standing, standingHelp, recheck, stated, scope } = details;
    const reached = (strength: (typeof strengths)[number] | undefined): number => (strength ? strengths.indexOf(strength) : -1);
    const steps = strengths.map((strength, at) =>
      element("li", { className: `${at <= reached(asserted) ? "is-asserted" : ""} ${at <= reached(earned) ? "is-earned" : ""}` }, strength),
    );
    const said = `Asserted ${asserted}${assertedBy ? ` (${assertedBy})` : ""}. Earned ${earned ?? "nothing"}.`;
    return element(
      "section",
      { className: `standing-${standing}` },
      element("ol", { className: "ladder lamina-hues", "aria-label": said }, ...steps),
      element("p", {}, element("strong", {}, standing === "open" ? "open gap" : standing), ` — ${standingHelp}`),
      element("p", { className: "muted" }, said),
      recheck && element("p", { className: "note" }, "Re-check: a data file that it rests on changed since its content was accepted."),
      ...stated.lines.map((line) => element("p", { className: "muted" }, `${stated.title} `, ...this.#rich(line))),
      stated.lines.length === 0 && element("p", { className: "muted" }, "No source is named: the claim is the writer’s own."),
      scope !== undefined && element("p", { className: "muted" }, `Holds in ${scope}`),
      ...details.because.map((text) => element("p", {}, element("strong", {}, "Because "), text)),
    );
  }

  #predictions({ predictions, undefinedPredictions }: ClaimDetails): Node[] {
    const unknown = undefinedPredictions.map((id) =>
      element("p", { className: "muted" }, element("code", {}, id), " — nothing defines it"),
    );
    if (predictions.length + unknown.length === 0)
      return [section("Predictions", undefined, element("p", { className: "muted" }, "None."))];
    const all = predictions.map((prediction) => this.#prediction(prediction));
    return [section(predictions.length === 1 ? "Prediction" : "Predictions", undefined, ...all, ...unknown)];
  }

  #prediction({ id, text, verdict, sign, reason, pending, plots, expects, falsified, observed }: PredictionDetails): HTMLElement {
    const lines = (title: string, entries: readonly string[]): Child[] =>
      entries.length === 0
        ? []
        : [element("h5", {}, title), element("ul", {}, ...entries.map((line) => element("li", {}, ...this.#rich(line))))];
    const words = element("div", {}, ...lines("Expects", expects), ...lines("Falsified", falsified), ...lines("Observed", observed));
    const more = element("details", {}, element("summary", { "data-focus": `words ${id}` }, "In words"), words);
    return element(
      "div",
      { className: "prediction" },
      element("h4", {}, element("code", {}, id), element("span", { className: "verdict" }, `${sign} ${verdict}`)),
      text !== undefined && element("p", {}, text),
      element("p", { className: "muted" }, pending ? "A data file is still being read; the verdict may change." : reason),
      ...plots.map(rangePlot),
      words.childElementCount > 0 && more,
    );
  }

  #parts({ parts }: ClaimDetails): Node[] {
    if (parts.length === 0) return [];
    const entries = parts.map(({ name, standing, earned }) =>
      element(
        "li",
        {},
        element("span", { className: "what" }, signOf(standing), element("code", {}, name)),
        element("span", { className: "small" }, `${standing === "open" ? "open gap" : standing} · earned ${earned ?? "nothing"}`),
      ),
    );
    return [section("Rests on", `${parts.length}`, element("ul", { className: "evidence is-of-claims" }, ...entries))];
  }

  #evidence({ evidence, undisputed, parts }: ClaimDetails): Node[] {
    const nothing = {
      supports: parts.length > 0 ? "Nothing is cited for the whole." : "Nothing is cited.",
      disputes: parts.length > 0 ? "Nothing is cited against the whole." : "Nothing is cited against it.",
      qualifies: "",
    };
    return stances.flatMap(({ stance, title, count }) => {
      const pieces = evidence.filter((piece) => piece.stance === stance);
      const searched =
        stance === "disputes" && undisputed !== undefined && element("p", { className: "muted" }, `Undisputed ${undisputed}`);
      if (pieces.length === 0 && stance === "qualifies") return [];
      const unread = pieces.filter(({ weighed }) => !weighed).length;
      const said = `${count}${pieces.length}${unread > 0 ? `, ${unread} not weighed` : ""}`;
      const list =
        pieces.length > 0
          ? element("ul", { className: "evidence" }, ...pieces.map(evidenceEntry))
          : !searched && element("p", { className: "muted" }, nothing[stance]);
      return [section(title, said, list, searched)];
    });
  }

  #change({ why, stubs, claim }: ClaimDetails): Node[] {
    if (why.length === 0 && stubs.length === 0) return [];
    const buttons = stubs.map((stub) => {
      const made = vscodeButton(stub.title, () => this.#actions.insert(claim, stub), true);
      made.title = "Writes it into the text; undo takes it back";
      made.dataset.focus = `stub ${stub.title}`;
      return made;
    });
    const list = why.length > 0 && element("ul", {}, ...why.map((line) => element("li", {}, ...this.#rich(line))));
    return [
      section(
        why.length > 0 ? "Why is this not green?" : "What would change this",
        undefined,
        list,
        element("div", { className: "stubs" }, ...buttons),
      ),
    ];
  }

  #foot({ claim, place }: ClaimDetails): HTMLElement {
    const jump = vscodeButton(`Open ${place}`, () => this.#actions.reveal(claim));
    jump.dataset.focus = "jump";
    return element("footer", {}, jump);
  }
}

const section = (title: string, count: string | undefined, ...children: readonly Child[]): HTMLElement =>
  element("section", {}, element("h3", {}, title, count !== undefined && element("span", { className: "count" }, count)), ...children);

function evidenceEntry({ what, shows, small, weighed }: EvidenceDetails): HTMLElement {
  return element(
    "li",
    { className: weighed ? "" : "is-unweighed" },
    element("span", { className: "what" }, what),
    small !== "" && element("span", { className: "small" }, small),
    shows !== undefined && element("span", { className: "shows" }, shows),
  );
}
