import { addedTerms, readScopeIn } from "../scope/in-document.ts";
import { isWorthPointingOut, nearestPhrases, type ReadPhrase, type ScopeReading } from "../scope/read.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import type { ScopeNode } from "../syntax/tree.ts";
import { defineRule, type Fix, oneOf, quote, type RuleContext, severity } from "./define.ts";

export const unknownScope = defineRule({
  code: "unknown-scope",
  title: "A scope in words that the vocabulary does not know, or that mean several things",
  reach: "linked",
  severity: severity("i/i/w"),
  check(context) {
    // what an atlas says of a quantity is in the words of its source
    if (context.item.word === "part" || context.item.word === "atlas") return;
    for (const node of nodesOf(context.item).scopes) checkScope(node, context);
  },
});

function checkScope(node: ScopeNode, { item, names, report }: RuleContext): void {
  const scope = readScopeIn(node, names);
  const all = scope.flatMap((condition) => condition.flatMap(({ readings }) => readings));
  const extra = addedTerms(names);
  for (const condition of scope) {
    for (const read of condition) {
      for (const reading of read.readings) {
        if (isWorthPointingOut(reading, all, extra)) {
          const { meanings, advice } = reading.ambiguity as NonNullable<ScopeReading["ambiguity"]>;
          report({
            span: reading,
            message: `Unexpected ${quote(reading.text)}, which may mean ${oneOf(meanings)}.${advice ? ` ${advice}` : " Put it in quotes if you mean another."}`,
            fixes: [inQuotes(read, reading, condition.length, item.text)],
          });
        } else if (reading.form === "unknown") {
          report({
            span: reading,
            message: `Unexpected words ${quote(reading.text)} in a scope, expected a species, area, layer, age, state or preparation of the vocabulary${suggestions(reading, names)}, or a condition of your own in double quotes.`,
            fixes: () => [
              ...nearestPhrases(reading.text, extra).map(
                ({ label }): Fix => ({ title: `Change to ${quote(label)}`, edits: [{ span: reading, text: label }] }),
              ),
              inQuotes(read, reading, condition.length, item.text),
            ],
          });
        }
      }
    }
  }
}

function suggestions(reading: ScopeReading, names: RuleContext["names"]): string {
  const [nearest] = nearestPhrases(reading.text, addedTerms(names), 1);
  return nearest ? ` such as ${quote(nearest.label)}` : "";
}

/** The fix that makes words a condition of the writer's; where the phrase goes on beside them it becomes two. */
function inQuotes({ phrase, readings }: ReadPhrase, reading: ScopeReading, alternatives: number, text: string): Fix {
  const quoted = (span: { start: number; end: number }): string => `"${text.slice(span.start, span.end).replaceAll('"', "'")}"`;
  const title = "Put it in quotes, as a condition in your own words";
  // beside “or” a comma would part what belongs together
  if (readings.length === 1 || alternatives > 1) return { title, edits: [{ span: phrase, text: quoted(phrase) }] };
  const before = reading.start > phrase.start ? ", " : "";
  const after = reading.end < phrase.end ? "," : "";
  const start = before ? text.slice(0, reading.start).trimEnd().length : reading.start;
  return { title, edits: [{ span: { start, end: reading.end }, text: `${before}${quoted(reading)}${after}` }] };
}
