/** A VS Code workbench in a browser page, as a person uses it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { root } from "../../../scripts/lib/project.mjs";
import { until } from "../until.ts";

export type Theme = "dark" | "light" | "contrast" | "contrast-light";

/** The editor's name of each theme and the class by which its page shows it. */
const themes: Readonly<Record<Theme, { readonly name: string; readonly className: string }>> = {
  dark: { name: "Default Dark Modern", className: "vs-dark" },
  light: { name: "Default Light Modern", className: "vs" },
  contrast: { name: "Default High Contrast", className: "hc-black" },
  "contrast-light": { name: "Default High Contrast Light", className: "hc-light" },
};

/** The user settings that choose a theme. */
export const themeSettings = (theme: Theme): Record<string, unknown> => ({ "workbench.colorTheme": themes[theme].name });

/** Where something lies in the page, in CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Workbench {
  readonly page: Page;
  /** The folder that is open: a copy of the example workspace, which a story may write into. */
  readonly folder: string;
  /** Installs the package of the extension once more, where that is what the story uses. */
  readonly install: () => void;
  readonly #name: string;

  /** `name` begins the names of the story's pictures. */
  constructor(page: Page, folder: string, name: string, install: () => void) {
    this.page = page;
    this.folder = folder;
    this.#name = name;
    this.install = install;
  }

  /** Waits until the workbench is there and, where a file was asked for, its text. */
  async ready(theme: Theme, file: string | undefined): Promise<void> {
    await this.page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
    if (file) await this.editorLines().first().waitFor({ timeout: 60_000 });
    await this.#themeIs(theme);
  }

  /** Runs a command by its title in the command palette: `Lamina: Open Column View`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#choose(`>${title}`, title);
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("Control+KeyP");
    await this.#choose(name, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editorLines().first().waitFor();
  }

  /** Puts the caret at a place of the active editor; both count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+KeyG");
    const input = this.page.locator(".quick-input-widget:visible input");
    await input.fill(`:${line}:${column}`);
    await input.press("Enter");
    await input.waitFor({ state: "hidden" });
  }

  /** Types into whatever has the focus, key by key, so that the editor closes brackets and offers completions. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Types into whatever has the focus as if pasted: the editor adds nothing of its own. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** The lines of text that the editors now show. */
  editorLines(): Locator {
    return this.page.locator(".editor-instance .view-line");
  }

  /** Squiggles now shown, by severity. */
  squiggles(severity: "error" | "warning" | "info" | "hint"): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /**
   * Rests the mouse on `text` in an editor (its first visible occurrence, or another) and gives the text of the card that appears.
   * Rests there again where none did: a language server that is still starting gives no card.
   */
  async hoverAt(text: string, occurrence = 0): Promise<string> {
    const card = this.hoverCard();
    await until(
      `a card appears over "${text}"`,
      async () => {
        await this.closeHover();
        const { x, y, width, height } = await this.boxOf(text, occurrence);
        await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
        return card.waitFor({ timeout: 2500 }).then(
          () => true,
          () => false,
        );
      },
      25_000,
    );
    await until("the card has loaded", async () => !/^Loading/.test(await card.innerText()));
    return (await card.innerText()).replaceAll("\u00a0", " ");
  }

  /** The editor's hover card that is now shown. */
  hoverCard(): Locator {
    return this.page.locator(".monaco-hover:visible .monaco-hover-content").first();
  }

  async closeHover(): Promise<void> {
    await this.page.mouse.move(2, 2);
    await this.hoverCard().waitFor({ state: "hidden" });
  }

  /** Clicks on `text` in an editor, which puts the caret there. */
  async clickAt(text: string, occurrence = 0): Promise<void> {
    const { x, y, width, height } = await this.boxOf(text, occurrence);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Where `text` stands in the visible lines of the editors, which show a space as one that does not break. */
  async boxOf(text: string, occurrence = 0): Promise<Box> {
    return until(`"${text}" is seen in an editor`, () =>
      this.editorLines().evaluateAll(
        (lines, wanted) => {
          let left = wanted.occurrence;
          for (const line of lines) {
            const shown = (line.textContent ?? "").replaceAll("\u00a0", " ");
            for (let at = shown.indexOf(wanted.text); at !== -1; at = shown.indexOf(wanted.text, at + 1)) {
              if (left-- > 0) continue;
              const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
              const range = document.createRange();
              let before = 0;
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const length = node.textContent?.length ?? 0;
                if (at >= before && at < before + length) range.setStart(node, at - before);
                const end = at + wanted.text.length;
                if (end > before && end <= before + length) range.setEnd(node, end - before);
                before += length;
              }
              const { x, y, width, height } = range.getBoundingClientRect();
              return { x, y, width, height };
            }
          }
          return undefined;
        },
        { text, occurrence },
      ),
    );
  }

  /** The page inside a webview that is now shown; where several are, which of them. */
  webview(which = 0): FrameLocator {
    return this.page.locator("iframe.webview.ready").nth(which).contentFrame().frameLocator("iframe#active-frame");
  }

  /** What the status bar says. */
  async statusBar(): Promise<string> {
    return (await this.page.locator(".statusbar .statusbar-item:visible").allInnerTexts())
      .map((text) => text.replace(/\s+/g, " ").trim())
      .join(" | ");
  }

  /** Changes settings while the workbench is open, in the folder's own settings: the editor watches those, and they win. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    const file = join(this.folder, ".vscode", "settings.json");
    const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...before, ...settings }, null, 2));
  }

  /** Changes the theme while the workbench is open. */
  async setTheme(theme: Theme): Promise<void> {
    this.changeSettings(themeSettings(theme));
    await this.#themeIs(theme);
  }

  async #themeIs(theme: Theme): Promise<void> {
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).first().waitFor({ timeout: 20_000 });
  }

  /** Takes a picture of the whole page into shots/, for a person to look at. */
  async screenshot(name: string): Promise<void> {
    const folder = join(root, "shots");
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${this.#name}-${name}.png`) });
  }

  /** Fills in the box at the top of the page and takes what is called exactly `meant`, which need not be the first thing offered. */
  async #choose(typed: string, meant: string): Promise<void> {
    await this.page.locator(".quick-input-widget:visible input").fill(typed);
    const names = this.page.locator(".quick-input-widget:visible .monaco-list-row .label-name");
    const index = await until(`"${meant}" is offered`, async () => {
      const offered = (await names.allInnerTexts()).map((name) => name.replaceAll("\u00a0", " ").trim());
      return offered.includes(meant) ? { of: offered.indexOf(meant) } : undefined;
    });
    await names.nth(index.of).click();
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }
}
