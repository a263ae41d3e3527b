import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile, roomy, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "a claim that is chosen in the picture opens its evidence, shows its text, and takes a stub that undo takes back",
  file: columnFile,
  settings: roomy,
  run: async (workbench) => {
    const view = await showColumnView(workbench);
    await workbench.screenshot("rest");
    await view.locator('[data-claim="values"] text').first().click();
    const drawer = view.locator(".drawer");
    await drawer.getByText("Supported by").waitFor();
    await until("the claim is shown in the text", async () =>
      (await workbench.editorLines().allInnerTexts()).some((line) => /^claim\svalues/.test(line)),
    );
    assert.match(await drawer.innerText(), /Asserted functional/);
    await workbench.screenshot("open");

    await drawer.getByRole("button", { name: /^Open hypothesis\.lamina/ }).click();
    await until("the caret is at the claim", async () => /Ln 36,/.test(await workbench.statusBar()));

    // the drawer goes along with the caret
    await workbench.goTo(100, 3);
    await drawer.getByRole("heading", { name: "gating" }).waitFor();
    await workbench.setTheme("light");
    await workbench.screenshot("light");
    await workbench.setTheme("contrast");
    await workbench.screenshot("contrast");
  },
});
