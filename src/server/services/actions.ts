/** Code actions: fixes where the caret is, and what mends or formats the whole document. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { acceptData } from "../../core/features/accept-data.ts";
import { fixAll } from "../../core/features/fix-all.ts";
import { format } from "../../core/features/formatting.ts";
import type { SourceDocument } from "../../core/service.ts";
import type { Edit } from "../../core/text.ts";
import { toSpan } from "../convert.ts";
import { toCodeActions } from "../replies.ts";
import { documentOf, type ServiceContext } from "./context.ts";
import { toTextEdits } from "./shape.ts";

const FIX_ALL = `${CodeActionKind.SourceFixAll}.lamina`;
const FORMAT = `${CodeActionKind.Source}.format.lamina`;

export const codeActionKinds: string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL, FORMAT];

/** Whether actions of a kind are asked for; an editor that names no kinds asks for all. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));

export function registerActions({ connection, workspace, hasCommands }: ServiceContext): void {
  connection.onCodeAction(({ textDocument, range, context: { only } }): CodeAction[] => {
    const source = documentOf(workspace, textDocument.uri);
    if (!source) return [];
    const actions: CodeAction[] = [];
    const whole = (title: string, kind: string, edits: readonly Edit[]): void => {
      if (edits.length > 0) actions.push({ title, kind, edit: { changes: { [source.uri]: toTextEdits(edits, source) } } });
    };
    const findings = isWanted(CodeActionKind.QuickFix, only) || isWanted(FIX_ALL, only) ? workspace.checker.findings(source.uri) : [];
    if (isWanted(CodeActionKind.QuickFix, only))
      actions.push(...toCodeActions(findings, toSpan(source.lines, range), source, workspace.snapshot, hasCommands()));
    if (isWanted(CodeActionKind.RefactorRewrite, only)) {
      const edit = acceptData(workspace.snapshot, source.uri, toSpan(source.lines, range).start);
      if (edit) whole("Accept what the file gives now", CodeActionKind.RefactorRewrite, [edit]);
    }
    if (isWanted(FIX_ALL, only)) whole("Fix all plain slips of Lamina in this document", FIX_ALL, fixAll(findings));
    if (only !== undefined && isWanted(FORMAT, only) && !isLaminaAlone(source))
      whole("Format the Lamina in this document", FORMAT, format(source));
    return actions;
  });
}

/** Whether the document is a file of Lamina, which has a formatter of its own. */
const isLaminaAlone = (source: SourceDocument): boolean => {
  const [only, ...others] = source.regions;
  return only !== undefined && others.length === 0 && only.document.length === source.length;
};
