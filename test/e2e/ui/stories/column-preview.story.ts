import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../until.ts";
import { story } from "../story.ts";

const fence = (attribute: string, claim: string): string => `\`\`\`lamina ${attribute}\n${claim}\n\`\`\`\n`;

export default story({
  title: "the Markdown preview draws fences as picture and as table, and figures of manuscripts are kept current",
  file: "notes.md",
  files: {
    "notes.md": `# Notes\n\n${fence("{table}", "claim from-notes: L6 as Key")}\n${fence("{picture}", "claim drawn: L5 as Query")}\n![All claims](figures/hypothesis.lamina.svg)\n`,
  },
  run: async (workbench) => {
    await until("the status bar counts", async () => /claims/.test(await workbench.statusBar()));
    await workbench.runCommand("Markdown: Open Preview to the Side");
    const preview = workbench.webview();
    await preview.locator("td", { hasText: "from-notes" }).waitFor({ timeout: 20_000 });
    const picture = preview.locator('img[src^="data:image/svg+xml"]');
    await picture.waitFor();
    assert.match((await picture.getAttribute("alt")) ?? "", /1 claim/);
    await workbench.screenshot("preview");

    await workbench.runCommand("Lamina: Update Figures in Manuscripts");
    const figure = join(workbench.folder, "figures", "hypothesis.lamina.svg");
    await until("the figure is written", () => {
      try {
        return readFileSync(figure, "utf8").includes("<svg");
      } catch {
        return false;
      }
    });
    await workbench.page.getByText("1 figure drawn anew").first().waitFor();
    await workbench.screenshot("figures");
  },
});
