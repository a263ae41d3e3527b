/** The shape of the text: what folds, what a growing selection takes, how it is laid out. */
import {
  type ClientCapabilities,
  type Connection,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeKind,
  type SelectionRange,
  type TextEdit,
} from "vscode-languageserver";
import { folds } from "../../core/features/folding.ts";
import { format, formatAfterLineBreak } from "../../core/features/formatting.ts";
import { selectionRanges } from "../../core/features/selection-ranges.ts";
import type { SourceDocument } from "../../core/service.ts";
import type { Edit } from "../../core/text.ts";
import { toOffset, toRange, toSpan } from "../convert.ts";
import { documentOf, type ServiceContext } from "./context.ts";

const foldKind = { item: undefined, comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };

export const toTextEdits = (edits: readonly Edit[], { lines }: SourceDocument): TextEdit[] =>
  edits.map(({ span, text }) => ({ range: toRange(lines, span), newText: text }));

export function registerShape({ connection, workspace }: ServiceContext): void {
  connection.onFoldingRanges(({ textDocument }) => {
    const source = documentOf(workspace, textDocument.uri);
    return (source ? folds(source) : []).map(({ span, kind }) => {
      const { start, end } = toRange((source as SourceDocument).lines, span);
      const name = foldKind[kind];
      return { startLine: start.line, endLine: end.line, ...(name && { kind: name }) };
    });
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const source = documentOf(workspace, textDocument.uri);
    return positions.map((position): SelectionRange => {
      const spans = source ? selectionRanges(workspace.snapshot, source.uri, toOffset(source.lines, position)) : [];
      // outside Lamina there is nothing to grow to
      const ranges = source && spans.length > 0 ? spans.map((span) => toRange(source.lines, span)) : [{ start: position, end: position }];
      return ranges.reduceRight<SelectionRange | undefined>(
        (parent, range) => ({ range, ...(parent && { parent }) }),
        undefined,
      ) as SelectionRange;
    });
  });
}

export function registerFormatting({ connection, workspace }: ServiceContext): void {
  const known = (uri: string): SourceDocument | undefined => documentOf(workspace, uri);
  connection.onDocumentFormatting(({ textDocument }) => {
    const source = known(textDocument.uri);
    return source ? toTextEdits(format(source), source) : [];
  });
  connection.onDocumentRangeFormatting(({ textDocument, range }) => {
    const source = known(textDocument.uri);
    return source ? toTextEdits(format(source, toSpan(source.lines, range)), source) : [];
  });
  connection.onDocumentOnTypeFormatting(({ textDocument, position }) => {
    const source = known(textDocument.uri);
    return source ? toTextEdits(formatAfterLineBreak(source, toOffset(source.lines, position)), source) : [];
  });
}

/**
 * Whether the client lets us say for which languages we format. An editor asks its user to choose where a language has
 * two formatters, and then formats nothing on save until that is done: so that nobody's Markdown formatter is stopped by
 * Lamina, it is one for `.lamina` files alone, and the fences of a manuscript are formatted by a source action.
 */
export const choosesLanguages = (client: ClientCapabilities): boolean =>
  client.textDocument?.formatting?.dynamicRegistration === true && client.textDocument.rangeFormatting?.dynamicRegistration === true;

/** Offers formatting for files of Lamina alone. */
export function offerFormatting(connection: Connection): void {
  const documentSelector = [{ language: "lamina" }];
  const offers = [
    connection.client.register(DocumentFormattingRequest.type, { documentSelector }),
    connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
  ];
  // an editor that does not take the offer formats nothing
  for (const offer of offers) offer.catch(() => undefined);
}
