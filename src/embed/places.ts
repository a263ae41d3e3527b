/** Where a sign stands in a text, from left to right: found once, and not again from every place on. */
export class Places {
  readonly #text: string;
  readonly #sign: string;
  #found = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** The first place at `start` or after it; the length of the text where there is none. Starts ascend. */
  from(start: number): number {
    if (this.#found >= start) return this.#found;
    const at = this.#text.indexOf(this.#sign, start);
    this.#found = at < 0 ? this.#text.length : at;
    return this.#found;
  }
}
