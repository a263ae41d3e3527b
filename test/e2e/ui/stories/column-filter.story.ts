import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnClaims, columnFile, roomy, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "the column view is filtered by standing, facet and search, and is the same as a table that sorts and copies",
  file: columnFile,
  settings: roomy,
  run: async (workbench) => {
    const view = await showColumnView(workbench);
    const shown = view.locator(".filters .shown");
    await until("all are counted", async () => (await shown.innerText()) === "8 claims");

    await view.getByRole("button", { name: /^overstated, 4 claims/ }).click();
    await until("overstated claims are gone", async () => (await view.locator('[data-claim="values"]').count()) === 0);
    assert.equal(await shown.innerText(), "4 of 8 claims");
    await view.getByRole("button", { name: "Take back all filters" }).click();
    await view.locator('[data-claim="values"]').first().waitFor();

    await view.getByRole("button", { name: /^Filter by/ }).click();
    await workbench.screenshot("facets");
    await view.locator("fieldset", { hasText: "Tag" }).getByText("C05", { exact: true }).click();
    await until("one claim is left", async () => (await shown.innerText()) !== "8 claims");
    await workbench.page.keyboard.press("Escape");
    await workbench.screenshot("tag");
    await view.getByRole("button", { name: "Take back all filters" }).click();

    await view.locator("vscode-textfield").click();
    await workbench.type("mountcastle");
    await until("the search finds", async () => (await shown.innerText()) === "1 of 8 claims");
    await view.getByRole("button", { name: "Take back all filters" }).click();

    await view.getByRole("button", { name: "Show a table (T)" }).click();
    const rows = view.locator(".table-view tbody tr");
    await until("all are rows", async () => (await rows.count()) === columnClaims);
    await view.getByRole("button", { name: "Sort by for" }).click();
    await view.getByRole("button", { name: "Sort by for" }).click();
    await view.locator("th[aria-sort=descending]").waitFor();
    await until("the claim with most evidence comes first", async () => /^(gating|queries|values)/.test(await rows.first().innerText()));
    await view.getByRole("button", { name: "Copy as Markdown" }).click();
    await view.getByText("8 rows copied as Markdown").waitFor();
    await workbench.screenshot("table");
    await workbench.setTheme("light");
    await workbench.screenshot("table-light");
    await view.getByRole("button", { name: "Compare two sources" }).click();
    await view.locator(".comparison tbody tr").first().waitFor();
    await workbench.screenshot("compare-light");
    await view.getByRole("button", { name: "Show what is mapped" }).click();
    await view.locator(".coverage li").first().waitFor();
    await workbench.screenshot("coverage-light");
    await view.getByRole("button", { name: "Show a picture (T)" }).click();
    await view.locator("svg .coverage-leader, svg .coverage-empty").first().waitFor({ state: "attached" });
    await workbench.screenshot("coverage-picture-light");
    await view.getByRole("button", { name: "Compare two sources" }).click();
    await workbench.screenshot("compare-picture-light");
  },
});
