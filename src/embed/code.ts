/**
 * Programs: Lamina stands in comments that open with `lamina:`, and in fences within docstrings and comments. Nothing in
 * a string counts.
 */

import { commentRegions } from "./code-comments.ts";
import type { CodeLanguage } from "./code-languages.ts";
import { scanCode } from "./code-scan.ts";
import type { Embedding } from "./embedding.ts";

const nothing: Embedding = { regions: [], prose: [], bibliographies: [] };

/**
 * Reads a program. Never throws; takes time in proportion to the length of the text, and next to none for one that does
 * not hold the word `lamina`.
 */
export function embedCode(text: string, language: CodeLanguage): Embedding {
  if (!/lamina/i.test(text)) return nothing;
  return { ...nothing, regions: commentRegions(text, scanCode(text, language)) };
}
