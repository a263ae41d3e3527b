/** Fills in a picture from a snapshot: the claims of one document, resolved and weighed. */
import { assess } from "../core/evidence/standing.ts";
import { predictionsOf } from "../core/evidence/verdict-kept.ts";
import { verdictCounts } from "../core/features/verdict-words.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf, written } from "../core/model/meaning.ts";
import { type ResolvedEnd, type ResolvedSide, resolveClaim } from "../core/model/resolve.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { Item } from "../core/syntax/tree.ts";
import type { Span } from "../core/text.ts";
import type { Picture, PictureClaim, PictureEnd, PicturePart, PictureSide } from "./picture.ts";

/** A claim of a picture and where it stands in its document. */
export interface ClaimInText {
  readonly key: string;
  /** The whole item, in the host. */
  readonly span: Span;
  readonly header: Span;
}

export interface PictureOfDocument {
  readonly picture: Picture;
  readonly places: readonly ClaimInText[];
}

/** The picture of a document; empty where the document is unknown. */
export function pictureOf(snapshot: Snapshot, uri: string, title: string): PictureOfDocument {
  const claims: PictureClaim[] = [];
  const places: ClaimInText[] = [];
  const parts = new Map<string, PicturePart>();
  const seen = new Map<string, number>();
  let ordinal = 0;
  for (const region of snapshot.documents.get(uri)?.regions ?? []) {
    region.document.items.forEach((item, index) => {
      const meaning = meaningOf(item);
      if (!isClaim(meaning) || meaning.kind !== "claim") return;
      ordinal++;
      const id = meaning.id?.text;
      // two claims with one id are a finding; both are drawn
      const times = id === undefined ? 0 : (seen.get(id) ?? 0) + 1;
      if (id !== undefined) seen.set(id, times);
      const key = id === undefined ? `#${ordinal}` : times > 1 ? `${id}#${times}` : id;
      claims.push(drawn(meaning, key, uri, snapshot, parts));
      const start = region.document.startOf(index);
      const toHost = (span: Span): Span => region.map.spanToHost({ start: span.start + start, end: span.end + start });
      places.push({
        key,
        span: toHost({ start: item.wordSpan.start, end: Math.max(item.contentEnd, item.header.end) }),
        header: toHost(item.header),
      });
    });
  }
  return { picture: { title, claims, parts: [...parts.values()] }, places };
}

function drawn(claim: ClaimMeaning, key: string, uri: string, snapshot: Snapshot, parts: Map<string, PicturePart>): PictureClaim {
  const { left, right } = resolveClaim(claim, snapshot.names(uri));
  const { standing, asserted, earned, supports, disputes } = assess(claim, uri, snapshot);
  const verdicts = verdictCounts(predictionsOf(claim, snapshot));
  return {
    key,
    id: claim.id?.text,
    written: claimLine(claim).replaceAll("<->", "↔").replaceAll("->", "→").replaceAll("<-", "←"),
    standing,
    asserted,
    earned,
    negated: claim.negated,
    left: drawnSide(left, claim.item, parts),
    right: drawnSide(right, claim.item, parts),
    supports,
    disputes,
    ...(verdicts !== "" && { verdicts }),
  };
}

function drawnSide(side: ResolvedSide | undefined, item: Item, parts: Map<string, PicturePart>): PictureSide {
  if (!side) return { open: false, join: "one", ends: [] };
  const outweighs = side.outweighed.length > 0;
  return {
    open: side.node.open,
    join: outweighs ? "outweighs" : (side.node.list?.join ?? "one"),
    ends: [...side.ends, ...side.outweighed].map((end) => drawnEnd(end, item, parts)),
  };
}

function drawnEnd(end: ResolvedEnd, item: Item, parts: Map<string, PicturePart>): PictureEnd {
  const known = [end.part, ...end.names.flatMap((name) => [name.candidates[0], name.match.whole])];
  for (const part of known) if (part) parts.set(part.id, { id: part.id, label: part.label, kind: part.kind });
  const along = end.names.map((name) => (name.candidates.length === 1 ? name.candidates[0]?.id : undefined));
  const [only] = end.names;
  const single = end.names.length === 1 ? (end.part ?? only?.candidates[0]) : end.part;
  return { written: written(item, end.node), part: single?.id, along, claim: end.node.claim?.text };
}
