/** Keeps the claims explorer fed: its groups whenever they differ, the claims of a group when it is opened. */
import type { Connection } from "vscode-languageserver";
import { normalUri } from "../core/uri.ts";
import {
  type ExplorerChanged,
  type ExplorerChildren,
  type ExplorerChildrenResult,
  type ExplorerPlace,
  type ExplorerPlaceResult,
  explorerChanged,
  explorerChildren,
  explorerPlace,
  type Grouping,
  groupings,
  type WatchExplorer,
  watchExplorer,
} from "../protocol/explorer.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { claimsInDocument } from "./claims-in-document.ts";
import { toRange } from "./convert.ts";
import { gather, summary } from "./explorer-groups.ts";

/** How long changes are gathered before the claims are gathered again, in milliseconds. */
const DELAY = 250;

export class Explorer {
  readonly #workspace: Workspace;
  readonly #connection: Connection;
  #grouping: Grouping | undefined;
  #waiting = false;
  #sent = "";

  /** Registers the answers; to be made before the connection listens. */
  constructor(workspace: Workspace, connection: Connection) {
    this.#workspace = workspace;
    this.#connection = connection;
    connection.onNotification(watchExplorer, ({ grouping }: WatchExplorer) => {
      this.#grouping = groupings.find((known) => known === grouping);
      this.#sent = "";
      this.#send();
    });
    connection.onRequest(explorerChildren, ({ grouping, group }: ExplorerChildren): ExplorerChildrenResult => {
      const found = gather(workspace.snapshot, grouping).find(({ id }) => id === group);
      return (found?.rows ?? []).map((row) => row.make());
    });
    connection.onRequest(explorerPlace, (asked: ExplorerPlace) => this.#place(asked));
  }

  /** The workspace changed: sends the groups where they differ, once for a burst of changes. */
  refresh(): void {
    if (this.#grouping === undefined || this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#send();
    }, DELAY);
  }

  #send(): void {
    const grouping = this.#grouping;
    if (grouping === undefined) return;
    const message: ExplorerChanged = { grouping, groups: gather(this.#workspace.snapshot, grouping).map(summary) };
    const text = JSON.stringify(message);
    if (text === this.#sent) return;
    this.#sent = text;
    void this.#connection.sendNotification(explorerChanged, message);
  }

  #place({ uri, claim, sentence }: ExplorerPlace): ExplorerPlaceResult {
    const source = this.#workspace.snapshot.documents.get(normalUri(uri));
    if (!source) return null;
    if (sentence !== undefined) {
      const anchor = source.anchors[sentence] ?? source.anchors.find(({ id }) => id === claim);
      return anchor ? toRange(source.lines, anchor.text) : null;
    }
    for (const each of claimsInDocument(source)) if (each.key === claim) return toRange(source.lines, each.header());
    return null;
  }
}
