import { strict as assert } from "node:assert";
import { basename } from "node:path";
import { story } from "../story.ts";

export default story({
  title: "the workbench opens the example folder with a Lamina file in an editor, in each theme",
  run: async (workbench) => {
    const explorer = workbench.page.locator(".explorer-folders-view");
    assert.match(await workbench.page.title(), new RegExp(basename(workbench.folder)));
    assert.match(await explorer.innerText(), /\.lamina/);
    await workbench.screenshot("dark");
    await workbench.setTheme("light");
    await workbench.screenshot("light");
    await workbench.setTheme("contrast");
  },
});
