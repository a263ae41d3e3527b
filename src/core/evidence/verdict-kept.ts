/** Verdicts on the predictions of a workspace, each made once as long as all that it was made from is the same. */
import type { DataResult } from "../data/result.ts";
import { type ClaimMeaning, isClaim, meaningOf, type PredictionMeaning } from "../model/meaning.ts";
import type { Declaration, Mention, Snapshot } from "../model/snapshot.ts";
import type { DataNode } from "../syntax/tree.ts";
import type { PredictionVerdict } from "./verdict.ts";
import { verdictIn } from "./verdict-world.ts";

interface Kept {
  readonly uri: string;
  readonly verdict: PredictionVerdict;
  readonly declared: readonly (readonly [string, readonly Declaration[]])[];
  readonly data: readonly (readonly [DataNode, DataResult | undefined])[];
}

const keptVerdicts = new WeakMap<PredictionMeaning, Kept>();

/**
 * The verdict on a prediction. The same object in all snapshots in which nothing that it hangs on differs.
 *
 * @param uri the document that the prediction stands in, which its data files are found from
 */
export function verdictOn(prediction: PredictionMeaning, uri: string, snapshot: Snapshot): PredictionVerdict {
  const kept = keptVerdicts.get(prediction);
  if (
    kept?.uri === uri &&
    kept.declared.every(([id, declarations]) => snapshot.declarations(id) === declarations) &&
    kept.data.every(([node, answer]) => snapshot.data(uri, node) === answer)
  )
    return kept.verdict;
  const named = new Set(prediction.observed.flatMap(({ from }) => (from?.kind === "name" ? [from.text] : [])));
  const nodes = prediction.observed.flatMap(({ criteria }) => criteria.flatMap(({ data }) => data ?? []));
  const verdict = verdictIn(prediction, snapshot, (node) => snapshot.data(uri, node));
  keptVerdicts.set(prediction, {
    uri,
    verdict,
    declared: [...named].map((id) => [id, snapshot.declarations(id)] as const),
    data: nodes.map((node) => [node, snapshot.data(uri, node)] as const),
  });
  return verdict;
}

/** A prediction with its document and the verdict on it. */
export interface JudgedPrediction {
  readonly id: string;
  readonly uri: string;
  readonly prediction: PredictionMeaning;
  readonly verdict: PredictionVerdict;
}

/** The predictions that a claim makes, each once, as far as they are defined, with the verdicts on them. */
export const predictionsOf = (claim: ClaimMeaning, snapshot: Snapshot): readonly JudgedPrediction[] =>
  [...new Set(claim.predicts.map(({ text }) => text))].flatMap((id) =>
    snapshot.declarations(id).flatMap(({ item, uri }) => {
      const prediction = meaningOf(item);
      return prediction.kind === "prediction" ? [{ id, uri, prediction, verdict: verdictOn(prediction, uri, snapshot) }] : [];
    }),
  );

/** The claims that make a prediction, by its id. */
export function* claimsPredicting(id: string, snapshot: Snapshot): IterableIterator<Mention & { readonly claim: ClaimMeaning }> {
  for (const { uri, item } of snapshot.mentions(id)) {
    const claim = meaningOf(item);
    if (isClaim(claim) && claim.predicts.some((name) => name.text === id)) yield { uri, item, claim };
  }
}
