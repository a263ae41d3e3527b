/** Cards and pages, which are Markdown, as a terminal shows them. */
import { plain } from "../core/features/plain.ts";
import type { Card } from "../core/service.ts";

const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";

/** A card as lines of text. */
export function cardText(card: Card, colour: boolean): string {
  const bold = (text: string): string => (colour ? `${BOLD}${text}${PLAIN}` : text);
  let text = `${bold(plain(card.title))}${card.kind ? `  ${colour ? `${DIM}${card.kind}${PLAIN}` : `(${card.kind})`}` : ""}\n`;
  for (const { title, lines, list } of card.sections) {
    if (lines.length === 0) continue;
    text += `\n${title ? `${bold(title)}\n` : ""}`;
    for (const line of lines) text += `${title || list ? "  " : ""}${list ? "- " : ""}${plain(line)}\n`;
  }
  return text;
}

/** A page of the manual: as it is written, its headings set off. */
export const pageText = (page: string, colour: boolean): string =>
  colour ? page.replace(/^#+ .*$/gm, (line) => `${BOLD}${line}${PLAIN}`) : page;

export { plain };

/** `1 claim`, `2 claims`. */
export const plural = (count: number, word: string, several = `${word}s`): string => `${count} ${count === 1 ? word : several}`;
