/** What every service needs: whom it answers, what it asks, and how to count lines in files that are no documents of Lamina. */
import type { Connection } from "vscode-languageserver";
import type { SourceDocument } from "../../core/service.ts";
import type { LineMap } from "../../core/text.ts";
import { normalUri } from "../../core/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";

export interface ServiceOptions {
  /** The lines of any file that a reply may lead to: a bibliography, an atlas that ships. */
  readonly linesOf: (uri: string) => Promise<LineMap | undefined>;
  /** Whether the client has Lamina's own commands, such as `lamina.showColumn`. */
  readonly hasCommands: () => boolean;
}

export interface ServiceContext extends ServiceOptions {
  readonly connection: Connection;
  readonly workspace: Workspace;
}

/** A document of the workspace, open or on disk, by its address as an editor writes it. */
export const documentOf = (workspace: Workspace, uri: string): SourceDocument | undefined =>
  workspace.source(uri) ?? workspace.snapshot.documents.get(normalUri(uri));
