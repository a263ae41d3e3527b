import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

export default story({
  title: "the column view stands beside the text, follows an edit, and a click on a claim lands on it",
  file: "hypothesis.lamina",
  run: async (workbench) => {
    await workbench.runCommand("Lamina: Show Column View");
    const view = workbench.webview();
    await view.locator('[data-claim="values"]').first().waitFor();
    await workbench.screenshot("dark");
    await view.locator('[data-claim="gating"] text').first().click();
    await until("the claim is in sight", async () => (await workbench.editorLines().allInnerTexts()).some((line) => /claim.gating/.test(line)));
    await workbench.screenshot("clicked-dark");
    await workbench.setTheme("light");
    await workbench.screenshot("light");
    await workbench.setTheme("contrast");
    await workbench.screenshot("contrast");
    assert.ok(true);
  },
});
