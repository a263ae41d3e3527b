import { strict as assert } from "node:assert";
import { columnFile, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "in a wide view the evidence stands beside the picture, with what was observed against what is expected",
  file: columnFile,
  theme: "light",
  settings: { "workbench.activityBar.location": "hidden" },
  run: async (workbench) => {
    await workbench.page.setViewportSize({ width: 1500, height: 940 });
    const view = await showColumnView(workbench);
    await workbench.runCommand("View: Join All Editor Groups");
    await workbench.page.locator(".tab", { hasText: "Column View" }).click();
    await view.locator('[data-claim="thalamic-minority"] text').first().click();
    const drawer = view.locator(".drawer");
    await drawer.getByText("Supported by").waitFor();
    const words = (await drawer.locator("svg.plot").first().getAttribute("aria-label")) ?? "";
    assert.match(words, /expected 10–15 %/);
    assert.match(words, /not compared/);
    await workbench.page.mouse.move(700, 60);
    await workbench.page.waitForTimeout(400);
    await drawer.locator(".prediction").nth(1).scrollIntoViewIfNeeded();
    await workbench.screenshot("light");
    await workbench.setTheme("dark");
    await workbench.screenshot("dark");
  },
});
