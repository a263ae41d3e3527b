/**
 * Fills in a picture from a snapshot: the claims of one document, resolved and weighed. A claim of which nothing that
 * is drawn has changed is the same object in the next picture, so that whoever draws can keep what it drew.
 */
import type { Atlas, AtlasPart } from "../core/atlas/atlas.ts";
import type { Names } from "../core/atlas/lookup.ts";
import { shortCitation } from "../core/evidence/bibliography.ts";
import { type Assessment, assess, inherited } from "../core/evidence/standing.ts";
import { predictionsOf } from "../core/evidence/verdict-kept.ts";
import { verdictCounts } from "../core/features/verdict-words.ts";
import { dependants } from "../core/model/dependants.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf, type StatedIn, written } from "../core/model/meaning.ts";
import { type ResolvedClaim, type ResolvedEnd, type ResolvedSide, resolveClaim } from "../core/model/resolve.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { Item, ScopeNode } from "../core/syntax/tree.ts";
import type { Span } from "../core/text.ts";
import type { Picture, PictureAtlas, PictureClaim, PictureDraw, PictureEnd, PicturePart, PictureSide, PictureSource } from "./picture.ts";
import { type KeyedClaim, type Rivalry, rivalries } from "./rivalry.ts";

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
  const claims: KeyedClaim[] = [];
  const places: ClaimInText[] = [];
  const seen = new Map<string, number>();
  let ordinal = 0;
  for (const region of snapshot.documents.get(uri)?.regions ?? []) {
    const items = region.document.items;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (item?.word !== "claim") continue;
      const meaning = meaningOf(item);
      if (!isClaim(meaning)) continue;
      ordinal++;
      const id = meaning.id?.text;
      // two claims with one id are a finding; both are drawn
      const times = id === undefined ? 0 : (seen.get(id) ?? 0) + 1;
      if (id !== undefined) seen.set(id, times);
      const key = id === undefined ? `#${ordinal}` : times > 1 ? `${id}#${times}` : id;
      claims.push({ key, claim: meaning });
      const start = region.document.startOf(index);
      const { header } = item;
      places.push({
        key,
        span: region.map.spanToHost({ start: start + item.wordSpan.start, end: start + Math.max(item.contentEnd, header.end) }),
        header: region.map.spanToHost({ start: start + header.start, end: start + header.end }),
      });
    }
  }
  const names = snapshot.names(uri);
  const last = lastOf(names);
  const before = last.get(uri);
  const concerned = before && concernedSince(snapshot, before, uri);
  const related = rivalries(claims, uri, snapshot, concerned);
  // this runs for every claim at every keystroke: one look into one map, where nothing concerns it
  const list: Entry[] = [];
  let sameParts = before?.list.length === claims.length;
  const drawnClaims: PictureClaim[] = [];
  for (const { key, claim } of claims) {
    const rivalry = related.get(key);
    let entry = concerned && !concerned.has(claim.item) ? entryOf(claim, before, list.length) : undefined;
    if (entry?.drawn.key !== key || entry.rivalry !== rivalry) {
      const resolved = resolveClaim(claim, names);
      const mentioned = partsOf(resolved).map((part) => picturePart(part, names));
      entry = { claim, drawn: drawn(claim, key, uri, snapshot, resolved, rivalry), rivalry, parts: mentioned };
    }
    sameParts &&= areSame(entry.parts, before?.list[list.length]?.parts);
    list.push(entry);
    drawnClaims.push(entry.drawn);
  }
  const parts = sameParts && before ? before.parts : [...new Set(list.flatMap((entry) => entry.parts))];
  last.delete(uri);
  last.set(uri, { snapshot, list, parts, byClaim: undefined });
  for (const [oldest] of last) if (last.size > MOST_REMEMBERED) last.delete(oldest);
  return { picture: { title, claims: drawnClaims, parts, atlases: atlasesIn(names) }, places };
}

/** What was made of a claim. */
interface Entry {
  readonly claim: ClaimMeaning;
  readonly drawn: PictureClaim;
  readonly rivalry: Rivalry | undefined;
  /** Every part that it mentions. */
  readonly parts: readonly PicturePart[];
}

/** What was drawn of a document last. */
interface Last {
  readonly snapshot: Snapshot;
  /** The claims in the order of the text, and every part that they mention. */
  readonly list: readonly Entry[];
  readonly parts: readonly PicturePart[];
  /** Made once a claim is not where it was. */
  byClaim: ReadonlyMap<ClaimMeaning, Entry> | undefined;
}

/** What was made of a claim that is likely to be where it was. */
function entryOf(claim: ClaimMeaning, before: Last | undefined, at: number): Entry | undefined {
  const there = before?.list[at];
  if (!before || there?.claim === claim) return there;
  before.byClaim ??= new Map(before.list.map((entry) => [entry.claim, entry]));
  return before.byClaim.get(claim);
}

const areSame = (one: readonly PicturePart[], other: readonly PicturePart[] | undefined): boolean =>
  one === other || (one.length === other?.length && one.every((part, at) => part === other[at]));

/** As many documents as people look at in turn: each holds on to a snapshot. */
const MOST_REMEMBERED = 4;

const lastByNames = new WeakMap<Names, Map<string, Last>>();

function lastOf(names: Names): Map<string, Last> {
  let last = lastByNames.get(names);
  if (!last) {
    last = new Map();
    lastByNames.set(names, last);
  }
  return last;
}

const nothing: ReadonlySet<Item> = new Set();

/**
 * The items that changes concern since a document was drawn last: a claim that is none of them, and was drawn, is sure
 * to be as it was. Undefined where that is not known, because this snapshot does not come right after the one drawn
 * from, or because more changed than items.
 */
function concernedSince(snapshot: Snapshot, before: Last, uri: string): ReadonlySet<Item> | undefined {
  if (snapshot === before.snapshot) return nothing;
  const { difference } = snapshot;
  if (!snapshot.complete || !snapshot.follows(before.snapshot) || difference.surroundings || difference.rescoped.has(uri)) return undefined;
  const concerned = new Set<Item>();
  for (const { item } of dependants(snapshot, before.snapshot)) concerned.add(item);
  return concerned;
}

/** All that a drawn claim is made from, compared by identity. */
interface Kept {
  readonly key: string;
  readonly resolved: ResolvedClaim;
  readonly assessment: Assessment;
  readonly verdicts: string;
  readonly statedIn: readonly StatedIn[];
  readonly scope: ScopeNode | undefined;
  readonly links: object;
  readonly rivalry: Rivalry | undefined;
  readonly drawn: PictureClaim;
}

const keptClaims = new WeakMap<ClaimMeaning, Kept>();

const notStated: readonly StatedIn[] = [];

/** The claim as it is drawn; the same object as long as it is made from the same. */
function drawn(
  claim: ClaimMeaning,
  key: string,
  uri: string,
  snapshot: Snapshot,
  resolved: ResolvedClaim,
  rivalry: Rivalry | undefined,
): PictureClaim {
  const assessment = assess(claim, uri, snapshot);
  const verdicts = claim.predicts.length === 0 ? "" : verdictCounts(predictionsOf(claim, snapshot));
  const statedIn = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined))?.value ?? notStated;
  const family = inherited(claim, snapshot, (entry) => (entry.scope ? entry : undefined))?.value;
  const scope = family?.scope;
  const held = family?.scope && { item: family.item, node: family.scope };
  const links = snapshot.bibliographiesOf(uri);
  const kept = keptClaims.get(claim);
  if (
    kept?.key === key &&
    kept.resolved === resolved &&
    kept.assessment === assessment &&
    kept.verdicts === verdicts &&
    kept.statedIn === statedIn &&
    kept.scope === scope &&
    kept.links === links &&
    kept.rivalry === rivalry
  )
    return kept.drawn;
  const made = drawAnew(claim, key, resolved, assessment, verdicts, sourcesOf(statedIn, assessment, uri, snapshot), held, rivalry);
  keptClaims.set(claim, { key, resolved, assessment, verdicts, statedIn, scope, links, rivalry, drawn: made });
  return made;
}

function drawAnew(
  claim: ClaimMeaning,
  key: string,
  { left, right }: ResolvedClaim,
  { standing, asserted, earned, supports, disputes }: Assessment,
  verdicts: string,
  sources: readonly PictureSource[],
  held: { readonly item: Item; readonly node: ScopeNode } | undefined,
  rivalry: Rivalry | undefined,
): PictureClaim {
  const mappings = claim.relations.flatMap(({ relation, target }) => (relation === "belongs to" ? [target.text] : []));
  return {
    key,
    id: claim.id?.text,
    written: claimLine(claim).replaceAll("<->", "↔").replaceAll("->", "→").replaceAll("<-", "←"),
    standing,
    asserted,
    earned,
    negated: claim.negated,
    left: drawnSide(left, claim.item),
    right: drawnSide(right, claim.item),
    supports,
    disputes,
    ...(verdicts !== "" && { verdicts }),
    ...(claim.means && { means: claim.means.value }),
    ...(sources.length > 0 && { sources }),
    ...(mappings.length > 0 && { mappings }),
    ...(held && { scope: written(held.item, held.node), scopes: phrasesOf(held.node) }),
    ...(claim.tags.length > 0 && { tags: claim.tags.map(({ text }) => text) }),
    ...(rivalry && rivalry.rivals.length > 0 && { rivals: rivalry.rivals }),
    ...(rivalry && rivalry.contradicts.length > 0 && { contradicts: rivalry.contradicts }),
  };
}

const phrasesOf = ({ alternatives }: ScopeNode): string[] => [
  ...new Set(alternatives.flatMap((phrases) => phrases.map(({ text }) => text.trim())).filter((text) => text !== "")),
];

/** The works that state a claim, then those that it cites, by the names that the bibliography gives them. */
function sourcesOf(statedIn: readonly StatedIn[], { evidence }: Assessment, uri: string, snapshot: Snapshot): PictureSource[] {
  const works = new Map<string, { states: boolean; supports?: true; disputes?: true }>();
  for (const { citation } of statedIn) for (const { key } of citation.cites) works.set(key, { states: true });
  for (const { cites, stance } of evidence) {
    for (const { key } of cites) {
      const work = works.get(key) ?? { states: false };
      if (stance === "supports") work.supports = true;
      else if (stance === "disputes") work.disputes = true;
      works.set(key, work);
    }
  }
  return [...works].map(([key, work]) => {
    const reference = snapshot.reference(uri, key);
    return { key, label: reference ? shortCitation(reference.entry) : `@${key}`, ...work };
  });
}

function drawnSide(side: ResolvedSide | undefined, item: Item): PictureSide {
  if (!side) return { open: false, join: "one", ends: [] };
  const outweighs = side.outweighed.length > 0;
  return {
    open: side.node.open,
    join: outweighs ? "outweighs" : (side.node.list?.join ?? "one"),
    ends: [...side.ends, ...side.outweighed].map((end) => drawnEnd(end, item)),
  };
}

function drawnEnd(end: ResolvedEnd, item: Item): PictureEnd {
  const along = end.names.map((name) => (name.candidates.length === 1 ? name.candidates[0]?.id : undefined));
  const [only] = end.names;
  const single = end.names.length === 1 ? (end.part ?? only?.candidates[0]) : end.part;
  return { written: written(item, end.node), part: single?.id, along, claim: end.node.claim?.text };
}

const partsByClaim = new WeakMap<ResolvedClaim, readonly AtlasPart[]>();

/** Every part that a claim mentions, gathered once. */
function partsOf(resolved: ResolvedClaim): readonly AtlasPart[] {
  let parts = partsByClaim.get(resolved);
  if (!parts) {
    const found = new Set<AtlasPart>();
    for (const side of [resolved.left, resolved.right])
      for (const end of [...(side?.ends ?? []), ...(side?.outweighed ?? [])])
        for (const part of [end.part, ...end.names.flatMap((name) => [name.candidates[0], name.match.whole])]) if (part) found.add(part);
    parts = [...found];
    partsByClaim.set(resolved, parts);
  }
  return parts;
}

const pictureParts = new WeakMap<AtlasPart, PicturePart>();

/** A part as a picture knows it. What it lies within is found in its own atlas, as its writer meant it. */
function picturePart(part: AtlasPart, names: Names): PicturePart {
  let known = pictureParts.get(part);
  if (!known) {
    const own = names.atlas(part.atlas);
    const within = part.within.flatMap((name) => own?.part(name)?.id ?? []);
    const draw = part.draw && drawHint(part.draw);
    known = { id: part.id, label: part.label, kind: part.kind, ...(within.length > 0 && { within }), ...(draw && { draw }) };
    pictureParts.set(part, known);
  }
  return known;
}

const marks: ReadonlySet<string> = new Set<PictureDraw["mark"]>(["band", "cell", "fibre", "box", "none"]);

function drawHint({ mark, amount }: NonNullable<AtlasPart["draw"]>): PictureDraw | undefined {
  if (!marks.has(mark)) return undefined;
  return { mark: mark as PictureDraw["mark"], ...(amount !== undefined && Number.isFinite(amount) && { amount }) };
}

const pictureAtlases = new WeakMap<Atlas, PictureAtlas>();
const atlasesByNames = new WeakMap<Names, readonly PictureAtlas[]>();

function atlasesIn(names: Names): readonly PictureAtlas[] {
  let atlases = atlasesByNames.get(names);
  if (!atlases) {
    atlases = names.inScope.map(({ atlas }) => {
      let known = pictureAtlases.get(atlas);
      if (!known) {
        known = { id: atlas.id, label: atlas.label, parts: atlas.parts.map((part) => picturePart(part, names)) };
        pictureAtlases.set(atlas, known);
      }
      return known;
    });
    atlasesByNames.set(names, atlases);
  }
  return atlases;
}
