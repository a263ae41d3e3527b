/** What the rules on claims against each other have in common. */
import type { AtlasPart } from "../atlas/atlas.ts";
import { type Conflict, type ConflictForm, conflictsOf, type PlacedClaim } from "../model/conflicts.ts";
import { claimLine, isClaim } from "../model/meaning.ts";
import type { PairedSide } from "../model/pairings.ts";
import { calledClaim, claimSpan, perItem } from "./claim-support.ts";
import { addClause, type Fix, type FixContext, quote, type Related, type RuleContext } from "./define.ts";

/** More other places than this help nobody, and each has to be found again whenever the text around it moves. */
const MOST_RELATED = 4;

const conflicts = perItem(({ meaning, uri, snapshot }): readonly Conflict[] =>
  isClaim(meaning) && meaning.kind === "claim" ? conflictsOf({ claim: meaning, uri }, snapshot, MOST_RELATED) : [],
);

/** Conflicts of one form between the item and claims before it, by what the finding stands on: one finding for all of them. */
export const conflictsOfForm = (context: RuleContext, form: ConflictForm): readonly Conflict[] =>
  conflicts(context).filter((conflict) => conflict.form === form);

const places = new WeakMap<PlacedClaim["claim"], Related>();

/** Another claim as a related place; made once, because many others may speak of it. */
export function relatedClaim({ uri, claim }: PlacedClaim): Related {
  let place = places.get(claim);
  if (place?.uri !== uri) {
    place = { uri, item: claim.item, span: claimSpan(claim), message: claimLine(claim) };
    places.set(claim, place);
  }
  return place;
}

/** The first of the others by name, and how many more there are. */
export function calledOthers(others: readonly PlacedClaim[]): string {
  const [first, ...more] = others as [PlacedClaim, ...PlacedClaim[]];
  const rest = more.length === 0 ? "" : more.length === 1 ? " and one more claim" : ` and ${more.length} more claims`;
  return `${calledClaim(first.claim)}${rest}`;
}

/** A side of a pairing in the writer's words. */
export const writtenSide = ({ claim }: PlacedClaim, { ends, join }: PairedSide): string =>
  quote(ends.map(({ node }) => claim.item.text.slice(node.start, node.end).replace(/\s+/g, " ")).join(join === "any" ? " or " : ", "));

/** Fixes that say how a claim stands to another one. */
export function relationFixes({ item }: FixContext, { claim }: PlacedClaim, ...relations: readonly string[]): readonly Fix[] {
  const id = claim.id?.text;
  if (id === undefined) return [];
  return relations.map((relation) => ({ title: `Add ${quote(`${relation} ${id}`)}`, edits: [addClause(item, `${relation} ${id}`)] }));
}

/** The fix that names which aspect of the left end is meant. */
export const facetFix = ({ item }: FixContext): Fix => ({
  title: "Add a facet: which aspect is meant",
  edits: [addClause(item, 'facet "which aspect"')],
});

/** What a role is called in messages. */
export const calledKind = (part: AtlasPart | undefined): string => (part ? `${part.label} (${part.kind ?? "part"})` : "another");
