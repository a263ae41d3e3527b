/** What a claim assumes, and what assumes it, step by step. */
import { as } from "../model/arguments.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item, NameNode } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { placeAt } from "./place.ts";
import { subjectAt } from "./subject.ts";

/** A claim or a family of claims, and where it stands. */
export interface AssumingClaim {
  readonly name: string;
  /** What it says, where its name is an id. */
  readonly detail: string;
  readonly isFamily: boolean;
  readonly uri: string;
  /** The item and its header, in the host. */
  readonly span: Span;
  readonly selection: Span;
}

export interface Assumption {
  readonly claim: AssumingClaim;
  /** The ids after `assumes`, in the document of whoever assumes. */
  readonly from: readonly Span[];
}

/** The claims that the words at an offset name, or the claim around them. */
export function claimsAt(snapshot: Snapshot, uri: string, offset: number): AssumingClaim[] {
  const found = subjectAt(snapshot, uri, offset);
  if (found?.subject.form === "id") {
    const named = snapshot.declarations(found.subject.id).flatMap((declaration) => claimOf(snapshot, declaration.uri, declaration.item));
    if (named.length > 0) return named;
  }
  const place = placeAt(snapshot, uri, offset);
  return place ? claimOf(snapshot, uri, place.item) : [];
}

function claimOf(snapshot: Snapshot, uri: string, item: Item): AssumingClaim[] {
  const meaning = meaningOf(item);
  if (!isClaim(meaning)) return [];
  const span = snapshot.locate(uri, item, { start: item.wordSpan.start, end: Math.max(item.contentEnd, item.header.end) });
  const selection = snapshot.locate(uri, item, as(item.args["id"], "name") ?? item.header);
  if (!span || !selection) return [];
  const line = claimLine(meaning);
  return [{ name: meaning.id?.text ?? line, detail: meaning.id ? line : "", isFamily: meaning.kind === "mapping", uri, span, selection }];
}

const assumedIn = (claim: ClaimMeaning): readonly NameNode[] =>
  claim.relations.filter(({ relation }) => relation === "assumes").map(({ target }) => target);

/** The claims that the claim whose header stands at an offset assumes. Ids that no claim has are left out. */
export function assumed(snapshot: Snapshot, uri: string, offset: number): Assumption[] {
  const item = placeAt(snapshot, uri, offset)?.item;
  const meaning = item && meaningOf(item);
  if (!item || !meaning || !isClaim(meaning)) return [];
  const byId = new Map<string, NameNode[]>();
  for (const target of assumedIn(meaning)) byId.set(target.text, [...(byId.get(target.text) ?? []), target]);
  return [...byId].flatMap(([id, targets]) => {
    const from = spansOf(snapshot, uri, item, targets);
    return snapshot
      .declarations(id)
      .flatMap((declaration) => claimOf(snapshot, declaration.uri, declaration.item).map((claim) => ({ claim, from })));
  });
}

/** The claims that assume the claim whose header stands at an offset. */
export function assuming(snapshot: Snapshot, uri: string, offset: number): Assumption[] {
  const item = placeAt(snapshot, uri, offset)?.item;
  const id = item && as(item.args["id"], "name")?.text;
  if (id === undefined) return [];
  return snapshot.mentions(id).flatMap((mention) => {
    const meaning = meaningOf(mention.item);
    const targets = isClaim(meaning) ? assumedIn(meaning).filter((target) => target.text === id) : [];
    if (targets.length === 0) return [];
    const from = spansOf(snapshot, mention.uri, mention.item, targets);
    return claimOf(snapshot, mention.uri, mention.item).map((claim) => ({ claim, from }));
  });
}

const spansOf = (snapshot: Snapshot, uri: string, item: Item, nodes: readonly NameNode[]): Span[] =>
  nodes.flatMap((node) => snapshot.locate(uri, item, node) ?? []);
