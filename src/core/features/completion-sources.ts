/** Suggestions that come from the workspace: ids, and works that can be cited. */
import { referenceLine, shortCitation } from "../evidence/bibliography.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { escapeMarkdown } from "./card.ts";
import type { Suggestion } from "./completion.ts";

/**
 * The ids of items of these sorts.
 *
 * @param span what is replaced, in the host
 * @param self the item that is being written, which never names itself
 */
export function ids(words: readonly ItemWord[], span: Span, snapshot: Snapshot, self?: Item): Suggestion[] {
  const found: Suggestion[] = [];
  for (const declaration of snapshot.allDeclarations()) {
    if (!words.includes(declaration.word) || declaration.item === self) continue;
    const header = declaration.item.text.slice(declaration.item.header.start, declaration.item.header.end);
    found.push({
      label: declaration.id,
      kind: "id",
      detail: declaration.word,
      documentation: `\`\`\`lamina\n${header}\n\`\`\``,
      text: declaration.id,
      span,
      order: 10,
    });
  }
  return found;
}

/** Citation keys, written as a bare key, with its `@`, or as a whole citation, in place of a span of the host. */
export function references(span: Span, uri: string, snapshot: Snapshot, form: "key" | "at" | "citation"): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const links = snapshot.bibliographiesOf(uri).flatMap((link) => (link.bibliography ? [link.bibliography] : []));
  const bibliographies = [
    ...links.map((bibliography) => ({ bibliography, order: 0 })),
    { bibliography: snapshot.builtin.bibliography, order: 30 },
  ];
  for (const { bibliography, order } of bibliographies) {
    for (const entry of bibliography.entries) {
      if (found.has(entry.key)) continue;
      found.set(entry.key, {
        label: form === "key" ? entry.key : `@${entry.key}`,
        kind: "reference",
        detail: shortCitation(entry),
        documentation: escapeMarkdown(referenceLine(entry)),
        text: form === "key" ? entry.key : form === "at" ? `@${entry.key}` : `[@${entry.key}]`,
        span,
        filter: `${form === "key" ? "" : form === "at" ? "@" : "[@"}${entry.key} ${entry.title ?? ""}`,
        order,
      });
    }
  }
  return [...found.values()];
}
