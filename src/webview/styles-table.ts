/** How the tables look: claims, coverage, comparison. */
export const tableStyles = `
.table-view, .comparison { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.scroll { flex: 1; min-height: 0; overflow: auto; }
.tools { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 4px 10px; border-bottom: 1px solid var(--line); }
.tools button { border-color: var(--line); }
.sides select { max-width: 220px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
thead th { position: sticky; top: 0; z-index: 1; padding: 0; background: var(--vscode-editor-background); box-shadow: inset 0 -1px var(--line); text-align: left; font-weight: 600; white-space: nowrap; }
thead th button { width: 100%; box-sizing: border-box; min-height: 30px; padding: 0 10px; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; }
thead th:not(:has(button)) { padding: 7px 10px; }
thead th.number { text-align: right; }
thead th button:hover { background: var(--vscode-list-hoverBackground, rgba(128,128,128,.15)); }
thead th[aria-sort] button::after { content: " ↑"; } thead th[aria-sort=descending] button::after { content: " ↓"; }
tbody :is(th, td) { padding: 5px 10px; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid color-mix(in srgb, var(--vscode-foreground) 9%, transparent); }
.table-view tbody td { max-width: 260px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.table-view :is(thead, tbody) th:first-child { position: sticky; left: 0; z-index: 1; background: var(--vscode-editor-background); }
.table-view thead th:first-child { z-index: 2; }
.table-view tbody th { font-weight: 600; white-space: nowrap; }
.table-view tbody td:is(.left, .right) { white-space: normal; min-width: 110px; }
tbody td.number { text-align: right; }
td.standing .sign { margin-right: 6px; }
.table-view tbody tr { cursor: pointer; }
.table-view tbody tr:hover { background: var(--vscode-list-hoverBackground, rgba(128,128,128,.12)); }
.table-view tbody tr.is-selected { background: var(--vscode-list-inactiveSelectionBackground, rgba(0,95,184,.14)); box-shadow: inset 3px 0 var(--vscode-focusBorder, #005fb8); }
.table-view tbody tr.is-current th { box-shadow: inset 3px 0 color-mix(in srgb, var(--vscode-focusBorder, #005fb8) 60%, transparent); }
body:is(.vscode-high-contrast, .vscode-high-contrast-light) tr.is-selected { outline: 2px solid var(--vscode-contrastActiveBorder); outline-offset: -2px; }

.coverage { flex: 1; min-height: 0; overflow: auto; display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px 40px; padding: 16px 20px; }
.coverage section { flex: 1 1 300px; min-width: 0; }
.coverage h2 { font-size: 1.1em; }
.coverage ul { margin-top: 8px; }
.coverage li button {
  display: grid; grid-template-columns: minmax(90px, 2fr) minmax(50px, 1fr) auto 40px; align-items: center; gap: 10px; width: 100%; min-height: 26px; padding: 2px 6px; box-sizing: border-box;
  border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer;
}
.coverage li button:hover:not(:disabled) { background: var(--vscode-list-hoverBackground, rgba(128,128,128,.12)); }
.coverage li button:disabled { cursor: default; color: var(--muted); }
.coverage .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.coverage .number { grid-column: 4; text-align: right; font-variant-numeric: tabular-nums; }
.coverage .is-none .number { font-style: italic; }
.coverage .track { display: flex; gap: 1px; height: 8px; }
.coverage .fill { min-width: 3px; background: var(--standing); border-radius: 2px; }
.coverage .gap { grid-column: 3; padding: 0 6px; border: 1px dotted currentColor; border-radius: 8px; font-size: .85em; }

.comparison > p { padding: 8px 12px; }
.comparison tbody th { font-weight: 600; }
.comparison table { table-layout: fixed; } .comparison th:first-child { width: 20%; } .comparison th:nth-child(3) { width: 108px; }
.comparison td.verdict { white-space: nowrap; }
.comparison td.verdict span { display: inline-block; width: 18px; }
.comparison :is(tr.is-contradiction, tr.is-rival, tr.is-changed) td.verdict { font-weight: 600; }
.comparison .claim { display: flex; align-items: flex-start; gap: 6px; padding: 0 4px; min-height: 24px; line-height: 1.4; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: left; }
.comparison button.claim { cursor: pointer; } .comparison button.claim:hover { background: var(--vscode-list-hoverBackground, rgba(128,128,128,.12)); }
.sides p { flex-basis: 100%; } .sides p:empty { display: none; }
`;
