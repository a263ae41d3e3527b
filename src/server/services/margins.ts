/** What is said beside the text: lenses above items, hints between words, links under them. */
import type { CodeLens, Command, Position } from "vscode-languageserver";
import { documentLinks } from "../../core/features/document-links.ts";
import { inlayHints } from "../../core/features/inlay-hints.ts";
import { type Lens, lensAt, lenses, lensPlaces } from "../../core/features/lenses.ts";
import type { SourceDocument } from "../../core/service.ts";
import { toOffset, toRange, toSpan } from "../convert.ts";
import { documentOf, type ServiceContext } from "./context.ts";

/** A document with more items than this has one lens for each, read when it comes in sight. */
const mostLenses = 1000;

export function registerMargins({ connection, workspace, hasCommands }: ServiceContext): void {
  connection.onCodeLens(({ textDocument }): CodeLens[] => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source || !workspace.checker.settings.lenses) return [];
    const places = lensPlaces(source);
    if (places.length > mostLenses) return places.map((span) => ({ range: toRange(source.lines, span), data: source.uri }));
    const shown = lenses(workspace.snapshot, source.uri).filter((lens) => lens.action !== "show-column" || hasCommands());
    return shown.map((lens) => {
      const range = toRange(source.lines, lens.span);
      return { range, command: commandOf(lens, source, hasCommands()) };
    });
  });
  connection.onCodeLensResolve((lens) => {
    const source = typeof lens.data === "string" ? documentOf(workspace, lens.data) : undefined;
    const found = source && lensAt(workspace.snapshot, source.uri, toOffset(source.lines, lens.range.start));
    return { ...lens, command: source && found ? commandOf(found, source, hasCommands()) : { title: "", command: "" } };
  });
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source || !workspace.checker.settings.hints) return [];
    return inlayHints(workspace.snapshot, source.uri, toSpan(source.lines, range)).map(({ at, label, tooltip }) => {
      const position: Position = source.lines.positionAt(at);
      return { position, label, tooltip, paddingLeft: true };
    });
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return [];
    return documentLinks(workspace.snapshot, source.uri).map(({ span, target, tooltip }) => ({
      range: toRange(source.lines, span),
      target,
      tooltip,
    }));
  });
}

/** A command without a name is a title that cannot be clicked. */
function commandOf({ title, action, span }: Lens, source: SourceDocument, hasCommands: boolean): Command {
  if (action === "show-column") return { title, command: "lamina.showColumn" };
  if (action !== "show-references" || !hasCommands) return { title, command: "" };
  // the id comes after the word that opens the item
  const word = /^\S+\s+@?/.exec(source.slice(span))?.[0].length ?? 0;
  const { line, character } = source.lines.positionAt(span.start + word);
  return { title, command: "lamina.showReferences", arguments: [source.uri, line, character] };
}
