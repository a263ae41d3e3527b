/** A card for an editor that shows plain text alone. */
import { plain } from "../core/features/plain.ts";
import type { Card } from "../core/service.ts";

/** The card's lines, its sections with a blank line between them. */
export function plainCard({ title, kind, sections }: Card): string {
  const blocks = [kind ? `${plain(title)} (${kind})` : plain(title)];
  for (const section of sections) {
    if (section.lines.length === 0) continue;
    const lines = section.lines.map((line) => `${section.list ? "- " : ""}${plain(line)}`);
    blocks.push([...(section.title ? [section.title] : []), ...lines].join("\n"));
  }
  return blocks.join("\n\n");
}
