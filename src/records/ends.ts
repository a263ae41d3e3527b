/** The ends of claims as records. */
import type { AtlasPart } from "../core/atlas/atlas.ts";
import { written } from "../core/model/meaning.ts";
import type { ResolvedEnd, ResolvedSide } from "../core/model/resolve.ts";
import type { Item } from "../core/syntax/tree.ts";
import type { RecordEnd, RecordPart, RecordSide } from "./record.ts";

const parts = new WeakMap<AtlasPart, RecordPart>();

/** A part; the same object for the same part. */
export function recordPart(part: AtlasPart): RecordPart {
  let record = parts.get(part);
  if (!record) {
    record = {
      id: part.id,
      label: part.label,
      atlas: part.atlas,
      ...(part.kind !== undefined && { kind: part.kind }),
      ...(part.xrefs.length > 0 && {
        terms: part.xrefs.map(({ term, match, label }) => ({ id: term, match, ...(label !== undefined && { label }) })),
      }),
    };
    parts.set(part, record);
  }
  return record;
}

/** One side of a claim; undefined where the header breaks off before it. */
export function recordSide(side: ResolvedSide | undefined, item: Item): RecordSide | undefined {
  if (!side) return undefined;
  const { node } = side;
  const common = { written: node.open ? "?" : written(item, node), open: node.open, ends: side.ends.map((end) => recordEnd(end, item)) };
  if (!node.outweighed) return { ...common, join: node.list?.join ?? "one" };
  return { ...common, join: "outweighs", outweighed: side.outweighed.map((end) => recordEnd(end, item)) };
}

function recordEnd(end: ResolvedEnd, item: Item): RecordEnd {
  const isPathway = end.names.length > 1;
  return {
    written: written(item, end.node),
    ...(end.part && { part: recordPart(end.part) }),
    ...(isPathway && {
      // a name that several parts bear is as little clear as one that none does
      along: end.names.map(({ candidates: [part, other] }) => (part && !other ? recordPart(part) : null)),
    }),
    ...(end.node.claim && { claim: end.node.claim.text }),
  };
}
