/** Hover on the words for parts in the running text of a manuscript. */
import type { Snapshot } from "../model/snapshot.ts";
import type { Span } from "../text.ts";
import type { Card } from "./card.ts";
import { partCard } from "./part-card.ts";

/** Words that stand in any text without speaking of the cortex or of a transformer, and that atlases know as synonyms. */
const everyday: ReadonlySet<string> = new Set([
  "a",
  "g",
  "h",
  "l",
  "k",
  "v",
  "q",
  "e",
  "area",
  "token",
  "block",
  "mask",
  "decoder",
  "encoder",
]);

/**
 * Whether a project uses Lamina, so that its prose may be explained: it has a claim or an atlas of its own somewhere.
 */
export function usesLamina(snapshot: Snapshot): boolean {
  for (const { region } of snapshot.regions()) if (region.document.items.some((item) => item.form === "item")) return true;
  return false;
}

/** Whether a word in prose is the name of exactly one part, and not an everyday word or a single letter. */
export const knownInProse = (name: string, uri: string, snapshot: Snapshot): boolean =>
  !everyday.has(name.toLowerCase()) && name.length > 1 && snapshot.names(uri).find(name).parts.length === 1;

/** The card for words of the running text; `span` as the host's prose search found them. */
export function proseHover(name: string, span: Span, uri: string, snapshot: Snapshot): Card | undefined {
  const [part, ...others] = snapshot.names(uri).find(name).parts;
  return part && others.length === 0 ? partCard(part, span, uri, snapshot) : undefined;
}
