/** The sheet of the view: the picture's own rules, and the frame around it in the editor's colours. */
import { webviewStyles } from "../diagram/styles.ts";

const frame = `
html, body { height: 100%; }
body {
  margin: 0; padding: 0; overflow: hidden;
  display: flex; flex-direction: column;
  background: var(--vscode-editor-background, #fff);
  color: var(--vscode-editor-foreground, #1f2430);
  font-family: var(--vscode-font-family, system-ui, sans-serif);
  font-size: var(--vscode-font-size, 13px);
}
.bar {
  flex: none; display: flex; align-items: center; gap: 2px;
  min-height: 32px; padding: 0 8px 0 14px; box-sizing: border-box;
  border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, rgba(128,128,128,.35)));
}
.bar h1 {
  flex: 1; min-width: 0; margin: 0; font-size: inherit; font-weight: 600;
  overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
}
.bar button {
  display: inline-flex; align-items: center; justify-content: center;
  min-width: 26px; height: 24px; padding: 0 6px; border: 1px solid transparent; border-radius: 5px;
  background: none; color: var(--vscode-icon-foreground, inherit); font: inherit; cursor: pointer;
}
.bar button:hover { background: var(--vscode-toolbar-hoverBackground, rgba(128,128,128,.2)); border-color: var(--vscode-contrastActiveBorder, transparent); }
.bar button:focus-visible, .pane:focus-visible { outline: 1px solid var(--vscode-focusBorder, #005fb8); outline-offset: -1px; }
.bar .scale { min-width: 48px; font-variant-numeric: tabular-nums; }
.pane { position: relative; flex: 1; min-height: 0; overflow: hidden; cursor: grab; outline: none; touch-action: none; user-select: none; }
.pane.is-panning, .pane.is-panning * { cursor: grabbing !important; }
.pane > svg { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
.notice {
  position: absolute; left: 50%; bottom: 16px; transform: translateX(-50%); box-sizing: border-box;
  width: min(400px, calc(100% - 32px)); padding: 16px 20px; border-radius: 8px; cursor: default; user-select: text;
  background: var(--vscode-editorWidget-background, #f6f7f9); color: var(--vscode-editorWidget-foreground, inherit);
  border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, rgba(128,128,128,.35)));
  box-shadow: 0 2px 10px var(--vscode-widget-shadow, rgba(0,0,0,.16));
}
.notice[hidden] { display: none; }
.notice h2 { margin: 0 0 6px; font-size: 1.1em; font-weight: 600; }
.notice p { margin: 6px 0; line-height: 1.45; }
.notice pre {
  margin: 10px 0; padding: 8px 10px; border-radius: 5px; white-space: pre-wrap;
  background: var(--vscode-textCodeBlock-background, rgba(128,128,128,.12));
  font-family: var(--vscode-editor-font-family, monospace); font-size: var(--vscode-editor-font-size, 12px);
}
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* the frame says the document's name already */
.lamina-scene .picture > text { display: none; }
/* where the caret of the text is: the chip's outline, and nothing pales */
.lamina-scene .is-current > .focus-outer { display: inline; }
`;

export const viewStyles = (): string => `${webviewStyles()}\n${frame}`;
