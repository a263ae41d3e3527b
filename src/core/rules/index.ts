/** All rules, in the order of the rule book. */
import { ambiguousName } from "./ambiguous-name.ts";
import { bibliographyNotFound } from "./bibliography-not-found.ts";
import { circularPrediction } from "./circular-prediction.ts";
import { claimWithoutEvidence } from "./claim-without-evidence.ts";
import { correlationForCause } from "./correlation-for-cause.ts";
import type { Rule } from "./define.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateReference } from "./duplicate-reference.ts";
import { evidenceWithoutFinding } from "./evidence-without-finding.ts";
import { malformedIdentifier } from "./malformed-identifier.ts";
import { misplacedClause } from "./misplaced-clause.ts";
import { mixedList } from "./mixed-list.ts";
import { modelSideOnly } from "./model-side-only.ts";
import { newerLanguage } from "./newer-language.ts";
import { noCounterEvidence } from "./no-counter-evidence.ts";
import { predictionWithoutFalsifier } from "./prediction-without-falsifier.ts";
import { preprintWithoutVersion } from "./preprint-without-version.ts";
import { referenceWithoutIdentifier } from "./reference-without-identifier.ts";
import { retractedReference } from "./retracted-reference.ts";
import { secondaryAsPaper } from "./secondary-as-paper.ts";
import { shareWithoutDenominator } from "./share-without-denominator.ts";
import { singleSource } from "./single-source.ts";
import { statementsOnly } from "./statements-only.ts";
import { strengthExceedsEvidence } from "./strength-exceeds-evidence.ts";
import { strengthExceedsSource } from "./strength-exceeds-source.ts";
import { supersededVersion } from "./superseded-version.ts";
import { syntaxError } from "./syntax-error.ts";
import { unansweredDispute } from "./unanswered-dispute.ts";
import { unknownClaim } from "./unknown-claim.ts";
import { unknownEvidence } from "./unknown-evidence.ts";
import { unknownPart } from "./unknown-part.ts";
import { unknownPrediction } from "./unknown-prediction.ts";
import { unknownWord } from "./unknown-word.ts";
import { unreadSource } from "./unread-source.ts";
import { unresolvedCitation } from "./unresolved-citation.ts";
import { unusedReference } from "./unused-reference.ts";

export const rules: readonly Rule[] = [
  syntaxError,
  misplacedClause,
  unknownWord,
  mixedList,
  newerLanguage,
  unknownPart,
  ambiguousName,
  unknownClaim,
  unknownPrediction,
  unknownEvidence,
  duplicateId,
  claimWithoutEvidence,
  evidenceWithoutFinding,
  strengthExceedsEvidence,
  strengthExceedsSource,
  statementsOnly,
  modelSideOnly,
  correlationForCause,
  noCounterEvidence,
  unansweredDispute,
  singleSource,
  unreadSource,
  secondaryAsPaper,
  circularPrediction,
  unresolvedCitation,
  bibliographyNotFound,
  duplicateReference,
  referenceWithoutIdentifier,
  malformedIdentifier,
  preprintWithoutVersion,
  supersededVersion,
  retractedReference,
  unusedReference,
  shareWithoutDenominator,
  predictionWithoutFalsifier,
];

/** The rule with this code. */
export const ruleByCode = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);
