/** How documents were looked at in the column view, kept with the workspace: over a reload, and until a view is opened again. */
import type * as vscode from "vscode";
import { type Left, readLeft } from "../protocol/webview.ts";

const storageKey = "lamina.column.left";

/** How many documents are remembered; those that were not looked at for the longest time go first. */
const most = 50;

export class LeftDocuments {
  readonly #state: Pick<vscode.Memento, "get" | "update">;
  readonly #documents: Map<string, Left>;

  constructor(state: Pick<vscode.Memento, "get" | "update">) {
    this.#state = state;
    const kept = state.get<unknown>(storageKey);
    const entries = Array.isArray(kept) ? kept.slice(-most) : [];
    this.#documents = new Map(
      entries.flatMap((entry: unknown) => {
        if (!Array.isArray(entry) || typeof entry[0] !== "string") return [];
        const left = readLeft(entry[1]);
        return left ? [[entry[0], left] as const] : [];
      }),
    );
  }

  /** How a document was left; null where it was never shown. */
  get(uri: string): Left | null {
    return this.#documents.get(uri) ?? null;
  }

  set(uri: string, left: Left): void {
    this.#documents.delete(uri);
    this.#documents.set(uri, left);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > most && oldest !== undefined) this.#documents.delete(oldest);
    void this.#state.update(storageKey, [...this.#documents]);
  }
}
