import { strict as assert } from "node:assert";
import { until } from "../../until.ts";
import { story } from "../story.ts";

export default story({
  title: "the packaged extension, installed into a fresh editor, finds and draws; installed once more, it keeps the settings",
  file: "mine.lamina",
  files: { "mine.lamina": "claim my-first: L4 -> L2/3 as Value\n" },
  packaged: true,
  // an address that names a file opens that file alone, unless told otherwise
  settings: { "lamina.profile": "submission", "window.restoreWindows": "preserve" },
  run: async (workbench) => {
    await until("findings", async () => (await shown(workbench)) > 0);
    assert.match(await workbench.hoverAt("L4"), /Layer 4/);
    await workbench.closeHover();
    await workbench.runCommand("Lamina: Show Column View");
    const view = workbench.webview();
    await view.locator('.standing-unsupported[data-claim="my-first"]').first().waitFor();
    await workbench.screenshot("installed");

    // by default nothing but the claim without evidence is found here: what is more, the user's settings ask for
    await until("the findings of a submission", async () => (await shown(workbench)) > 1);
    const before = await problems(workbench);

    workbench.install();
    await workbench.page.reload();
    await workbench.ready("dark", "mine.lamina");
    await until("the same findings as before", async () => (await problems(workbench)) === before);
    await workbench.page.locator(".tab", { hasText: "mine.lamina" }).first().waitFor();
    // the editor may close the views of an extension while that is replaced
    await workbench.runCommand("Lamina: Show Column View");
    await workbench.webview().locator('[data-claim="my-first"]').first().waitFor();
    await workbench.screenshot("installed-again");
  },
});

/** How many findings are underlined in the text. */
async function shown(workbench: Parameters<Parameters<typeof story>[0]["run"]>[0]): Promise<number> {
  const severities = ["error", "warning", "info"] as const;
  const counts = await Promise.all(severities.map((severity) => workbench.squiggles(severity).count()));
  return counts.reduce((total, count) => total + count, 0);
}

/** What the status bar says of problems. */
async function problems(workbench: Parameters<Parameters<typeof story>[0]["run"]>[0]): Promise<string> {
  return workbench.page.locator('[id="status.problems"]').innerText();
}
