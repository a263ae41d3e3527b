/** References, highlights, symbols of the workspace, and what a claim assumes. */
import { type CallHierarchyItem, DocumentHighlightKind, type Location, SymbolKind } from "vscode-languageserver";
import { type AssumingClaim, assumed, assuming, claimsAt } from "../../core/features/call-hierarchy.ts";
import { highlights } from "../../core/features/highlights.ts";
import { references } from "../../core/features/references.ts";
import { workspaceSymbols } from "../../core/features/workspace-symbols.ts";
import type { LineMap } from "../../core/text.ts";
import { toOffset, toRange } from "../convert.ts";
import { symbolKind } from "../replies.ts";
import { documentOf, type ServiceContext } from "./context.ts";

export function registerNavigation({ connection, workspace, linesOf }: ServiceContext): void {
  connection.onReferences(async ({ textDocument, position, context }): Promise<Location[]> => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return [];
    const { snapshot } = workspace;
    const found = references(snapshot, source.uri, toOffset(source.lines, position), context.includeDeclaration);
    const lines = new Map<string, LineMap | undefined>();
    for (const { uri } of found) if (!lines.has(uri)) lines.set(uri, snapshot.documents.get(uri)?.lines ?? (await linesOf(uri)));
    return found.flatMap(({ uri, span }) => {
      const map = lines.get(uri);
      return map ? [{ uri, range: toRange(map, span) }] : [];
    });
  });
  connection.onDocumentHighlight(({ textDocument, position }) => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return [];
    return highlights(workspace.snapshot, source.uri, toOffset(source.lines, position)).map(({ span, declares }) => ({
      range: toRange(source.lines, span),
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });
  connection.onWorkspaceSymbol(({ query }) =>
    workspaceSymbols(workspace.snapshot, query).flatMap(({ name, detail, word, uri, span }) => {
      const source = workspace.snapshot.documents.get(uri);
      if (!source) return [];
      const location = { uri, range: toRange(source.lines, span) };
      return [{ name, kind: symbolKind[word] ?? SymbolKind.Object, containerName: detail, location }];
    }),
  );
}

/** The call hierarchy, where calling is assuming. */
export function registerAssumptions({ connection, workspace }: ServiceContext): void {
  const { callHierarchy } = connection.languages;
  const toItem = (claim: AssumingClaim): CallHierarchyItem[] => {
    const lines = documentOf(workspace, claim.uri)?.lines;
    if (!lines) return [];
    return [
      {
        name: claim.name,
        detail: claim.detail,
        kind: symbolKind[claim.isFamily ? "mapping" : "claim"] ?? SymbolKind.Event,
        uri: claim.uri,
        range: toRange(lines, claim.span),
        selectionRange: toRange(lines, claim.selection),
      },
    ];
  };
  callHierarchy.onPrepare(({ textDocument, position }) => {
    const source = documentOf(workspace, textDocument.uri);
    return source ? claimsAt(workspace.snapshot, source.uri, toOffset(source.lines, position)).flatMap(toItem) : null;
  });
  callHierarchy.onOutgoingCalls(({ item }) => {
    const source = documentOf(workspace, item.uri);
    if (!source) return null;
    const found = assumed(workspace.snapshot, source.uri, toOffset(source.lines, item.selectionRange.start));
    return found.flatMap(({ claim, from }) =>
      toItem(claim).map((to) => ({ to, fromRanges: from.map((span) => toRange(source.lines, span)) })),
    );
  });
  callHierarchy.onIncomingCalls(({ item }) => {
    const source = documentOf(workspace, item.uri);
    if (!source) return null;
    const found = assuming(workspace.snapshot, source.uri, toOffset(source.lines, item.selectionRange.start));
    return found.flatMap(({ claim, from }) => {
      const lines = documentOf(workspace, claim.uri)?.lines;
      return lines ? toItem(claim).map((caller) => ({ from: caller, fromRanges: from.map((span) => toRange(lines, span)) })) : [];
    });
  });
}
