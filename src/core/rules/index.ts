/** All rules, in the order of the rule book. */
import { ambiguousName } from "./ambiguous-name.ts";
import { bibliographyNotFound } from "./bibliography-not-found.ts";
import { claimWithoutEvidence } from "./claim-without-evidence.ts";
import type { Rule } from "./define.ts";
import { duplicateId } from "./duplicate-id.ts";
import { evidenceWithoutFinding } from "./evidence-without-finding.ts";
import { misplacedClause } from "./misplaced-clause.ts";
import { mixedList } from "./mixed-list.ts";
import { newerLanguage } from "./newer-language.ts";
import { predictionWithoutFalsifier } from "./prediction-without-falsifier.ts";
import { shareWithoutDenominator } from "./share-without-denominator.ts";
import { strengthExceedsSource } from "./strength-exceeds-source.ts";
import { syntaxError } from "./syntax-error.ts";
import { unknownClaim } from "./unknown-claim.ts";
import { unknownEvidence } from "./unknown-evidence.ts";
import { unknownPart } from "./unknown-part.ts";
import { unknownPrediction } from "./unknown-prediction.ts";
import { unknownWord } from "./unknown-word.ts";
import { unresolvedCitation } from "./unresolved-citation.ts";

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
  strengthExceedsSource,
  unresolvedCitation,
  bibliographyNotFound,
  shareWithoutDenominator,
  predictionWithoutFalsifier,
];

/** The rule with this code. */
export const ruleByCode = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);
