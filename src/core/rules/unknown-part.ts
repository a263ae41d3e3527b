import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import { Candidates, nearest } from "../nearest.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import { isOneName } from "../syntax/lexer.ts";
import { isReservedInEnds } from "../syntax/pieces.ts";
import type { Item, NameNode } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { defineRule, type Fix, oneOf, quote, type Report, severity } from "./define.ts";

export const unknownPart = defineRule({
  code: "unknown-part",
  title: "A name that no atlas in scope knows",
  reach: "linked",
  severity: severity("e/e/e"),
  check({ item, names, report }) {
    for (const node of nodesOf(item).names) if (node.role === "atlas" && !names.atlas(node.text)) report(unknownAtlas(node, names));
    for (const node of partNames(item)) {
      const match = names.find(node.text);
      if (match.parts.length > 0 || names.meaningsOfTerm(node.text).length > 0) continue;
      if (match.unknownAtlas !== undefined) {
        report({ span: node, message: unknownAtlasMessage(node, match.unknownAtlas, names), fixes: idFix(item, node, match.unknownAtlas) });
        continue;
      }
      // the name may well be in an atlas that is named in `use` and not found, which has its own finding
      if (names.missing.length > 0 || isPartOfSlip(item, node)) continue;
      const meant = nearestNames(node.text, names);
      const atlases = oneOf(names.inScope.map((index) => index.atlas.id)) || "any atlas";
      report({
        span: node,
        message: `Unexpected name ${quote(node.text)}, which ${atlases} does not know.${meant.length > 0 ? ` Did you mean ${oneOf(meant.map(quote))}?` : ' Expected a part such as L4 or Value; names of several words are written in quotes: "layer 4".'}`,
        fixes: meant.map((name): Fix => ({ title: `Change to ${quote(name)}`, edits: [{ span: node, text: asName(name) }] })),
      });
    }
  },
});

/** Whether a name stands in a slip that is explained already: a name of several words, a text in the place of an id. */
const isPartOfSlip = ({ problems }: Item, node: NameNode): boolean =>
  problems.some(
    ({ code, span, fixes }) =>
      code === "syntax-error" &&
      (holds(span, node) ||
        (span.start === node.end && span.end > span.start) ||
        fixes.some(({ edits }) => edits.some((edit) => holds(edit.span, node)))),
  );

const holds = (span: Span, node: Span): boolean => span.start <= node.start && node.end <= span.end;

/** Whether an end of a claim is a name that this rule reports, so that others need not speak of the claim yet. */
export const hasUnknownEnd = ({ item, left, right }: ClaimMeaning, names: Names): boolean =>
  names.missing.length === 0 &&
  partNames(item).some(
    (node) =>
      [left, right].some((side) => side !== undefined && holds(side, node)) &&
      names.find(node.text).parts.length === 0 &&
      names.meaningsOfTerm(node.text).length === 0,
  );

function unknownAtlas(node: NameNode, names: Names): Report {
  const known = [...names.atlases()].map((index) => index.atlas.id);
  const [meant] = nearest(node.text, known);
  return {
    span: node,
    message: `Unexpected atlas ${quote(node.text)}, expected ${oneOf(known)}.${meant ? ` Did you mean ${quote(meant)}?` : " Until it is there, names that are not found are not reported."}`,
    fixes: meant ? [{ title: `Change to ${quote(meant)}`, edits: [{ span: node, text: meant }] }] : [],
  };
}

/** All names of an item that stand for parts. */
export const partNames = (item: Item): readonly NameNode[] => nodesOf(item).names.filter(({ role }) => role === "part");

const unknownAtlasMessage = (node: NameNode, atlas: string, names: Names): string => {
  const known = [...names.atlases()].map((index) => index.atlas.id);
  const [meant] = nearest(atlas, known);
  const hint = meant ? ` Did you mean ${quote(meant)}?` : ` If ${quote(atlas)} is an id, write a blank after its colon.`;
  return `Unexpected atlas ${quote(atlas)} in ${quote(node.text)}, expected ${oneOf(known)}.${hint}`;
};

/** `claim values:L4 …` lacks the blank that ends the id. */
function idFix(item: Item, node: NameNode, atlas: string): Fix[] {
  const afterWord = item.text.slice(item.wordSpan.end, node.start).trim() === "";
  if (!afterWord || item.args["id"]) return [];
  const at = node.start + atlas.length + 1;
  return [{ title: `Make ${quote(atlas)} the id`, edits: [{ span: { start: at, end: at }, text: " " }] }];
}

/** Ids and synonyms nearest to a name, by distance; each part once, by its id. */
function nearestNames(name: string, names: Names): string[] {
  let known = spellings.get(names);
  if (!known) {
    const parts = spelledParts(names);
    known = { parts, candidates: new Candidates(parts.keys()) };
    spellings.set(names, known);
  }
  const { parts, candidates } = known;
  const found = candidates.nearest(name, 6).map((candidate) => parts.get(candidate) as string);
  return [...new Set(found)].slice(0, 3);
}

const spellings = new WeakMap<Names, { readonly parts: ReadonlyMap<string, string>; readonly candidates: Candidates }>();

/** The ids of parts by all that one may have wanted to write; an id of its own counts more than a synonym of another. */
function spelledParts(names: Names): ReadonlyMap<string, string> {
  const spelled = new Map<string, string>();
  const parts = names.inScope.flatMap((index) => index.atlas.parts);
  for (const part of parts) spelled.set(part.name.toLowerCase(), part.name);
  const add = (text: string, part: AtlasPart): void => {
    if (!spelled.has(text.toLowerCase())) spelled.set(text.toLowerCase(), part.name);
  };
  for (const part of parts) {
    add(part.label, part);
    for (const { text, notation } of part.synonyms) if (notation === undefined || notation === "abbr") add(text, part);
  }
  return spelled;
}

/** A name as it is written in an end: in quotes where it is not one word or is a word of the language. */
export const asName = (name: string): string => (isOneName(name) && !isReservedInEnds(name) ? name : `"${name}"`);
