import { relay } from "./define.ts";

export const syntaxError = relay("syntax-error", "A line that is not understood", "e/e/e", ({ span }, { item, snapshot, uri }) => {
  if (!snapshot.isNewer(uri)) return undefined;
  // a first word that is not known may well be one of the newer language
  const isBrokenHeader = item.form === "broken" && span.start === item.wordSpan.start;
  const isUnknown = isBrokenHeader || item.clauses.some((clause) => clause.spec === undefined && clause.start === span.start);
  return isUnknown ? "information" : undefined;
});
