import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

export default story({
  title: "cards in a LaTeX manuscript and in model code; findings on what a sentence says too much",
  file: "manuscript.tex",
  run: async (workbench) => {
    await until("the status bar counts", async () => /claims/.test(await workbench.statusBar()));
    await workbench.goTo(1, 1);
    await workbench.screenshot("latex-dark");
    await workbench.openFile("gpt.py");
    await workbench.goTo(40, 14);
    const card = await workbench.hoverAt("k_proj");
    assert.match(card, /Key[\s\S]*In code[\s\S]*k_proj/);
    await workbench.screenshot("code-dark");
    await workbench.closeHover();
    await workbench.setTheme("light");
    await workbench.openFile("manuscript.md");
    await workbench.goTo(28, 1);
    await workbench.screenshot("markdown-light");
  },
});
