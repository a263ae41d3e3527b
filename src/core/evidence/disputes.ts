/**
 * What `qualified by` makes of the disputes of a claim. Words answer a dispute: a statement, or the writer's own argument,
 * says what it limits. Only what weighs as much as the dispute restores the step of strength that it costs: other evidence,
 * or, where somebody merely said otherwise, what somebody else said.
 */
import { moreThanStatements } from "./ladder.ts";
import type { WeighedEvidence } from "./standing.ts";

/** How far a dispute is met: not at all, in words, or with evidence that restores what it costs. */
type Met = "not" | "in words" | "with evidence";

/** The disputes of a claim that count, by how far they are met. */
export interface Disputes {
  /** Those that nothing answers. */
  readonly live: readonly WeighedEvidence[];
  /** Those that cost a step: the live ones, and those that only words answer. */
  readonly lowering: readonly WeighedEvidence[];
}

/** The disputes among the evidence of a claim that count. */
export function disputesOf(evidence: readonly WeighedEvidence[]): Disputes {
  const disputes = evidence.filter((piece) => piece.stance === "disputes" && piece.weighed);
  if (disputes.length === 0) return none;
  const answers = evidence.filter((piece) => piece.stance === "qualifies");
  if (answers.length === 0) return { live: disputes, lowering: disputes };
  const met = disputes.map((dispute) => ({ dispute, answers: answers.map((answer) => howMet(dispute, answer)) }));
  return {
    live: met.flatMap((entry) => (entry.answers.every((each) => each === "not") ? entry.dispute : [])),
    lowering: met.flatMap((entry) => (entry.answers.includes("with evidence") ? [] : entry.dispute)),
  };
}

const none: Disputes = { live: [], lowering: [] };

function howMet(dispute: WeighedEvidence, answer: WeighedEvidence): Met {
  const isSameWork = isFromSameSource(dispute, answer);
  const isSameType = dispute.typeWord === answer.typeWord || dispute.types.some((type) => answer.types.includes(type));
  // the finding that disputes cannot answer itself; what the same work says of its limits answers, and is no other evidence
  if (isSameWork && isSameType && folded(dispute.shows) === folded(answer.shows)) return "not";
  const weighsAsMuch = isEvidence(answer) || (answer.weighed && !isEvidence(dispute));
  return weighsAsMuch && !(isSameWork && isSameType) ? "with evidence" : "in words";
}

/** Whether a piece that counts is more than a statement, of whichever of its types it is. */
const isEvidence = ({ weighed, types }: WeighedEvidence): boolean =>
  weighed && types.length > 0 && types.every(({ id }) => moreThanStatements.includes(id));

const folded = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

function isFromSameSource(a: WeighedEvidence, b: WeighedEvidence): boolean {
  const { what } = a.use.node;
  const { what: other } = b.use.node;
  if (what.kind === "name" && other.kind === "name" && what.text === other.text) return true;
  if (what.kind === "data" && other.kind === "data" && what.file.value === other.file.value) return true;
  return a.cites.some(({ key, version }) => b.cites.some((cite) => cite.key === key && cite.version === version));
}
