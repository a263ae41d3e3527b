/**
 * LaTeX: Lamina stands in the environment `lamina` and in comments that open with `lamina:`; `\claim{id}{text}` links a
 * statement to a claim. Nothing counts within verbatim text, and nothing after `\end{document}`.
 */

import { applyEdit, type Edit } from "../core/text.ts";
import type { Embedding } from "./embedding.ts";
import { LatexScan } from "./latex-scan.ts";

/** Reads a LaTeX document. Never throws; takes time in proportion to the length of the text, whatever the text is. */
export function embedLatex(text: string): Embedding {
  const { found, prose } = new LatexScan(text);
  const { regions, bibliographies, anchors, citations, inputs, comments } = found;
  return { regions, prose: prose.spans, bibliographies, anchors, citations, inputs, comments, formulas: prose.formulas };
}

/**
 * The embedding after an edit: the same as `embedLatex` gives for the new text. It reads all of it again, because that
 * costs little: half a millisecond for a manuscript of 100 KB, and less than 100 ms for one of 5 MB.
 */
export function editLatex(_old: Embedding, oldText: string, edit: Edit, newText: string = applyEdit(oldText, edit)): Embedding {
  return embedLatex(newText);
}
