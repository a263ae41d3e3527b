import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../until.ts";
import { story } from "../story.ts";

/** What is chosen in the first list, and how the file that comes of it begins. */
const formats = [
  ["PDF", "pdf", "%PDF-1.7"],
  ["SVG", "svg", "<svg "],
  ["PNG", "png", "\u0089PNG"],
  ["TikZ", "tex", "% Column view of hypothesis.lamina"],
  ["HTML", "html", "<!DOCTYPE html>"],
] as const;

export default story({
  title: "the figure is exported in every format, to the place that the editor's dialogue names",
  file: "hypothesis.lamina",
  run: async (workbench) => {
    const { page } = workbench;
    await until("the status bar counts", async () => /claims/.test(await workbench.statusBar()));
    const input = page.locator(".quick-input-widget");
    const asked = (words: string) => input.getByText(words).first().waitFor();
    for (const [label, ending, start] of formats) {
      const target = join(workbench.folder, `hypothesis.${ending}`);
      assert.ok(!existsSync(target), "is not there before");
      // the list of commands makes room for the command's own at once
      await page.keyboard.press("F1");
      await input.locator("input").first().fill(">Lamina: Export Figure");
      await input.getByText("Lamina: Export Figure…").first().waitFor();
      await page.keyboard.press("Enter");
      await asked("Export Figure (1/3)");
      await page.keyboard.type(label);
      await page.keyboard.press("Enter");
      await asked("Export Figure (2/3)");
      await page.keyboard.press("Enter");
      await asked("Export Figure (3/3)");
      if (label === "PDF") await workbench.screenshot("export-colours");
      await page.keyboard.press("Enter");
      await until("the place is asked for", async () =>
        (await input.locator("input").first().inputValue()).endsWith(`hypothesis.${ending}`),
      );
      if (label === "PDF") await workbench.screenshot("export-place");
      await page.keyboard.press("Enter");
      await until(`${label} is written`, () => existsSync(target) && readFileSync(target).toString("latin1", 0, start.length) === start);
    }
    await page.getByText("hypothesis.html is written.").first().waitFor();
    await workbench.screenshot("exported");
  },
});
