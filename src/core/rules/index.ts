/** All rules, in the order of the rule book. */
import { ambiguousName } from "./ambiguous-name.ts";
import { badSetting } from "./bad-setting.ts";
import { bibliographyNotFound } from "./bibliography-not-found.ts";
import { chainTooStrong } from "./chain-too-strong.ts";
import { circularPrediction } from "./circular-prediction.ts";
import { citationNotInClaim } from "./citation-not-in-claim.ts";
import { claimUnused } from "./claim-unused.ts";
import { claimWithoutEvidence } from "./claim-without-evidence.ts";
import { claimWithoutPrediction } from "./claim-without-prediction.ts";
import { codeTrap } from "./code-trap.ts";
import { contradictoryClaims } from "./contradictory-claims.ts";
import { correlationForCause } from "./correlation-for-cause.ts";
import { dataChanged } from "./data-changed.ts";
import type { Rule } from "./define.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateReference } from "./duplicate-reference.ts";
import { evidenceWithoutFinding } from "./evidence-without-finding.ts";
import { expiredSuppression } from "./expired-suppression.ts";
import { falsifierOverlapsExpectation } from "./falsifier-overlaps-expectation.ts";
import { fileNotFound } from "./file-not-found.ts";
import { incompatibleUnits } from "./incompatible-units.ts";
import { kindMismatch } from "./kind-mismatch.ts";
import { malformedIdentifier } from "./malformed-identifier.ts";
import { misplacedClause } from "./misplaced-clause.ts";
import { mixedList } from "./mixed-list.ts";
import { modelSideOnly } from "./model-side-only.ts";
import { newerLanguage } from "./newer-language.ts";
import { noCounterEvidence } from "./no-counter-evidence.ts";
import { numbersDisagree } from "./numbers-disagree.ts";
import { observationNotComparable } from "./observation-not-comparable.ts";
import { openGap } from "./open-gap.ts";
import { orientationReversed } from "./orientation-reversed.ts";
import { orphanedAnchor } from "./orphaned-anchor.ts";
import { overclaim } from "./overclaim.ts";
import { pairsUnequal } from "./pairs-unequal.ts";
import { partNotInModel } from "./part-not-in-model.ts";
import { partUnmapped } from "./part-unmapped.ts";
import { pinnedVersionMoved } from "./pinned-version-moved.ts";
import { predictionFalsified } from "./prediction-falsified.ts";
import { predictionUndecided } from "./prediction-undecided.ts";
import { predictionWithoutFalsifier } from "./prediction-without-falsifier.ts";
import { preprintWithoutVersion } from "./preprint-without-version.ts";
import { quantityNearMiss } from "./quantity-near-miss.ts";
import { quantityUnnamed } from "./quantity-unnamed.ts";
import { quantityWithoutUnit } from "./quantity-without-unit.ts";
import { referenceWithoutIdentifier } from "./reference-without-identifier.ts";
import { restsOnUnsupported } from "./rests-on-unsupported.ts";
import { retractedReference } from "./retracted-reference.ts";
import { rivalSources } from "./rival-sources.ts";
import { rivalTargets } from "./rival-targets.ts";
import { scopeMismatch } from "./scope-mismatch.ts";
import { scopeMissing } from "./scope-missing.ts";
import { secondaryAsPaper } from "./secondary-as-paper.ts";
import { shareWithoutDenominator } from "./share-without-denominator.ts";
import { singleSource } from "./single-source.ts";
import { statementsOnly } from "./statements-only.ts";
import { strengthExceedsEvidence } from "./strength-exceeds-evidence.ts";
import { strengthExceedsSource } from "./strength-exceeds-source.ts";
import { supersededVersion } from "./superseded-version.ts";
import { suppressionWithoutReason } from "./suppression-without-reason.ts";
import { symbolNotFound } from "./symbol-not-found.ts";
import { syntaxError } from "./syntax-error.ts";
import { unansweredDispute } from "./unanswered-dispute.ts";
import { unknownClaim } from "./unknown-claim.ts";
import { unknownEvidence } from "./unknown-evidence.ts";
import { unknownPart } from "./unknown-part.ts";
import { unknownPrediction } from "./unknown-prediction.ts";
import { unknownRule } from "./unknown-rule.ts";
import { unknownScope } from "./unknown-scope.ts";
import { unknownWord } from "./unknown-word.ts";
import { unlinkedStatement } from "./unlinked-statement.ts";
import { unreadSource } from "./unread-source.ts";
import { unresolvedCitation } from "./unresolved-citation.ts";
import { unusedReference } from "./unused-reference.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { wordingDrift } from "./wording-drift.ts";

export const rules: readonly Rule[] = [
  syntaxError,
  misplacedClause,
  unknownWord,
  mixedList,
  pairsUnequal,
  newerLanguage,
  unknownPart,
  ambiguousName,
  unknownClaim,
  unknownPrediction,
  unknownEvidence,
  duplicateId,
  unknownScope,
  kindMismatch,
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
  scopeMissing,
  scopeMismatch,
  unresolvedCitation,
  bibliographyNotFound,
  duplicateReference,
  referenceWithoutIdentifier,
  malformedIdentifier,
  preprintWithoutVersion,
  supersededVersion,
  retractedReference,
  unusedReference,
  claimWithoutPrediction,
  predictionWithoutFalsifier,
  falsifierOverlapsExpectation,
  shareWithoutDenominator,
  quantityUnnamed,
  quantityNearMiss,
  quantityWithoutUnit,
  incompatibleUnits,
  predictionFalsified,
  predictionUndecided,
  observationNotComparable,
  fileNotFound,
  dataChanged,
  numbersDisagree,
  contradictoryClaims,
  rivalTargets,
  rivalSources,
  chainTooStrong,
  restsOnUnsupported,
  orientationReversed,
  partUnmapped,
  openGap,
  overclaim,
  wordingDrift,
  unlinkedStatement,
  citationNotInClaim,
  orphanedAnchor,
  claimUnused,
  symbolNotFound,
  pinnedVersionMoved,
  codeTrap,
  partNotInModel,
  suppressionWithoutReason,
  expiredSuppression,
  unusedSuppression,
  unknownRule,
  badSetting,
];

/** The rule with this code. */
export const ruleByCode = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);
