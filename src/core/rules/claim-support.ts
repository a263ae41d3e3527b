/** What the rules on evidence have in common: which claims are weighed, what supports them, and lines to fill in. */

import type { AtlasPart } from "../atlas/atlas.ts";
import { shortCitation } from "../evidence/bibliography.ts";
import { type Assessment, assess, kindOfClaim, type WeighedEvidence } from "../evidence/standing.ts";
import { evidenceTypes } from "../evidence/types.ts";
import { worksOn } from "../evidence/works-on.ts";
import { type ClaimMeaning, claimLine, type EvidenceMeaning, type EvidenceUse, isClaim, meaningOf } from "../model/meaning.ts";
import { partsOfEnd, resolveClaim } from "../model/resolve.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { Cite, Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { addClause, type Fix, type FixContext, quote } from "./define.ts";

/** A claim with what its evidence makes of it. */
export interface WeighedClaim {
  readonly claim: ClaimMeaning;
  readonly assessment: Assessment;
  /** What supports it, the writer's own arguments aside. Never empty. */
  readonly support: readonly WeighedEvidence[];
}

/**
 * The claim that rules on evidence weigh. A family asserts nothing by itself, half a claim is a syntax error, a gap and a
 * programme assert nothing yet; and where nothing is cited in support, that is what must be said first.
 */
export const weighedClaim = perItem(weigh);

function weigh({ meaning, uri, snapshot }: FixContext): WeighedClaim | undefined {
  if (!isClaim(meaning) || meaning.kind === "mapping" || !meaning.left || !meaning.right) return undefined;
  if (!meaning.evidence.some(({ stance }) => stance === "supports")) return undefined;
  const assessment = assess(meaning, uri, snapshot);
  if (assessment.standing === "open" || kindOfClaim(meaning, snapshot) === "programme") return undefined;
  const support = assessment.evidence.filter((piece) => piece.stance === "supports" && piece.origin !== "argument");
  return support.length > 0 ? { claim: meaning, assessment, support } : undefined;
}

/** Works a thing out once for an item, though several rules ask for it, one after the other. */
export function perItem<T>(make: (context: FixContext) => T): (context: FixContext) => T {
  const last = new WeakMap<Snapshot, { readonly item: Item; readonly value: T }>();
  return (context) => {
    const known = last.get(context.snapshot);
    if (known?.item === context.item) return known.value;
    const value = make(context);
    last.set(context.snapshot, { item: context.item, value });
    return value;
  };
}

/** What a claim is called in messages: its id in quotes, or the claim itself. */
export const calledClaim = (claim: ClaimMeaning): string => quote(claim.id?.text ?? claimLine(claim));

/** Where a finding on all of a claim stands. */
export const claimSpan = (claim: ClaimMeaning): Span => claim.id ?? claim.item.header;

/** Where a finding on a piece of evidence and its type stands. */
export const typeSpan = ({ node }: EvidenceUse): Span => node.type ?? node.what;

/** Whether a piece is of one of these types, whichever of its family it is. */
export const isOfType = ({ types }: WeighedEvidence, wanted: readonly string[]): boolean =>
  types.length > 0 && types.every(({ id }) => wanted.includes(id));

/** Texts that a stub leaves to be filled in. */
const placeholders: ReadonlySet<string> = new Set(["", "…", "..."]);

/** Whether a text says something, and is not what a stub leaves to be filled in. */
export const isSaid = (text: string | undefined): boolean => text !== undefined && !placeholders.has(text.trim());

/** The parts that the ends of a claim stand for, and those along them. */
export function partsOf(claim: ClaimMeaning, { names }: Pick<FixContext, "names">): readonly AtlasPart[] {
  const { left, right } = resolveClaim(claim, names);
  return [...new Set([left, right].flatMap((side) => (side?.ends ?? []).flatMap(partsOfEnd)))];
}

/** The item of a named piece of evidence. */
export function evidenceItem({ node }: EvidenceUse, snapshot: Snapshot): (Mention & { readonly meaning: EvidenceMeaning }) | undefined {
  if (node.what.kind !== "name") return undefined;
  for (const { uri, item } of snapshot.declarations(node.what.text)) {
    const meaning = meaningOf(item);
    if (meaning.kind === "evidence") return { uri, item, meaning };
  }
  return undefined;
}

/**
 * Fixes that add support of these types: works that the document can cite and that have to do with an end of the claim,
 * or else a line to fill in.
 *
 * @param types ids of evidence types that would help
 */
export function supportFixes(claim: ClaimMeaning, context: FixContext, types: readonly string[]): readonly Fix[] {
  const { item, uri, snapshot } = context;
  const cited = new Set(claim.evidence.flatMap(({ node }) => (node.what.kind === "citation" ? node.what.cites.map(({ key }) => key) : [])));
  return worksOn(partsOf(claim, context), uri, snapshot).flatMap((key): Fix[] => {
    const type = evidenceTypes.find(({ id, examples }) => types.includes(id) && examples.includes(key))?.id;
    const entry = snapshot.reference(uri, key)?.entry;
    if (type === undefined || entry === undefined || cited.has(key)) return [];
    return [{ title: `Cite ${shortCitation(entry)} as evidence`, edits: [addClause(item, `supported by [@${key}] ${type} "…"`)] }];
  });
}

/** The fix that adds a line of support to fill in. */
export const supportStub = (item: Item, ...types: readonly string[]): Fix => ({
  title: types.length > 1 ? "Add lines for what is lacking" : "Add a line for what is lacking",
  edits: [addClause(item, ...types.map((type) => `supported by [@key] ${type} "what it shows"`))],
});

/** Whether two citations may be of one version: a version that is not said may be any. */
export const sameVersion = (a: Cite, b: Cite): boolean => a.version === undefined || b.version === undefined || a.version === b.version;
