import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

export default story({
  title: "squiggles on exactly the claims without evidence; cards on a layer, a role and a citation",
  file: "hypothesis.lamina",
  run: async (workbench) => {
    await until("the status bar counts", async () => /31 claims, 4 without evidence/.test(await workbench.statusBar()));
    assert.equal(await workbench.squiggles("warning").count(), 0, "no claim of this file lacks evidence");
    const layer = await workbench.hoverAt("L4 ->");
    assert.match(layer, /Layer 4[\s\S]*In this workspace[\s\S]*Value[\s\S]*overstated[\s\S]*In the paper/);
    assert.ok((await workbench.hoverCard().locator("img").count()) > 0, "the card shows where the layer sits");
    await workbench.screenshot("layer-dark");
    const role = await workbench.hoverAt("Value");
    assert.match(role, /Value[\s\S]*In this workspace[\s\S]*L4 → L2\/3/);
    await workbench.screenshot("role-dark");
    await workbench.closeHover();
    await workbench.goTo(42, 20);
    const citation = await workbench.hoverAt("@binzegger2004quantitative");
    assert.match(citation, /Binzegger et al. 2004[\s\S]*A Quantitative Map[\s\S]*In this workspace it/);
    await workbench.screenshot("citation-dark");
    await workbench.closeHover();
    await workbench.setTheme("light");
    await workbench.hoverAt("L4 ->");
    await workbench.screenshot("layer-light");
    await workbench.closeHover();
    await workbench.openFile("grain.lamina");
    await until("a claim is marked", async () => (await workbench.squiggles("warning").count()) === 1);
    await workbench.hoverAt("heads");
    await workbench.screenshot("squiggles-light");
  },
});
