/** The pages of the rules. They ship with Lamina, so that they open without a network. */
import ambiguousName from "./ambiguous-name.md";
import bibliographyNotFound from "./bibliography-not-found.md";
import circularPrediction from "./circular-prediction.md";
import claimWithoutEvidence from "./claim-without-evidence.md";
import correlationForCause from "./correlation-for-cause.md";
import duplicateId from "./duplicate-id.md";
import duplicateReference from "./duplicate-reference.md";
import evidenceWithoutFinding from "./evidence-without-finding.md";
import malformedIdentifier from "./malformed-identifier.md";
import misplacedClause from "./misplaced-clause.md";
import mixedList from "./mixed-list.md";
import modelSideOnly from "./model-side-only.md";
import newerLanguage from "./newer-language.md";
import noCounterEvidence from "./no-counter-evidence.md";
import predictionWithoutFalsifier from "./prediction-without-falsifier.md";
import preprintWithoutVersion from "./preprint-without-version.md";
import referenceWithoutIdentifier from "./reference-without-identifier.md";
import retractedReference from "./retracted-reference.md";
import secondaryAsPaper from "./secondary-as-paper.md";
import shareWithoutDenominator from "./share-without-denominator.md";
import singleSource from "./single-source.md";
import statementsOnly from "./statements-only.md";
import strengthExceedsEvidence from "./strength-exceeds-evidence.md";
import strengthExceedsSource from "./strength-exceeds-source.md";
import supersededVersion from "./superseded-version.md";
import syntaxError from "./syntax-error.md";
import unansweredDispute from "./unanswered-dispute.md";
import unknownClaim from "./unknown-claim.md";
import unknownEvidence from "./unknown-evidence.md";
import unknownPart from "./unknown-part.md";
import unknownPrediction from "./unknown-prediction.md";
import unknownWord from "./unknown-word.md";
import unreadSource from "./unread-source.md";
import unresolvedCitation from "./unresolved-citation.md";
import unusedReference from "./unused-reference.md";

/** Where the page of a rule is found. */
export const rulePageUri = (code: string): string => `lamina-atlas:/rules/${code}.md`;

/** The text of every rule's page, by its code. */
export const rulePages: ReadonlyMap<string, string> = new Map([
  ["ambiguous-name", ambiguousName],
  ["bibliography-not-found", bibliographyNotFound],
  ["circular-prediction", circularPrediction],
  ["claim-without-evidence", claimWithoutEvidence],
  ["correlation-for-cause", correlationForCause],
  ["duplicate-id", duplicateId],
  ["duplicate-reference", duplicateReference],
  ["evidence-without-finding", evidenceWithoutFinding],
  ["malformed-identifier", malformedIdentifier],
  ["misplaced-clause", misplacedClause],
  ["mixed-list", mixedList],
  ["model-side-only", modelSideOnly],
  ["newer-language", newerLanguage],
  ["no-counter-evidence", noCounterEvidence],
  ["prediction-without-falsifier", predictionWithoutFalsifier],
  ["preprint-without-version", preprintWithoutVersion],
  ["reference-without-identifier", referenceWithoutIdentifier],
  ["retracted-reference", retractedReference],
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
  ["unknown-word", unknownWord],
  ["unread-source", unreadSource],
  ["unresolved-citation", unresolvedCitation],
  ["unused-reference", unusedReference],
]);
