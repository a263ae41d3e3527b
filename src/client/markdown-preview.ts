/**
 * Pictures and tables in the editor's own Markdown preview: a fence of Lamina that asks for one (` ```lamina {picture} `)
 * shows it in place of its text. The preview renders at once and cannot wait, so that what is not known yet is asked for,
 * and the preview told to render again.
 */
import * as vscode from "vscode";
import type { DrawFigureResult } from "../protocol/requests.ts";
import type { LanguageServer } from "./language-server.ts";
import { fenceForm, figureHtml } from "./preview-html.ts";

/** How long answers are gathered before the preview renders again, and an answer counts as new, in milliseconds. */
const refreshDelay = 120;
const freshFor = 800;

/** More figures than this are not kept. */
const mostKept = 60;

/** As much of markdown-it as a plugin that draws fences needs. */
interface Token {
  readonly info: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
}
type Rule = (tokens: readonly Token[], index: number, options: unknown, env: unknown, self: Renderer) => string;
interface Renderer {
  readonly rules: { fence?: Rule };
  renderAttrs(token: Token): string;
  renderToken(tokens: readonly Token[], index: number, options: unknown): string;
}
export interface MarkdownIt {
  readonly renderer: Renderer;
}

interface Kept {
  readonly html: string;
  readonly asked: number;
}

export class MarkdownPreview implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #kept = new Map<string, Kept>();
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#disposables = [server.onReady(() => this.#renderAgain()), vscode.window.onDidChangeActiveColorTheme(() => this.#renderAgain())];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The plugin. */
  readonly extend = (markdown: MarkdownIt): MarkdownIt => {
    const { rules } = markdown.renderer;
    const plain = rules.fence;
    rules.fence = (tokens, index, options, env, self) => {
      const asText = (): string => plain?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
      const token = tokens[index];
      const form = token && fenceForm(token.info);
      const uri = documentOf(env);
      if (!token || !form || !uri || !token.map) return asText();
      const html = this.#figure(uri, token.map[0], form, token.content);
      return html === undefined ? asText() : `<div${self.renderAttrs(token)}>${html}</div>\n`;
    };
    return markdown;
  };

  /** What stands in place of a fence; undefined as long as it is not known. */
  #figure(uri: string, line: number, form: "picture" | "table", content: string): string | undefined {
    const key = `${uri}\n${line}\n${form}\n${theme()}\n${content}`;
    const kept = this.#kept.get(key);
    if (!kept || Date.now() - kept.asked > freshFor) void this.#ask(key, uri, line, form, kept?.html ?? "");
    return kept?.html === "" ? undefined : kept?.html;
  }

  async #ask(key: string, uri: string, line: number, form: "picture" | "table", before: string): Promise<void> {
    this.#keep(key, before);
    const asked = { uri, line, form: form === "picture" ? ("svg" as const) : form, theme: theme(), width: 1000 };
    const drawn: DrawFigureResult = await this.#server.drawFigure(asked).catch(() => null);
    const html = figureHtml(drawn);
    this.#keep(key, html);
    if (html !== before) this.#renderAgain();
  }

  #keep(key: string, html: string): void {
    this.#kept.delete(key);
    this.#kept.set(key, { html, asked: Date.now() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  #renderAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void vscode.commands.executeCommand("markdown.preview.refresh"), refreshDelay);
  }
}

/** The address of the document that is rendered. */
function documentOf(env: unknown): string | undefined {
  const uri = typeof env === "object" && env !== null && "currentDocument" in env ? env.currentDocument : undefined;
  return uri instanceof vscode.Uri ? uri.toString() : undefined;
}

function theme(): "light" | "dark" | "high-contrast" {
  const { kind } = vscode.window.activeColorTheme;
  if (kind === vscode.ColorThemeKind.HighContrast) return "high-contrast";
  return kind === vscode.ColorThemeKind.Dark ? "dark" : "light";
}
