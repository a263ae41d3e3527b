/** What the status bar says of the workspace's claims. */
import type { StatusChanged } from "../protocol/requests.ts";

/** What the words are made of. */
type Counts = Pick<StatusChanged, "claims" | "withoutEvidence" | "indexing">;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/**
 * `24 claims, 5 without evidence`; undefined where there is nothing to say: no claims, and no document open
 * that could hold one.
 */
export function statusText({ claims, withoutEvidence, indexing }: Counts, documentOpen: boolean): string | undefined {
  if (claims === 0 && !documentOpen) return undefined;
  if (indexing) return "indexing…";
  if (claims === 0) return "no claims yet";
  const all = count(claims, "claim", "claims");
  return withoutEvidence === 0 ? all : `${all}, ${withoutEvidence} without evidence`;
}

/** The same in a sentence, for the tooltip. */
export function statusTooltip({ claims, withoutEvidence, indexing }: Counts): string {
  if (indexing) return "Lamina is reading the documents of this workspace.";
  if (claims === 0) return "There are no mapping claims in this workspace yet.";
  const lacking =
    withoutEvidence === 0
      ? "For none of them evidence is missing."
      : `${count(withoutEvidence, "of them has", "of them have")} no supporting evidence.`;
  return `${count(claims, "mapping claim", "mapping claims")} in this workspace. ${lacking}`;
}
