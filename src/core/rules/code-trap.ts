import { codeTraps } from "../atlas/code-names.ts";
import { meaningOf } from "../model/meaning.ts";
import { defineRule, quote, severity } from "./define.ts";

export const codeTrap = defineRule({
  code: "code-trap",
  title: "A name in model code that misleads",
  reach: "linked",
  severity: severity("-/i/i"),
  check({ item, uri, snapshot, report }) {
    if (item.word === "model") {
      const meaning = meaningOf(item);
      if (meaning.kind !== "model") return;
      for (const { symbol } of meaning.symbols)
        for (const { text } of codeTraps(symbol.text, snapshot.atlases))
          report({ span: symbol, message: `${quote(symbol.text)}: ${text}` });
    } else if (item.word === "implements") {
      const program = snapshot.documents.get(uri)?.program;
      const at = program && snapshot.locate(uri, item, item.wordSpan);
      const symbol = at && program.after(at.start);
      for (const { text } of symbol ? codeTraps(symbol.path, snapshot.atlases) : [])
        report({ span: item.wordSpan, message: `${quote(symbol?.path ?? "")}: ${text}` });
    }
  },
});
