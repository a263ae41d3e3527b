/** The signs of the standings in trees of the editor: files that are made from the picture's marks and hues. */
import * as vscode from "vscode";
import type { ExplorerClaim } from "../protocol/explorer.ts";

/** The icon of a standing. */
export function standingIcon(
  extension: vscode.Uri,
  standing: NonNullable<ExplorerClaim["standing"]>,
): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (theme: string): vscode.Uri => vscode.Uri.joinPath(extension, "media", "icons", `standing-${standing}-${theme}.svg`);
  return { light: file("light"), dark: file("dark") };
}
