/** Where a finding stands, in words for people. */
import type { Position } from "../../core/text.ts";
import type { CheckedFinding, CheckedPlace } from "../check-result.ts";

/** `3:7`; in a notebook `cell 2, 3:7`, which counts within the cell. All from 1. */
export const placeText = ({ cell, start }: CheckedPlace): string => (cell ? `cell ${cell.number}, ${fromOne(cell.start)}` : fromOne(start));

const fromOne = ({ line, character }: Position): string => `${line + 1}:${character + 1}`;

/** The message; of a finding in a notebook with the cell, for formats whose places know only lines of the file. */
export const messageWithCell = ({ message, cell }: Pick<CheckedFinding, "message" | "cell">): string =>
  cell ? `${message} (cell ${cell.number}, line ${cell.start.line + 1})` : message;

/** The line that a finding starts on as its writer knows it, and the stretch of it that the finding is about. */
export interface FoundLine {
  /** From 1; in a notebook, within the cell. */
  readonly number: number;
  readonly text: string;
  /** In UTF-16 units of the text; where the finding goes on to other lines, up to its end. */
  readonly start: number;
  readonly end: number;
}

/** The line of a finding; a notebook's file has it as JSON, its writer as the text of a cell. */
export function foundLine({ lineText, start, end, cell }: CheckedFinding): FoundLine {
  const own = cell && textOfCell(lineText, cell.start.line);
  if (cell && own !== undefined) return stretch(own, cell.start, cell.end);
  return { ...stretch(lineText, start, end), ...(cell && { number: cell.start.line + 1 }) };
}

function stretch(text: string, start: Position, end: Position): FoundLine {
  const from = Math.min(start.character, text.length);
  const to = end.line === start.line ? Math.max(end.character, from + 1) : Math.max(text.length, from + 1);
  return { number: start.line + 1, text, start: from, end: to };
}

/** A line of a cell that is longer is shown as the file has it. */
const LONGEST_LITERAL = 10_000;

/** A line of a cell, read from the line of the notebook's file that holds it; undefined where it does not hold it alone. */
function textOfCell(fileLine: string, line: number): string | undefined {
  if (fileLine.length > LONGEST_LITERAL) return undefined;
  const literal = /^\s*(?:"source"\s*:\s*\[?\s*)?("(?:[^"\\]|\\.)*")[\s\],]*$/.exec(fileLine)?.[1];
  if (literal === undefined) return undefined;
  try {
    const lines = String(JSON.parse(literal)).replace(/\n$/, "").split("\n");
    return lines.length === 1 ? lines[0] : lines[line];
  } catch {
    return undefined;
  }
}
