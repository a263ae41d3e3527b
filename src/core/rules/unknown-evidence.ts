import { unknownId } from "./unknown-id.ts";

export const unknownEvidence = unknownId({
  code: "unknown-evidence",
  title: "The id of evidence that nothing defines",
  role: "evidence",
  words: ["evidence", "model"],
  called: "evidence",
  stub: (id) => [`evidence ${id}: [@key]`, "type statement", 'shows "what the finding is"'],
});
