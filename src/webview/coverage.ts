/** What is mapped and what not, atlas by atlas: each part with the number of claims that speak of it. */
import type { AtlasCoverage, PartCoverage } from "../diagram/coverage.ts";
import { standingNames, standings } from "../diagram/palette.ts";
import { element } from "./dom.ts";

export class Coverage {
  readonly element = element("div", { className: "coverage", hidden: true });
  readonly #focus: (part: string) => void;
  #shown = "";

  /** @param focus Called with the id of a part that was chosen. */
  constructor(focus: (part: string) => void) {
    this.#focus = focus;
  }

  update(sides: readonly AtlasCoverage[]): void {
    const text = JSON.stringify(sides);
    if (text === this.#shown) return;
    this.#shown = text;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-part") : null;
    this.element.replaceChildren(...sides.map((side) => this.#side(side)));
    if (focused) this.element.querySelector<HTMLElement>(`[data-part="${CSS.escape(focused)}"]`)?.focus();
  }

  #side({ label, parts, mapped, declared }: AtlasCoverage): HTMLElement {
    const most = Math.max(1, ...parts.map(({ claims }) => claims));
    const left = parts.length - mapped - declared;
    const said = `${mapped} of ${parts.length} parts are mapped${declared > 0 ? `, ${declared} only declared open` : ""}; of ${left} nothing is said.`;
    return element(
      "section",
      {},
      element("h2", {}, label),
      element("p", { className: "muted" }, said),
      element("ul", {}, ...parts.map((part) => element("li", {}, this.#part(part, most)))),
    );
  }

  #part({ part, label, claims, byStanding, gaps }: PartCoverage, most: number): HTMLElement {
    const told = standings.flatMap((standing) => (byStanding[standing] ? [`${byStanding[standing]} ${standingNames[standing]}`] : []));
    const said = claims === 0 ? "no claim" : `${claims} ${claims === 1 ? "claim" : "claims"}: ${told.join(", ")}`;
    const entry = element(
      "button",
      {
        type: "button",
        className: claims === 0 ? "is-none" : "",
        title: said,
        "data-part": part,
      },
      element("span", { className: "name" }, label),
      bar(byStanding, most),
      gaps.length > 0 && element("span", { className: "gap", title: "Declared open" }, "gap"),
      element("span", { className: "number" }, claims === 0 ? "none" : String(claims)),
      element("span", { className: "unseen" }, claims === 0 ? "" : claims === 1 ? " claim" : " claims"),
    );
    entry.disabled = claims === 0;
    entry.addEventListener("click", () => this.#focus(part));
    return entry;
  }
}

/** A bar of the standings, as wide as the number of claims; what it shows is said by the number beside it. */
function bar(byStanding: PartCoverage["byStanding"], most: number): HTMLElement {
  const pieces = standings.flatMap((standing) => {
    const count = byStanding[standing] ?? 0;
    if (count === 0) return [];
    const piece = element("span", { className: `fill standing-${standing}` });
    piece.style.width = `${(count / most) * 100}%`;
    return [piece];
  });
  return element("span", { className: "track", "aria-hidden": "true" }, ...pieces);
}
