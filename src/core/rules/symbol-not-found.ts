import { meaningOf } from "../model/meaning.ts";
import { implementsIn, programOf } from "../model/programs.ts";
import { nearest } from "../nearest.ts";
import { baseName } from "../uri.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

export const symbolNotFound = defineRule({
  code: "symbol-not-found",
  title: "A symbol that the model's code does not have",
  reach: "outward",
  items: ["model"],
  severity: severity("w/w/e"),
  check(context) {
    if (context.item.word === "model") checkModel(context);
  },
  // what a comment speaks of changes with the code around it
  checkHost({ source, report }) {
    const { program } = source;
    for (const span of implementsIn(source)) {
      // the symbols of a large program take time, and most programs have nothing to be held against them
      if (program && program.symbols().length > 0 && !program.after(span.start))
        report({
          span,
          message:
            "Nothing is defined on this line or the next line of code, expected a class, a function or an attribute that implements the claim.",
        });
    }
  },
});

function checkModel({ item, uri, snapshot, report }: RuleContext): void {
  const meaning = meaningOf(item);
  const found = meaning.kind === "model" && meaning.symbols.length > 0 ? programOf(item, uri, snapshot) : undefined;
  const paths = found?.program.symbols().map(({ path }) => path) ?? [];
  // of a language whose definitions are not read nothing is missed
  if (meaning.kind !== "model" || !found || paths.length === 0) return;
  for (const { symbol } of meaning.symbols) {
    if (found.program.named(symbol.text)) continue;
    const last = symbol.text.slice(symbol.text.lastIndexOf(".") + 1);
    const [meant] = [
      ...nearest(symbol.text, paths),
      ...paths.filter((path) => path === last || path.endsWith(`.${last}`)),
      ...nearest(
        last,
        paths.map((path) => path.slice(path.lastIndexOf(".") + 1)),
      ).flatMap((name) => paths.filter((path) => path === name || path.endsWith(`.${name}`))),
    ];
    report({
      span: symbol,
      message: `There is no ${quote(symbol.text)} in ${baseName(found.uri)}${meant ? `, expected ${quote(meant)}?` : ", expected a class, function or attribute that it defines."}`,
      fixes: meant ? [{ title: `Change to ${quote(meant)}`, edits: [{ span: symbol, text: meant }] }] : [],
    });
  }
}
