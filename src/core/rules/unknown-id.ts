/** What the three rules on ids that nothing defines have in common. */

import type { Snapshot } from "../model/snapshot.ts";
import { Candidates } from "../nearest.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import type { NameNode, NameRole } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { addItem, defineRule, type Fix, type HostContext, oneOf, quote, type Rule, type RuleContext, severity } from "./define.ts";

interface IdRule {
  readonly code: string;
  readonly title: string;
  readonly role: NameRole;
  /** Items that may stand behind such an id. */
  readonly words: readonly ItemWord[];
  /** What the id is called in messages. */
  readonly called: string;
  /** The lines of the item that would define it. */
  readonly stub: (id: string) => readonly string[];
}

/** A rule for ids that nothing in the workspace defines, or that name a thing of another sort. */
export const unknownId = (spec: IdRule): Rule =>
  defineRule({
    code: spec.code,
    title: spec.title,
    reach: "linked",
    severity: severity("e/e/e"),
    check(context) {
      for (const node of nodesOf(context.item).names) if (node.role === spec.role) checkId(spec, node, context);
    },
    // sentences of the running text are linked to claims
    ...(spec.role === "claim" && {
      checkHost({ source, snapshot, report }: HostContext) {
        for (const { id, idSpan } of source.anchors) {
          if (id === "") report({ span: idSpan, message: "Expected the id of a claim here: the claim that the sentence states." });
          else checkAnchor(spec, id, idSpan, snapshot, report);
        }
      },
    }),
  });

function checkId(spec: IdRule, node: NameNode, { item, meaning, snapshot, report }: RuleContext): void {
  if (meaning.id?.role === "declared" && node.text === meaning.id.text) {
    report({
      span: node,
      message: `Unexpected ${quote(node.text)}, which is this ${item.word} itself, expected the id of another ${spec.called}.`,
    });
    return;
  }
  const declarations = snapshot.declarations(node.text);
  if (declarations.some((declaration) => spec.words.includes(declaration.word))) return;
  const [other] = declarations;
  if (other) {
    report({
      span: node,
      message: `Unexpected ${quote(node.text)}, which is ${article(other.word)}, expected the id of ${oneOf(spec.words.map(article))}.`,
      related: [{ uri: other.uri, item: other.item, span: other.item.header, message: `${quote(node.text)} is defined here` }],
    });
    return;
  }
  const [meant] = candidatesIn(snapshot, spec).nearest(node.text);
  const fixes: Fix[] = [];
  if (meant) fixes.push({ title: `Change to ${quote(meant)}`, edits: [{ span: node, text: meant }] });
  fixes.push({ title: `Create the ${spec.called} ${quote(node.text)} here`, edits: [addItem(item, ...spec.stub(node.text))] });
  report({
    span: node,
    message: `Unknown ${spec.called} ${quote(node.text)}: nothing in the workspace defines it.${meant ? ` Did you mean ${quote(meant)}?` : ""}`,
    fixes,
    suggestsIds: true,
  });
}

function checkAnchor(spec: IdRule, id: string, span: Span, snapshot: Snapshot, report: HostContext["report"]): void {
  const declarations = snapshot.declarations(id);
  if (declarations.some((declaration) => spec.words.includes(declaration.word))) return;
  const [other] = declarations;
  const [meant] = other ? [] : candidatesIn(snapshot, spec).nearest(id);
  const what = other
    ? `Unexpected ${quote(id)}, which is ${article(other.word)}, expected the id of ${oneOf(spec.words.map(article))}.`
    : `Unknown ${spec.called} ${quote(id)}: nothing in the workspace defines it.${meant ? ` Did you mean ${quote(meant)}?` : ""}`;
  report({ span, message: what, fixes: meant ? [{ title: `Change to ${quote(meant)}`, edits: [{ span, text: meant }] }] : [] });
}

const article = (word: string): string =>
  word === "evidence" ? "a piece of evidence" : /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;

const candidates = new WeakMap<object, Map<IdRule, Candidates>>();

/** The ids that could have been meant; gathered once, because a name that is gone may be missed in many places. */
function candidatesIn(snapshot: Snapshot, spec: IdRule): Candidates {
  const known = candidates.get(snapshot.idSpace) ?? new Map<IdRule, Candidates>();
  candidates.set(snapshot.idSpace, known);
  const found = known.get(spec) ?? new Candidates(idsOf(snapshot, spec.words));
  known.set(spec, found);
  return found;
}

function* idsOf(snapshot: Snapshot, words: readonly ItemWord[]): IterableIterator<string> {
  for (const declaration of snapshot.allDeclarations()) if (words.includes(declaration.word)) yield declaration.id;
}
