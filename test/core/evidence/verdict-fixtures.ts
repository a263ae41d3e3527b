/** Predictions as text, with the evidence and the data that they name. */
import type { DataResult } from "../../../src/core/data/result.ts";
import type { PredictionVerdict } from "../../../src/core/evidence/verdict.ts";
import { verdictIn } from "../../../src/core/evidence/verdict-world.ts";
import { meaningOf, type PredictionMeaning } from "../../../src/core/model/meaning.ts";
import type { Snapshot } from "../../../src/core/model/snapshot.ts";
import { project } from "../project.ts";

/** The predictions of a workspace, by their ids. */
export function predictionsIn(snapshot: Snapshot): ReadonlyMap<string, PredictionMeaning> {
  const found = new Map<string, PredictionMeaning>();
  for (const { item } of snapshot.allDeclarations()) {
    const meaning = meaningOf(item);
    if (meaning.kind === "prediction") found.set(meaning.id?.text ?? "", meaning);
  }
  return found;
}

/** The predictions of a text, by their ids. */
export const predictionsOf = (text: string): ReadonlyMap<string, PredictionMeaning> => predictionsIn(project(text).snapshot);

/** The only prediction of a text. */
export function predictionOf(text: string): PredictionMeaning {
  const [only] = predictionsOf(text).values();
  if (!only) throw new Error("The text has no prediction.");
  return only;
}

/** The verdict on the prediction `p` of these clauses; `more` is what else stands in the file. */
export function verdictOn(clauses: string, more = "", data: (file: string) => DataResult | undefined = () => undefined): PredictionVerdict {
  const { snapshot } = project(`prediction p: "It is so"\n${clauses}\n${more}`);
  const [declaration] = snapshot.declarations("p");
  const meaning = declaration && meaningOf(declaration.item);
  if (meaning?.kind !== "prediction") throw new Error("The text has no prediction p.");
  return verdictIn(meaning, snapshot, (node) => data(node.file.value));
}

/** A verdict and how each observation lies, in short. */
export const inShort = ({ verdict, observations }: PredictionVerdict): readonly string[] => [
  verdict,
  ...observations.map(({ lies, reason }) => lies ?? reason ?? "?"),
];
