/** What a cell of a table says. Nothing is guessed: a decimal comma is not a number. */

/** A cell: text as written, or a value of a JSON file. */
export type Cell = string | number | boolean | null | object | undefined;

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Longer texts are no numbers. */
const LONGEST_NUMBER = 400;

/** The number that a cell holds; undefined where it holds none that is finite. */
export function numberIn(cell: Cell): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== "string" || cell.length > LONGEST_NUMBER) return undefined;
  const text = cell.trim().replace("−", "-");
  if (!number.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What stands where a value is missing, without regard to case. */
export const missingWords: ReadonlySet<string> = new Set(["", "na", "n/a", "nan", "null", "none", "missing"]);

/** Whether a cell says that there is no value. */
export const isMissing = (cell: Cell): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.length <= 12 && missingWords.has(cell.trim().toLowerCase()));

/** A cell as text, to be compared with a text. */
export const textIn = (cell: Cell): string =>
  typeof cell === "string" ? cell.trim() : cell === undefined || cell === null ? "" : typeof cell === "object" ? "[…]" : String(cell);

/** A cell for a message: short, on one line. */
export function shownCell(cell: Cell): string {
  const text = textIn(cell).replace(/\s+/g, " ");
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

/** What is probably wrong with a cell that is no number; empty where nothing can be said. */
export function whyNoNumber(cell: Cell): string {
  const text = textIn(cell);
  if (/^[+-]?\d+,\d+$/.test(text)) return " Numbers are written with a decimal point.";
  if (/^[+-]?[\d.]+\s*%$/.test(text)) return " Put the unit into the column's name, such as “share (%)”, and leave it out of the cells.";
  return "";
}
