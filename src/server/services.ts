/** The services beyond hover, completion, definition and findings: what they offer, and who answers. */
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Workspace } from "../workspace/workspace.ts";
import { codeActionKinds, registerActions } from "./services/actions.ts";
import { legend, registerColours } from "./services/colours.ts";
import type { ServiceContext, ServiceOptions } from "./services/context.ts";
import { registerMargins } from "./services/margins.ts";
import { registerAssumptions, registerNavigation } from "./services/navigation.ts";
import { registerRenaming } from "./services/renaming.ts";
import { choosesLanguages, offerFormatting, registerFormatting, registerShape } from "./services/shape.ts";

/** How long changes are gathered before the editor is told to ask again, in milliseconds. */
const refreshDelay = 200;

/** What the services offer to a client. */
export function serviceCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    ...(!choosesLanguages(client) && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    documentLinkProvider: {},
    callHierarchyProvider: true,
    codeActionProvider: { codeActionKinds },
  };
}

export interface Services {
  /** What is offered to the client, which is remembered. */
  capabilities(client: ClientCapabilities): ServerCapabilities;
  /** The client listens: offers what can only be offered now. */
  start(): void;
  /** Findings of these documents may be other than before; the editor asks again for what it shows of others. */
  refresh(concerned: ReadonlySet<string>): void;
}

/** Registers the answers. To be called before the connection listens. */
export function registerServices(connection: Connection, workspace: Workspace, options: ServiceOptions): Services {
  const context: ServiceContext = { ...options, connection, workspace };
  registerNavigation(context);
  registerAssumptions(context);
  registerRenaming(context);
  registerShape(context);
  registerFormatting(context);
  registerColours(context);
  registerMargins(context);
  registerActions(context);
  return new Refresher(connection, workspace);
}

/** Tells the editor to ask again where a change in one document shows in another, once for a burst of changes. */
class Refresher implements Services {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  #client: ClientCapabilities = {};
  #waiting = false;
  #shown = "";

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
  }

  capabilities(client: ClientCapabilities): ServerCapabilities {
    this.#client = client;
    return serviceCapabilities(client);
  }

  start(): void {
    if (choosesLanguages(this.#client)) offerFormatting(this.#connection);
  }

  refresh(concerned: ReadonlySet<string>): void {
    const { lenses, hints } = this.#workspace.checker.settings;
    const shown = `${lenses} ${hints}`;
    // of the one document that changes, the editor asks by itself
    if (this.#waiting || (concerned.size < 2 && shown === this.#shown)) return;
    this.#shown = shown;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#send();
    }, refreshDelay);
  }

  #send(): void {
    const { workspace } = this.#client;
    const ask = (supported: boolean | undefined, request: { readonly method: string }): void => {
      // an editor that is about to go may not answer
      if (supported) this.#connection.sendRequest(request.method).catch(() => undefined);
    };
    ask(workspace?.codeLens?.refreshSupport, CodeLensRefreshRequest);
    ask(workspace?.inlayHint?.refreshSupport, InlayHintRefreshRequest);
    ask(workspace?.semanticTokens?.refreshSupport, SemanticTokensRefreshRequest);
  }
}
