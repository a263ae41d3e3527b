/** What the drawer shows of a claim, in the words of the editor's cards; and the cards of what is pointed at. */
import { needsRecheck } from "../core/evidence/accepted.ts";
import { shortCitation } from "../core/evidence/bibliography.ts";
import { saidOtherwise } from "../core/evidence/named-evidence.ts";
import { assess, inherited, partsOfClaim, type WeighedEvidence } from "../core/evidence/standing.ts";
import { type JudgedPrediction, predictionsOf } from "../core/evidence/verdict-kept.ts";
import { type Card, escapeMarkdown } from "../core/features/card.ts";
import { claimCard, whyNotGreen } from "../core/features/claim-card.ts";
import { arrowed, partCard } from "../core/features/part-card.ts";
import { placeAt } from "../core/features/place.ts";
import { standingHelp } from "../core/features/standing-help.ts";
import { criteriaLines, observedSection, verdictSigns } from "../core/features/verdict-words.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf, written } from "../core/model/meaning.ts";
import type { Finding, Snapshot } from "../core/service.ts";
import type { Cite } from "../core/syntax/tree.ts";
import type { Span } from "../core/text.ts";
import { baseName } from "../core/uri.ts";
import type { ClaimInText } from "../diagram/from-snapshot.ts";
import type { CardData, ClaimDetails, EvidenceDetails, PredictionDetails, Stub } from "../protocol/details.ts";
import { plotsOf } from "./column-plots.ts";

/** How many stubs the drawer offers at most; the light bulb in the text has them all. */
const MOST_STUBS = 6;

/** The claim that stands at a place. */
export function claimAtPlace(snapshot: Snapshot, uri: string, place: ClaimInText): ClaimMeaning | undefined {
  const item = placeAt(snapshot, uri, place.header.start)?.item;
  const meaning = item && meaningOf(item);
  return meaning && isClaim(meaning) ? meaning : undefined;
}

/** The details of the claim at a place; undefined where none stands there. */
export function claimDetails(snapshot: Snapshot, uri: string, place: ClaimInText, findings: readonly Finding[]): ClaimDetails | undefined {
  const claim = claimAtPlace(snapshot, uri, place);
  const source = snapshot.documents.get(uri);
  if (!claim || !source) return undefined;
  const assessment = assess(claim, uri, snapshot);
  const stated = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined));
  const judged = predictionsOf(claim, snapshot);
  const defined = new Set(judged.map(({ id }) => id));
  const { undisputed } = claim;
  return {
    claim: place.key,
    id: claim.id?.text,
    written: arrowed(claimLine(claim)),
    negated: claim.negated,
    means: claim.means?.value,
    standing: assessment.standing,
    standingHelp: standingHelp(assessment.standing),
    asserted: assessment.asserted,
    assertedBy: { claim: "", family: "by its family", default: "nothing said" }[assessment.assertedBy],
    earned: assessment.earned,
    recheck: needsRecheck(claim, uri, snapshot),
    stated: {
      title: stated && !stated.own ? "Its family is stated in" : "Stated in",
      lines: (stated?.value ?? []).map(({ citation, read, through }) => {
        const extent = read ? ` · read: ${escapeMarkdown(read.text)}${through ? `, ${escapeMarkdown(through.value)}` : ""}` : "";
        return escapeMarkdown(works(citation.cites, uri, snapshot)) + extent;
      }),
    },
    because: claim.because.map(({ value }) => value),
    scope: claim.scope && written(claim.item, claim.scope),
    predictions: judged.map(predictionDetails),
    undefinedPredictions: claim.predicts.map(({ text }) => text).filter((id) => !defined.has(id)),
    evidence: assessment.evidence.map((piece) => evidenceDetails(piece, uri, snapshot)),
    undisputed: undisputed && `as of ${undisputed.date}${undisputed.where ? `: ${undisputed.where.value}` : ""}`,
    parts: partsOfClaim(claim, snapshot).map((part) => {
      const { standing, earned } = assess(part.claim, part.uri, snapshot);
      return { name: part.claim.id?.text ?? arrowed(claimLine(part.claim)), standing, earned };
    }),
    why: whyNotGreen(assessment, claim, snapshot).lines,
    stubs: stubsFor(findings, place.span),
    place: `${baseName(uri)}:${source.lines.positionAt(place.header.start).line + 1}`,
  };
}

/** Cited works as people write them. */
const works = (cites: readonly Cite[], uri: string, snapshot: Snapshot): string =>
  cites
    .map(({ key, place }) => {
      const reference = snapshot.reference(uri, key);
      return (reference ? shortCitation(reference.entry) : `@${key}`) + (place ? `, ${place}` : "");
    })
    .join("; ");

function evidenceDetails(piece: WeighedEvidence, uri: string, snapshot: Snapshot): EvidenceDetails {
  const { what } = piece.use.node;
  const argument = piece.origin === "argument";
  const named = what.kind === "data" ? what.file.value : what.kind === "name" ? what.text : "";
  const otherwise = argument ? [] : saidOtherwise(piece.use, snapshot);
  const small = [
    piece.typeWord,
    piece.read && `read: ${piece.read}`,
    piece.origin === "unknown" ? "nothing defines it" : undefined,
    piece.weighed || argument ? undefined : "not weighed",
    otherwise.length > 0 ? `its item says ${otherwise.join(", ")}; the more cautious counts` : undefined,
  ];
  return {
    stance: piece.stance,
    what: argument ? "the writer's own argument" : piece.cites.length > 0 ? works(piece.cites, uri, snapshot) : named,
    shows: piece.shows,
    small: small.filter((word) => word !== undefined && word !== "").join(" · "),
    weighed: piece.weighed,
  };
}

function predictionDetails({ id, prediction, verdict }: JudgedPrediction): PredictionDetails {
  const line = (node: Span): string => written(prediction.item, node);
  return {
    id,
    text: prediction.text?.value,
    verdict: verdict.verdict,
    sign: verdictSigns[verdict.verdict],
    reason: verdict.reason,
    pending: verdict.pending,
    plots: plotsOf(verdict),
    expects: criteriaLines(verdict, "expects", prediction.expects.map(line)),
    falsified: [
      ...criteriaLines(verdict, "falsified if", prediction.falsifiedIf.map(line)),
      ...(prediction.falsifiedByCounterexample ? ["by a counterexample"] : []),
    ],
    observed: observedSection(verdict).lines,
  };
}

/** The findings' own fixes, each once. */
function stubsFor(findings: readonly Finding[], span: Span): Stub[] {
  const stubs = new Map<string, Stub>();
  for (const { rule, fixes, span: found } of findings) {
    if (found.start < span.start || found.end > span.end) continue;
    for (const { title } of fixes) if (!stubs.has(title)) stubs.set(title, { title, rule });
    if (stubs.size >= MOST_STUBS) break;
  }
  return [...stubs.values()].slice(0, MOST_STUBS);
}

/** The card of a claim in the picture. */
export function cardOfClaim(snapshot: Snapshot, uri: string, place: ClaimInText): CardData | undefined {
  const claim = claimAtPlace(snapshot, uri, place);
  return claim && plain(claimCard(claim, uri, place.header, snapshot));
}

/** The card of a part by its qualified id. */
export function cardOfPart(snapshot: Snapshot, uri: string, id: string): CardData | undefined {
  const part = snapshot.names(uri).byId(id);
  return part && plain(partCard(part, { start: 0, end: 0 }, uri, snapshot));
}

const plain = ({ title, kind, sections }: Card): CardData => ({
  title,
  kind,
  sections: sections.filter(({ lines }) => lines.length > 0),
});
