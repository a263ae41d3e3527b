/** The index of what claims set beside what: built once, then changed as the workspace changes. */
import { IndexChanges, type PlacedMention } from "./index-changes.ts";
import { placesOf } from "./pairings.ts";
import { PersistentMap } from "./persistent-map.ts";
import { itemsOf, type Snapshot } from "./snapshot.ts";

/** Items by the keys of `placesOf`, in the order of documents and of the text. */
export type Places = PersistentMap<readonly PlacedMention[]>;

/** The index over all of a workspace. */
export function allPlaces(snapshot: Snapshot): Places {
  const index = new IndexChanges((uri) => itemsOf(snapshot.documents.get(uri)));
  for (const [uri, source] of snapshot.documents) {
    const names = snapshot.names(uri);
    for (const item of itemsOf(source)) index.addPlaces(uri, item, placesOf(item, names));
  }
  return index.applyTo(PersistentMap.empty<readonly PlacedMention[]>(), index.placed);
}

/** The index after the change that made `next` of `before`, where the names in scope stay as they were but in documents replaced as a whole. */
export function placesAfter(places: Places, before: Snapshot, next: Snapshot): Places {
  const index = new IndexChanges((uri) => itemsOf(next.documents.get(uri)));
  for (const { uri, removed, added } of next.difference.replaced) {
    if (removed.length > 0) {
      const names = before.names(uri);
      for (const item of removed) index.removePlaces(item, placesOf(item, names));
    }
    if (added.length > 0) {
      const names = next.names(uri);
      for (const item of added) index.addPlaces(uri, item, placesOf(item, names));
    }
  }
  return index.applyTo(places, index.placed);
}
