/** What is said where a line breaks off, or goes on too long. */
import { type Cursor, type Expectation, listed } from "./cursor.ts";
import type { PieceStep, WordStep } from "./grammar.ts";
import { explainLeftOver } from "./left-over.ts";
import { explainMissing, type Reading } from "./slips.ts";
import { type ClosedPiece, closedVocabularies, type PieceName, pieces } from "./vocabulary.ts";

/** What a step asks for, in words. */
export function describe(step: WordStep | PieceStep): string {
  if (step.type === "word") return `“${step.text}”`;
  const [piece] = step.pieces as readonly [PieceName | "?"];
  const open = step.pieces.includes("?") && piece !== "?" ? ", or ?" : "";
  return `${describePiece(piece)}${open}`;
}

function describePiece(piece: PieceName | "?"): string {
  if (piece === "?") return "“?”";
  const { name, sample } = pieces[piece];
  if (piece === "STRING") return name;
  const words = piece in closedVocabularies ? closedVocabularies[piece as ClosedPiece].map((entry) => entry.word) : [];
  if (words.length === 0 || words.length > 8) return `${name}, such as ${sample}`;
  return words.length > 2 ? `${name}: ${listed(words)}` : listed(words);
}

/** Says what is missing at the current token, and skips the rest of the line. */
export function reportMissing(cursor: Cursor, missing: WordStep | PieceStep, reading: Reading): void {
  if (!cursor.explained && !explainMissing(cursor, missing, reading)) cursor.reportExpected(describe(missing));
  cursor.skipLine();
}

/** Says that something is left on the line that the pattern has no place for, and skips it. `read` reads the pattern. */
export function reportLeftOver(cursor: Cursor, reading: Reading, read: () => void): void {
  if (cursor.lineEnded) return;
  if (!cursor.explained && !explainLeftOver(cursor, reading)) {
    const { start, before } = cursor;
    const span = { start, end: cursor.lineEnd() };
    const expected = listed([...alternatives(cursor.expectedHere(reading.from, read)), "the end of the line"]);
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected ${expected}.`, [
      { title: "Remove it", edits: [{ span: { start: before, end: span.end }, text: "" }] },
    ]);
  }
  cursor.skipLine();
}

/** What else could stand here, unless that is more than a message can hold. */
function alternatives(expected: readonly Expectation[]): string[] {
  const found = new Set<string>();
  for (const expectation of expected) {
    if (expectation.form === "word") found.add(`“${expectation.word}”`);
    else if (expectation.form === "piece") found.add(pieces[expectation.piece].name);
  }
  return found.size > 5 ? [] : [...found];
}
