import { as } from "../model/arguments.ts";
import { itemsOf } from "../model/snapshot.ts";
import { defineRule, relay } from "./define.ts";

const handedOn = relay("misplaced-clause", "A clause in the wrong item, twice, or without one", "e/e/e");

export const misplacedClause = defineRule({
  ...handedOn,
  check(context) {
    handedOn.check(context);
    const { item, uri, snapshot, report } = context;
    if (item.word !== "part" || !as(item.args["id"], "name")) return;
    for (const before of itemsOf(snapshot.documents.get(uri))) {
      if (before.word === "atlas") return;
      if (before === item) break;
    }
    report({ span: item.wordSpan, message: 'Unexpected “part” with no atlas above it, expected a line such as: atlas mine: "My atlas".' });
  },
});
