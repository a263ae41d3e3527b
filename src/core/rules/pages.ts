/** The pages of the rules. They ship with Lamina, so that they open without a network. */
import ambiguousName from "./ambiguous-name.md";
import badSetting from "./bad-setting.md";
import bibliographyNotFound from "./bibliography-not-found.md";
import chainTooStrong from "./chain-too-strong.md";
import circularPrediction from "./circular-prediction.md";
import citationNotInClaim from "./citation-not-in-claim.md";
import claimUnused from "./claim-unused.md";
import claimWithoutEvidence from "./claim-without-evidence.md";
import claimWithoutPrediction from "./claim-without-prediction.md";
import codeTrap from "./code-trap.md";
import contradictoryClaims from "./contradictory-claims.md";
import correlationForCause from "./correlation-for-cause.md";
import dataChanged from "./data-changed.md";
import duplicateId from "./duplicate-id.md";
import duplicateReference from "./duplicate-reference.md";
import evidenceWithoutFinding from "./evidence-without-finding.md";
import expiredSuppression from "./expired-suppression.md";
import falsifierOverlapsExpectation from "./falsifier-overlaps-expectation.md";
import fileNotFound from "./file-not-found.md";
import incompatibleUnits from "./incompatible-units.md";
import kindMismatch from "./kind-mismatch.md";
import malformedIdentifier from "./malformed-identifier.md";
import misplacedClause from "./misplaced-clause.md";
import mixedList from "./mixed-list.md";
import modelSideOnly from "./model-side-only.md";
import newerLanguage from "./newer-language.md";
import noCounterEvidence from "./no-counter-evidence.md";
import numbersDisagree from "./numbers-disagree.md";
import observationNotComparable from "./observation-not-comparable.md";
import openGap from "./open-gap.md";
import orientationReversed from "./orientation-reversed.md";
import orphanedAnchor from "./orphaned-anchor.md";
import overclaim from "./overclaim.md";
import pairsUnequal from "./pairs-unequal.md";
import partNotInModel from "./part-not-in-model.md";
import partUnmapped from "./part-unmapped.md";
import pinnedVersionMoved from "./pinned-version-moved.md";
import predictionFalsified from "./prediction-falsified.md";
import predictionUndecided from "./prediction-undecided.md";
import predictionWithoutFalsifier from "./prediction-without-falsifier.md";
import preprintWithoutVersion from "./preprint-without-version.md";
import quantityNearMiss from "./quantity-near-miss.md";
import quantityUnnamed from "./quantity-unnamed.md";
import quantityWithoutUnit from "./quantity-without-unit.md";
import referenceWithoutIdentifier from "./reference-without-identifier.md";
import restsOnUnsupported from "./rests-on-unsupported.md";
import retractedReference from "./retracted-reference.md";
import rivalSources from "./rival-sources.md";
import rivalTargets from "./rival-targets.md";
import scopeMismatch from "./scope-mismatch.md";
import scopeMissing from "./scope-missing.md";
import secondaryAsPaper from "./secondary-as-paper.md";
import shareWithoutDenominator from "./share-without-denominator.md";
import singleSource from "./single-source.md";
import statementsOnly from "./statements-only.md";
import strengthExceedsEvidence from "./strength-exceeds-evidence.md";
import strengthExceedsSource from "./strength-exceeds-source.md";
import supersededVersion from "./superseded-version.md";
import suppressionWithoutReason from "./suppression-without-reason.md";
import symbolNotFound from "./symbol-not-found.md";
import syntaxError from "./syntax-error.md";
import unansweredDispute from "./unanswered-dispute.md";
import unknownClaim from "./unknown-claim.md";
import unknownEvidence from "./unknown-evidence.md";
import unknownPart from "./unknown-part.md";
import unknownPrediction from "./unknown-prediction.md";
import unknownRule from "./unknown-rule.md";
import unknownScope from "./unknown-scope.md";
import unknownWord from "./unknown-word.md";
import unlinkedStatement from "./unlinked-statement.md";
import unreadSource from "./unread-source.md";
import unresolvedCitation from "./unresolved-citation.md";
import unusedReference from "./unused-reference.md";
import unusedSuppression from "./unused-suppression.md";
import wordingDrift from "./wording-drift.md";

/** Where the page of a rule is found. */
export const rulePageUri = (code: string): string => `lamina-atlas:/rules/${code}.md`;

/** The text of every rule's page, by its code. */
export const rulePages: ReadonlyMap<string, string> = new Map([
  ["ambiguous-name", ambiguousName],
  ["bibliography-not-found", bibliographyNotFound],
  ["chain-too-strong", chainTooStrong],
  ["circular-prediction", circularPrediction],
  ["claim-without-evidence", claimWithoutEvidence],
  ["claim-without-prediction", claimWithoutPrediction],
  ["contradictory-claims", contradictoryClaims],
  ["correlation-for-cause", correlationForCause],
  ["data-changed", dataChanged],
  ["duplicate-id", duplicateId],
  ["duplicate-reference", duplicateReference],
  ["evidence-without-finding", evidenceWithoutFinding],
  ["falsifier-overlaps-expectation", falsifierOverlapsExpectation],
  ["file-not-found", fileNotFound],
  ["incompatible-units", incompatibleUnits],
  ["kind-mismatch", kindMismatch],
  ["malformed-identifier", malformedIdentifier],
  ["misplaced-clause", misplacedClause],
  ["mixed-list", mixedList],
  ["model-side-only", modelSideOnly],
  ["newer-language", newerLanguage],
  ["no-counter-evidence", noCounterEvidence],
  ["numbers-disagree", numbersDisagree],
  ["observation-not-comparable", observationNotComparable],
  ["open-gap", openGap],
  ["orientation-reversed", orientationReversed],
  ["pairs-unequal", pairsUnequal],
  ["part-unmapped", partUnmapped],
  ["prediction-falsified", predictionFalsified],
  ["prediction-undecided", predictionUndecided],
  ["prediction-without-falsifier", predictionWithoutFalsifier],
  ["preprint-without-version", preprintWithoutVersion],
  ["quantity-near-miss", quantityNearMiss],
  ["quantity-unnamed", quantityUnnamed],
  ["quantity-without-unit", quantityWithoutUnit],
  ["reference-without-identifier", referenceWithoutIdentifier],
  ["rests-on-unsupported", restsOnUnsupported],
  ["retracted-reference", retractedReference],
  ["rival-sources", rivalSources],
  ["rival-targets", rivalTargets],
  ["scope-mismatch", scopeMismatch],
  ["scope-missing", scopeMissing],
  ["secondary-as-paper", secondaryAsPaper],
  ["share-without-denominator", shareWithoutDenominator],
  ["single-source", singleSource],
  ["statements-only", statementsOnly],
  ["strength-exceeds-evidence", strengthExceedsEvidence],
  ["strength-exceeds-source", strengthExceedsSource],
  ["superseded-version", supersededVersion],
  ["syntax-error", syntaxError],
  ["unanswered-dispute", unansweredDispute],
  ["unknown-claim", unknownClaim],
  ["unknown-evidence", unknownEvidence],
  ["unknown-part", unknownPart],
  ["unknown-prediction", unknownPrediction],
  ["unknown-scope", unknownScope],
  ["unknown-word", unknownWord],
  ["unread-source", unreadSource],
  ["unresolved-citation", unresolvedCitation],
  ["unused-reference", unusedReference],
  ["bad-setting", badSetting],
  ["suppression-without-reason", suppressionWithoutReason],
  ["expired-suppression", expiredSuppression],
  ["unknown-rule", unknownRule],
  ["unused-suppression", unusedSuppression],
  ["overclaim", overclaim],
  ["wording-drift", wordingDrift],
  ["unlinked-statement", unlinkedStatement],
  ["citation-not-in-claim", citationNotInClaim],
  ["orphaned-anchor", orphanedAnchor],
  ["claim-unused", claimUnused],
  ["symbol-not-found", symbolNotFound],
  ["pinned-version-moved", pinnedVersionMoved],
  ["code-trap", codeTrap],
  ["part-not-in-model", partNotInModel],
]);
