/**
 * Snippets, made of the examples in the table of the language: what the parser reads as an argument becomes a place to
 * fill in. Names and ends stay as in the example, because they show the form; texts, keys and words that say how good
 * the evidence is do not, so that a place that is passed over never claims more than the writer meant.
 */
import { evidenceTypes } from "../../src/core/evidence/types.ts";
import { Document } from "../../src/core/syntax/document.ts";
import type { Node, WordNode } from "../../src/core/syntax/tree.ts";
import { clauses, closedVocabularies, type ItemSpec, type ItemWord, items } from "../../src/core/syntax/vocabulary.ts";
import type { Span } from "../../src/core/text.ts";

/** A snippet as an editor's file of snippets holds it. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** A place to fill in: what stands there at first, or the words to choose from where the list is closed. */
interface Place extends Span {
  readonly shown: string;
  readonly choices?: readonly string[];
}

/** What stands in quotes at first, by the role of the text in its clause. */
const textHints: Readonly<Record<string, string>> = {
  text: "in a sentence",
  label: "its full name",
  sense: "in which sense",
  shows: "what it shows",
  through: "through what",
  reason: "in the source's own words",
  quantity: "what is counted",
  denominator: "of all of what",
};

const itemOf = (word: ItemWord): ItemSpec => {
  const found = items.find((item) => item.word === word);
  if (!found) throw new Error(`no item ${word} in the table`);
  return found;
};

const clauseExample = (item: ItemWord, word: string): string => {
  const found = clauses.find((clause) => clause.word === word && clause.items.includes(item));
  if (!found) throw new Error(`no clause ${word} of ${item} in the table`);
  return found.example;
};

/** The humblest word comes first, because the first one is what stands there. */
function wordsToChoose({ vocabulary, text }: WordNode): readonly string[] {
  if (vocabulary === "TYPE") return evidenceTypes.map(({ id }) => id).reverse();
  if (vocabulary === "KEYWORD") return [text];
  const words = closedVocabularies[vocabulary].map(({ word }) => word);
  if (vocabulary === "EXTENT") return words.reverse();
  return vocabulary === "STRENGTH" ? words : [text, ...words.filter((word) => word !== text)];
}

/** The places of a node, from left to right. */
function placesOf(node: Node | undefined, role: string, text: string): Place[] {
  if (!node) return [];
  const asWritten = (span: Span): Place => ({ start: span.start, end: span.end, shown: text.slice(span.start, span.end) });
  switch (node.kind) {
    case "text":
      return [{ start: node.start + 1, end: node.end - 1, shown: textHints[role] ?? "…" }];
    case "name":
      // an id of the example's might be one of the workspace's already
      if (node.role === "declared") return [{ ...asWritten(node), shown: "id" }];
      return [node.role === "key" ? { ...asWritten(node), shown: "key" } : asWritten(node)];
    case "word":
      return [{ ...asWritten(node), choices: wordsToChoose(node) }];
    case "citation":
      return [{ start: node.start + 2, end: node.end - 1, shown: "key" }];
    case "scope":
      return [{ ...asWritten(node), shown: "species area" }];
    case "evidence":
      return [
        ...placesOf(node.what, "what", text),
        ...placesOf(node.type, "type", text),
        ...placesOf(node.shows, "shows", text),
        ...placesOf(node.scope, "scope", text),
        ...placesOf(node.read, "read", text),
        ...placesOf(node.through, "through", text),
      ];
    case "result":
      return [...node.criteria.flatMap((criterion) => placesOf(criterion, role, text)), ...placesOf(node.with, "with", text)];
    case "criterion":
      return [...placesOf(node.quantity, role, text), ...(node.test ? [asWritten(node.test)] : [])];
    case "quantity":
      return [...placesOf(node.name, "quantity", text), ...placesOf(node.denominator, "denominator", text)];
    default:
      return [asWritten(node)];
  }
}

const escapeText = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

interface Body {
  readonly lines: readonly string[];
  /** The number of the next place. */
  readonly next: number;
}

/** An item's example with the examples of some of its clauses. Throws where the table's own examples are not understood. */
function bodyOf(word: ItemWord, words: readonly string[] = [], first = 1): Body {
  const text = [itemOf(word).example, ...words.map((clause) => `  ${clauseExample(word, clause)}`)].join("\n");
  const [item, ...more] = Document.parse(text).items;
  const problem = item?.problems[0]?.message;
  if (!item || problem || more.length > 0) throw new Error(`the examples of ${word} are not understood: ${problem ?? text}`);
  const places = [item.args, ...item.clauses.map(({ args }) => args)]
    .flatMap((args) => Object.entries(args).flatMap(([role, node]) => placesOf(node, role, text)))
    .sort((a, b) => a.start - b.start);
  let body = "";
  let at = 0;
  let number = first;
  for (const { start, end, shown, choices } of places) {
    body += escapeText(text.slice(at, start));
    body += choices ? `\${${number}|${choices.join(",")}|}` : `\${${number}:${escapeText(shown)}}`;
    number++;
    at = end;
  }
  return { lines: (body + escapeText(text.slice(at))).split("\n"), next: number };
}

const snippet = (prefix: string, description: string, { lines }: Body): Snippet => ({
  prefix,
  // the caret ends where the next clause would begin
  body: [...lines, "  $0"],
  description,
});

/** The content of `media/snippets.json`. */
export function laminaSnippets(): Record<string, Snippet> {
  const help = (word: ItemWord): string => itemOf(word).help;
  const atlas = bodyOf("atlas");
  const part = bodyOf("part", ["kind", "means"], atlas.next);
  return {
    Claim: snippet("claim", help("claim"), bodyOf("claim")),
    "Claim with evidence": snippet(
      "claim-with-evidence",
      "A mapping claim, how much it asserts, and a piece of evidence for it.",
      bodyOf("claim", ["means", "strength", "supported by"]),
    ),
    Mapping: snippet("mapping", help("mapping"), bodyOf("mapping", ["means", "strength", "stated in"])),
    Prediction: snippet("prediction", help("prediction"), bodyOf("prediction", ["about", "expects", "falsified if", "tested by"])),
    Evidence: snippet("evidence", help("evidence"), bodyOf("evidence", ["type", "shows", "read"])),
    Source: snippet("source", help("source"), bodyOf("source", ["version", "read", "allows at most"])),
    Atlas: snippet("atlas", help("atlas"), { lines: [...atlas.lines, "", ...part.lines], next: part.next }),
    Part: snippet("part", help("part"), bodyOf("part", ["kind", "means"])),
  };
}
