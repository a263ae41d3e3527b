import type { WeighedEvidence } from "../evidence/standing.ts";
import { resolveClaim } from "../model/resolve.ts";
import { type AlternativesComparison, compareAlternatives, type KindComparison } from "../scope/compare.ts";
import { addedTerms, alternativesIn, type ClaimScope, scopeOfClaim } from "../scope/in-document.ts";
import { layerInArea } from "../scope/layers.ts";
import { type ScopeReading, termsOf } from "../scope/read.ts";
import type { ScopeTerm } from "../scope/vocabulary.ts";
import { claimSpan, evidenceItem, type WeighedClaim, weighedClaim } from "./claim-support.ts";
import { defineRule, quote, type Related, type Report, type RuleContext, severity } from "./define.ts";

export const scopeMismatch = defineRule({
  code: "scope-mismatch",
  title: "Evidence from elsewhere than the claim holds, or a layer that is not there",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/i/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim } = weighed;
    const scope = scopeOfClaim(claim, context.uri, context.snapshot);
    if (!scope) return;
    for (const piece of weighed.support) checkEvidence(piece, scope, context);
    checkLayers(weighed, scope, context);
  },
});

type Alternatives = readonly (readonly ScopeReading[])[];

/** The scope of a piece of evidence, by its line and by the item that it names, and where it is said. */
function scopesOfEvidence({ use }: WeighedEvidence, { names, snapshot }: RuleContext): readonly SeenScope[] {
  const own = use.node.scope ? [{ alternatives: alternativesIn(use.node.scope, names) }] : [];
  const named = evidenceItem(use, snapshot);
  const scope = named?.meaning.scope;
  if (!named || !scope) return own;
  const place = { uri: named.uri, item: named.item, span: scope, message: "where it was seen" };
  return [...own, { alternatives: alternativesIn(scope, snapshot.names(named.uri)), place }];
}

interface SeenScope {
  readonly alternatives: Alternatives;
  readonly place?: Related;
}

function checkEvidence(piece: WeighedEvidence, scope: ClaimScope, context: RuleContext): void {
  // where a line contradicts the item that it names, the place farther from the claim counts
  const [worse] = scopesOfEvidence(piece, context)
    .map((seen) => ({ seen, told: worstOf(compareAlternatives(seen.alternatives, scope.alternatives, addedTerms(context.names))) }))
    .sort((a, b) => weightOf(b.told) - weightOf(a.told));
  if (!worse?.told) return;
  const { seen, told } = worse;
  const { node } = piece.use;
  context.report({
    span: node.scope ?? node.what,
    message: messageOf(told),
    ...(seen.place && { related: [seen.place] }),
    ...(isJudged(told) ? {} : { atMost: "information" as const }),
  });
}

/**
 * What of a comparison is worth telling: another species or area first, then what is told and not judged. Where the one
 * lies within the other, as S1 within somatosensory cortex, the evidence speaks to the claim.
 */
function worstOf({ kinds }: AlternativesComparison): KindComparison | undefined {
  const told = kinds.filter(({ outcome }) => outcome === "mismatch" || outcome === "homologous");
  return told.find(isJudged) ?? told.find(({ outcome }) => outcome === "mismatch") ?? told[0];
}

const weightOf = (told: KindComparison | undefined): number => (told === undefined ? 0 : isJudged(told) ? 2 : 1);

const isJudged = ({ kind, outcome }: KindComparison): boolean =>
  outcome === "mismatch" && (kind === "species" || kind === "area" || kind === "layer");

function messageOf({ kind, outcome, evidence, claim, homologue }: KindComparison): string {
  const theirs = quote(evidence.join(", "));
  const ours = quote(claim.join(", "));
  if (outcome === "homologous") {
    const by = homologue?.reference ? `, as @${homologue.reference} has it` : "";
    return `The evidence is from ${theirs}, the claim holds for ${ours}: another animal, and an area held to correspond${by}; expected evidence from ${ours} too.`;
  }
  return `Unexpected ${kind} ${theirs} of evidence for a claim on ${ours}, expected evidence from there, or a wider scope of the claim.`;
}

/** The layers that an end of the claim names, or its scope, where the area of the scope has no such layer. */
function checkLayers({ claim }: WeighedClaim, scope: ClaimScope, { names, report }: RuleContext): void {
  const extra = addedTerms(names);
  const { left, right } = resolveClaim(claim, names);
  const layers = new Map<string, { name: string; span: Report["span"] }>();
  for (const side of [left, right]) {
    for (const { node, part } of (side?.ends ?? []).flatMap((end) =>
      end.names.flatMap((name) => ({ node: name.node, part: name.candidates.length === 1 ? name.candidates[0] : undefined })),
    )) {
      if (part && (part.kind === "layer" || part.kind === "layer-group")) layers.set(part.id, { name: part.name, span: node });
    }
  }
  for (const [id, { name, span }] of layers) {
    const states = scope.alternatives.flatMap((alternative) => layerState(id, alternative, extra) ?? []);
    const missing = states.filter(({ status }) => status === "absent" || status === "other-structure");
    const doubtful = states.filter(({ status }) => status !== "present" && status !== "unknown");
    const told = missing[0] ?? doubtful[0];
    if (!told) continue;
    const everywhere = missing.length === states.length && states.length === scope.alternatives.length;
    report({
      span: scope.own ? span : claimSpan(claim),
      message: `${quote(name)} in ${quote(told.area.label)}: ${told.said}${everywhere ? " Expected a layer that it has, or another area in the scope." : ""}`,
      ...(everywhere ? {} : { atMost: "information" as const }),
    });
  }
}

interface LayerState {
  readonly area: ScopeTerm;
  readonly status: string;
  readonly said: string;
}

function layerState(layer: string, alternative: readonly ScopeReading[], extra: readonly ScopeTerm[]): LayerState | undefined {
  const terms = termsOf(alternative, extra);
  const area = terms.find(({ kind }) => kind === "area");
  if (!area) return undefined;
  const species = terms.filter(({ kind }) => kind === "species");
  const { status, entries } = layerInArea(area, layer, species, extra);
  const [entry] = entries;
  const source = entry?.reference ? ` (@${entry.reference})` : "";
  const statement = entry ? `: ${entry.statement.replace(/\.$/, "")}${source}` : "";
  return { area, status, said: `${inWords[status] ?? status}${statement}.` };
}

const inWords: Readonly<Record<string, string>> = {
  absent: "there is no such layer",
  "other-structure": "the number names another structure there",
  indistinct: "it is not visible as a layer there",
  varies: "only some of this area has it",
};
