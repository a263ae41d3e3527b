/** How a report looks as a page: on screens light and dark, on paper black on white. */
import { type Palette, palettes, standings } from "../diagram/palette.ts";
import { exportStyles } from "../diagram/styles.ts";

const variables = ({ ground, soft, ink, muted, faint, focus, standings: hues }: Palette): string =>
  [
    `--ground:${ground}`,
    `--soft:${soft}`,
    `--ink:${ink}`,
    `--muted:${muted}`,
    `--faint:${faint}`,
    `--link:${focus}`,
    ...standings.map((standing) => `--${standing}:${hues[standing]}`),
  ].join(";");

const page = `
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:78rem;padding:2.5rem 1.5rem 5rem;font:1.0625rem/1.55 Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","DejaVu Serif",Georgia,serif;font-kerning:normal;hanging-punctuation:first}
h1,h2,h3,h4,nav,th,dt,.place,.small,.subtitle,.standing,.shares,.answer,figcaption{font-family:"Segoe UI",Inter,system-ui,"Helvetica Neue",Arial,sans-serif}
header{margin-bottom:2.5rem;border-bottom:1px solid var(--faint);padding-bottom:1.25rem}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.012em;margin:0 0 .4rem;text-wrap:balance;overflow-wrap:anywhere}
.subtitle{color:var(--muted);margin:0;font-size:.875rem}
h2{font-size:1.375rem;line-height:1.25;letter-spacing:-.006em;margin:3.25rem 0 .75rem;padding-top:.5rem}
h3{font-size:1.0625rem;margin:2.25rem 0 .5rem}
h4{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.5rem 0;max-width:42rem;overflow-wrap:anywhere}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.15em}
a:not(:hover){text-decoration-color:color-mix(in srgb,currentColor 35%,transparent)}
:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:2px}
code{font:.88em/1.4 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.lead{font-size:1.25rem;line-height:1.45;margin:0 0 1rem}
.note{border-left:3px solid var(--faint);padding:.1rem 0 .1rem 1rem;color:var(--muted);font-size:.95em}
.place{color:var(--muted);font-size:.8125rem;margin:.25rem 0 0}
.small{color:var(--muted);font-size:.8125rem}
ul{margin:.5rem 0;padding-left:1.25rem;max-width:44rem}
li{margin:.3rem 0;overflow-wrap:anywhere}
li::marker{color:var(--muted)}
nav{font-size:.875rem;line-height:1.4;margin:0 0 2rem}
nav h2{font-size:.8125rem;margin:0 0 .5rem;padding:0;color:var(--muted);font-weight:600;letter-spacing:0}
nav ol{list-style:none;margin:0;padding:0}
nav li{margin:.35rem 0;max-width:none}
nav ol ol{padding-left:.9rem;font-size:.8125rem}
nav a{text-decoration:none;color:inherit}
nav a:hover{text-decoration:underline}
main{min-width:0}
.shares{display:flex;height:.85rem;margin:1rem 0 1.25rem;max-width:42rem;gap:2px}
.shares span{background:var(--hue);min-width:3px;border-radius:2px}
.claim{border:1px solid var(--faint);border-left:4px solid var(--hue);border-radius:6px;padding:1rem 1.25rem 1.1rem;margin:1rem 0;max-width:52rem;break-inside:avoid-page}
.claim:target,li:target{background:var(--soft);outline:2px solid var(--link);outline-offset:1px}
.claim p{max-width:none}
.item{border-top:1px solid var(--faint);padding-top:.9rem;margin:1.1rem 0 0;max-width:52rem;break-inside:avoid-page}
.item:target{background:var(--soft)}
dl{margin:.85rem 0 0;display:grid;grid-template-columns:minmax(6.5rem,8.5rem) minmax(0,1fr);gap:.35rem 1rem;max-width:52rem}
dt{font-size:.8125rem;line-height:1.75rem;color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
dd ul{margin:0;padding-left:1.05rem}
dd li:first-child{margin-top:0}
.standing{font-size:.8125rem;font-weight:600;color:var(--hue);white-space:nowrap}
.standing::before{content:"";display:inline-block;width:.65em;height:.65em;margin-right:.4em;border-radius:50%;background:var(--hue)}
.standing-unsupported.standing::before,.standing-open.standing::before{background:none;border:2px dotted var(--hue)}
.standing-unsupported.standing::before{border-style:solid}
.answer{font-size:.875rem;font-weight:600}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.925rem;line-height:1.45}
th{text-align:left;font-size:.8125rem;color:var(--muted);font-weight:600;border-bottom:1.5px solid var(--ink);padding:.4rem .9rem .4rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--faint);padding:.5rem .9rem .5rem 0;vertical-align:top;overflow-wrap:break-word}td code{overflow-wrap:break-word}
tr{break-inside:avoid}
.number{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}
.lamina-scene{display:block;width:100%;height:auto}.lamina-scene :is(.hit,.hit-area,.focus-outer,.focus-inner){display:none}
figcaption{margin-top:.9rem;font-size:.875rem;line-height:1.5;color:var(--muted);max-width:52rem}
.references{list-style:none;padding:0;max-width:48rem;counter-reset:work}
.references li{counter-increment:work;padding-left:2.75rem;position:relative;margin:.45rem 0}
.references li::before{content:"[" counter(work) "]";position:absolute;left:0;width:2.25rem;text-align:right;color:var(--muted);font-variant-numeric:tabular-nums}
@media (min-width:64rem){body{display:grid;grid-template-columns:14rem minmax(0,1fr);column-gap:3.5rem}header{grid-column:1/-1}nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}main>section:first-child>h2{margin-top:0;padding-top:0}}
@media (max-width:40rem){body{padding:1.25rem 1rem 3rem}h1{font-size:1.6rem}dl{grid-template-columns:minmax(0,1fr);gap:0}dt{margin-top:.5rem;line-height:1.4}.claim{padding:.8rem .9rem}}
`;

const paper = `
@page{margin:18mm 17mm 20mm;@bottom-right{content:counter(page);font:8pt sans-serif}}
@media print{
body{display:block;max-width:none;padding:0;font-size:9.5pt;line-height:1.4}
h1{font-size:18pt}h2{font-size:13pt;margin-top:18pt;break-after:avoid}h3{font-size:10.5pt;break-after:avoid}h4{font-size:10pt;break-after:avoid}
.lead{font-size:12pt}
a{color:inherit;text-decoration:none}
nav{position:static;max-height:none;overflow:visible;columns:2;margin-bottom:12pt;font-size:8.5pt}
nav ol ol{display:none}
nav h2{column-span:all;margin:0 0 3pt}
#picture,#claims,#checklist,#references{break-before:page}
#picture>h2,#claims>h2,#checklist>h2,#references>h2{margin:0 0 6pt;padding:0}
#claims>section:first-of-type>h3{margin-top:6pt}
.lead,p,ul,dl,.claim,.item,.references{max-width:none}
.claim,.item{padding:7pt 9pt;margin:7pt 0;border-radius:0}
.claim{break-inside:auto;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.claim>p{break-after:avoid}dl>*{break-inside:avoid}h3+p{break-after:avoid}
.item{padding:6pt 0 0}
.claim:target,.item:target,li:target{background:none;outline:none}
dl{gap:1.5pt 9pt;grid-template-columns:68pt minmax(0,1fr);margin-top:5pt}
dt{font-size:8pt;line-height:1.65}.place,.small,.standing,th{font-size:8pt}
table,figcaption,.answer{font-size:8.5pt}
.scroll{overflow:visible}
figure{break-inside:avoid;margin:6pt 0}.lamina-scene{max-height:205mm}
.shares,.standing::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
p,li,dd{orphans:2;widows:2}
}
`;

/** A bar whose parts are as wide as their claims are many. */
export const shareRule = (standing: string, count: number): string => `.shares .standing-${standing}{flex:${count} 1 0}`;

/**
 * The sheet of a page.
 *
 * @param figureStyles rules of the picture beyond those of its themes; undefined where there is no picture
 * @param more rules that this page alone needs
 */
export function reportStyles(figureStyles: string | undefined, more: readonly string[]): string {
  const drawn = (theme: "light" | "dark" | "print"): string => (figureStyles === undefined ? "" : exportStyles(theme));
  return [
    ":root{color-scheme:light dark}",
    `:root{${variables(palettes.light)}}`,
    drawn("light"),
    `@media screen and (prefers-color-scheme:dark){:root{${variables(palettes.dark)}}`,
    `${drawn("dark")}}`,
    // black ink, and the hues of standings still told apart
    `@media print{:root{color-scheme:light;${variables({ ...palettes.print, standings: palettes.light.standings })}}`,
    `${drawn("print")}}`,
    ...standings.map((standing) => `.standing-${standing}{--hue:var(--${standing})}`),
    page.trim(),
    paper.trim(),
    ...(figureStyles ? [figureStyles] : []),
    ...more,
  ]
    .filter((rules) => rules !== "")
    .join("\n");
}
