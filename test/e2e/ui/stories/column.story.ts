import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile, roomy, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "the column view stands beside the text, follows an edit and the caret, and a click on a claim lands on it",
  file: columnFile,
  settings: { ...roomy, "workbench.sideBar.location": "left" },
  run: async (workbench) => {
    const view = await showColumnView(workbench);

    await view.locator('[data-claim="gating"] text').first().click();
    await until("the claim is in sight", async () =>
      (await workbench.editorLines().allInnerTexts()).some((line) => /^claim\sgating/.test(line)),
    );
    await workbench.screenshot("clicked-dark");
    // a click shows the claim and leaves the keys to the picture; a double click goes there
    await view.locator('[data-claim="gating"] text').first().dblclick();
    await until("the caret is at the claim", async () => /Ln 89,/.test(await workbench.statusBar()));
    await view.locator(".drawer .close").click();
    await workbench.runCommand("View: Focus First Editor Group");

    await workbench.goTo(36, 3);
    await until("the claim at the caret is marked", async () => (await view.locator('[data-claim="values"].is-current').count()) > 0);
    await workbench.screenshot("dark");

    // what is typed into the text is drawn at once; what was zoomed stays
    const before = await view.locator(".pane > svg.lamina-scene").getAttribute("viewBox");
    await workbench.goTo(38, 1);
    assert.ok((await view.locator('.standing-overstated[data-claim="values"]').count()) > 0);
    await workbench.page.keyboard.press("Shift+End");
    const typed = Date.now();
    await workbench.insert("  strength analogy");
    await view.locator('.standing-supported[data-claim="values"]').first().waitFor();
    assert.ok(Date.now() - typed < 5000, "the picture follows");
    assert.equal(await view.locator(".pane > svg.lamina-scene").getAttribute("viewBox"), before);
    await workbench.page.keyboard.press("Control+KeyZ");
    await view.locator('.standing-overstated[data-claim="values"]').first().waitFor();

    await workbench.setTheme("light");
    await workbench.screenshot("light");
    await workbench.setTheme("contrast");
    await workbench.screenshot("contrast");
  },
});
