/** The sheet of the view: the picture's own rules, and the page around it in the editor's colours. */
import { type Palette, palettes, standings } from "../diagram/palette.ts";
import { webviewStyles } from "../diagram/styles.ts";
import { drawerStyles } from "./styles-drawer.ts";
import { tableStyles } from "./styles-table.ts";

const hues = (palette: Palette): string => standings.map((standing) => `--hue-${standing}:${palette.standings[standing]}`).join(";");
const inkHues = standings.map((standing) => `--hue-${standing}:var(--vscode-foreground)`).join(";");

/** The six hues outside the picture; in high contrast the form alone says the standing. */
const colours = `
body { ${hues(palettes.light)}; --line: var(--vscode-panel-border, var(--vscode-contrastBorder, rgba(128,128,128,.35)));
  --muted: color-mix(in srgb, var(--vscode-editor-foreground, #1f2430) 76%, var(--vscode-editor-background, #fff)); }
body.vscode-dark { ${hues(palettes.dark)}; }
body.vscode-high-contrast, body.vscode-high-contrast-light { ${inkHues}; --muted: var(--vscode-foreground); --line: var(--vscode-contrastBorder); }
${standings.map((standing) => `.standing-${standing} { --standing: var(--hue-${standing}); }`).join("\n")}
`;

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
[hidden] { display: none !important; }
h1, h2, h3, h4, h5, p, ul, ol, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
code { font-family: var(--vscode-editor-font-family, monospace); font-size: .94em; background: none; color: inherit; padding: 0; }
.muted { color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button.link { border: 0; padding: 0; background: none; color: var(--vscode-textLink-foreground, #005fb8); font: inherit; cursor: pointer; text-align: left; text-decoration: underline; text-decoration-color: transparent; }
button.link:hover { text-decoration-color: currentColor; }
:is(button, select, summary, .drawer):focus-visible { outline: 1px solid var(--vscode-focusBorder, #005fb8); outline-offset: -1px; }
body.vscode-high-contrast :focus-visible, body.vscode-high-contrast-light :focus-visible { outline-width: 2px; }

.bar, .filters { flex: none; display: flex; align-items: center; gap: 6px; padding: 0 8px 0 14px; box-sizing: border-box; border-bottom: 1px solid var(--line); }
.bar { min-height: 36px; flex-wrap: wrap; row-gap: 0; padding-block: 2px; }
.bar h1 { flex: 1 1 90px; min-width: 60px; font-size: inherit; font-weight: 600; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.bar .group, .segments { display: inline-flex; gap: 2px; }
.bar button, .filters button, .tools button {
  display: inline-flex; align-items: center; justify-content: center; gap: 5px; box-sizing: border-box;
  min-width: 26px; height: 26px; padding: 0 8px; border: 1px solid transparent; border-radius: 5px; white-space: nowrap;
  background: none; color: var(--vscode-foreground, inherit); font: inherit; cursor: pointer;
}
:is(.bar, .filters, .tools) button:hover { background: var(--vscode-toolbar-hoverBackground, rgba(128,128,128,.2)); border-color: var(--vscode-contrastActiveBorder, transparent); }
:is(.bar, .tools) button:disabled { color: var(--vscode-disabledForeground, var(--muted)); cursor: default; background: none; }
.segments { padding: 1px; border-radius: 6px; background: color-mix(in srgb, var(--vscode-foreground) 8%, transparent); }
body:is(.vscode-high-contrast, .vscode-high-contrast-light) .segments { background: none; outline: 1px solid var(--line); }
.segments button { height: 24px; }
:is(.bar) button[aria-pressed=true] { background: var(--vscode-inputOption-activeBackground, rgba(0,95,184,.18)); color: var(--vscode-inputOption-activeForeground, inherit); border-color: var(--vscode-inputOption-activeBorder, transparent); }
.segments button[aria-pressed=true] { background: var(--vscode-editor-background); color: inherit; border-color: var(--line); font-weight: 600; }
.bar .scale { min-width: 52px; font-variant-numeric: tabular-nums; }

.filters { position: relative; flex-wrap: wrap; gap: 4px 6px; padding-block: 4px; }
.standings { display: inline-flex; flex-wrap: wrap; gap: 2px; }
.filters .standing { padding: 0 6px 0 4px; gap: 4px; }
.filters .number { font-variant-numeric: tabular-nums; font-weight: 600; }
.filters .standing[aria-pressed=false] { color: var(--muted); }
.filters .standing[aria-pressed=false] :is(.name, .number) { text-decoration: line-through; }
.filters .standing[aria-pressed=false] .sign { opacity: .35; }
body:is(.vscode-high-contrast, .vscode-high-contrast-light) .filters .sign { opacity: 1 !important; }
.filters .is-none .number { font-weight: 400; color: var(--muted); }
.sign { flex: none; display: inline-block; vertical-align: -4px; }
.filters vscode-textfield { width: 150px; min-width: 90px; flex: 0 1 auto; }
.filters .menu::after { content: ""; width: 5px; height: 5px; margin: -3px 0 0 2px; border: solid currentColor; border-width: 0 1.4px 1.4px 0; transform: rotate(45deg); }
.filters .menu[aria-expanded=true] { background: var(--vscode-toolbar-hoverBackground, rgba(128,128,128,.2)); }
.chosen { display: inline-flex; flex-wrap: wrap; gap: 4px; }
.chosen button { height: 22px; padding: 0 7px; background: var(--vscode-badge-background, #616161); color: var(--vscode-badge-foreground, #fff); border-color: var(--vscode-contrastBorder, transparent); border-radius: 11px; max-width: 240px; }
.chosen button span:first-child { overflow: hidden; text-overflow: ellipsis; }
.chosen button:hover { background: var(--vscode-badge-background, #616161); text-decoration: line-through; }
.chosen .clear { background: none; color: var(--vscode-textLink-foreground); }
.chosen .clear:hover { background: none; text-decoration: underline; }
.shown { margin-left: auto; padding: 0 6px; color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.facets {
  position: absolute; z-index: 5; top: calc(100% + 2px); left: 8px; display: flex; flex-wrap: wrap; gap: 12px 24px; box-sizing: border-box; width: max-content; max-width: calc(100% - 16px);
  max-height: min(440px, calc(100vh - 120px)); overflow: auto; padding: 14px 16px; border-radius: 8px;
  background: var(--vscode-menu-background, var(--vscode-editorWidget-background, #fff)); color: var(--vscode-menu-foreground, inherit);
  border: 1px solid var(--vscode-menu-border, var(--line)); box-shadow: 0 3px 14px var(--vscode-widget-shadow, rgba(0,0,0,.2));
}
.facets fieldset { border: 0; min-width: 120px; }
.facets legend { padding: 0 0 6px; font-weight: 600; }
.facets .values { max-height: 236px; overflow-y: auto; padding-right: 6px; }
.facets .value { display: flex; align-items: center; gap: 10px; min-height: 26px; }
.facets .value vscode-checkbox { flex: 1; }
.facets .is-none { color: var(--muted); }

.body { flex: 1; min-height: 0; display: flex; }
.content { flex: 1; min-width: 0; display: flex; flex-direction: column; }
.pane { position: relative; flex: 1; min-height: 0; overflow: hidden; outline: none; touch-action: none; user-select: none; }
.pane:focus-visible { outline: 1px solid var(--vscode-focusBorder, #005fb8); outline-offset: -1px; }
.pane:is(.is-panning, .is-grabbing), .pane:is(.is-panning, .is-grabbing) * { cursor: grabbing !important; }
.pane.is-connecting, .pane.is-connecting * { cursor: crosshair !important; }
.pane > svg { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
.pane > svg:first-child { cursor: grab; }
.overlay { pointer-events: none; }
.connecting { stroke: var(--vscode-focusBorder, #005fb8); stroke-width: 2.5; stroke-linecap: round; stroke-dasharray: 2 6; }
.notice {
  position: absolute; left: 50%; bottom: 16px; transform: translateX(-50%); box-sizing: border-box;
  width: min(400px, calc(100% - 32px)); padding: 16px 20px; border-radius: 8px; cursor: default; user-select: text;
  background: var(--vscode-editorWidget-background, #f6f7f9); color: var(--vscode-editorWidget-foreground, inherit);
  border: 1px solid var(--vscode-editorWidget-border, var(--line)); box-shadow: 0 2px 10px var(--vscode-widget-shadow, rgba(0,0,0,.16));
}
.notice h2 { margin: 0 0 6px; font-size: 1.1em; font-weight: 600; }
.notice p { margin: 6px 0; line-height: 1.45; }
.notice pre {
  margin: 10px 0 0; padding: 8px 10px; border-radius: 5px; white-space: pre-wrap;
  background: var(--vscode-textCodeBlock-background, rgba(128,128,128,.12));
  font-family: var(--vscode-editor-font-family, monospace); font-size: var(--vscode-editor-font-size, 12px);
}
/* the bar says the document's name already */
.pane > .lamina-scene .picture > text { display: none; }
/* where the caret of the text is: the chip's outline, and nothing pales */
.lamina-scene .is-current > .focus-outer { display: inline; }
.lamina-scene .part:focus-visible .shape, .lamina-scene .part.is-target .shape { stroke: var(--lamina-focus); stroke-width: 2.4; stroke-opacity: 1; }
.lamina-scene .part:is(:focus-visible, .is-target) { outline: 2px solid var(--lamina-focus); outline-offset: 2px; }

.card {
  position: fixed; z-index: 8; box-sizing: border-box; width: max-content; max-width: min(460px, calc(100vw - 32px)); max-height: min(420px, 70vh); overflow: auto; padding: 10px 14px;
  background: var(--vscode-editorHoverWidget-background, #f3f3f3); color: var(--vscode-editorHoverWidget-foreground, inherit);
  border: 1px solid var(--vscode-editorHoverWidget-border, var(--line)); border-radius: 6px; box-shadow: 0 2px 10px var(--vscode-widget-shadow, rgba(0,0,0,.2)); line-height: 1.45;
}
.card h3 { font-size: 1.08em; } .card h4 { font-size: 1em; }
.card section { margin-top: 8px; } .card ul { list-style: disc; padding-left: 18px; } .card code { white-space: pre-wrap; }

dialog.connect {
  padding: 18px 20px; min-width: 300px; border-radius: 8px; color: inherit; background: var(--vscode-editorWidget-background, #fff);
  border: 1px solid var(--vscode-editorWidget-border, var(--line)); box-shadow: 0 4px 18px var(--vscode-widget-shadow, rgba(0,0,0,.25));
}
dialog.connect::backdrop { background: rgba(0,0,0,.25); }
dialog.connect h2 { font-size: 1.1em; margin-bottom: 10px; }
dialog.connect label { display: block; margin: 8px 0 4px; color: var(--muted); }
dialog.connect .buttons { display: flex; gap: 8px; margin-top: 16px; }
select {
  box-sizing: border-box; height: 26px; padding: 0 6px; border-radius: 4px; font: inherit; max-width: 100%;
  background: var(--vscode-dropdown-background, #fff); color: var(--vscode-dropdown-foreground, inherit); border: 1px solid var(--vscode-dropdown-border, var(--line));
}
dialog.connect select { width: 100%; }

@media (max-width: 900px) { .filters .standing .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (max-width: 760px) { .bar { gap: 3px; } .bar button { padding: 0 6px; } .bar .scale { min-width: 44px; } }
@media (max-width: 640px) { .bar h1 { position: absolute; width: 1px; height: 1px; min-width: 0; overflow: hidden; clip-path: inset(50%); } .bar { padding-left: 8px; justify-content: space-between; } .zoom button:not(.scale) { display: none; } .filters { padding-left: 6px; column-gap: 2px; } .filters .standing { padding: 0 4px 0 2px; } }
@media (max-width: 620px) { .filters vscode-textfield { width: 110px; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
`;

export const viewStyles = (): string => [webviewStyles(), colours, frame, drawerStyles, tableStyles].join("\n");
