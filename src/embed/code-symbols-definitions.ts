/** Symbols of languages that no parser of ours reads: by how a definition opens its line. */

import type { CodeLanguageId } from "./code-languages.ts";
import type { CodePiece } from "./code-scan.ts";
import type { CodeSymbol } from "./code-symbols.ts";
import { afterLineBreak, lineEndAt } from "./lines.ts";

interface Definition {
  /** Matches at the start of a line, blanks and all; its first group is the name. */
  readonly pattern: RegExp;
  readonly kind: CodeSymbol["kind"];
}

const table: Partial<Record<CodeLanguageId, readonly Definition[]>> = {
  julia: [
    {
      pattern: /[ \t]{0,40}(?:mutable[ \t]{1,4})?(?:struct|abstract type|primitive type|module)[ \t]{1,4}([\p{L}_][\p{L}\p{N}_!]{0,99})/duy,
      kind: "class",
    },
    {
      pattern: /[ \t]{0,40}(?:function|macro)[ \t]{1,4}(?:[\p{L}_][\p{L}\p{N}_]{0,99}\.)?([\p{L}_][\p{L}\p{N}_!]{0,99})/duy,
      kind: "function",
    },
    { pattern: /([\p{L}_][\p{L}\p{N}_!]{0,99})\([^\n\r=]{0,200}\)[ \t]{0,4}=(?!=)/duy, kind: "function" },
    { pattern: /(?:const[ \t]{1,4})?([\p{L}_][\p{L}\p{N}_!]{0,99})[ \t]{0,40}=(?!=)/duy, kind: "variable" },
  ],
  matlab: [
    { pattern: /[ \t]{0,40}classdef[ \t]{1,4}([A-Za-z]\w{0,99})/dy, kind: "class" },
    { pattern: /[ \t]{0,40}function[ \t]{1,4}(?:[^\n\r=(]{1,200}=[ \t]{0,4})?([A-Za-z][\w.]{0,99})/dy, kind: "function" },
    { pattern: /([A-Za-z]\w{0,99})[ \t]{0,40}=(?!=)/dy, kind: "variable" },
  ],
  r: [
    { pattern: /([\p{L}.][\p{L}\p{N}_.]{0,99})[ \t]{0,40}(?:<-|=)[ \t]{0,4}function\b/duy, kind: "function" },
    { pattern: /([\p{L}.][\p{L}\p{N}_.]{0,99})[ \t]{0,40}(?:<-|=(?!=))/duy, kind: "variable" },
  ],
  rust: [
    {
      pattern: /[ \t]{0,40}(?:pub(?:\([a-z]{1,9}\))?[ \t]{1,4})?(?:struct|enum|trait|union|mod|type)[ \t]{1,4}(\p{L}\w{0,99})/duy,
      kind: "class",
    },
    {
      pattern: /[ \t]{0,40}(?:pub(?:\([a-z]{1,9}\))?[ \t]{1,4})?(?:(?:const|async|unsafe)[ \t]{1,4}){0,3}fn[ \t]{1,4}([\p{L}_]\w{0,99})/duy,
      kind: "function",
    },
    { pattern: /(?:pub(?:\([a-z]{1,9}\))?[ \t]{1,4})?(?:const|static)[ \t]{1,4}(\p{L}\w{0,99})/duy, kind: "variable" },
  ],
};

/** The definitions of a program, line by line, without those in comments and strings. Their spans are their lines. */
export function definitionSymbols(text: string, language: CodeLanguageId, pieces: readonly CodePiece[]): CodeSymbol[] {
  const definitions = table[language] ?? [];
  const symbols: CodeSymbol[] = [];
  let piece = 0;
  for (let start = 0; start < text.length; ) {
    const end = lineEndAt(text, start);
    while ((pieces[piece]?.end ?? Number.POSITIVE_INFINITY) <= start) piece++;
    const within = (pieces[piece]?.start ?? Number.POSITIVE_INFINITY) < start;
    const found = within ? undefined : firstMatch(text, start, end, definitions);
    if (found) symbols.push({ path: found.name, name: found.name, kind: found.kind, span: { start, end }, nameSpan: found.nameSpan });
    const next = afterLineBreak(text, end);
    if (next === end) break;
    start = next;
  }
  return symbols;
}

function firstMatch(text: string, start: number, end: number, definitions: readonly Definition[]) {
  for (const { pattern, kind } of definitions) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    const name = found?.[1];
    if (!found || name === undefined || pattern.lastIndex > end) continue;
    const at = found.indices?.[1]?.[0] ?? start;
    return { name, kind, nameSpan: { start: at, end: at + name.length } };
  }
  return undefined;
}
