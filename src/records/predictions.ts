/** Predictions as records. */
import type { PredictionVerdict } from "../core/evidence/verdict.ts";
import { meaningOf, type PredictionMeaning, written } from "../core/model/meaning.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { Cite, ResultNode } from "../core/syntax/tree.ts";
import type { Span } from "../core/text.ts";
import { recordCitations } from "./evidence.ts";
import type { RecordPlace, RecordPrediction } from "./record.ts";

/** The works that a prediction cites: those who make it, and those that what was observed is taken from. */
export function citedByPrediction(
  prediction: PredictionMeaning,
  snapshot: Snapshot,
): { stated: readonly Cite[]; observed: readonly Cite[] } {
  return {
    stated: prediction.statedIn.flatMap(({ citation }) => citation.cites),
    observed: prediction.observed.flatMap((result) => originOf(result, snapshot)),
  };
}

function originOf({ from }: ResultNode, snapshot: Snapshot): readonly Cite[] {
  if (from?.kind === "citation") return from.cites;
  if (from?.kind !== "name") return [];
  for (const { item } of snapshot.declarations(from.text)) {
    const meaning = meaningOf(item);
    if (meaning.kind === "evidence") return meaning.citation?.cites ?? [];
  }
  return [];
}

/** A prediction with the verdict on it. */
export function recordPrediction(
  id: string,
  prediction: PredictionMeaning,
  { verdict, reason, pending }: Pick<PredictionVerdict, "verdict" | "reason" | "pending">,
  place: RecordPlace | undefined,
  uri: string,
  snapshot: Snapshot,
): RecordPrediction {
  const line = (node: Span): string => written(prediction.item, node);
  const { stated, observed } = citedByPrediction(prediction, snapshot);
  return {
    id,
    ...(prediction.text && { text: prediction.text.value }),
    ...(place && { place }),
    expects: prediction.expects.map(line),
    falsifiedIf: [...prediction.falsifiedIf.map(line), ...(prediction.falsifiedByCounterexample ? ["a counterexample"] : [])],
    observed: prediction.observed.map(line),
    ...(stated.length > 0 && { statedIn: recordCitations(stated, uri, snapshot) }),
    ...(observed.length > 0 && { observedIn: recordCitations(observed, uri, snapshot) }),
    verdict,
    reason,
    pending,
  };
}
