/**
 * Which items are concerned when others change: a claim by its evidence, its family, its sources and predictions and by
 * whoever bears its id; a composite by the claims it consists of, however deep.
 */
import type { Item } from "../syntax/tree.ts";
import { as } from "./arguments.ts";
import { isClaim, meaningOf } from "./meaning.ts";
import type { Mention, Snapshot } from "./snapshot.ts";

const ownId = (item: Item): string | undefined => as(item.args["id"], "name")?.text;

/** Items that did not change, and whose findings may yet be other than in the snapshot before; some may come twice. */
export function* dependants(next: Snapshot): IterableIterator<Mention> {
  const { touched, mentioned } = next.difference;
  for (const id of touched) {
    if (id.startsWith("@")) yield* citing(id.slice(1), next);
    else {
      // an item that names it no more has changed itself
      yield* next.mentions(id);
      yield* next.declarations(id);
      const base = /^(.+)-\d+$/.exec(id)?.[1];
      // whoever bears an id twice is offered the next free one
      if (base !== undefined) yield* next.declarations(base);
    }
  }
  yield* composedOf([...touched, ...mentioned], next);
}

/** What is known of a source bears on whoever cites it, on the claims that belong to a family that does, and on those that use such a finding. */
function* citing(key: string, snapshot: Snapshot): IterableIterator<Mention> {
  for (const user of snapshot.citations(key)) {
    yield user;
    const id = user.item.word === "mapping" || user.item.word === "evidence" ? ownId(user.item) : undefined;
    if (id !== undefined) yield* snapshot.mentions(id);
  }
}

/** The composites that consist of claims with these ids, those that consist of these, and so on. */
function* composedOf(ids: string[], snapshot: Snapshot): IterableIterator<Mention> {
  const visited = new Set<string>();
  for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
    if (visited.has(id)) continue;
    visited.add(id);
    for (const declaration of snapshot.declarations(id)) {
      yield declaration;
      const meaning = meaningOf(declaration.item);
      if (!isClaim(meaning)) continue;
      for (const { relation, target } of meaning.relations) if (relation === "belongs to") ids.push(target.text);
    }
    for (const composite of snapshot.composites(id)) {
      yield composite;
      const own = ownId(composite.item);
      if (own !== undefined) ids.push(own);
    }
  }
}
