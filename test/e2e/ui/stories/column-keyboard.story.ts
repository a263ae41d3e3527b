import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "by keyboard alone: from opening the column view to a claim's evidence, to its text, and to a new claim",
  file: columnFile,
  run: async (workbench) => {
    const { keyboard } = workbench.page;
    await workbench.page.locator(".editor-instance .monaco-editor").first().click();
    await keyboard.press("Control+KeyK");
    await keyboard.press("KeyV");
    const view = workbench.webview();
    await view.locator('[data-claim="values"]').first().waitFor();
    await workbench.runCommand("View: Focus Next Editor Group");
    const focused = async (): Promise<string> =>
      view.locator("body").evaluate(() => {
        const element = document.activeElement;
        return `${element?.getAttribute("data-claim") ?? ""} ${element?.getAttribute("data-part") ?? ""} ${element?.className ?? ""} ${element?.textContent ?? ""}`;
      });
    // from the bar over the filter to the picture, and from there to the first chip
    await until("Tab comes to a chip", async () => {
      await keyboard.press("Tab");
      return view.locator("body").evaluate(() => document.activeElement?.getAttribute("data-claim") != null);
    });
    await until("arrows come to the claim", async () => {
      if (/^values /.test(await focused())) return true;
      await keyboard.press("ArrowDown");
      return false;
    });
    await keyboard.press("Enter");
    await view.locator(".drawer").getByText("Supported by").waitFor();
    await keyboard.press("e");
    assert.match(await focused(), /drawer/);
    await workbench.screenshot("evidence");
    await keyboard.press("Escape");
    await until("the drawer is closed", async () => !(await view.locator(".drawer").isVisible()));
    assert.match(await focused(), /^values /, "the focus is back on the chip");
    await keyboard.press("ArrowLeft");
    assert.match(await focused(), / cortex:/);
    await keyboard.press("Enter");
    await view.locator(".part.is-selected").first().waitFor();
    await workbench.screenshot("part");
    await keyboard.press("m");
    await view.locator("dialog[open]").waitFor();
    await keyboard.type("Key");
    await workbench.screenshot("new-claim");
    await keyboard.press("Enter");
    await until("the claim is written", async () =>
      /claim\s\S+:\s\S.*as\sKey/.test((await workbench.editorLines().allInnerTexts()).join("\n")),
    );
    // the id is selected, so that what is typed now is it
    await workbench.type("by-hand");
    await view.locator('[data-claim="by-hand"]').first().waitFor();
    await workbench.screenshot("written");
  },
});
