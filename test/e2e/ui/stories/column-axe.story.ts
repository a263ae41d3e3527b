import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFrame, violations } from "../axe.ts";
import { columnClaims, columnFile, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "axe finds nothing in the column view: picture, evidence, table, coverage, filter; dark, light and both of high contrast",
  file: columnFile,
  run: async (workbench) => {
    const view = await showColumnView(workbench, { sideBar: true });
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
    await until("rows are there", async () => (await view.locator(".table-view tbody tr").count()) === columnClaims);
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
    await workbench.setTheme("contrast-light");
    await look("comparison, high contrast light");
    await view.getByRole("button", { name: "Show a picture (T)" }).click();
    await workbench.page.waitForTimeout(300);
    await workbench.screenshot("compare-contrast-light");
    await look("comparison as a picture, high contrast light");
    await view.getByRole("button", { name: "Compare two sources" }).click();
    await view.locator('[data-claim="values"] text').first().waitFor();
    await workbench.page.waitForTimeout(400);
    await workbench.screenshot("contrast-light");
    await look("picture and evidence, high contrast light");
    await view.getByRole("button", { name: "Show what is mapped" }).click();
    await view.locator("svg .coverage-empty").first().waitFor({ state: "attached" });
    await workbench.screenshot("coverage-contrast-light");
    await look("coverage as a picture, high contrast light");
  },
});
