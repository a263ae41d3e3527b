/** Keeps the column view fed: the picture of the watched document, once for every burst of changes. */
import type { Connection } from "vscode-languageserver";
import type { SourceDocument } from "../core/service.ts";
import { baseName } from "../core/uri.ts";
import { buildScene } from "../diagram/build.ts";
import { pictureOf } from "../diagram/from-snapshot.ts";
import { type ColumnChanged, columnChanged, type ViewSize } from "../protocol/requests.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { toRange } from "./convert.ts";

export class Column {
  readonly #workspace: Workspace;
  readonly #connection: Connection;
  #watched: string | undefined;
  #size: ViewSize | undefined;
  #revision = 0;
  #waiting = false;

  constructor(workspace: Workspace, connection: Connection) {
    this.#workspace = workspace;
    this.#connection = connection;
  }

  watch(uri: string | undefined, size: ViewSize | undefined): void {
    this.#watched = uri;
    this.#size = size;
    this.refresh();
  }

  /** Draws anew when the changes at hand have been heard. */
  refresh(): void {
    if (this.#watched === undefined || this.#waiting) return;
    this.#waiting = true;
    setImmediate(() => {
      this.#waiting = false;
      this.#send();
    });
  }

  #send(): void {
    const uri = this.#watched;
    const source = uri === undefined ? undefined : this.#workspace.snapshot.documents.get(uri);
    if (uri === undefined || !source) return;
    const title = baseName(uri);
    try {
      this.#draw(uri, title, source);
    } catch (thrown) {
      // the text and its findings matter more than the picture
      this.#connection.console.error(
        `The column view of ${uri} could not be drawn: ${thrown instanceof Error ? thrown.stack : String(thrown)}`,
      );
    }
  }

  #draw(uri: string, title: string, source: SourceDocument): void {
    const { picture, places } = pictureOf(this.#workspace.snapshot, uri, title);
    const message: ColumnChanged = {
      uri,
      revision: ++this.#revision,
      title: `${title} · ${picture.claims.length} ${picture.claims.length === 1 ? "claim" : "claims"}`,
      scene: buildScene(picture, this.#size),
      places: places.map((place) => ({
        claim: place.key,
        range: toRange(source.lines, place.span),
        selection: toRange(source.lines, place.header),
      })),
    };
    void this.#connection.sendNotification(columnChanged, message);
  }
}
