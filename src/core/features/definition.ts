/** Where the thing at an offset is defined. */

import { as } from "../model/arguments.ts";
import { programOf } from "../model/programs.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import { type Span, touches } from "../text.ts";
import { resolvePath } from "../uri.ts";
import { hostPlaceAt } from "./host-place.ts";
import { partsMeant } from "./hover.ts";
import { placeAt } from "./place.ts";

export interface Target {
  readonly uri: string;
  /** The whole of what is defined there. */
  readonly span: Span;
  /** What to select. */
  readonly selection: Span;
}

export interface Definition {
  /** The words that lead there, in the host. */
  readonly origin: Span;
  readonly targets: readonly Target[];
}

const START: Span = { start: 0, end: 0 };

/** The definitions of what stands at an offset: atlas entries, items, entries of bibliographies, files. */
export function definition(snapshot: Snapshot, uri: string, offset: number): Definition | undefined {
  const place = placeAt(snapshot, uri, offset);
  if (!place) return definitionInProse(snapshot, uri, offset);
  for (const node of place.nodes) {
    if (node.kind === "citation") {
      const cite = node.cites.find((entry) => touches(entry, place.offset));
      if (cite) return { origin: place.toHost(cite), targets: referenceTargets(cite.key, uri, snapshot) };
    } else if (node.kind === "name") {
      const origin = place.toHost(node);
      if (node.role === "part") {
        const parts = partsMeant(node, place, snapshot);
        return { origin, targets: parts.flatMap((part) => partTarget(part.atlas, part.span, part.nameSpan, uri, snapshot)) };
      }
      if (node.role === "claim" || node.role === "prediction" || node.role === "evidence" || node.role === "declared") {
        return { origin, targets: idTargets(node.text, snapshot) };
      }
      if (node.role === "atlas") {
        const atlas = snapshot.names(uri).atlas(node.text)?.atlas;
        return { origin, targets: atlas ? [{ uri: atlas.uri, span: atlas.nameSpan, selection: atlas.nameSpan }] : [] };
      }
      if (node.role === "symbol") {
        const found = programOf(place.item, uri, snapshot);
        const symbol = found?.program.named(node.text);
        return { origin, targets: found && symbol ? [{ uri: found.uri, span: symbol.span, selection: symbol.nameSpan }] : [] };
      }
      if (node.role === "key") {
        const sources = snapshot.sources(node.text).flatMap((source) => itemTarget(source.uri, source, snapshot));
        return { origin, targets: [...referenceTargets(node.text, uri, snapshot), ...sources] };
      }
    } else if (node.kind === "text" && (place.item.word === "cite" || place.item.word === "model") && !place.clause) {
      const target = resolvePath(uri, node.value);
      return target ? { origin: place.toHost(node), targets: [{ uri: target, span: START, selection: START }] } : undefined;
    }
  }
  return undefined;
}

/** A sentence leads to the claim that it states, a citation to its entry. */
function definitionInProse(snapshot: Snapshot, uri: string, offset: number): Definition | undefined {
  const place = hostPlaceAt(snapshot, uri, offset);
  if (!place) return undefined;
  if (place.form === "citation") return { origin: place.citation.span, targets: referenceTargets(place.citation.key, uri, snapshot) };
  return { origin: place.onId ? place.anchor.idSpan : place.anchor.text, targets: idTargets(place.anchor.id, snapshot) };
}

const partTarget = (atlasId: string, span: Span, selection: Span, uri: string, snapshot: Snapshot): Target[] => {
  const atlas = snapshot.names(uri).atlas(atlasId)?.atlas;
  return atlas ? [{ uri: atlas.uri, span, selection }] : [];
};

function referenceTargets(key: string, uri: string, snapshot: Snapshot): Target[] {
  const reference = snapshot.reference(uri, key);
  return reference ? [{ uri: reference.uri, span: reference.entry.span, selection: reference.entry.keySpan }] : [];
}

const idTargets = (id: string, snapshot: Snapshot): Target[] =>
  snapshot.declarations(id).flatMap((declaration) => itemTarget(declaration.uri, declaration, snapshot));

function itemTarget(uri: string, { item }: { item: Item }, snapshot: Snapshot): Target[] {
  const span = snapshot.locate(uri, item, { start: item.wordSpan.start, end: item.contentEnd });
  const selection = snapshot.locate(uri, item, as(item.args["id"], "name") ?? item.header);
  return span && selection ? [{ uri, span, selection }] : [];
}
