import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "viewport, filter, mode and evidence survive edits and a reload of the window",
  file: columnFile,
  // an address that names a file opens that file alone, unless told otherwise
  settings: { "window.restoreWindows": "preserve" },
  run: async (workbench) => {
    const view = await showColumnView(workbench, { sideBar: true });
    await view.getByRole("button", { name: /^unsupported, 2 claims/ }).click();
    await until("they are gone", async () => (await view.locator('[data-claim="column-is-token"]').count()) === 0);
    await view.locator('[data-claim="queries"] text').first().click();
    await view.locator(".drawer").getByRole("heading", { name: "queries" }).waitFor();
    for (let times = 0; times < 2; times++) await workbench.page.keyboard.press("+");
    const box = (): Promise<string | null> => workbench.webview().locator(".pane > svg.lamina-scene").getAttribute("viewBox");
    const scaleOf = (text: string | null): number => Number(text?.split(" ")[2]);
    const before = await box();

    // an edit above moves everything in the text and nothing in the picture
    await workbench.runCommand("View: Focus First Editor Group");
    await workbench.goTo(9, 1);
    await workbench.insert("# a remark\n");
    await workbench.page.waitForTimeout(400);
    assert.equal(await box(), before, "an edit leaves the viewport");
    await workbench.page.keyboard.press("Control+KeyS");
    await workbench.page.waitForTimeout(500);

    await workbench.page.reload();
    await workbench.ready("dark", columnFile);
    const again = workbench.webview();
    await again.locator(".drawer").getByRole("heading", { name: "queries" }).waitFor({ timeout: 30_000 });
    assert.equal(await again.locator('[data-claim="column-is-token"]').count(), 0, "the filter is kept");
    assert.ok(Math.abs(scaleOf(await box()) - scaleOf(before)) < 2, "the viewport is kept");
    await workbench.screenshot("after");
  },
});
