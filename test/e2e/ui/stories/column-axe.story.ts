import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFrame, violations } from "../axe.ts";
import { story } from "../story.ts";

export default story({
  title: "axe finds nothing in the column view: picture, evidence, table, coverage, filter; dark, light and high contrast",
  file: "hypothesis.lamina",
  run: async (workbench) => {
    await workbench.runCommand("Lamina: Show Column View");
    const view = workbench.webview();
    await view.locator('[data-claim="values"] text').first().click();
    await view.locator(".drawer").getByText("Supported by").waitFor();
    const frame = await columnFrame(workbench.page);
    const look = async (what: string): Promise<void> => assert.deepEqual(await violations(frame), [], what);
    await look("picture and evidence, dark");
    await workbench.setTheme("light");
    await look("picture and evidence, light");
    await view.getByRole("button", { name: /^Filter by/ }).click();
    await look("filter, light");
    await view.getByRole("button", { name: /^Filter by/ }).click();
    await view.getByRole("button", { name: "Show a table (T)" }).click();
    await until("rows are there", async () => (await view.locator(".table-view tbody tr").count()) === 8);
    await look("table, light");
    await view.getByRole("button", { name: "Show what is mapped" }).click();
    await view.locator(".coverage li").first().waitFor();
    await look("coverage, light");
    await workbench.setTheme("dark");
    await look("coverage, dark");
    await view.getByRole("button", { name: "Compare two sources" }).click();
    await view.locator(".comparison tbody tr").first().waitFor();
    await look("comparison, dark");
    await workbench.setTheme("contrast");
    await look("comparison, high contrast");
  },
});
