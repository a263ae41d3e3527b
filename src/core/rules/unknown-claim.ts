import { unknownId } from "./unknown-id.ts";

export const unknownClaim = unknownId({
  code: "unknown-claim",
  title: "The id of a claim that nothing defines",
  role: "claim",
  words: ["claim", "mapping"],
  called: "claim",
  stub: (id) => [`claim ${id}: ? as ?`],
});
