import { relay } from "./define.ts";

export const misplacedClause = relay("misplaced-clause", "A clause in the wrong item, twice, or without one", "e/e/e");
