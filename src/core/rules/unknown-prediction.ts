import { unknownId } from "./unknown-id.ts";

export const unknownPrediction = unknownId({
  code: "unknown-prediction",
  title: "The id of a prediction that nothing defines",
  role: "prediction",
  words: ["prediction"],
  called: "prediction",
  stub: (id) => [`prediction ${id}: "what must be observed"`, 'falsified if "what would show it wrong"'],
});
