/** How the page of findings looks: light or dark as the reader's system is, and ink on paper. */

/** Grounds and inks; each ink has a contrast of 4.5 or more on its ground. */
const light =
  "--ground:#ffffff;--soft:#f6f7f9;--ink:#1f2430;--muted:#565e6c;--faint:#c5cbd5;--mark:#fff3c4;--error:#9c2412;--warning:#8a5600;--information:#0a5fa8;--hint:#565e6c";
const dark =
  "--ground:#1f1f1f;--soft:#292d34;--ink:#e4e7ec;--muted:#a4acb9;--faint:#474e5a;--mark:#5a4a12;--error:#ff9a86;--warning:#f0b95a;--information:#7fbcf5;--hint:#a4acb9";

export const pageStyle: string = [
  `:root{color-scheme:light dark;${light}}`,
  `@media (prefers-color-scheme:dark){:root{${dark}}}`,
  "body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 system-ui,-apple-system,'Segoe UI',Arial,sans-serif}",
  "main{max-width:58rem;margin:0 auto;padding:1.5rem 1rem 3rem}",
  "h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:2rem 0 .6rem;overflow-wrap:anywhere}h2 span{font-weight:normal;color:var(--muted);font-size:.85rem;margin-left:.4rem}",
  ".summary{margin:0 0 1rem;color:var(--muted)}.none{padding:1rem;background:var(--soft);border-radius:6px}",
  ".counts{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem;padding:0;margin:0 0 1.2rem}.counts li{border:1px solid var(--faint);border-left:4px solid;border-radius:4px;padding:.25rem .8rem}.counts b{font-size:1.15rem}",
  "li.error{border-left-color:var(--error)}li.warning{border-left-color:var(--warning)}li.information{border-left-color:var(--information)}li.hint{border-left-color:var(--hint)}",
  "nav ul{columns:18rem;column-gap:2.5rem;padding-left:1.2rem;margin:0}nav li,.related li{overflow-wrap:anywhere;color:var(--muted)}",
  "article{border:1px solid var(--faint);border-left:4px solid var(--hint);border-radius:4px;margin:0 0 .8rem;padding:.55rem .8rem}article p{margin:0}",
  "article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}article.information{border-left-color:var(--information)}",
  "article.error>p>b{color:var(--error)}article.warning>p>b{color:var(--warning)}article.information>p>b{color:var(--information)}article.hint>p>b{color:var(--hint)}",
  ".place{color:var(--muted);font-variant-numeric:tabular-nums;margin:0 .35rem}.rule{white-space:nowrap;color:var(--muted);font-size:.85em}",
  "a{color:var(--information)}a:focus-visible{outline:2px solid;outline-offset:2px}",
  "pre{display:flex;gap:.8rem;margin:.5rem 0 0;padding:.4rem .6rem;background:var(--soft);border-radius:4px;font:13px/1.5 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}pre span{color:var(--muted);user-select:none}pre code{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4;min-width:0}",
  "mark{background:var(--mark);color:inherit;border-radius:2px;box-shadow:0 0 0 1px var(--mark)}",
  ".related{margin:.4rem 0 0;padding-left:1.2rem;font-size:.9rem}article .fix{margin-top:.4rem;font-size:.9rem}.fix::before{content:'Fix: ';color:var(--muted)}",
  "table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--faint);overflow-wrap:anywhere}",
  "dt{font-weight:bold;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9rem;margin-top:1rem}dd{margin:.1rem 0 0}dd p{margin:.2rem 0}dt:target,dt:target+dd{background:var(--soft)}",
  "footer{margin-top:2.5rem;color:var(--muted);font-size:.85rem}",
  `@media print{:root{${light}}body{font-size:10pt}main{max-width:none;padding:0}article,tr,dd{break-inside:avoid}h2{break-after:avoid}a{color:inherit;text-decoration:none}nav{display:none}pre{border:1px solid var(--faint);background:none}mark{text-decoration:underline}}`,
].join("\n");
