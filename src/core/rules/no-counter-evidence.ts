import type { AtlasPart } from "../atlas/atlas.ts";
import { shortCitation } from "../evidence/bibliography.ts";
import { kindOfClaim } from "../evidence/standing.ts";
import { evidenceTypes } from "../evidence/types.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import { calledClaim, claimSpan, partsOf, weighedClaim } from "./claim-support.ts";
import { addClause, defineRule, type Fix, type FixContext, severity } from "./define.ts";

export const noCounterEvidence = defineRule({
  code: "no-counter-evidence",
  title: "A claim that names nothing against it",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/h/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim } = weighed;
    if (claim.undisputed || claim.evidence.some(({ stance }) => stance === "disputes")) return;
    // what is proved is not outweighed by evidence
    if (kindOfClaim(claim, context.snapshot) === "theorem") return;
    context.report({
      span: claimSpan(claim),
      message: `The claim ${calledClaim(claim)} names nothing against it, expected “disputed by”, or “undisputed as of” with the day on which you looked for it.`,
      fixes: (now) => [
        ...knownAgainst(claim, now),
        {
          title: "Say when and where you looked for it",
          edits: [addClause(now.item, 'undisputed as of YYYY-MM-DD "where it was looked for"')],
        },
      ],
    });
  },
});

interface Against {
  readonly called: "dispute" | "rival reading";
  readonly key: string;
  readonly place: string | undefined;
  readonly type: string | undefined;
  readonly shows: string | undefined;
}

/** Lines for what the atlases hold against a reading of the claim's ends: disputes first, then readings that differ. */
function knownAgainst(claim: ClaimMeaning, context: FixContext): readonly Fix[] {
  const { item, uri, snapshot } = context;
  const known = partsOf(claim, context).flatMap((part) => [...disputesOf(part), ...rivalsOf(part)]);
  // whoever states or supports the claim does not speak against it
  const own = [...claim.statedIn.map(({ citation }) => citation), ...claim.evidence.map(({ node }) => node.what)];
  const seen = new Set(own.flatMap((node) => (node.kind === "citation" ? node.cites.map(({ key }) => key) : [])));
  const fixes: Fix[] = [];
  for (const { called, key, place, type, shows } of known) {
    const entry = snapshot.reference(uri, key)?.entry;
    if (seen.has(key) || !entry || fixes.length === 3) continue;
    seen.add(key);
    const cited = place === undefined ? `[@${key}]` : `[@${key}, ${place}]`;
    const line = `disputed by ${cited}${type ? ` ${type}` : ""} "${(shows ?? "…").replaceAll('"', '\\"')}"`;
    fixes.push({ title: `Name the ${called} of ${shortCitation(entry)}`, edits: [addClause(item, line)] });
  }
  return fixes;
}

const disputesOf = (part: AtlasPart): readonly Against[] =>
  part.disputes.flatMap(({ keys, type, shows }) => keys.map((key) => ({ called: "dispute", key, place: undefined, type, shows })));

const rivalsOf = (part: AtlasPart): readonly Against[] =>
  part.rivals.flatMap(({ keys, text }) =>
    keys.map(({ key, place }) => ({ called: "rival reading", key, place, type: typeOf(key), shows: text })),
  );

const typeOf = (key: string): string | undefined => evidenceTypes.find(({ examples }) => examples.includes(key))?.id;
