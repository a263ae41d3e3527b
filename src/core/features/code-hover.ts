/** Hover on the names that real model code gives to parts: `q_proj`, `rotary_emb`, `L23E`. */
import { type NamedInCode, partsNamed } from "../atlas/code-names.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type Card, type CardSection, code, escapeMarkdown } from "./card.ts";
import { partCard } from "./part-card.ts";

/** The card of what a name at an offset of a program stands for; undefined where no atlas knows it, or it is an everyday word. */
export function codeHover(snapshot: Snapshot, uri: string, offset: number): Card | undefined {
  const source = snapshot.documents.get(uri);
  const term = source?.program?.termAt(offset);
  if (!source || !term) return undefined;
  const isAnnotated = source.regions.length > 0;
  // words that programs are full of mean a part only in a program that says that it is a model
  const found = partsNamed(term.path, snapshot.atlases).filter((each) => !each.isCommonWord || (isAnnotated && each.how !== "bare"));
  const parts = [...new Set(found.map(({ part }) => part))];
  const [part, ...others] = parts;
  if (!part) return undefined;
  if (others.length > 0) {
    const lines = parts.map((each) => `${code(each.id)} **${escapeMarkdown(each.label)}**: ${escapeMarkdown(each.means ?? "")}`);
    return {
      span: term.span,
      title: code(term.path),
      kind: "a name that code gives to several parts",
      sections: [{ list: true, lines }, inCode(found)],
    };
  }
  const card = partCard(part, term.span, uri, snapshot);
  return { ...card, sections: [inCode(found), ...card.sections] };
}

const inCode = (found: readonly NamedInCode[]): CardSection => ({
  title: "In code",
  list: found.length > 1,
  lines: found.map(
    ({ name, framework, checked, detail }) =>
      `${code(name)} in ${escapeMarkdown(framework)}${detail ? `: ${escapeMarkdown(detail)}` : ""} · *${checked ? "read in its code" : "from memory"}*`,
  ),
});
