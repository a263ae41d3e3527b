import type { Atlas } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { near, type PlacedClaim, saidBy, sharedSource } from "../model/conflicts.ts";
import { isClaim } from "../model/meaning.ts";
import { axisKey, fromKey, type Pairing, pairingsOf, placingOf } from "../model/pairings.ts";
import type { Cite } from "../syntax/tree.ts";
import { calledClaim } from "./claim-support.ts";
import { relatedClaim, writtenSide } from "./claims-together.ts";
import { defineRule, quote, type Report, type RuleContext, severity } from "./define.ts";

export const orientationReversed = defineRule({
  code: "orientation-reversed",
  title: "Above and below, or question and answer, the other way round than the source has them",
  reach: "linked",
  items: ["claim"],
  severity: severity("w/w/e"),
  check(context) {
    const { meaning, uri, snapshot, names, report } = context;
    if (!isClaim(meaning) || meaning.kind === "mapping" || meaning.negated || saidBy(meaning, snapshot).length === 0) return;
    const here = { uri, claim: meaning };
    for (const pairing of pairingsOf(meaning, names)) {
      const reversed = reversedIn(pairing, here, context);
      if (!reversed) continue;
      report(reversed);
      return;
    }
  },
});

/** What a source says elsewhere: that a part has a role. */
interface Entry {
  readonly part: string;
  readonly role: string;
  readonly key: string;
  /** The claim that says so; undefined where an atlas does. */
  readonly by: PlacedClaim | undefined;
}

function reversedIn(pairing: Pairing, here: PlacedClaim, context: RuleContext): Report | undefined {
  const { left, right } = pairing;
  // of several roles together it is not said which part has which
  if (right.keys.length > 1) return undefined;
  for (const part of left.keys) {
    for (const role of right.keys) {
      const record = recordOf(part, role, here, context);
      for (const key of new Set(record.map((entry) => entry.key))) {
        const entries = record.filter((entry) => entry.key === key);
        const other = entries.find((entry) => entry.part === part && entry.role !== role);
        if (!other || entries.some((entry) => entry.part === part && entry.role === role)) continue;
        const place = placingOf(part);
        const opposite = place && entries.find((entry) => entry.role === role && isOpposite(entry.part, part));
        if (!opposite && !swaps(role, other.role)) continue;
        const ends = left.ends[left.keys.indexOf(part)]?.node ?? here.claim.item.header;
        const source = `@${key}, by ${calledEntry(opposite ?? other)},`;
        const message =
          opposite && place
            ? `Unexpected ${place.word} ${quote(nameOf(part))} as ${writtenSide(here, right)}: ${source} gives that role to the ${placingOf(opposite.part)?.word} ${quote(nameOf(opposite.part))}, and another to ${quote(nameOf(part))}; expected it the other way round.`
            : `Unexpected role ${writtenSide(here, right)} of ${quote(nameOf(part))}: ${source} gives it the opposite one, ${quote(nameOf(other.role))}.`;
        const related = [...new Set([opposite, other].flatMap((entry) => entry?.by ?? []))].map(relatedClaim);
        return { span: ends, message, related };
      }
    }
  }
  return undefined;
}

const nameOf = (key: string): string => key.replace(/[\w-]+:/g, "");

const calledEntry = ({ by }: Entry): string => (by ? calledClaim(by.claim) : "the record of the atlas");

const isOpposite = (a: string, b: string): boolean => {
  const one = placingOf(a);
  const other = placingOf(b);
  return one !== undefined && one.axis === other?.axis && one.word !== other.word;
};

const swapped: ReadonlySet<string> = new Set(["transformer:Query", "transformer:Key"]);
const swaps = (a: string, b: string): boolean => a !== b && swapped.has(a) && swapped.has(b);

/** What the sources of a claim are recorded to say of its part, and of the role that it gives it. */
function recordOf(part: string, role: string, here: PlacedClaim, { snapshot, names }: RuleContext): readonly Entry[] {
  const entries: Entry[] = [];
  const sources = saidBy(here.claim, snapshot);
  for (const { key } of sources) entries.push(...rolesBySource(names, key).filter((entry) => entry.part === part || entry.role === role));
  const axis = placingOf(part)?.axis;
  const keys = axis === undefined ? [fromKey(part)] : [fromKey(part), axisKey(axis, role)];
  const seen = new Set<PlacedClaim["claim"]>();
  for (const place of keys) {
    for (const other of near(place, here.uri, here.claim.item, snapshot, true)) {
      if (seen.has(other.claim) || other.claim.negated) continue;
      seen.add(other.claim);
      const shared = sharedSource(here.claim, other.claim, snapshot);
      if (shared) entries.push(...entriesOf(other, shared, snapshot.names(other.uri)));
    }
  }
  return entries;
}

const entriesOf = (by: PlacedClaim, { key }: Cite, names: Names): readonly Entry[] =>
  pairingsOf(by.claim, names).flatMap(({ left, right }) =>
    left.keys.length > 1 && right.keys.length > 1
      ? []
      : left.keys.flatMap((part) => right.keys.map((role): Entry => ({ part, role, key, by }))),
  );

const recorded = new WeakMap<Atlas, ReadonlyMap<string, readonly Entry[]>>();

/** The roles that atlases in scope record of a source, part by part. */
function rolesBySource(names: Names, key: string): readonly Entry[] {
  return names.inScope.flatMap(({ atlas }) => {
    let byKey = recorded.get(atlas);
    if (!byKey) {
      const made = new Map<string, Entry[]>();
      for (const part of atlas.parts) {
        for (const role of part.roles) {
          for (const { key: source } of role.keys) {
            const list = made.get(source) ?? [];
            made.set(source, list);
            for (const written of role.parts) {
              const role = names.partNamedBy(part, written);
              if (role) list.push({ part: part.id, role: role.id, key: source, by: undefined });
            }
          }
        }
      }
      byKey = made;
      recorded.set(atlas, byKey);
    }
    return byKey.get(key) ?? [];
  });
}
