import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

export default story({
  title: "the claims explorer gathers the claims of the workspace, counts what is open, follows an edit, and goes to the text",
  file: "hypothesis.lamina",
  settings: { "editor.minimap.enabled": false },
  run: async (workbench) => {
    await until("the status bar counts", async () => /claims/.test(await workbench.statusBar()));
    await workbench.page.locator(".statusbar-item", { hasText: "claims" }).click();
    const tree = workbench.page.locator(".pane-body .monaco-list", { has: workbench.page.getByText("Contested") });
    await tree.waitFor();
    await workbench.screenshot("standing");
    const unsupported = tree.locator(".monaco-list-row", { hasText: "Unsupported" });
    const before = await unsupported.innerText();

    await workbench.clickAt("hypothesis", 0);
    await workbench.goTo(9, 1);
    await workbench.insert("claim my-new: L6 as Key\n");
    await until("the new claim is counted", async () => (await unsupported.innerText()) !== before);
    await until("it is gone again", async () => {
      await workbench.page.keyboard.press("Control+KeyZ");
      return (await unsupported.innerText()) === before;
    });

    await unsupported.click();
    const row = tree.locator(".monaco-list-row", { hasText: "column-is-token" });
    await row.click();
    await until("its text is shown", async () => /Ln 19,/.test(await workbench.statusBar()));
    await workbench.runCommand("Lamina: Group by Part");
    await workbench.page.getByText("Layer 1", { exact: true }).first().waitFor();
    await workbench.screenshot("part");
    await workbench.runCommand("Lamina: Group by Source");
    await workbench.page.getByText("@koenig2026neuroscience", { exact: false }).first().waitFor();
    await workbench.runCommand("Lamina: Group by Document");
    await workbench.page.getByText("manuscript.md").first().waitFor();
    await workbench.setTheme("light");
    await workbench.screenshot("document-light");
    assert.ok((await workbench.page.locator(".activitybar .badge-content:visible").count()) > 0, "the badge counts open findings");
  },
});
