/**
 * How the classes of a scene look. One list of rules makes two sheets: for the webview, where grounds and inks come
 * from the editor's theme and a change of theme needs no new scene; and for export, with plain colours, because many
 * readers of SVG know no custom properties.
 *
 * States are classes that the webview sets on every element with the claim's `data-claim` or the part's `data-part`:
 * `is-hovered`, `is-selected`, and `is-dimmed` for what a filter puts aside. What is *not* hovered or selected pales
 * by itself.
 */
import { mix, type Palette, palettes, standings, type Theme } from "./palette.ts";

/** Share of a hue in the pale inside of a ribbon. */
const PALE = 0.27;

const FONT = "Inter,'Segoe UI',system-ui,sans-serif";

/** `$name` is a colour of the palette; rules with `$hue` or `$pale` hold for each standing. */
type Rule = readonly [selectors: string, declarations: string];

const drawing: readonly Rule[] = [
  ["text", "fill:$ink;font-family:$font;font-feature-settings:'tnum'"],
  [".t-title", "font-size:15px;font-weight:600"],
  [".t-layer", "font-size:14px;font-weight:600"],
  [".t-body", "font-size:12.5px"],
  [".t-strong", "font-size:12.5px;font-weight:600"],
  [".t-small", "font-size:11px"],
  [".t-cell", "font-size:10.5px"],
  [".t-tiny", "font-size:9.5px"],
  [".t-bold", "font-weight:600"],
  [".t-muted", "fill:$muted"],
  [".t-mid", "text-anchor:middle"],
  [".t-end", "text-anchor:end"],
  [".halo", "paint-order:stroke;stroke:$ground;stroke-width:3px;stroke-linejoin:round"],

  [".ground", "fill:$ground"],
  [".rule", "stroke:$faint;fill:none"],
  [".band-L1", "fill:$band0"],
  [".band-L2-3", "fill:$band1"],
  [".band-L4", "fill:$band2"],
  [".band-L5", "fill:$band3"],
  [".band-L6", "fill:$band4"],
  [".band-white", "fill:$white"],
  [".border", "stroke:$faint;stroke-dasharray:5 4;fill:none"],
  [".sublayer", "stroke:$line;stroke-dasharray:1.5 3;fill:none"],
  [".outline", "stroke:$line;stroke-width:1;stroke-opacity:.45;fill:none"],
  [".pia", "stroke:$ink;stroke-width:2;fill:none"],
  [".density", "stroke:$cell;stroke-width:1.8;stroke-linecap:round;stroke-opacity:.32;fill:none"],
  [".fade-solid", "stop-color:$ground"],
  [".fade-clear", "stop-color:$ground;stop-opacity:0"],

  [".dendrite", "stroke:$line;stroke-width:.95;stroke-linecap:round;stroke-linejoin:round;fill:none"],
  [".trunk", "stroke:$line;stroke-width:1.7;stroke-linecap:round;fill:none"],
  [".soma", "fill:$cell;stroke:$line;stroke-linejoin:round"],
  [".interneuron", "fill:$ground;stroke:$line;stroke-width:1.6"],
  [".glia", "fill:none;stroke:$cell;stroke-width:1.1;stroke-linecap:round"],
  [".axon", "stroke:$line;stroke-width:1.2;fill:none;stroke-linecap:round"],
  [".axon-driver", "stroke:$ink;stroke-width:2.4;fill:none;stroke-linecap:round"],
  [".axon-arbor", "stroke:$ink;stroke-width:1.5;fill:none;stroke-linecap:round"],
  [".axon-dashed", "stroke:$line;stroke-width:1.2;stroke-dasharray:4 3;fill:none"],
  [".axon-fine", "stroke:$line;stroke-width:.9;stroke-dasharray:2 2.5;fill:none"],
  [".bouton", "fill:$ink"],
  [".axon-inhibits", "stroke:$line;stroke-width:1.3;fill:none;stroke-linecap:round"],
  [".head", "fill:$line"],
  [".head-open", "fill:$ground;stroke:$line;stroke-width:1.1;stroke-linejoin:round"],
  [".flow", "stroke:$line;stroke-width:1.25;fill:none"],
  [".route", "stroke:$line;stroke-width:1.25;stroke-opacity:.6;fill:none"],
  [".route-head", "fill:$line;fill-opacity:.7"],
  [".is-claimed .route", "stroke:$ink;stroke-width:3;stroke-opacity:1"],
  [".is-claimed .route-head", "fill:$ink;fill-opacity:1"],
  [".leader", "stroke:$muted;stroke-width:1;stroke-dasharray:1.5 2.5;fill:none"],
  [".port", "fill:$ground;stroke:$muted;stroke-width:1.1"],
  [".knot", "fill:$ink"],
  [".bracket", "stroke:$ink;stroke-width:1.4;fill:none"],
  [".burst", "fill:$ground;stroke:$ink;stroke-width:1.3;stroke-linejoin:round"],
  [".badge", "fill:$ground;stroke:$line;stroke-width:1.1"],
  [".nucleus", "fill:$band1;stroke:$line;stroke-width:1.2"],
  [".nucleus-first", "fill:$band2;stroke:$line;stroke-width:1.2"],
  [".region", "fill:none;stroke:$ink;stroke-width:1.2;stroke-dasharray:4 3"],

  [".block", "fill:$soft;stroke:$line;stroke-opacity:.5"],
  [".heads", "fill:$soft;stroke:$line;stroke-opacity:.55"],
  [".box", "fill:$ground;stroke:$line;stroke-width:1.2"],
  [".box-dashed", "fill:$ground;stroke:$muted;stroke-width:1.1;stroke-dasharray:4 3"],
  [".spine", "stroke:$line;stroke-width:5;fill:none"],
  [".add", "fill:$ground;stroke:$line;stroke-width:1.6"],
  [".token", "fill:$ground;stroke:$line;stroke-width:1.1"],
  [".token-here", "fill:$cell;stroke:$line;stroke-width:1.1"],

  [".casing", "stroke:$ground;fill:none"],
  [".ribbon-edge,.ribbon-solid", "stroke:$hue;fill:none"],
  [".ribbon-pale", "stroke:$pale;fill:none"],
  [".ribbon-hollow", "stroke:$ground;fill:none"],
  [".ribbon-dots", "stroke:$hue;stroke-linecap:round;fill:none"],
  [".ribbon-mark", "stroke:$hue;stroke-width:1.5;fill:none;stroke-linecap:round"],
  [".slash-ground", "stroke:$ground;stroke-width:8;fill:none"],
  [".slash", "stroke:$ink;stroke-width:2.2;fill:none;stroke-linecap:round"],
  [".stop-bar", "stroke:$ink;stroke-width:3.2;fill:none"],
  [".thread", "stroke:$hue;stroke-width:1.6;stroke-dasharray:5 3;fill:none"],
  [".end-open", "fill:$ground;stroke:$hue;stroke-width:2"],
  [".end-filled", "fill:$hue;stroke:$ground;stroke-width:1"],
  [".node-filled", "fill:$hue;stroke:$ground;stroke-width:1.5"],
  [".node-hollow", "fill:$ground;stroke:$hue;stroke-width:1.8"],
  [".node-text", "font-size:10.5px;font-weight:700;text-anchor:middle;fill:$ink"],
  [".pair-number", "font-size:9.5px;font-weight:700;text-anchor:middle;fill:$ink"],
  [".node-chevron", "stroke:$ground;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round;fill:none"],
  [".node-text-on", "font-size:10.5px;font-weight:700;text-anchor:middle;fill:$ground"],
  [".socket", "fill:$ground;stroke:$hue;stroke-width:2.4;stroke-dasharray:.1 4.1;stroke-linecap:round"],
  [".sign-fill", "fill:$hue"],
  [".sign-line", "fill:$ground;stroke:$hue;stroke-width:1.7"],
  [".sign-dashed", "fill:$ground;stroke:$hue;stroke-width:1.5;stroke-dasharray:2.6 2.1"],
  [".sign-dotted", "fill:$ground;stroke:$hue;stroke-width:2;stroke-dasharray:.1 3.1;stroke-linecap:round"],
  [".sign-text", "font-size:9.5px;font-weight:700;text-anchor:middle;fill:$ink"],
  [".chip", "fill:$ground;stroke:$hue;stroke-width:1.4"],
  [".chip-dashed", "fill:$ground;stroke:$hue;stroke-width:1.4;stroke-dasharray:6 4"],
  [".chip-dotted", "fill:$ground;stroke:$hue;stroke-width:1.8;stroke-dasharray:.1 4;stroke-linecap:round"],
  [".plate", "fill:$ink"],
  [".plate-text", "font-size:9.5px;font-weight:700;text-anchor:middle;fill:$ground"],
  [".bundle-chip", "fill:$ground;stroke:$muted;stroke-width:1.1"],
  [".pill", "fill:$ground;stroke:$line;stroke-width:1.1"],
  [".pill-none", "fill:$ground;stroke:$muted;stroke-width:1;stroke-dasharray:2 2"],
  [".grey-thread", "stroke:$faint;fill:none;stroke-opacity:.6"],
  [".joint", "stroke:$ink;stroke-width:1.6;fill:none"],
  [".joint-contradiction .joint", "stroke-width:2.6"],
  [".joint-gap", "stroke:$ground;stroke-width:6;fill:none"],
  [".joint-disc", "fill:$ground;stroke:$ink;stroke-width:1.6"],
  [".joint-contradiction .joint-disc", "fill:$ink"],
  [".joint-sign", "font-size:12.5px;font-weight:700;text-anchor:middle;fill:$ink"],
  [".joint-contradiction .joint-sign", "fill:$ground"],
  [".coverage-leader", "stroke:$faint;stroke-width:1;fill:none"],
  [".coverage-empty", "stroke:$faint;stroke-width:1;stroke-dasharray:1.5 3;fill:none"],
  [".is-focus .shape", "stroke:$ink;stroke-width:2.8;stroke-opacity:1"],
  [".is-focus .shape.fillable", "fill:$focuspale"],
  [".is-focus .shape-head", "fill:$ink;fill-opacity:1"],
  [".swatch", "fill:$cell"],
  [".focus-outer,.focus-inner", "display:none;fill:none;stroke:$focus"],
];

/** Rules that only a living document needs. */
const living: readonly Rule[] = [
  [".hit", "fill:none;stroke:transparent;pointer-events:stroke"],
  [".hit-area", "fill:transparent;pointer-events:all"],
  [".claim,.bundle,.part", "cursor:pointer;outline:none"],
  // a double line that stands off the chip, because the focus colour may be close to a standing's
  [".focus-outer", "stroke-width:1.8"],
  [".focus-inner", "stroke-width:1.2"],
  [".is-selected>.focus-outer,.is-selected>.focus-inner", "display:inline"],
  [":focus-visible>.focus-outer,:focus-visible>.focus-inner", "display:inline"],
  // lines pale, names keep their contrast
  [".is-dimmed .lines,.is-dimmed .chip", "opacity:.3"],
  ["&:has(.claim.is-hovered,.bundle.is-hovered) :is(.claim,.bundle):not(.is-hovered,.is-selected) .lines", "opacity:.45"],
  ["&:has(.claim.is-selected,.bundle.is-selected) :is(.claim,.bundle):not(.is-hovered,.is-selected) .lines", "opacity:.16"],
  ["&:has(.claim.is-selected,.bundle.is-selected) .grey-thread", "opacity:.16"],
  // ink, because the focus colour of many themes is close to the blue of what is supported
  [".part.is-selected .shape", "stroke:$ink;stroke-width:2.8;stroke-opacity:1"],
  [".part.is-selected .shape.fillable", "fill:$focuspale"],
  [".part.is-selected .shape.route,.part.is-selected .shape.axon", "stroke-width:3.4"],
  [".part.is-selected .shape-head", "fill:$ink;fill-opacity:1"],
  [".part.is-hovered .shape", "stroke:$focus;stroke-opacity:1"],
];

/** The page of an editor whose theme is one of high contrast, dark or light. */
const CONTRAST = "body:is(.vscode-high-contrast,.vscode-high-contrast-light)";

/**
 * Where contrast is asked for, nothing is thin and nothing fades, whatever else is chosen: what is chosen gets an edge in the
 * focus colour instead.
 */
const contrasting: readonly Rule[] = [
  [".chip,.box,.outline,.flow,.pill", "stroke-width:2;stroke-opacity:1"],
  [".route,.route-head,.density,.heads,.block,.grey-thread", "stroke-opacity:1;fill-opacity:1"],
  [".veil", "display:none"],
  // all leaders together would be one dark mass at the edge of the column
  [".coverage-leader", "stroke-width:.6"],
  [".lines,.chip,.grey-thread", "opacity:1!important"],
  [":is(.claim,.bundle):is(.is-selected,.is-hovered) .casing", "stroke:$focus"],
  // what has no part in what is chosen still keeps a contrast of three to one
  [".is-dimmed .lines", "opacity:.55!important"],
];

const HOVER_MOTION =
  "@media (prefers-reduced-motion:no-preference){& .claim,& .bundle{transition:transform 180ms ease}& .lines path{transition:d 180ms ease}& .lines{transition:opacity 120ms ease}}";

const scoped = (selectors: string, scope: string): string =>
  splitSelectors(selectors)
    .map((selector) => (selector.startsWith("&") ? scope + selector.slice(1) : scope ? `${scope} ${selector}` : selector))
    .join(",");

/** Splits at commas outside parentheses. */
function splitSelectors(selectors: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < selectors.length; at++) {
    const sign = selectors[at];
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "," && depth === 0) {
      found.push(selectors.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, selectors.slice(start)];
}

/** Replaces `$name` in declarations. */
const fill = (declarations: string, colour: (name: string) => string): string =>
  declarations.replace(/\$([a-z0-9]+)/g, (_, name: string) => colour(name));

const plainColour = (palette: Palette, name: string): string => {
  if (name === "font") return FONT;
  if (name === "focuspale") return mix(palette.focus, palette.ground, 0.16);
  if (name.startsWith("band")) return palette.bands[Number(name.slice(4))] ?? palette.ground;
  return String(palette[name as "ground" | "soft" | "ink" | "muted" | "line" | "cell" | "faint" | "white" | "focus"]);
};

/**
 * A self-contained sheet for an SVG file: plain colours, no custom properties, no states. Rules that depend on a
 * standing are written once for each.
 */
export function exportStyles(theme: Theme): string {
  const palette = palettes[theme];
  const lines: string[] = [];
  for (const [selectors, declarations] of drawing) {
    if (!/\$hue|\$pale/.test(declarations)) {
      lines.push(`${selectors}{${fill(declarations, (name) => plainColour(palette, name))}}`);
      continue;
    }
    for (const standing of standings) {
      const hue = palette.standings[standing];
      const pale = mix(hue, palette.ground, PALE);
      const colour = (name: string): string => (name === "hue" ? hue : name === "pale" ? pale : plainColour(palette, name));
      lines.push(`${scoped(selectors, `.standing-${standing}`)}{${fill(declarations, colour)}}`);
    }
  }
  return lines.join("\n");
}

/** Custom properties of the six hues and, where the editor gives none, of the grounds. */
const hues = (palette: Palette): string => standings.map((standing) => `--lamina-${standing}:${palette.standings[standing]}`).join(";");

const systemHues = standings.map((standing) => `--lamina-${standing}:var(--lamina-ink)`).join(";");

const mixed = (share: number): string => `color-mix(in srgb,var(--lamina-ink) ${share}%,var(--lamina-ground))`;

/**
 * The sheet for the webview. Ground, ink and focus are the editor's theme; the body's class (`vscode-light`,
 * `vscode-dark`, `vscode-high-contrast`, `vscode-high-contrast-light`) chooses the six hues. The svg element that
 * holds the scene bears the class `lamina-scene`.
 */
export function webviewStyles(): string {
  const scope = ".lamina-scene";
  const own = new Set(["hue", "pale"]);
  const colour = (name: string): string => (own.has(name) ? `var(--${name})` : `var(--lamina-${name})`);
  const lines = [
    `${scope}{--lamina-font:var(--vscode-font-family,${FONT});--lamina-ground:var(--vscode-editor-background,#fff);--lamina-ink:var(--vscode-editor-foreground,#1f2430);` +
      `--lamina-focus:var(--vscode-focusBorder,#005fb8);--lamina-focuspale:color-mix(in srgb,var(--lamina-focus) 16%,var(--lamina-ground));` +
      `--lamina-soft:${mixed(3)};--lamina-muted:${mixed(76)};--lamina-line:${mixed(84)};--lamina-cell:${mixed(62)};--lamina-faint:${mixed(24)};` +
      `--lamina-band0:${mixed(4)};--lamina-band1:${mixed(7)};--lamina-band2:${mixed(12)};--lamina-band3:${mixed(5.5)};--lamina-band4:${mixed(9)};` +
      `--lamina-white:color-mix(in srgb,#b08a2e 9%,var(--lamina-ground));${hues(palettes.light)}}`,
    `body.vscode-dark ${scope}{${hues(palettes.dark)}}`,
    `${CONTRAST} ${scope}{${systemHues};--lamina-muted:var(--lamina-ink);--lamina-line:var(--lamina-ink);--lamina-cell:var(--lamina-ink);` +
      `--lamina-faint:var(--vscode-contrastBorder,var(--lamina-ink));--lamina-soft:var(--lamina-ground);--lamina-band0:var(--lamina-ground);--lamina-band1:var(--lamina-ground);` +
      `--lamina-band2:var(--lamina-ground);--lamina-band3:var(--lamina-ground);--lamina-band4:var(--lamina-ground);--lamina-white:var(--lamina-ground)}`,
    ...standings.map(
      (standing) =>
        `${scope} .standing-${standing}{--hue:var(--lamina-${standing});--pale:color-mix(in srgb,var(--hue) ${Math.round(PALE * 100)}%,var(--lamina-ground))}`,
    ),
    ...[...drawing, ...living].map(([selectors, declarations]) => `${scoped(selectors, scope)}{${fill(declarations, colour)}}`),
    ...contrasting.map(([selectors, declarations]) => `${scoped(selectors, `${CONTRAST} ${scope}`)}{${fill(declarations, colour)}}`),
    HOVER_MOTION.replaceAll("&", scope),
    printStyles(scope),
  ];
  return lines.join("\n");
}

/** Ink on paper, whatever the editor's theme: greys, where the pattern carries the standing. */
function printStyles(scope: string): string {
  const palette = palettes.print;
  const names = ["ground", "soft", "ink", "muted", "line", "cell", "faint", "white", "focus", "band0", "band1", "band2", "band3", "band4"];
  const grounds = names.map((name) => `--lamina-${name}:${plainColour(palette, name)}`).join(";");
  return `@media print{body ${scope}{${grounds};${hues(palette)}}${scope} .lines{opacity:1}${scope} :is(.focus-outer,.focus-inner){display:none}}`;
}
