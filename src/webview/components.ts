/** The controls of the editor's own look that the page uses; no others are bundled. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-checkbox/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { element } from "./dom.ts";

/** A button in the editor's look. */
export function vscodeButton(text: string, action: () => void, secondary = false): HTMLElement {
  const made = element("vscode-button", { secondary }, text);
  made.addEventListener("click", action);
  return made;
}
