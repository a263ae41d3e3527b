/** The card of a claim: what it says, what the evidence makes of it, and how it could become green. */

import { needsRecheck } from "../evidence/accepted.ts";
import { shortCitation } from "../evidence/bibliography.ts";
import { lacking, rank } from "../evidence/ladder.ts";
import { saidOtherwise } from "../evidence/named-evidence.ts";
import { type Assessment, assess, countedPieces, inherited, partsOfClaim, type WeighedEvidence } from "../evidence/standing.ts";
import { predictionsOf } from "../evidence/verdict-kept.ts";
import { type ClaimMeaning, claimLine, type Strength } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { type Card, type CardSection, code, escapeMarkdown, firstOf } from "./card.ts";
import { arrowed, standingSigns } from "./part-card.ts";
import { standingHelp } from "./standing-help.ts";
import { verdictSigns } from "./verdict-words.ts";

export function claimCard(claim: ClaimMeaning, uri: string, span: Span, snapshot: Snapshot): Card {
  const assessment = assess(claim, uri, snapshot);
  const { standing, asserted, earned } = assessment;
  const strength = { claim: asserted, family: `${asserted} (by its family)`, default: `${asserted} (nothing said)` }[assessment.assertedBy];
  return {
    span,
    title: escapeMarkdown(claim.id?.text ?? arrowed(claimLine(claim))),
    kind: claim.kind === "mapping" ? "family of claims" : "claim",
    sections: [
      { lines: [code(claimLine(claim)), ...(claim.means ? [escapeMarkdown(claim.means.value)] : [])] },
      ...(claim.kind === "mapping"
        ? []
        : [
            {
              lines: [
                `${standingSigns[standing]} **${standing}**: ${standingHelp(standing)}`,
                `asserted ${strength} · earned ${earned ?? "nothing"}`,
                ...(needsRecheck(claim, uri, snapshot)
                  ? ["⟳ **re-check**: a data file that it rests on changed since its content was accepted."]
                  : []),
              ],
            },
          ]),
      saidBy(claim, uri, snapshot),
      evidence("Supported by", assessment, "supports", uri, snapshot),
      evidence("Disputed by", assessment, "disputes", uri, snapshot),
      evidence("Qualified by", assessment, "qualifies", uri, snapshot),
      { title: "Because", lines: claim.because.map((text) => escapeMarkdown(text.value)) },
      ...(claim.kind === "mapping" ? [] : [whyNotGreen(assessment, claim, snapshot)]),
      predictions(claim, snapshot),
    ],
  };
}

function saidBy(claim: ClaimMeaning, uri: string, snapshot: Snapshot): CardSection {
  const found = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined));
  const lines = (found?.value ?? []).map(({ citation, read, through }) => {
    const extent = read ? ` · read: ${escapeMarkdown(read.text)}${through ? `, ${escapeMarkdown(through.value)}` : ""}` : "";
    return `${works(citation.cites, uri, snapshot)}${extent}`;
  });
  return { title: found && !found.own ? "Its family is stated in" : "Stated in", lines };
}

/** Cited works as people write them. */
function works(cites: readonly Cite[], uri: string, snapshot: Snapshot): string {
  return cites
    .map((cite) => {
      const reference = snapshot.reference(uri, cite.key);
      return (
        escapeMarkdown(reference ? shortCitation(reference.entry) : `@${cite.key}`) + (cite.place ? `, ${escapeMarkdown(cite.place)}` : "")
      );
    })
    .join("; ");
}

function evidence(title: string, assessment: Assessment, stance: WeighedEvidence["stance"], uri: string, snapshot: Snapshot): CardSection {
  const pieces = assessment.evidence.filter((piece) => piece.stance === stance);
  const lines = pieces.map((piece) => {
    if (piece.origin === "argument") return `*the writer's own argument*: ${escapeMarkdown(piece.shows ?? "")}`;
    const what = piece.cites.length > 0 ? works(piece.cites, uri, snapshot) : code(writtenWhat(piece));
    const shows = piece.shows ? `: ${escapeMarkdown(piece.shows)}` : "";
    const otherwise = saidOtherwise(piece.use, snapshot);
    const odds = otherwise.length > 0 ? `its item says ${otherwise.join(", ")}; the more cautious counts` : undefined;
    const small = [piece.typeWord, piece.read && `read: ${piece.read}`, piece.weighed ? undefined : "not weighed", odds]
      .filter(Boolean)
      .join(" · ");
    return `${what}${shows}${small ? ` — *${escapeMarkdown(small)}*` : ""}`;
  });
  return { title, list: true, lines: firstOf(lines, 5, (count) => `… and ${count} more`) };
}

const writtenWhat = (piece: WeighedEvidence): string => {
  const { what } = piece.use.node;
  return what.kind === "data" ? what.file.value : what.kind === "name" ? what.text : "";
};

/** Why the claim is not supported, and the shortest ways to get there. */
export function whyNotGreen(
  { standing, asserted, earned, evidence: pieces, formal, liveDisputes, loweringDisputes, falsified }: Assessment,
  claim: ClaimMeaning,
  snapshot: Snapshot,
): CardSection {
  if (standing === "supported") return { lines: [] };
  if (standing === "open") return { title: "Why is this not green?", lines: ["It is declared open, so nothing is asserted yet."] };
  const lines: string[] = falsified.map((id) => `Withdraw or narrow the claim: what was observed falsifies its prediction ${code(id)}.`);
  const wanted: Strength = claim.negated ? "analogy" : asserted;
  if (rank(earned) < rank(wanted)) {
    const ways = lacking(countedPieces(pieces), wanted, formal).filter((way) => way.missing.length > 0);
    const restored = loweringDisputes > 0 && earned !== undefined ? [`restore the step that ${disputeCosts(loweringDisputes)}`] : [];
    const choices = ways.slice(0, 2).map(({ missing }) => [`add ${missing.map(anyOf).join(", and ")}`, ...restored].join(", and "));
    if (ways.length === 0) choices.push(...restored);
    if (ways.length === 0 && wanted === "literal" && !formal) lines.push("*literal* is only for ends that are formal on both sides.");
    if (partsOfClaim(claim, snapshot).length > 0) choices.push("let each of the claims that it consists of earn as much");
    if (!claim.negated && earned) choices.push(`assert only *${earned}*, which is earned`);
    lines.push(...eitherOr(choices));
  }
  const untyped = pieces.filter((piece) => piece.stance === "supports" && piece.origin === "source" && piece.types.length === 0);
  if (untyped.length > 0) lines.push("Say what type of evidence each citation is: one without a type earns nothing.");
  const unread = pieces.filter((piece) => piece.stance === "supports" && piece.origin === "source" && !piece.weighed);
  if (unread.length > 0) lines.push("Read the sources of which no more than the title was read: they do not count yet.");
  if (liveDisputes > 0) lines.push(`Answer the ${liveDisputes === 1 ? "dispute" : `${liveDisputes} disputes`} with “qualified by”.`);
  return { title: "Why is this not green?", list: true, lines };
}

const disputeCosts = (disputes: number): string =>
  `the ${disputes === 1 ? "dispute costs" : "disputes cost"}, with other evidence than statements under “qualified by”`;

/** Several ways, any one of which will do: `Either …, or …`. */
function eitherOr(choices: readonly string[]): readonly string[] {
  if (choices.length < 2) return choices.map((choice) => `${choice.charAt(0).toUpperCase()}${choice.slice(1)}.`);
  return choices.map((choice, at) => `${at === 0 ? "Either" : "or"} ${choice}${at === choices.length - 1 ? "." : ","}`);
}

const anyOf = (types: readonly string[]): string =>
  types.length === 1 ? code(types[0] as string) : `one of ${types.slice(0, 5).map(code).join(", ")}${types.length > 5 ? " …" : ""}`;

/** The predictions, each with its verdict where something was observed. */
function predictions(claim: ClaimMeaning, snapshot: Snapshot): CardSection {
  const judged = new Map(predictionsOf(claim, snapshot).map((entry) => [entry.id, entry.verdict]));
  const told = claim.predicts.map(({ text: id }) => {
    const verdict = judged.get(id);
    if (!verdict) return `${code(id)} (nothing defines it)`;
    if (verdict.observations.length === 0) return code(id);
    if (verdict.pending) return `${code(id)} — *a data file is still being read*`;
    return `${verdictSigns[verdict.verdict]} ${code(id)} — **${verdict.verdict}**: ${escapeMarkdown(verdict.reason)}`;
  });
  if ([...judged.values()].every(({ observations }) => observations.length === 0))
    return { title: "Predicts", lines: told.length > 0 ? [told.join(" ")] : [] };
  return { title: "Predicts", list: true, lines: firstOf(told, 6, (count) => `… and ${count} more`) };
}
