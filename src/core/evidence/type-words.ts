/** Sets of evidence types in the fewest words that a claim may write for them. */
import { evidenceTypes } from "./types.ts";

const families = new Map<string, string[]>();
for (const { id, family } of evidenceTypes) families.set(family, [...(families.get(family) ?? []), id]);

/** `[anatomy_light, anatomy_em, behaviour]` as `[anatomy, behaviour]`, in the order of the vocabulary. */
export function typeWords(types: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (const [family, members] of families) {
    if (members.length > 1 && members.every((id) => types.includes(id))) words.push(family);
    else words.push(...members.filter((id) => types.includes(id)));
  }
  return words;
}
