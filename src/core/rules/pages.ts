/** The pages of the rules. They ship with Lamina, so that they open without a network. */
import ambiguousName from "./ambiguous-name.md";
import bibliographyNotFound from "./bibliography-not-found.md";
import claimWithoutEvidence from "./claim-without-evidence.md";
import duplicateId from "./duplicate-id.md";
import evidenceWithoutFinding from "./evidence-without-finding.md";
import misplacedClause from "./misplaced-clause.md";
import mixedList from "./mixed-list.md";
import newerLanguage from "./newer-language.md";
import predictionWithoutFalsifier from "./prediction-without-falsifier.md";
import shareWithoutDenominator from "./share-without-denominator.md";
import strengthExceedsSource from "./strength-exceeds-source.md";
import syntaxError from "./syntax-error.md";
import unknownClaim from "./unknown-claim.md";
import unknownEvidence from "./unknown-evidence.md";
import unknownPart from "./unknown-part.md";
import unknownPrediction from "./unknown-prediction.md";
import unknownWord from "./unknown-word.md";
import unresolvedCitation from "./unresolved-citation.md";

/** Where the page of a rule is found. */
export const rulePageUri = (code: string): string => `lamina-atlas:/rules/${code}.md`;

/** The text of every rule's page, by its code. */
export const rulePages: ReadonlyMap<string, string> = new Map([
  ["ambiguous-name", ambiguousName],
  ["bibliography-not-found", bibliographyNotFound],
  ["claim-without-evidence", claimWithoutEvidence],
  ["duplicate-id", duplicateId],
  ["evidence-without-finding", evidenceWithoutFinding],
  ["misplaced-clause", misplacedClause],
  ["mixed-list", mixedList],
  ["newer-language", newerLanguage],
  ["prediction-without-falsifier", predictionWithoutFalsifier],
  ["share-without-denominator", shareWithoutDenominator],
  ["strength-exceeds-source", strengthExceedsSource],
  ["syntax-error", syntaxError],
  ["unknown-claim", unknownClaim],
  ["unknown-evidence", unknownEvidence],
  ["unknown-part", unknownPart],
  ["unknown-prediction", unknownPrediction],
  ["unknown-word", unknownWord],
  ["unresolved-citation", unresolvedCitation],
]);
