/**
 * The shapes of the table's rows. A `pattern` is read by `pattern.ts`:
 *   lower-case words   are written as they stand
 *   PIECE, role:PIECE  an argument (see `pieces`), under the name `role`
 *   PIECE,…            one or more of it, with commas between
 *   [ … ]              may be left out as a whole
 *   ?                  stands for itself: open, not transcribed, not located
 *   A|B                one of them
 */

/** Words that open an item. */
export type ItemWord =
  | "claim"
  | "mapping"
  | "prediction"
  | "evidence"
  | "source"
  | "model"
  | "implements"
  | "atlas"
  | "part"
  | "use"
  | "cite"
  | "lamina";

/** What a clause pattern can ask for; `pieces` says each in words. */
export type PieceName =
  | "STRING"
  | "CITATION"
  | "KEY"
  | "DECLARE"
  | "ID"
  | "CLAIM"
  | "PREDICTION"
  | "ATLAS"
  | "SIDE"
  | "END"
  | "PART"
  | "TERM"
  | "EVIDENCE"
  | "TYPE"
  | "SCOPE"
  | "RESULT"
  | "CRITERION"
  | "QUALIFIERS"
  | "DATE"
  | "NUMBER"
  | "REVISION"
  | "SYMBOL"
  | "SYNONYM"
  | "XREF"
  | "TAG"
  | "REST"
  | ClosedPiece;

/** Pieces whose words are a closed list, in `closedVocabularies`. */
export type ClosedPiece = "STRENGTH" | "KIND" | "EXTENT" | "LEVEL" | "DIRECTION" | "MATCH" | "SEEN" | "CHECKED" | "PARTKIND" | "MARK";

export interface ItemSpec {
  readonly word: ItemWord;
  readonly pattern: string;
  /** One sentence, shown on hover and in completion. */
  readonly help: string;
  readonly example: string;
  /** Whether the item takes clauses on the lines after it. */
  readonly clauses: boolean;
  /** Where it stands in the outline of the manual. */
  readonly group: "claims" | "evidence" | "models" | "atlases" | "document";
}

export interface ClauseSpec {
  /** The words that open the clause, as one string: `supported by`. */
  readonly word: string;
  readonly items: readonly ItemWord[];
  /** What follows the words. */
  readonly pattern: string;
  readonly times: "once" | "many";
  readonly help: string;
  readonly example: string;
  /** Order within an item that the formatter and completion suggest: lower comes first. */
  readonly order: number;
}

/** A word of a closed list. */
export interface ClosedWord {
  readonly word: string;
  readonly help: string;
  /** A few words for small print, where the word itself says too little to a reader. */
  readonly short?: string;
}
