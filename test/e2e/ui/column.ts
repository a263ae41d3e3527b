/** The column view of an example, as stories begin with it. */
import type { FrameLocator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The file that stories of the column view begin with, and how many claims it has. */
export const columnFile = "hypothesis.lamina";
export const columnClaims = 8;

/** Settings that leave the text and the picture the room of the window. */
export const roomy = { "editor.minimap.enabled": false } as const;

/**
 * Shows the column view beside the text and waits until its claims are drawn; gives its page. `sideBar` leaves the side bar
 * open, where the picture need not be wide.
 */
export async function showColumnView(
  workbench: Workbench,
  { sideBar = false }: { readonly sideBar?: boolean } = {},
): Promise<FrameLocator> {
  if (!sideBar) await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.runCommand("Lamina: Show Column View");
  const view = workbench.webview();
  await view.locator('[data-claim="values"]').first().waitFor();
  return view;
}
