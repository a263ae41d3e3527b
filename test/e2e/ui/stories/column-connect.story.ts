import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { columnFile, roomy, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "a line drawn from a part to a role writes a claim that one undo takes back; a part's card says what it is",
  file: columnFile,
  settings: roomy,
  run: async (workbench) => {
    const view = await showColumnView(workbench);
    const { mouse } = workbench.page;
    const middle = async (part: string): Promise<{ x: number; y: number }> => {
      const box = await view
        .locator(`[data-part="${part}"]`)
        .getByText(part.split(":")[1] ?? "", { exact: true })
        .first()
        .boundingBox();
      assert.ok(box, part);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const from = await middle("cortex:L6");
    const to = await middle("transformer:Key");

    await mouse.move(from.x, from.y, { steps: 3 });
    const card = view.locator(".card");
    await card.waitFor();
    assert.match(await card.innerText(), /Layer 6/);
    await workbench.screenshot("card");

    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 5 });
    await workbench.screenshot("drawing");
    await mouse.up();
    const text = async (): Promise<string> => (await workbench.editorLines().allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    await until("the claim is written", async () => /claim l6-key: L6 as Key/.test(await text()));
    await view.locator('[data-claim="l6-key"]').first().waitFor();
    await workbench.page.keyboard.press("Control+KeyZ");
    await until("it is taken back", async () => (await view.locator('[data-claim="l6-key"]').count()) === 0);
  },
});
