/**
 * A figure as a page that works by itself, offline and in any archive: the picture with its claims to point at, a filter by
 * standing, and the same claims as a table. It has no script: what it does, its style sheet does, and its policy allows that sheet
 * and nothing else.
 */
import { createHash } from "node:crypto";
import type { Figure } from "../diagram/figure.ts";
import { type Palette, palettes, standingNames, standings } from "../diagram/palette.ts";
import type { SceneNode } from "../diagram/scene.ts";
import { exportStyles } from "../diagram/styles.ts";
import { escapeXml, sceneToSvg } from "../diagram/svg.ts";
import type { Table } from "../diagram/table.ts";

/** Writes a page. Same figure and table, same bytes. */
export function htmlOf(figure: Figure, table: Table): string {
  const marks = marksOf(figure, table);
  const scene = { ...figure.scene, nodes: figure.scene.nodes.map((node) => marked(node, marks)) };
  const svg = sceneToSvg(scene, { theme: figure.theme, standalone: false });
  const style = styleOf(figure, table, marks);
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(figure.scene.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeXml(figure.scene.title)}</h1>
${filterForm(table, marks.partsOfClaim.size > 0)}
<figure>
${svg}<figcaption>${escapeXml(figure.caption)}</figcaption>
</figure>
${tableElement(table, marks)}
</main>
</body>
</html>
`;
}

/** Short names for what belongs together: the lines, the chip and the row of a claim, the rows of a bundle, a part and its claims. */
interface Marks {
  readonly claims: ReadonlyMap<string, string>;
  readonly bundles: ReadonlyMap<string, string>;
  readonly bundlesOfClaim: ReadonlyMap<string, readonly string[]>;
  readonly parts: ReadonlyMap<string, string>;
  /** The parts of a claim that is drawn on its own. */
  readonly partsOfClaim: ReadonlyMap<string, readonly string[]>;
}

function marksOf({ scene }: Figure, { rows }: Table): Marks {
  const claims = new Map(rows.map(({ claim }, index) => [claim, `k${index + 1}`]));
  const bundles = new Map(scene.bundles.map(({ key }, index) => [key, `b${index + 1}`]));
  const bundlesOfClaim = new Map<string, string[]>();
  for (const bundle of scene.bundles)
    for (const claim of bundle.claims) {
      const held = bundlesOfClaim.get(claim) ?? [];
      held.push(bundles.get(bundle.key) ?? "");
      bundlesOfClaim.set(claim, held);
    }
  const drawn = new Set<string>();
  const partsOfClaim = new Map<string, readonly string[]>();
  const look = (node: SceneNode): void => {
    const { "data-part": part, "data-parts": touched, "data-claim": claim } = node.attrs;
    if (typeof part === "string") drawn.add(part);
    if (typeof touched === "string" && typeof claim === "string") partsOfClaim.set(claim, touched.split(" "));
    node.children?.forEach(look);
  };
  scene.nodes.forEach(look);
  const touched = new Set([...partsOfClaim.values()].flat());
  const parts = new Map([...drawn].filter((part) => touched.has(part)).map((part, index) => [part, `p${index + 1}`]));
  return { claims, bundles, bundlesOfClaim, parts, partsOfClaim };
}

const marksOfParts = ({ parts, partsOfClaim }: Marks, claim: string): string[] =>
  (partsOfClaim.get(claim) ?? []).flatMap((part) => parts.get(part) ?? []);

/** A node with the marks of what it belongs to; chips can be reached with the keyboard, and be linked to. */
function marked(node: SceneNode, marks: Marks): SceneNode {
  const { "data-claim": claim, "data-bundle": bundle, "data-part": part, "data-parts": _, ...attrs } = node.attrs;
  const added: string[] = [];
  const more: Record<string, string | number> = {};
  if (typeof claim === "string") {
    const mark = marks.claims.get(claim);
    if (mark !== undefined) added.push(mark);
    added.push(...marksOfParts(marks, claim));
    // the ribbons of a claim bear no name of their own; the chip, which is moved to its place, does
    const name = node.children?.find(({ tag }) => tag === "title")?.text;
    if (mark !== undefined && attrs.transform !== undefined && name !== undefined)
      Object.assign(more, { id: mark, tabindex: 0, role: "img", "aria-label": name });
  }
  if (typeof bundle === "string") added.push(marks.bundles.get(bundle) ?? "");
  if (typeof part === "string") added.push(marks.parts.get(part) ?? "");
  const className = [attrs.class, ...added].filter(Boolean).join(" ");
  return {
    ...node,
    attrs: { ...attrs, ...(className !== "" && { class: className }), ...more },
    ...(node.children && { children: node.children.map((child) => marked(child, marks)) }),
  };
}

const standingOf = (name: string): string => standings.find((standing) => standingNames[standing] === name) ?? "unsupported";

/** The standings that occur, each with the number of its claims. */
function counted({ rows }: Table): { standing: string; name: string; count: number }[] {
  return standings.flatMap((standing) => {
    const name = standingNames[standing];
    const count = rows.filter(({ cells }) => cells.standing === name).length;
    return count === 0 ? [] : [{ standing, name, count }];
  });
}

/** `drawn`: whether claims are drawn each on its own, so that the picture follows. */
function filterForm(table: Table, drawn: boolean): string {
  const found = counted(table);
  if (found.length < 2) return "";
  const boxes = found.map(
    ({ standing, name, count }) =>
      `<label class="of-${standing}"><input type="checkbox" id="show-${standing}" checked> ${name} <b>${count}</b></label>`,
  );
  return `<form><fieldset><legend>Standing${drawn ? "" : ", in the table"}</legend>
${boxes.join("\n")}
<button type="reset">Show all</button>
</fieldset></form>`;
}

function tableElement({ columns, rows }: Table, marks: Marks): string {
  if (rows.length === 0) return "<p>No claims.</p>";
  // a column in which nothing stands takes room from those in which something does
  const filled = columns.filter(({ key }) => rows.some(({ cells }) => cells[key] !== ""));
  const numeric = (is: boolean): string => (is ? ' class="number"' : "");
  const head = filled.map((column) => `<th scope="col"${numeric(column.numeric)}>${escapeXml(column.heading)}</th>`).join("");
  const body = rows.map(({ claim, cells }) => {
    const mark = marks.claims.get(claim) ?? "";
    const drawn = marks.partsOfClaim.has(claim);
    const classes = [mark, `row-${standingOf(cells.standing)}`, ...marksOfParts(marks, claim), ...(marks.bundlesOfClaim.get(claim) ?? [])];
    const line = filled.map(({ key, numeric: isNumber }, index) => {
      const content = escapeXml(cells[key]);
      if (index > 0) return `<td${numeric(isNumber)}>${content}</td>`;
      return `<th scope="row">${drawn ? `<a href="#${mark}">${content === "" ? "show" : content}</a>` : content}</th>`;
    });
    return `<tr class="${classes.filter(Boolean).join(" ")}">${line.join("")}</tr>`;
  });
  return `<table>
<caption>The same claims as a table</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`;
}

/** What the pointer is on, what has the focus, or what a link led to. */
const chosen = ":is(:hover,:focus-within,:target)";

function styleOf({ theme, styles, widthMm }: Figure, table: Table, { claims, bundles, parts, partsOfClaim }: Marks): string {
  const palette = palettes[theme];
  const drawn = [...claims].filter(([claim]) => partsOfClaim.has(claim)).map(([, mark]) => mark);
  const alone = (mark: string): string => `main:has(.${mark}${chosen})`;
  return [
    exportStyles(theme),
    styles,
    pageStyles(palette),
    ...counted(table).flatMap(({ standing }) => [
      `main:has(#show-${standing}:not(:checked)) :is(.claim.standing-${standing},.row-${standing}){display:none}`,
      `.of-${standing}{border-color:${palette.standings[standing as keyof Palette["standings"]]}}`,
    ]),
    ...drawn.flatMap((mark) => [
      `${alone(mark)} .claim:not(.${mark}) .lines{opacity:.14}`,
      `${alone(mark)} tr.${mark}{background:${palette.bands[2]};outline:2px solid ${palette.focus}}`,
    ]),
    ...[...bundles.values()].map((mark) => `main:has(.bundle.${mark}:hover) :is(.bundle:not(.${mark}),tr:not(.${mark})){opacity:.25}`),
    ...[...parts.values()].flatMap((mark) => [
      `main:has(.part.${mark}:hover) .claim:not(.${mark}) .lines{opacity:.14}`,
      `main:has(.part.${mark}:hover) tr.${mark}{background:${palette.bands[2]}}`,
    ]),
    // ink on paper, at the size that was asked for
    `@media print{${exportStyles("print")}\n${styles}\nbody{background:#fff;color:#000}main{max-width:none;padding:0}form,h1{display:none}.lamina-scene{width:${widthMm}mm}figcaption{color:#000;font-size:9pt}table{font-size:7.5pt}thead th{position:static;background:none}tr{break-inside:avoid}a{color:#000;text-decoration:none}.claim .lines{opacity:1 !important}}`,
  ].join("\n");
}

const pageStyles = ({ ground, ink, muted, faint, soft, focus, bands }: Palette): string =>
  [
    `body{margin:0;background:${ground};color:${ink};font:15px/1.5 Arial,Helvetica,sans-serif}`,
    "main{max-width:76rem;margin:0 auto;padding:1rem}",
    "h1{font-size:1.25rem;margin:0 0 .75rem}",
    "figure{margin:0}.lamina-scene{display:block;width:100%;height:auto}",
    `figcaption{margin:.75rem 0 2rem;max-width:52rem;color:${muted}}`,
    `fieldset{border:1px solid ${faint};border-radius:6px;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:0 0 1rem;padding:.4rem .9rem .7rem}`,
    `label{border-bottom:4px solid;padding:.1rem .15rem}button{font:inherit;color:${ink};background:${soft};border:1px solid ${muted};border-radius:4px;padding:.1rem .6rem}`,
    `table{border-collapse:collapse;width:100%;font-size:.85rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}`,
    `thead th{position:sticky;top:0;background:${bands[1]};text-align:left}tbody th,td{overflow-wrap:anywhere}th,td{padding:.3rem .5rem;border-bottom:1px solid ${faint};vertical-align:top;text-align:left}th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}`,
    `a{color:inherit}:focus-visible{outline:2px solid ${focus};outline-offset:2px}`,
    `.claim:is(:focus,:target) .chip{stroke:${focus};stroke-width:3}.claim:focus{outline:none}`,
    // what the pointer hits is wider than what is drawn
    ".hit{fill:none;stroke:transparent;pointer-events:stroke}.hit-area{fill:transparent;pointer-events:all}",
  ].join("\n");
