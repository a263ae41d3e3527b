/**
 * Tokens, kept in one growing buffer of numbers: making an object for each costs more than all the rest of parsing.
 * Nodes keep offsets, so the buffer is used anew for every item.
 */

/** What a token is. `newline` stands before the first token of each line that does not go on with the line before. */
export const Kind = {
  end: 0,
  newline: 1,
  name: 2,
  string: 3,
  citation: 4,
  number: 5,
  date: 6,
  comment: 7,
  unknown: 8,
  // signs
  arrowBoth: 10,
  arrowRight: 11,
  arrowLeft: 12,
  line: 13,
  atMost: 14,
  atLeast: 15,
  notEqual: 16,
  range: 17,
  equal: 18,
  less: 19,
  greater: 20,
  about: 21,
  plusMinus: 22,
  question: 23,
  comma: 24,
  colon: 25,
  at: 26,
  percent: 27,
  degree: 28,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Each sign as the formatter writes it, then the twins that pass for it. */
export const signs: readonly { readonly kind: Kind; readonly sign: string; readonly twins: string }[] = [
  { kind: Kind.arrowBoth, sign: "<->", twins: "↔⟷" },
  { kind: Kind.arrowRight, sign: "->", twins: "→⟶" },
  { kind: Kind.arrowLeft, sign: "<-", twins: "←⟵" },
  { kind: Kind.line, sign: "--", twins: "" },
  { kind: Kind.atMost, sign: "<=", twins: "≤⩽" },
  { kind: Kind.atLeast, sign: ">=", twins: "≥⩾" },
  { kind: Kind.notEqual, sign: "!=", twins: "≠" },
  { kind: Kind.range, sign: "..", twins: "" },
  { kind: Kind.equal, sign: "=", twins: "＝" },
  { kind: Kind.less, sign: "<", twins: "＜" },
  { kind: Kind.greater, sign: ">", twins: "＞" },
  { kind: Kind.about, sign: "~", twins: "≈～" },
  { kind: Kind.plusMinus, sign: "±", twins: "" },
  { kind: Kind.question, sign: "?", twins: "？" },
  { kind: Kind.comma, sign: ",", twins: "，、" },
  { kind: Kind.colon, sign: ":", twins: "：" },
  { kind: Kind.at, sign: "@", twins: "＠" },
  { kind: Kind.percent, sign: "%", twins: "％" },
  { kind: Kind.degree, sign: "°", twins: "" },
];

/** Marks the detail of a string; the flags below it say that it is closed, and that it holds escaped quotes. */
export const STRING = 0x8000;
export const CLOSED = 1;
export const ESCAPED = 2;

/** Whether a string token with this detail has its closing quote. */
export const isClosedString = (detail: number): boolean => (detail & CLOSED) !== 0;

/** Tokens by their index: kind, place, and what else is kept of each. */
export class TokenBuffer {
  kinds = new Uint8Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** For a name its keyword, for a string whether it is closed and holds escapes. */
  details = new Uint16Array(256);
  count = 0;

  add(kind: Kind, start: number, end: number, detail: number): void {
    const { count } = this;
    if (count === this.kinds.length) this.#grow();
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.details[count] = detail;
    this.count = count + 1;
  }

  #grow(): void {
    const { kinds, starts, ends, details } = this;
    const size = kinds.length * 2;
    this.kinds = new Uint8Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.details = new Uint16Array(size);
    this.kinds.set(kinds);
    this.starts.set(starts);
    this.ends.set(ends);
    this.details.set(details);
  }
}

/** The value of a string token, without its quotes. */
export function stringValue(text: string, start: number, end: number, detail: number): string {
  const inner = text.slice(start + 1, detail & CLOSED ? end - 1 : end);
  return detail & ESCAPED ? inner.replaceAll('\\"', '"') : inner;
}
