/** A stretch of LaTeX as its reader sees it: without ties, groups, indices and fonts, and where every character stands. */

import type { Span } from "../core/text.ts";
import { afterLineBreak, lineEndAt } from "./lines.ts";

/** What stands for something that is no word: no name goes across it. */
export const BARRIER = "\uFFFC";

/** Commands that change the look of their argument and not its words. */
const looks = new Set(
  (
    "textsubscript textsuperscript textbf textit textrm textsf texttt textsc textsl textup textmd textnormal emph mbox hbox text " +
    "ensuremath mathrm mathit mathbf mathsf mathtt mathnormal bm boldsymbol rm bf it em sf tt bfseries itshape rmfamily sffamily small"
  ).split(" "),
);
/** Those of them whose blanks count within a formula. */
const textBoxes = new Set("textbf textit textrm textsf texttt textsc textsl textup textmd textnormal emph mbox hbox text".split(" "));

const signs = new Map(Object.entries({ slash: "/", textendash: "–", to: "→", rightarrow: "→", leftarrow: "←", leftrightarrow: "↔" }));
const greek = {
  ...{ alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ", iota: "ι" },
  ...{ kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", upsilon: "υ", phi: "φ" },
  ...{ varphi: "φ", chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Sigma: "Σ", Omega: "Ω" },
};
for (const [name, letter] of Object.entries(greek)) {
  signs.set(name, letter);
  signs.set(`text${name}`, letter);
}

/** Symbols after a backslash that are blanks, that are nothing, and that stand for themselves. */
const blanks = " ,;:>~\n";
const nothing = "/-!";
const themselves = "_&%#$";

/** Collects what a reader sees. */
export class PlainText {
  text = "";
  /** Where each of its code units starts and ends in the source. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #source: string;
  readonly #keepsIndices: boolean;
  /** How many groups are open that were opened here. */
  #depth = 0;

  /** @param keepsIndices whether `_` and `^` of formulas stay, as in names like `W_Q` */
  constructor(source: string, keepsIndices: boolean) {
    this.#source = source;
    this.#keepsIndices = keepsIndices;
  }

  /** Running text: all of it is seen as it stands, but ties. */
  addProse({ start, end }: Span): void {
    for (let at = start; at < end; at++) {
      const character = this.#source[at] as string;
      this.#add(character === "~" ? " " : character, at, at + 1);
    }
  }

  /** What stands between pieces of running text: a barrier, unless all of it only changes the look of words. */
  addBetween(span: Span): void {
    if (span.start >= span.end) return;
    const { length } = this.text;
    const depth = this.#depth;
    if (this.#addTokens(span, false)) return;
    this.text = this.text.slice(0, length);
    this.starts.length = length;
    this.ends.length = length;
    this.#depth = Math.min(depth, 0);
    this.#add(BARRIER, span.start, span.end);
  }

  /** A formula, with its marks. */
  addFormula(span: Span): void {
    this.#addTokens(span, true);
  }

  #add(character: string, start: number, end: number): void {
    this.text += character;
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Adds what is seen of a stretch of commands and groups; outside formulas it stops at what is neither, and says so. */
  #addTokens({ start, end }: Span, inFormula: boolean): boolean {
    const source = this.#source;
    /** How deep in a formula text began; 0 outside it. */
    let boxDepth = 0;
    let opensBox = false;
    let depth = 0;
    let lineBreaks = 0;
    for (let at = start; at < end; ) {
      const character = source[at] as string;
      if (character === "\\") {
        const next = this.#addCommand(at, end, inFormula);
        if (next < 0) return false;
        opensBox = textBoxes.has(source.slice(at + 1, next));
        at = next;
        continue;
      }
      if (character === "{") {
        depth++;
        if (!inFormula) this.#depth++;
        if (opensBox && boxDepth === 0) boxDepth = depth;
      } else if (character === "}") {
        if (depth === boxDepth) boxDepth = 0;
        depth--;
        // the end of what began elsewhere may be the end of anything
        if (!inFormula && --this.#depth < 0) return false;
      } else if (character === " " || character === "\t" || character === "\n" || character === "\r" || character === "~") {
        if (character === "\n" && ++lineBreaks > 1) return false;
        if (!inFormula || boxDepth > 0) this.#add(" ", at, at + 1);
      } else if (!inFormula && character === "%") {
        // the line break that ends a comment is part of it
        at = afterLineBreak(source, lineEndAt(source, at));
        continue;
      } else if (!inFormula) return false;
      else if (character === "_" || character === "^") {
        if (this.#keepsIndices) this.#add(character, at, at + 1);
      } else if (character !== "$") this.#add(character, at, at + 1);
      opensBox = false;
      at++;
    }
    return true;
  }

  /** Adds what is seen of the command at `at`; gives the offset after it, or -1 if it is none that is known. */
  #addCommand(at: number, limit: number, inFormula: boolean): number {
    const source = this.#source;
    let end = at + 1;
    while (end < limit && /[A-Za-z]/.test(source[end] as string)) end++;
    if (end === at + 1) {
      const symbol = source[end] ?? "";
      end = Math.min(end + 1, limit);
      if (blanks.includes(symbol)) this.#add(" ", at, end);
      else if (themselves.includes(symbol)) this.#add(symbol, at, end);
      else if (!nothing.includes(symbol) && !(inFormula && "()".includes(symbol))) return this.#addUnknown(at, end, inFormula);
      return end;
    }
    const name = source.slice(at + 1, end);
    const sign = signs.get(name);
    if (sign !== undefined) this.#add(sign, at, end);
    else if (!looks.has(name)) return this.#addUnknown(at, end, inFormula);
    return end;
  }

  #addUnknown(at: number, end: number, inFormula: boolean): number {
    if (!inFormula) return -1;
    this.#add(BARRIER, at, end);
    return end;
  }
}
