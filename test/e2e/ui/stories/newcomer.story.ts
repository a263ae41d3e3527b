import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

/** The README's two minutes. */
export default story({
  title: "a newcomer writes a claim, sees that it lacks evidence, mends it with the quick fix, and sees it turn in the picture",
  file: "first.lamina",
  files: { "first.lamina": "" },
  run: async (workbench) => {
    await workbench.runCommand("Lamina: Show Column View");
    const view = workbench.webview();
    await view.getByText("No claims yet").waitFor();
    await workbench.screenshot("empty");
    await workbench.page.locator(".editor-instance .monaco-editor").first().click();
    await workbench.insert("claim my-first: L4 -> L2/3 as Value\n");
    await view.locator('.standing-unsupported[data-claim="my-first"]').first().waitFor();
    await until("the claim is underlined", async () => (await workbench.squiggles("warning").count()) === 1);
    await workbench.screenshot("unsupported");
    await workbench.goTo(1, 9);
    await workbench.page.keyboard.press("Control+Period");
    await workbench.page.getByText("Cite Binzegger et al. 2004 as evidence").first().waitFor();
    await workbench.screenshot("fixes");
    await workbench.page.getByText("Cite Binzegger et al. 2004 as evidence").first().click();
    await view.locator('.standing-supported[data-claim="my-first"]').first().waitFor();
    await until("the underline is gone", async () => (await workbench.squiggles("warning").count()) === 0);
    await workbench.screenshot("supported");
    const lines = (await workbench.editorLines().allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    assert.match(lines, /supported by \[@binzegger2004quantitative\] anatomy_light "…"/);
  },
});
