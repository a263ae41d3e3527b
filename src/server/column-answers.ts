/** Answers what a column view and those who take its pictures ask for: cards, texts to insert, figures. */
import type { Connection } from "vscode-languageserver";
import { baseName, normalUri } from "../core/uri.ts";
import { type ClaimInText, pictureOf } from "../diagram/from-snapshot.ts";
import {
  type ColumnCard,
  type ColumnCardResult,
  type ColumnConnect,
  type ColumnConnectResult,
  type ColumnStub,
  type ColumnStubResult,
  columnCard,
  columnConnect,
  columnStub,
  type DrawFigure,
  type DrawFigureResult,
  drawFigure,
} from "../protocol/requests.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { cardOfClaim, cardOfPart } from "./column-details.ts";
import { drawnFigure } from "./column-figure.ts";
import { newClaim, stubEdits } from "./column-text.ts";

/** Registers the answers. To be called before the connection listens. */
export function answerColumn(workspace: Workspace, connection: Connection): void {
  const placeOf = (uri: string, claim: string): ClaimInText | undefined =>
    pictureOf(workspace.snapshot, uri, "").places.find(({ key }) => key === claim);
  connection.onRequest(columnCard, ({ uri: address, kind, key }: ColumnCard): ColumnCardResult => {
    const uri = normalUri(address);
    const source = workspace.snapshot.documents.get(uri);
    if (!source) return null;
    if (kind === "part") return cardOfPart(workspace.snapshot, uri, key) ?? null;
    const place = placeOf(uri, key);
    return (place && cardOfClaim(workspace.snapshot, uri, place)) ?? null;
  });
  connection.onRequest(columnStub, ({ uri: address, claim, title, rule }: ColumnStub): ColumnStubResult => {
    const uri = normalUri(address);
    const source = workspace.snapshot.documents.get(uri);
    const place = source && placeOf(uri, claim);
    return (place && stubEdits(workspace.checker.findings(uri), source, place, title, rule)) ?? { edits: [] };
  });
  connection.onRequest(columnConnect, ({ uri, from, to }: ColumnConnect): ColumnConnectResult => {
    const source = workspace.snapshot.documents.get(normalUri(uri));
    return source ? newClaim(workspace.snapshot, source, from, to) : null;
  });
  connection.onRequest(drawFigure, (asked: DrawFigure): DrawFigureResult => {
    const uri = normalUri(asked.uri);
    const source = workspace.snapshot.documents.get(uri);
    return source ? drawnFigure(workspace.snapshot, source, baseName(uri), asked) : null;
  });
}
