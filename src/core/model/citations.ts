/**
 * Who cites a work, beyond the plain index: who is first to do so in a document, and which version is the newest. All of
 * it is kept with the lists of the index, which never change.
 */
import { nodesOf } from "../syntax/item-nodes.ts";
import type { Cite, Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { meaningOf } from "./meaning.ts";
import type { Mention, Snapshot } from "./snapshot.ts";

/** Everything that an item cites, in the order of the text. */
export const citesIn = (item: Item): readonly Cite[] => {
  const { citations } = nodesOf(item);
  return citations.length === 1 ? (citations[0]?.cites ?? []) : citations.flatMap(({ cites }) => cites);
};

const firstByList = new WeakMap<readonly Mention[], ReadonlyMap<string, Item>>();

/** The first item of a document that cites a key. */
export function firstToCite(key: string, uri: string, snapshot: Snapshot): Item | undefined {
  const mentions = snapshot.citations(key);
  let first = firstByList.get(mentions);
  if (!first) {
    const found = new Map<string, Item>();
    for (const mention of mentions) if (!found.has(mention.uri)) found.set(mention.uri, mention.item);
    first = found;
    firstByList.set(mentions, first);
  }
  return first.get(uri);
}

/** Where a version of a work is named. */
export interface VersionMention extends Mention {
  readonly version: number;
  readonly span: Span;
}

/** The number of a version as archives write it: 3 for `v3`. Undefined for any other word, whose order is not known. */
export function versionNumber(version: string | undefined): number | undefined {
  const [, digits] = /^v?(\d{1,4})$/i.exec(version ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The versions of a work that the workspace cites. */
export interface CitedVersions {
  readonly versions: ReadonlySet<number>;
  /** The first place that cites the newest. */
  readonly newest: VersionMention | undefined;
}

const versionsByList = new WeakMap<readonly Mention[], CitedVersions>();
const noVersions: CitedVersions = { versions: new Set(), newest: undefined };

/** The versions of a work that anything in the workspace cites. */
export function citedVersions(key: string, snapshot: Snapshot): CitedVersions {
  const mentions = snapshot.versionedCitations(key);
  if (mentions.length === 0) return noVersions;
  const known = versionsByList.get(mentions);
  if (known) return known;
  const versions = new Set<number>();
  let newest: VersionMention | undefined;
  for (const { uri, item } of mentions) {
    // an atlas tells the readings of the versions apart
    if (item.word === "part" || item.word === "atlas") continue;
    for (const cite of citesIn(item)) {
      const version = cite.key === key ? versionNumber(cite.version) : undefined;
      if (version === undefined) continue;
      versions.add(version);
      if (version > (newest?.version ?? -1)) newest = { uri, item, version, span: cite };
    }
  }
  const cited = { versions, newest };
  versionsByList.set(mentions, cited);
  return cited;
}

/** The versions of a work that `source` items speak of. */
export function* sourceVersions(key: string, snapshot: Snapshot): IterableIterator<VersionMention> {
  for (const { uri, item } of snapshot.sources(key)) {
    const meaning = meaningOf(item);
    const version = meaning.kind === "source" ? versionNumber(meaning.version?.text) : undefined;
    if (meaning.kind === "source" && meaning.version && version !== undefined) yield { uri, item, version, span: meaning.version };
  }
}

/** Whether any item of the workspace cites a key or describes its work; the atlases that ship do not count, though they be open. */
export function isCitedByItems(key: string, snapshot: Snapshot): boolean {
  const isOwn = ({ uri }: Mention): boolean => !snapshot.builtin.atlases.some((atlas) => atlas.uri === uri);
  return snapshot.citations(key).some(isOwn) || snapshot.sources(key).some(isOwn);
}

/** Whether anything in the workspace cites a key, in an item or in running text. */
export const isCited = (key: string, snapshot: Snapshot): boolean =>
  isCitedByItems(key, snapshot) || snapshot.citingInProse(key).length > 0;
