/** Semantic tokens: whole, a part, or what changed since the last time. */
import type { SemanticTokens, SemanticTokensEdit, SemanticTokensLegend } from "vscode-languageserver";
import { type SemanticToken, semanticTokens, tokenModifiers, tokenTypes } from "../../core/features/semantic-tokens.ts";
import type { SourceDocument } from "../../core/service.ts";
import { toSpan } from "../convert.ts";
import { documentOf, type ServiceContext } from "./context.ts";

export const legend: SemanticTokensLegend = {
  tokenTypes: tokenTypes.map(({ name }) => name),
  tokenModifiers: tokenModifiers.map(({ name }) => name),
};

/** Larger documents are coloured where they are looked at, not as a whole: hundreds of thousands of numbers a keystroke help nobody. */
const longestDocument = 300_000;

/** How many documents are remembered, so that an answer can be the difference to the one before. */
const mostRemembered = 32;

type Known = { readonly resultId: string; readonly data: number[] };

export function registerColours({ connection, workspace }: ServiceContext): void {
  const remembered = new Map<string, Known>();
  let answers = 0;
  const whole = (source: SourceDocument): Known => {
    const known = { resultId: String(++answers), data: encode(semanticTokens(workspace.snapshot, source.uri), source) };
    remembered.delete(source.uri);
    remembered.set(source.uri, known);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return known;
  };
  const { semanticTokens: feature } = connection.languages;
  // no answer leaves the document to the colours of its visible part
  const nothing = null as unknown as SemanticTokens;
  feature.on(({ textDocument }) => {
    const source = documentOf(workspace, textDocument.uri);
    return source && source.length <= longestDocument ? whole(source) : nothing;
  });
  feature.onDelta(({ textDocument, previousResultId }) => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source || source.length > longestDocument) return nothing;
    const before = remembered.get(source.uri);
    const { resultId, data } = whole(source);
    if (before?.resultId !== previousResultId) return { resultId, data };
    return { resultId, edits: difference(before.data, data) };
  });
  feature.onRange(({ textDocument, range }) => {
    const source = documentOf(workspace, textDocument.uri);
    return source ? { data: encode(semanticTokens(workspace.snapshot, source.uri, toSpan(source.lines, range)), source) } : nothing;
  });
}

/** The protocol's numbers: each token counts from the one before. */
function encode(tokens: readonly SemanticToken[], { lines }: SourceDocument): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const start = lines.positionAt(token.start);
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      token.end - token.start,
      token.type,
      token.modifiers,
    );
    ({ line, character } = start);
  }
  return data;
}

/** The one edit that makes the numbers of before those of now; none where they are the same. */
function difference(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - end - start, data: now.slice(start, now.length - end) }];
}
