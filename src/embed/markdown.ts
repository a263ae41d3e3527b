/** Markdown, with its dialects MyST, Quarto and R Markdown: Lamina stands in fences, and in prose as words. */

import type { Embedding } from "./embedding.ts";
import { contentStart, frontMatterBibliographies } from "./front-matter.ts";
import { readDocument } from "./plain-blocks.ts";

/** Reads a Markdown document. Never throws; text that is no Markdown has prose and no regions. */
export function embedMarkdown(text: string): Embedding {
  const start = contentStart(text);
  const { regions, prose, blocks, definitions } = readDocument(text, start);
  return {
    regions,
    prose,
    bibliographies: frontMatterBibliographies(text),
    structure: { contentStart: start, blocks, definitions },
  };
}
