/** The signs of the standings in trees of the editor. */
import * as vscode from "vscode";
import { standingSvg } from "./standing-svg.ts";

const known = new Map<string, { light: vscode.Uri; dark: vscode.Uri }>();

const address = (svg: string): vscode.Uri => vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);

/** The icon of a standing; a plain ring for a word that is none. */
export function standingIcon(standing: string): { light: vscode.Uri; dark: vscode.Uri } | vscode.ThemeIcon {
  const icon = known.get(standing);
  if (icon) return icon;
  const light = standingSvg(standing, "light");
  const dark = standingSvg(standing, "dark");
  if (light === undefined || dark === undefined) return new vscode.ThemeIcon("circle-outline");
  const made = { light: address(light), dark: address(dark) };
  known.set(standing, made);
  return made;
}
