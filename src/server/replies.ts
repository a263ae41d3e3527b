/** The engine's answers as the protocol's, one small function each. */
import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Position,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import { hostEdit } from "../core/features/host-edit.ts";
import { silencing } from "../core/features/silence.ts";
import { rulePageUri } from "../core/rules/pages.ts";
import type { Definition, Finding, OutlineEntry, Severity, Snapshot, SourceDocument, Suggestion, SuggestionKind } from "../core/service.ts";
import type { LineMap, Span } from "../core/text.ts";
import { START, toRange } from "./convert.ts";

const diagnosticSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding, source: SourceDocument, snapshot: Snapshot): Diagnostic {
  return {
    range: toRange(source.lines, finding.span),
    severity: diagnosticSeverity[finding.severity],
    source: "lamina",
    code: finding.rule,
    codeDescription: { href: rulePageUri(finding.rule) },
    message: finding.message,
    relatedInformation: finding.related.flatMap((place) => {
      const other = snapshot.documents.get(place.uri);
      return other ? [{ location: { uri: place.uri, range: toRange(other.lines, place.span) }, message: place.message }] : [];
    }),
  };
}

/**
 * The fixes of findings that touch a span, and last for each finding the one that silences it. The first fix of a finding
 * is the one to prefer where it is the only one.
 *
 * @param selects whether the client can put the caret where a fix leaves something to fill in
 */
export function toCodeActions(
  findings: readonly Finding[],
  span: Span,
  source: SourceDocument,
  snapshot: Snapshot,
  selects: boolean,
): CodeAction[] {
  const near = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
  const mending = near.flatMap((finding) => finding.fixes.map((fix) => ({ finding, ...fix, isPreferred: finding.fixes.length === 1 })));
  const silencings = near.flatMap((finding) => {
    const edit = silencing(finding, source);
    return edit ? [{ finding, title: `Silence ${finding.rule} here, with a reason`, edits: [edit], isPreferred: false }] : [];
  });
  return [...mending, ...silencings].map(({ finding, title, edits: proposed, isPreferred }): CodeAction => {
    const edits = proposed.map((edit) => hostEdit(source, edit));
    const stub = edits.find(({ text }) => text.includes(STUB));
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, source, snapshot)],
      isPreferred,
      edit: { changes: { [finding.uri]: edits.map((edit) => ({ range: toRange(source.lines, edit.span), newText: edit.text })) } },
      ...(selects && stub && { command: selectStub(finding.uri, source.lines.positionAt(stub.span.start)) }),
    };
  });
}

/** What a fix leaves for its writer to fill in. */
const STUB = "…";

const selectStub = (uri: string, from: Position): Command => ({
  title: "Fill in what is left open",
  command: "lamina.selectStub",
  arguments: [uri, from.line, from.character, STUB],
});

const completionKind: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  item: CompletionItemKind.Keyword,
  clause: CompletionItemKind.Keyword,
  part: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  id: CompletionItemKind.Variable,
  word: CompletionItemKind.Value,
  type: CompletionItemKind.Enum,
  atlas: CompletionItemKind.Module,
};

/** @param hasCommands whether the client can be told to show suggestions again, for what stands next */
export function toCompletionItem(suggestion: Suggestion, lines: LineMap, hasCommands: boolean): CompletionItem {
  const opensMore = hasCommands && (suggestion.kind === "item" || suggestion.kind === "clause");
  return {
    label: suggestion.label,
    kind: completionKind[suggestion.kind],
    detail: suggestion.detail,
    documentation: { kind: "markdown", value: suggestion.documentation },
    filterText: suggestion.filter ?? suggestion.label,
    sortText: String(suggestion.order).padStart(4, "0") + suggestion.label,
    textEdit: { range: toRange(lines, suggestion.span), newText: suggestion.text },
    ...(opensMore && { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }),
  };
}

export function toLocationLinks(definition: Definition, lines: LineMap, linesOf: (uri: string) => LineMap | undefined): LocationLink[] {
  return definition.targets.map((target) => {
    const targetLines = linesOf(target.uri);
    return {
      originSelectionRange: toRange(lines, definition.origin),
      targetUri: target.uri,
      targetRange: targetLines ? toRange(targetLines, target.span) : START,
      targetSelectionRange: targetLines ? toRange(targetLines, target.selection) : START,
    };
  });
}

/** What an editor shows an item as. */
export const symbolKind: Readonly<Record<string, SymbolKind>> = {
  claim: SymbolKind.Property,
  mapping: SymbolKind.Interface,
  prediction: SymbolKind.Boolean,
  evidence: SymbolKind.Field,
  source: SymbolKind.File,
  model: SymbolKind.Module,
  atlas: SymbolKind.Namespace,
  part: SymbolKind.EnumMember,
};

/** A definition for a client that takes places alone: without what was asked from, and how far what was found reaches. */
export const toLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});

/** An outline for a client that takes no tree: each entry names the one that it stands in. */
export function toFlatSymbols(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, selectionRange, children = [] }) => [
    { name, kind, location: { uri, range: selectionRange }, ...(container !== undefined && { containerName: container }) },
    ...toFlatSymbols(children, uri, name),
  ]);
}

export function toDocumentSymbol(entry: OutlineEntry, lines: LineMap): DocumentSymbol {
  return {
    name: entry.name || entry.word,
    detail: entry.detail,
    kind: symbolKind[entry.word] ?? SymbolKind.Object,
    range: toRange(lines, entry.span),
    selectionRange: toRange(lines, entry.selection),
    children: entry.children.map((child) => toDocumentSymbol(child, lines)),
  };
}
