/** What stands above an item: where a claim stands, who uses it, which claims a prediction tests. */
import { needsRecheck } from "../evidence/accepted.ts";
import { type Assessment, assess } from "../evidence/standing.ts";
import { verdictOn } from "../evidence/verdict-kept.ts";
import { as } from "../model/arguments.ts";
import { type ClaimMeaning, isClaim, meaningOf } from "../model/meaning.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import type { Item } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { placedItems } from "./occurrences.ts";
import { standingSigns } from "./part-card.ts";
import { placeAt } from "./place.ts";
import { verdictTitle } from "./verdict-words.ts";

export interface Lens {
  /** The header that it stands above, in the host. */
  readonly span: Span;
  readonly title: string;
  /** What a click does; nothing where it only tells. */
  readonly action?: "show-column" | "show-references";
}

type Told = Omit<Lens, "span">;

/** The lenses of a document, in the order of the text. */
export function lenses(snapshot: Snapshot, uri: string): Lens[] {
  const source = snapshot.documents.get(uri);
  if (!source) return [];
  const found: Lens[] = [];
  for (const { item, toHost } of placedItems(source)) {
    const told = item.form === "item" ? tell(item, uri, snapshot) : [];
    if (told.length === 0) continue;
    const span = toHost(item.header);
    for (const lens of told) found.push({ span, ...lens });
  }
  return found;
}

/** The headers of a document that have lenses, in the order of the text: for documents with so many that only those in sight are read. */
export function lensPlaces(source: SourceDocument): Span[] {
  const places: Span[] = [];
  for (const { item, toHost } of placedItems(source))
    if (item.word !== undefined && tellingWords.has(item.word)) places.push(toHost(item.header));
  return places;
}

/** The lenses of the item at an offset, as one; undefined where it has none. */
export function lensAt(snapshot: Snapshot, uri: string, offset: number): Lens | undefined {
  const place = placeAt(snapshot, uri, offset);
  const told = place && place.item.form === "item" ? tell(place.item, uri, snapshot).filter(({ action }) => action !== "show-column") : [];
  return place && told.length > 0
    ? { span: place.toHost(place.item.header), title: told.map(({ title }) => title).join(" · ") }
    : undefined;
}

const tellingWords: ReadonlySet<ItemWord> = new Set<ItemWord>(["claim", "mapping", "prediction", "evidence", "model", "source"]);

function tell(item: Item, uri: string, snapshot: Snapshot): Told[] {
  const id = as(item.args["id"], "name")?.text;
  switch (item.word) {
    case "claim": {
      const meaning = meaningOf(item);
      return isClaim(meaning) ? tellClaim(meaning, uri, snapshot) : [];
    }
    case "mapping":
      return id === undefined ? [] : [...tellFamily(id, snapshot), showColumn];
    case "prediction":
      return id === undefined ? [] : [...tellVerdict(item, uri, snapshot), tests(id, item, snapshot)];
    case "evidence":
    case "model":
      return id === undefined ? [] : [used(snapshot.mentions(id), item) ?? { title: "not used" }];
    case "source": {
      const key = as(item.args["key"], "name")?.text;
      return key === undefined ? [] : [cited(snapshot.citations(key), item)];
    }
    default:
      return [];
  }
}

/** `✓ confirmed by 1 observation` */
function tellVerdict(item: Item, uri: string, snapshot: Snapshot): Told[] {
  const meaning = meaningOf(item);
  const title = meaning.kind === "prediction" ? verdictTitle(verdictOn(meaning, uri, snapshot)) : undefined;
  return title === undefined ? [] : [{ title }];
}

const showColumn: Told = { title: "show in column view", action: "show-column" };

function tellClaim(claim: ClaimMeaning, uri: string, snapshot: Snapshot): Told[] {
  const assessment = assess(claim, uri, snapshot);
  const id = claim.id?.text;
  const told: Told[] = [{ title: standingTitle(assessment) }];
  const { asserted, earned, standing } = assessment;
  if (earned && earned !== asserted && standing !== "open" && !claim.negated)
    told.push({ title: `asserted ${asserted}, earned ${earned}` });
  if (needsRecheck(claim, uri, snapshot)) told.push({ title: "⟳ re-check: its data changed" });
  const users = id === undefined ? undefined : used(snapshot.mentions(id), claim.item);
  return [...told, ...(users ? [users] : []), ...stated(id, snapshot), showColumn];
}

/** `stated in 2 sentences` */
function stated(id: string | undefined, snapshot: Snapshot): readonly Told[] {
  const documents = id === undefined ? [] : snapshot.anchoring(id);
  const count = documents.reduce(
    (sum, uri) => sum + (snapshot.documents.get(uri)?.anchors.filter((anchor) => anchor.id === id).length ?? 0),
    0,
  );
  return count === 0 ? [] : [{ title: `stated in ${counted(count, "sentence")}`, action: "show-references" }];
}

/** `● supported · 3 for, 1 against` */
function standingTitle({ standing, supports, disputes, falsified }: Assessment): string {
  const by = standing === "refuted" ? ` by ${falsified.slice(0, mostIds).join(", ")}` : "";
  const counts =
    supports + disputes === 0
      ? standing === "open"
        ? ""
        : " · no evidence cited"
      : ` · ${supports} for${disputes > 0 ? `, ${disputes} against` : ""}`;
  return `${standingSigns[standing]} ${standing}${by}${counts}`;
}

function tellFamily(id: string, snapshot: Snapshot): Told[] {
  const members = snapshot.mentions(id).filter(({ item }) => {
    const meaning = meaningOf(item);
    return isClaim(meaning) && meaning.relations.some(({ relation, target }) => relation === "belongs to" && target.text === id);
  });
  return [
    members.length === 0
      ? { title: "no claim belongs to it" }
      : { title: `family of ${counted(members.length, "claim")}`, action: "show-references" },
  ];
}

/** How many ids a lens spells out. */
const mostIds = 3;

function tests(id: string, self: Item, snapshot: Snapshot): Told {
  const claims = snapshot.mentions(id).filter(({ item }) => {
    const meaning = meaningOf(item);
    return item !== self && isClaim(meaning) && meaning.predicts.some((name) => name.text === id);
  });
  if (claims.length === 0) return { title: "tests no claim" };
  const ids = claims.flatMap(({ item }) => as(item.args["id"], "name")?.text ?? []);
  const spelt = ids.length === claims.length && ids.length <= mostIds ? `: ${ids.join(", ")}` : "";
  return { title: `tests ${counted(claims.length, "claim")}${spelt}`, action: "show-references" };
}

/** `used by 2 claims, 1 prediction`; undefined where nothing names it. */
function used(mentions: readonly Mention[], self: Item): Told | undefined {
  const users = mentions.filter(({ item }) => item !== self);
  return users.length === 0 ? undefined : { title: `used by ${countedByWord(users)}`, action: "show-references" };
}

function cited(mentions: readonly Mention[], self: Item): Told {
  const users = mentions.filter(({ item }) => item !== self);
  return users.length === 0 ? { title: "not cited" } : { title: `cited by ${countedByWord(users)}`, action: "show-references" };
}

function countedByWord(users: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const { item } of users) {
    const word = item.word ?? "line";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const called = (word: string, count: number): string =>
    // words that are no nouns, or have no plural
    word === "evidence" ? `${count} evidence` : word === "implements" ? `${counted(count, "place")} in code` : counted(count, word);
  return [...counts].map(([word, count]) => called(word, count)).join(", ");
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
