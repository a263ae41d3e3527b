import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "a view follows the editor until it is pinned; another document then has a view of its own",
  file: columnFile,
  run: async (workbench) => {
    const first = await showColumnView(workbench, { sideBar: true });
    const title = first.locator(".bar h1");
    await workbench.runCommand("View: Focus First Editor Group");
    await workbench.openFile("grain.lamina");
    await until("the view follows", async () => (await title.textContent()) === "grain.lamina");
    await workbench.openFile("hypothesis.lamina");
    await until("the view is back", async () => (await title.textContent()) === "hypothesis.lamina");
    await first.getByRole("button", { name: /^Pin/ }).click();
    await workbench.page.locator(".tab", { hasText: "Column: hypothesis.lamina" }).waitFor();
    await workbench.runCommand("View: Focus First Editor Group");
    await workbench.openFile("grain.lamina");
    await workbench.runCommand("Lamina: Show Column View");
    await workbench.page.locator(".tab", { hasText: "Column View" }).waitFor();
    await until("there are two", async () => (await workbench.page.locator("iframe.webview.ready").count()) === 2);
    await workbench.screenshot("two");
    assert.equal(await workbench.page.locator(".tab", { hasText: /^Column/ }).count(), 2);
  },
});
