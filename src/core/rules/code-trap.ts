import { codeTraps } from "../atlas/code-names.ts";
import { meaningOf } from "../model/meaning.ts";
import { implementsIn } from "../model/programs.ts";
import { defineRule, quote, severity } from "./define.ts";

export const codeTrap = defineRule({
  code: "code-trap",
  title: "A name in model code that misleads",
  reach: "linked",
  items: ["model"],
  severity: severity("-/i/i"),
  check({ item, snapshot, report }) {
    const meaning = item.word === "model" ? meaningOf(item) : undefined;
    if (meaning?.kind !== "model") return;
    for (const { symbol } of meaning.symbols)
      for (const { text } of codeTraps(symbol.text, snapshot.atlases)) report({ span: symbol, message: `${quote(symbol.text)}: ${text}` });
  },
  // what a comment speaks of changes with the code around it
  checkHost({ source, snapshot, report }) {
    for (const span of implementsIn(source)) {
      const path = source.program?.after(span.start)?.path;
      for (const { text } of path === undefined ? [] : codeTraps(path, snapshot.atlases))
        report({ span, message: `${quote(path ?? "")}: ${text}` });
    }
  },
});
