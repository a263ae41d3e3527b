/** The clauses that any item may have. */
import type { ClauseSpec, ItemWord } from "./specs.ts";

const anyItem: readonly ItemWord[] = ["claim", "mapping", "prediction", "evidence", "source", "model", "atlas", "part"];

export const commonClauses: readonly ClauseSpec[] = [
  {
    word: "note",
    items: anyItem,
    pattern: "text:STRING",
    times: "many",
    order: 90,
    help: "A remark. Kept and shown, never judged.",
    example: 'note "asked the authors on 3 May"',
  },
  {
    word: "tag",
    items: anyItem,
    pattern: "tags:TAG,…",
    times: "many",
    order: 91,
    help: "Labels to filter by.",
    example: "tag figure-1, thalamus",
  },
];

/** A clause of a house's own starts with `x-`: kept, shown, never judged. */
export const ownClause: ClauseSpec = {
  word: "x-",
  items: anyItem,
  pattern: "rest:REST",
  times: "many",
  order: 92,
  help: "A house's own clause: kept and shown, never judged.",
  example: "x-reviewed-by PK",
};
