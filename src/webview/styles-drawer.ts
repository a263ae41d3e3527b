/** How the drawer and its plots look. */
export const drawerStyles = `
.drawer {
  flex: none; width: min(412px, 42vw); box-sizing: border-box; overflow-y: auto; padding: 16px 20px 24px; line-height: 1.45;
  border-left: 1px solid var(--line); background: var(--vscode-sideBar-background, var(--vscode-editor-background)); color: var(--vscode-sideBar-foreground, var(--vscode-editor-foreground));
  outline: none;
}
.drawer header { position: relative; padding-right: 30px; }
.drawer h2 { display: flex; align-items: center; gap: 8px; font-size: 1.15em; font-weight: 600; overflow-wrap: anywhere; }
.drawer .close { position: absolute; top: -3px; right: -8px; width: 28px; height: 28px; border: 0; border-radius: 5px; background: none; color: inherit; font: inherit; cursor: pointer; }
.drawer .close:hover { background: var(--vscode-toolbar-hoverBackground, rgba(128,128,128,.2)); }
.drawer .as-written { margin-top: 4px; font-family: var(--vscode-editor-font-family, monospace); font-size: .95em; overflow-wrap: anywhere; }
.drawer header p + p { margin-top: 4px; }
.plate { padding: 0 5px; border-radius: 3px; background: currentColor; font-size: 9.5px; font-weight: 700; line-height: 16px; }
.plate { background: var(--vscode-editor-foreground); color: var(--vscode-editor-background); }
.drawer section { margin-top: 14px; padding-top: 12px; border-top: 1px solid var(--line); }
.drawer section:first-of-type { border-top: 0; padding-top: 0; }
.drawer section p + p { margin-top: 3px; }
.drawer h3 { display: flex; justify-content: space-between; gap: 8px; margin-bottom: 6px; font-size: 1em; font-weight: 600; }
.drawer h4 { display: flex; justify-content: space-between; gap: 8px; font-size: 1em; font-weight: 400; overflow-wrap: anywhere; }
.drawer h5 { margin-top: 6px; font-size: .92em; font-weight: 600; }
.drawer .verdict { font-weight: 600; white-space: nowrap; }
.drawer .count { font-variant-numeric: tabular-nums; }
.ladder { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; margin-bottom: 8px; }
.ladder li { padding: 2px 0; border: 1px dashed var(--line); border-radius: 4px; color: var(--muted); font-size: .9em; text-align: center; }
.ladder .is-asserted { border: 1.6px solid var(--standing); color: inherit; }
.ladder .is-earned { background: color-mix(in srgb, var(--standing) 26%, transparent); color: inherit; box-shadow: inset 0 -3px var(--standing); }
.drawer .note { margin-top: 6px; padding-left: 9px; border-left: 3px solid var(--vscode-editorWarning-foreground, #b77200); }
.prediction + .prediction { margin-top: 14px; }
.prediction details { margin-top: 4px; } .prediction summary { cursor: pointer; color: var(--muted); }
.prediction details ul { list-style: disc; padding-left: 18px; }
.prediction details li { overflow-wrap: anywhere; }
.range { margin: 8px 0; } .range figcaption { margin-bottom: 4px; font-size: .92em; }
.plot { display: block; width: 100%; height: auto; overflow: visible; }
.plot .band-expected .fill { fill: color-mix(in srgb, var(--hue-supported) 18%, transparent); }
.plot .band-expected .edge { stroke: var(--hue-supported); stroke-width: 1.8; }
.plot .band-failing .fill { fill: color-mix(in srgb, var(--hue-refuted) 7%, transparent); }
.plot .hatch { stroke: var(--hue-refuted); stroke-width: 1.1; stroke-opacity: .55; }
.plot .axis { stroke: var(--vscode-foreground); stroke-width: 1; }
.plot text { fill: var(--vscode-foreground); font-size: 11px; font-variant-numeric: tabular-nums; }
.plot .word { font-size: 10px; paint-order: stroke; stroke: var(--vscode-sideBar-background, #fff); stroke-width: 3px; stroke-linejoin: round; }
.plot .name { paint-order: stroke; stroke: var(--vscode-sideBar-background, #fff); stroke-width: 3.5px; stroke-linejoin: round; }
.plot .dot { fill: var(--vscode-foreground); stroke: var(--vscode-sideBar-background, #fff); stroke-width: 1; }
.plot .whisker { stroke: var(--vscode-foreground); stroke-width: 2; }
.plot .is-hollow .dot { fill: var(--vscode-sideBar-background, #fff); stroke: var(--vscode-foreground); stroke-width: 1.8; }
.plot .is-hollow .whisker { stroke-dasharray: 2 3; stroke-width: 1.3; }
.evidence li { display: grid; grid-template-columns: auto 1fr; gap: 0 10px; margin: 6px 0; padding-left: 16px; position: relative; }
.evidence li::before { content: ""; position: absolute; left: 0; top: .45em; width: 8px; height: 8px; border-radius: 50%; background: currentColor; }
.evidence.is-of-claims li { padding-left: 0; } .evidence.is-of-claims li::before { content: none; }
.evidence.is-of-claims .what { display: flex; align-items: center; gap: 6px; }
.evidence .is-unweighed::before { background: none; border: 1.4px dashed currentColor; width: 6px; height: 6px; }
.evidence .what { font-weight: 600; overflow-wrap: anywhere; } .evidence .is-unweighed .what { font-weight: 400; font-style: italic; }
.evidence .small { color: var(--muted); font-size: .92em; text-align: right; }
.evidence .shows { grid-column: 1 / -1; }
.drawer section > ul:not(.evidence) { list-style: disc; padding-left: 18px; }
.stubs { display: flex; flex-direction: column; align-items: stretch; gap: 6px; margin-top: 10px; }
.drawer footer { margin-top: 18px; }
@media (max-width: 1199px) {
  .body { flex-direction: column; }
  .drawer { width: auto; max-height: min(46%, 420px); border-left: 0; border-top: 1px solid var(--line); }
}
@media (max-width: 1199px) and (min-width: 760px) {
  .drawer:not([hidden]) { columns: 2; column-gap: 36px; }
  .drawer header, .drawer h3, .prediction, .evidence li, .ladder { break-inside: avoid; }
  .drawer h3 { break-after: avoid; }
}
`;
