import { meaningOf } from "../model/meaning.ts";
import { programOf } from "../model/programs.ts";
import { nearest } from "../nearest.ts";
import { baseName } from "../uri.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

export const symbolNotFound = defineRule({
  code: "symbol-not-found",
  title: "A symbol that the model's code does not have",
  reach: "outward",
  severity: severity("w/w/e"),
  check(context) {
    if (context.item.word === "model") checkModel(context);
    else if (context.item.word === "implements") checkImplements(context);
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

function checkImplements({ item, uri, snapshot, report }: RuleContext): void {
  const program = snapshot.documents.get(uri)?.program;
  if (!program || program.symbols().length === 0) return;
  const at = snapshot.locate(uri, item, item.wordSpan);
  if (at && !program.after(at.start))
    report({
      span: item.wordSpan,
      message: "Nothing is defined on this line or the next, expected a class, a function or an attribute that implements the claim.",
    });
}
