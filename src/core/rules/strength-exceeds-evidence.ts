import { earnedBy, lacking, rank } from "../evidence/ladder.ts";
import {
  type Assessment,
  assess,
  countedPieces,
  hasSupport,
  isGrounded,
  kindOfClaim,
  partsOfClaim,
  type WeighedEvidence,
} from "../evidence/standing.ts";
import { typeWords } from "../evidence/type-words.ts";
import { type ClaimMeaning, isClaim, type Strength } from "../model/meaning.ts";
import { calledClaim, claimSpan, isOfType, supportFixes, supportStub } from "./claim-support.ts";
import { addClause, defineRule, type Fix, oneOf, quote, type Report, type RuleContext, severity } from "./define.ts";

export const strengthExceedsEvidence = defineRule({
  code: "strength-exceeds-evidence",
  title: "More strength than the evidence earns",
  reach: "linked",
  items: ["claim"],
  severity: severity("i/w/e"),
  check(context) {
    const { meaning, uri, snapshot, report } = context;
    if (!isClaim(meaning) || meaning.kind === "mapping" || !meaning.left || !meaning.right) return;
    // a claim with no evidence at all has a finding of its own
    if (kindOfClaim(meaning, snapshot) === "programme" || !isGrounded(meaning, uri, snapshot)) return;
    const assessment = assess(meaning, uri, snapshot);
    if (assessment.standing === "open") return;
    // a denial asserts less than what it denies
    const wanted: Strength = meaning.negated ? "analogy" : assessment.asserted;
    if (rank(assessment.earned) >= rank(wanted)) return;
    const restsOnParts = earnedBy(countedPieces(assessment.evidence), false) === undefined && partsOfClaim(meaning, snapshot).length > 0;
    const found = restsOnParts ? ofParts(meaning, assessment, context) : ofEvidence(meaning, assessment, wanted);
    if (found) report({ span: meaning.strength ?? claimSpan(meaning), ...found });
  },
});

type Found = Omit<Report, "span">;

function ofEvidence(claim: ClaimMeaning, assessment: Assessment, wanted: Strength): Found | undefined {
  const { earned, evidence, formal, loweringDisputes } = assessment;
  const support = evidence.filter((piece) => piece.stance === "supports" && piece.origin !== "argument");
  // an id that nothing defines and a word that is no type are errors elsewhere; of statements another rule speaks
  if (support.some((piece) => piece.origin === "unknown" || (piece.typeWord !== undefined && piece.types.length === 0))) return undefined;
  if (support.every((piece) => isOfType(piece, ["statement"]))) return undefined;
  // an analogy is the least there is to assert: that evidence should first say its type is said elsewhere
  if (wanted === "analogy" && support.some((piece) => piece.types.length === 0)) return undefined;

  const pieces = countedPieces(evidence);
  const undisputed = earnedBy(pieces, formal);
  const isEnoughButDisputed = rank(undisputed) >= rank(wanted);
  const missing = isEnoughButDisputed ? [] : (lacking(pieces, wanted, formal).find((way) => way.missing.length > 0)?.missing ?? []);
  const lacks = missing.length > 0 ? [`in addition ${missing.map((need) => oneOf(typeWords(need))).join(", and ")}`] : [];
  if (loweringDisputes > 0 && earned !== undefined && !isEnoughButDisputed)
    lacks.push("evidence that limits the dispute under “qualified by”");
  const toRead = isEnoughOnceRead(support, wanted, formal) ? [`that more is read than the title of ${unreadKeys(support).join(", ")}`] : [];
  const formalOnly = wanted === "literal" && !formal ? " “literal” is only for ends that are formal on both sides." : "";
  return {
    message: `${
      earned === undefined
        ? `${nothing(claim, assessment, wanted)}, since ${whyNothing(support)}. Expected ${[...toRead, lacks.join(", and ") || "a lower strength"].join(", or ")}.`
        : isEnoughButDisputed
          ? `Unexpected strength ${quote(wanted)}, expected at most ${quote(earned)}: the evidence earns ${quote(undisputed ?? earned)}, and the dispute${loweringDisputes === 1 ? " costs" : "s cost"} one step. Other evidence under “qualified by” would restore it.`
          : `Unexpected strength ${quote(wanted)}, expected at most ${quote(earned)}, which is what the evidence earns${lacks.length > 0 ? `, or ${lacks.join(", and ")}` : ""}.`
    }${formalOnly}`,
    fixes: (now) => [
      ...lowering(claim, assessment),
      ...missing.slice(0, 1).flatMap((need) => supportFixes(claim, now, need)),
      ...(missing.length > 0 ? [supportStub(now.item, ...missing.map((need) => typeWords(need)[0] as string))] : []),
    ],
    ...(wanted === "analogy" && { severity: severity("-/i/w") }),
  };
}

/** A composite is as strong as the weakest of the claims that it consists of. While drafting, those have their own findings. */
function ofParts(claim: ClaimMeaning, assessment: Assessment, { snapshot }: RuleContext): Found | undefined {
  const { asserted, earned } = assessment;
  // evidence of its own that earns nothing is spoken of elsewhere
  if (asserted === "analogy" || claim.negated || (earned === undefined && hasSupport(claim))) return undefined;
  const parts = partsOfClaim(claim, snapshot).map((part) => ({ ...part, earned: assess(part.claim, part.uri, snapshot).earned }));
  const least = Math.min(...parts.map((part) => rank(part.earned)));
  const weakest = parts.filter((part) => part.claim !== claim && rank(part.earned) === least).slice(0, 10);
  return {
    message: `Unexpected strength ${quote(asserted)}, expected ${
      earned === undefined ? "evidence that earns something" : `at most ${quote(earned)}, or more evidence`
    } on ${weakest.map((part) => calledClaim(part.claim)).join(", ") || "its parts"}: a claim that consists of others is as strong as the weakest.`,
    related: weakest.map((part) => ({
      uri: part.uri,
      item: part.claim.item,
      span: claimSpan(part.claim),
      message: `earns ${earned === undefined ? "nothing" : quote(earned)}`,
    })),
    fixes: lowering(claim, assessment),
    severity: severity("-/w/e"),
  };
}

const nothing = (claim: ClaimMeaning, { assertedBy }: Assessment, wanted: Strength): string =>
  claim.negated || assertedBy === "default"
    ? `The claim ${calledClaim(claim)} earns nothing`
    : `Unexpected strength ${quote(wanted)}, for nothing is earned`;

/** Why pieces of evidence that are there earn nothing. */
function whyNothing(support: readonly WeighedEvidence[]): string {
  const reasons = [
    ...(support.some((piece) => isOfType(piece, ["statement"])) ? ["statements earn none"] : []),
    ...(support.some((piece) => !piece.weighed) ? ["what is known only by its title is not weighed"] : []),
    ...(support.some((piece) => piece.types.length === 0) ? ["what does not say its type is not weighed"] : []),
  ];
  return reasons.join(" and ") || "none of it goes so far";
}

const isEnoughOnceRead = (support: readonly WeighedEvidence[], wanted: Strength, formal: boolean): boolean =>
  support.some((piece) => !piece.weighed) &&
  rank(
    earnedBy(
      support.map((piece) => piece.types.map(({ id }) => id)),
      formal,
    ),
  ) >= rank(wanted);

const unreadKeys = (support: readonly WeighedEvidence[]): readonly string[] => [
  ...new Set(support.filter((piece) => !piece.weighed).flatMap((piece) => piece.cites.map(({ key }) => `@${key}`))),
];

function lowering(claim: ClaimMeaning, { earned, asserted }: Assessment): readonly Fix[] {
  if (claim.negated || earned === undefined || rank(earned) >= rank(asserted)) return [];
  const edit = claim.strength ? { span: claim.strength, text: earned } : addClause(claim.item, `strength ${earned}`);
  return [{ title: `Lower to ${quote(earned)}`, edits: [edit] }];
}
