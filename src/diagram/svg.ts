/** A scene as SVG text: deterministic, well-formed, and complete in itself where that is asked. */
import type { Theme } from "./palette.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { exportStyles } from "./styles.ts";

export interface SvgOptions {
  /** Colours of a standalone file. */
  readonly theme: Theme;
  /** With its own style sheet, without what only a living document needs. Otherwise classes alone. */
  readonly standalone: boolean;
  /** Size on paper, for a standalone file; otherwise it is as many CSS pixels large as the scene has units. */
  readonly sizeMm?: { readonly width: number; readonly height: number };
  /** Further rules for a standalone file. */
  readonly styles?: string;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Whether a code point may not stand in XML, or stands for nothing that one could see. */
const isForbidden = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
  (code >= 127 && code <= 159) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfffe ||
  code === 0xffff;

/** Text as XML can hold it: markup escaped, characters that XML forbids and lone surrogates replaced. */
export function escapeXml(content: string): string {
  // nearly all text is plain, and a look at it is cheaper than building it anew
  if (/^[\w\s.,:;/+()#%-]*$/.test(content) && !/[\f\v]/.test(content)) return content;
  let clean = "";
  for (const character of content) {
    const code = character.codePointAt(0) ?? 0;
    if (isForbidden(code)) clean += "\ufffd";
    else clean += escapes[character] ?? (code < 32 ? `&#${code};` : character);
  }
  return clean;
}

/** Attributes that only serve a living document. */
const livingAttributes = new Set([
  "tabindex",
  "role",
  "aria-label",
  "data-parts",
  "data-claim",
  "data-part",
  "data-bundle",
  "data-standing",
]);
const livingClasses = new Set(["hit", "hit-area", "focus-outer", "focus-inner"]);

/** Whether a node only serves a living document: what the pointer hits, the ring of the focus. */
export const isLiving = ({ attrs }: SceneNode): boolean => typeof attrs.class === "string" && livingClasses.has(attrs.class);

function write(node: SceneNode, standalone: boolean, out: string[]): void {
  if (standalone && isLiving(node)) return;
  let open = `<${node.tag}`;
  for (const name in node.attrs) {
    const value = node.attrs[name];
    if (value === undefined || (standalone && livingAttributes.has(name))) continue;
    open += typeof value === "number" ? ` ${name}="${Number.isFinite(value) ? value : 0}"` : ` ${name}="${escapeXml(value)}"`;
  }
  if (node.text !== undefined) out.push(`${open}>${escapeXml(node.text)}</${node.tag}>`);
  else if (node.children === undefined) out.push(`${open}/>`);
  else if (node.tag === "text") {
    // between the spans of a text a line break would be a blank
    const spans: string[] = [];
    for (const child of node.children) write(child, standalone, spans);
    out.push(`${open}>${spans.join("")}</text>`);
  } else if (node.children.length > 0) {
    out.push(`${open}>`);
    for (const child of node.children) write(child, standalone, out);
    out.push(`</${node.tag}>`);
  }
}

/** Writes nodes alone, for small pictures that bring their own colours. */
export function nodesToSvg(nodes: readonly SceneNode[]): string {
  const out: string[] = [];
  for (const node of nodes) write(node, true, out);
  return out.join("");
}

/** Writes a scene. Same scene and options, same bytes. */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const { theme, standalone, sizeMm, styles } = options;
  const size = sizeMm
    ? ` width="${sizeMm.width}mm" height="${sizeMm.height}mm"`
    : standalone
      ? ` width="${scene.width}" height="${scene.height}"`
      : "";
  const out: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="lamina-scene" viewBox="0 0 ${scene.width} ${scene.height}"${size}` +
      ' role="img" aria-labelledby="lamina-title lamina-description">',
    `<title id="lamina-title">${escapeXml(scene.title)}</title>`,
    `<desc id="lamina-description">${escapeXml(scene.description)}</desc>`,
  ];
  if (standalone) out.push(`<style>${exportStyles(theme)}${styles ? `\n${styles}` : ""}</style>`);
  for (const node of scene.nodes) write(node, standalone, out);
  out.push("</svg>");
  return `${out.join("\n")}\n`;
}
