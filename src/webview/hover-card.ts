/** The card that appears where the pointer rests, or beside what has the focus: what the editor's hovers say, in the page. */
import type { CardData } from "../protocol/details.ts";
import { element } from "./dom.ts";
import type { Mark } from "./marking.ts";
import { richText } from "./rich-text.ts";

/** How long the pointer rests before the card is asked for, in milliseconds. */
const rest = 300;

/** Room between the card and the edge of the page, in CSS pixels. */
const margin = 8;

/** A line without what only a whole text of Markdown can hold: rules and fences. */
const plainLine = (line: string): string =>
  line
    .replace(/^```.*$/gm, "")
    .replace(/^---\s*/, "")
    .trim();

export class HoverCard {
  readonly element = element("div", { className: "card", hidden: true, role: "tooltip" });
  readonly #ask: (ask: number, mark: Mark) => void;
  readonly #open: (address: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #for: Mark | undefined;
  #at = { x: 0, y: 0 };

  /** @param ask Asks for a card; the answer comes to `show` with the same number. */
  constructor(ask: (ask: number, mark: Mark) => void, open: (address: string) => void) {
    this.#ask = ask;
    this.#open = open;
    // a pointer that goes onto the card keeps it: its text may be read to the end
    this.element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.element.addEventListener("pointerleave", () => this.hide());
  }

  /** The pointer came over something; bundles have no card. */
  rest(mark: Mark | undefined, x: number, y: number): void {
    if (mark?.kind === this.#for?.kind && mark?.key === this.#for?.key) return;
    clearTimeout(this.#timer);
    this.#for = mark;
    if (!mark || mark.kind === "bundle") {
      this.#timer = setTimeout(() => this.hide(), rest / 2);
      return;
    }
    this.#at = { x, y };
    this.#timer = setTimeout(() => this.#ask(++this.#asked, mark), rest);
  }

  show(ask: number, card: CardData | null): void {
    if (ask !== this.#asked || !card || !this.#for) return;
    const sections = card.sections.map(({ title, lines, list }) => {
      const written = lines.map((line) => element(list ? "li" : "p", {}, ...richText(plainLine(line), this.#open)));
      return element(
        "section",
        {},
        title !== undefined && element("h4", {}, title),
        list ? element("ul", {}, ...written) : element("div", {}, ...written),
      );
    });
    const head = element("h3", {}, ...richText(card.title, this.#open));
    this.element.replaceChildren(
      head,
      card.kind !== undefined ? element("p", { className: "muted" }, ...richText(card.kind, this.#open)) : "",
      ...sections,
    );
    this.element.hidden = false;
    this.#place();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#for = undefined;
    this.#asked++;
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Beside the pointer, where there is room. */
  #place(): void {
    const { width, height } = this.element.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    const right = this.#at.x + 18 + width + margin <= innerWidth;
    const x = right ? this.#at.x + 18 : Math.max(margin, this.#at.x - width - 18);
    const y = Math.max(margin, Math.min(this.#at.y + 12, innerHeight - height - margin));
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }
}
