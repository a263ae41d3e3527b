/** Which documents state a claim in their running text, and which cite a work there. */
import type { SourceDocument } from "./source.ts";

type ByName = ReadonlyMap<string, readonly string[]>;

export interface ProseIndex {
  /** Addresses of the documents with a sentence that states a claim, by its id. */
  readonly anchored: ByName;
  /** Addresses of the documents whose running text cites a work, by its key. */
  readonly cited: ByName;
}

export const emptyProseIndex: ProseIndex = { anchored: new Map(), cited: new Map() };

const ids = (document: SourceDocument | undefined): ReadonlySet<string> => new Set((document?.anchors ?? []).map(({ id }) => id));
const keys = (document: SourceDocument | undefined): ReadonlySet<string> => new Set((document?.citations ?? []).map(({ key }) => key));

/** The index after a document changed; `anchored` gets the ids whose sentences came or went. */
export function proseIndexAfter(
  index: ProseIndex,
  uri: string,
  old: SourceDocument | undefined,
  fresh: SourceDocument | undefined,
  anchored: Set<string>,
): ProseIndex {
  if (saysTheSame(old, fresh)) return index;
  const before = ids(old);
  const after = ids(fresh);
  // sentences are counted, too, so that a second one of the same claim is noticed
  if ((old?.anchors.length ?? 0) !== (fresh?.anchors.length ?? 0)) for (const id of [...before, ...after]) anchored.add(id);
  const next = { anchored: follow(index.anchored, uri, before, after, anchored), cited: follow(index.cited, uri, keys(old), keys(fresh)) };
  return next.anchored === index.anchored && next.cited === index.cited ? index : next;
}

/** Whether the same claims are stated and the same works cited, one after the other: so it is after most keystrokes. */
function saysTheSame(old: SourceDocument | undefined, fresh: SourceDocument | undefined): boolean {
  if (!old || !fresh || old.anchors.length !== fresh.anchors.length || old.citations.length !== fresh.citations.length) return false;
  return (
    old.anchors.every(({ id }, at) => id === fresh.anchors[at]?.id) &&
    old.citations.every(({ key }, at) => key === fresh.citations[at]?.key)
  );
}

function follow(index: ByName, uri: string, before: ReadonlySet<string>, after: ReadonlySet<string>, changed?: Set<string>): ByName {
  const gone = [...before].filter((name) => !after.has(name));
  const come = [...after].filter((name) => !before.has(name));
  if (gone.length === 0 && come.length === 0) return index;
  const next = new Map(index);
  for (const name of gone) {
    const left = (next.get(name) ?? []).filter((address) => address !== uri);
    if (left.length > 0) next.set(name, left);
    else next.delete(name);
  }
  for (const name of come) next.set(name, [...(next.get(name) ?? []), uri].sort());
  if (changed) for (const name of [...gone, ...come]) changed.add(name);
  return next;
}
