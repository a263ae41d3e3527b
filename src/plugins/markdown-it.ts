/**
 * A plugin of markdown-it: fences of Lamina as coloured text, or as the picture (` ```lamina {picture} `) or table
 * (` ```lamina {table} `) that they ask for, as the editor's own preview shows them. All is drawn at once, from the document alone.
 */
import { escapeHtml, fenceForm, figureHtml, isLaminaFence } from "../client/preview-html.ts";
import { draw, type PictureOptions, table, tokens } from "../library/index.ts";

export interface MarkdownItLaminaOptions {
  /** The colours of pictures; those for a light page where nothing is said. */
  readonly theme?: NonNullable<PictureOptions["theme"]>;
  /** The wished width of pictures in CSS pixels. */
  readonly width?: number;
}

/** As much of markdown-it as the plugin needs. */
export interface MarkdownItLike {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { readonly src: string; env?: unknown }) => unknown): void } };
  readonly renderer: { readonly rules: { fence?: FenceRule | undefined } };
}

/** How a renderer of markdown-it is called; what it is called with is its own. */
export type FenceRule = (tokens: never, index: number, options: never, env: never, self: never) => string;

interface FenceToken {
  readonly info: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
}

/** Where the text of the document that is rendered is kept between parsing and rendering. */
const textOf = Symbol("the text that is rendered");

/** The plugin: `markdownit().use(lamina, { theme: "dark" })`. */
export default function lamina(markdown: MarkdownItLike, { theme = "light", width = 1000 }: MarkdownItLaminaOptions = {}): void {
  markdown.core.ruler.push("lamina_text", (state) => {
    if (typeof state.env === "object" && state.env !== null) Object.assign(state.env, { [textOf]: state.src });
  });
  const { rules } = markdown.renderer;
  const plain = rules.fence;
  rules.fence = (all, index, options, env, self) => {
    const token = (all as readonly FenceToken[])[index];
    if (!token || !isLaminaFence(token.info)) return plain?.(all, index, options, env, self) ?? "";
    const form = fenceForm(token.info);
    const text = (env as Readonly<Record<symbol, unknown>> | undefined)?.[textOf];
    const html = form && typeof text === "string" && token.map ? figure(text, token.map[0] + 1, form, theme, width) : "";
    return html === "" ? coloured(token.content) : `<div class="lamina-figure">${html}</div>\n`;
  };
}

/** A fence's picture or table, with all that the document around it says; empty where it holds no claims. */
function figure(text: string, line: number, form: "picture" | "table", theme: NonNullable<PictureOptions["theme"]>, width: number): string {
  if (form === "table") {
    const drawn = table(text, { line }, "document.md");
    return drawn.rows.length > 0 ? figureHtml({ form, ...drawn }) : "";
  }
  const drawn = draw(text, { line, theme, width }, "document.md");
  return drawn.claims > 0 ? figureHtml({ form: "svg", ...drawn }) : "";
}

/** Lamina as HTML: each word in a span whose class says what it is, and at a claim's id how the claim stands. */
function coloured(text: string): string {
  let html = "";
  let at = 0;
  for (const { start, end, type, modifiers } of tokens(text)) {
    const names = [type, ...modifiers].map((name) => `lamina-${name}`).join(" ");
    html += `${escapeHtml(text.slice(at, start))}<span class="${names}">${escapeHtml(text.slice(start, end))}</span>`;
    at = end;
  }
  return `<pre class="lamina"><code class="language-lamina">${html}${escapeHtml(text.slice(at))}</code></pre>\n`;
}

/** A style sheet for coloured fences, to start from; it takes the colours of the page's own text and dims or tints them. */
export const styles = `.lamina :is(.lamina-item, .lamina-clause, .lamina-keyword) { font-weight: 600; }
.lamina :is(.lamina-comment, .lamina-string) { opacity: 0.75; }
.lamina :is(.lamina-layer, .lamina-region, .lamina-cell, .lamina-pathway, .lamina-mechanism) { color: light-dark(#0b5fa5, #7cc0ff); }
.lamina :is(.lamina-tensor, .lamina-operation, .lamina-module) { color: light-dark(#7a3e9d, #d3a6f0); }
.lamina :is(.lamina-citation, .lamina-evidenceType) { color: light-dark(#3b6e22, #a5d68a); }
.lamina .lamina-unsupported { text-decoration: underline dotted; }
`;
