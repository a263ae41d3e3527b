/** Verdicts in a workspace: evidence items and scopes come from it, data from whoever reads the files. */
import type { DataResult } from "../data/result.ts";
import { meaningOf, type PredictionMeaning } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { compareAlternatives } from "../scope/compare.ts";
import { alternativesOf, readScope } from "../scope/read.ts";
import type { DataNode, ScopeNode } from "../syntax/tree.ts";
import { type PredictionVerdict, type VerdictWorld, verdictOf } from "./verdict.ts";

/**
 * The verdict on a prediction of the workspace.
 *
 * @param data what the data files give that the prediction names; undefined while a file has not been read
 * @param about by how much `~` widens a value; a fifth where it is left out
 */
export function verdictIn(
  prediction: PredictionMeaning,
  snapshot: Snapshot,
  data: (node: DataNode) => DataResult | undefined,
  about?: number,
): PredictionVerdict {
  const world: VerdictWorld = {
    evidence(id) {
      for (const { item } of snapshot.declarations(id)) {
        const meaning = meaningOf(item);
        if (meaning.kind === "evidence") return meaning;
      }
      return undefined;
    },
    data,
    scopeConflict,
    ...(about !== undefined && { about }),
  };
  return verdictOf(prediction, world);
}

/** Why what holds in one scope says nothing of another; undefined where it may. */
export function scopeConflict(observed: ScopeNode, expected: ScopeNode): string | undefined {
  const { outcome } = compareAlternatives(alternativesOf(readScope(observed)), alternativesOf(readScope(expected)));
  return outcome === "mismatch" ? `another scope: ${scopeText(observed)}, expected ${scopeText(expected)}` : undefined;
}

/** A scope as written, its blanks folded. */
export const scopeText = ({ alternatives }: ScopeNode): string =>
  alternatives.map((phrases) => phrases.map(({ text }) => text).join(" or ")).join(", ");
