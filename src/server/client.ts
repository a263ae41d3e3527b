/** What the editor at the other end can do, by its own word. Every editor speaks the protocol; few take all that it has. */
import type { InitializeParams } from "vscode-languageserver";
import { hosts } from "../embed/host.ts";
import type { StartOptions } from "../protocol/requests.ts";

export interface Client {
  readonly options: StartOptions;
  /** Whether it is Lamina's own, which has commands of Lamina and shows HTML in cards. */
  readonly isOwn: boolean;
  /** The folders that are open. */
  readonly roots: readonly string[];
  /** Whether it answers when it is asked for settings. */
  readonly answersForSettings: boolean;
  readonly takesMarkdown: boolean;
  /** Whether definitions may say what was asked from. */
  readonly takesLinks: boolean;
  /** Whether an outline may be a tree. */
  readonly takesTrees: boolean;
  /** Who looks after files that change on disk: the client unasked, the client if it is asked to, or else the server. */
  readonly watching: "unasked" | "asked" | "server";
}

export function clientOf({ capabilities, initializationOptions, rootUri, workspaceFolders }: InitializeParams): Client {
  const options = (initializationOptions ?? {}) as StartOptions;
  const { textDocument, workspace } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  const canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  return {
    options,
    isOwn: options.htmlInHovers === true,
    // an editor that knows no workspace folders has one root, or none
    roots: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    answersForSettings: workspace?.configuration === true,
    takesMarkdown: formats === undefined || formats.includes("markdown"),
    takesLinks: textDocument?.definition?.linkSupport === true,
    takesTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    watching: options.watchesFiles === true ? "unasked" : canWatch ? "asked" : "server",
  };
}

/**
 * The settings in what a client sends unasked: at its start, or when they change. They may stand under `lamina`, under
 * `settings`, or under one in the other.
 */
export function settingsIn(sent: unknown): unknown {
  let found = sent;
  for (const name of ["settings", "lamina"]) {
    if (typeof found === "object" && found !== null && name in found) found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

/** Bibliographies and tables of data: what documents name, besides each other. */
const others = [".bib", ".json", ".csv", ".tsv", ".tab"];

/** The files whose changes concern the server, as the protocol writes patterns. */
export const watchedPatterns: readonly string[] = [...new Set([...hosts.flatMap(({ extensions }) => extensions), ...others])].map(
  (ending) => `**/*${ending}`,
);
