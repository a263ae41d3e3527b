import { execFileSync } from "node:child_process";
import { until } from "../../until.ts";
import { columnFile, roomy, showColumnView } from "../column.ts";
import { story } from "../story.ts";

export default story({
  title: "the text is compared with its last Git revision: what changed how well it is supported, what is new, what went",
  file: columnFile,
  settings: { ...roomy, "git.enabled": true },
  run: async (workbench) => {
    const git = (...words: string[]): void => {
      execFileSync("git", ["-c", "user.name=A Writer", "-c", "user.email=writer@example.org", ...words], { cwd: workbench.folder });
    };
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "as it was");
    await workbench.page.reload();
    await workbench.ready("dark", columnFile);
    await workbench.page.locator(".editor-instance .monaco-editor").first().click();
    await workbench.goTo(38, 1);
    await workbench.page.keyboard.press("Shift+End");
    await workbench.insert("  strength analogy");
    const view = await showColumnView(workbench);
    await until("the editor knows the repository", async () => /master|main/.test(await workbench.statusBar()));
    await view.getByRole("button", { name: /^Compare/ }).click();
    await view.locator("option", { hasText: "HEAD" }).first().waitFor({ state: "attached", timeout: 20_000 });
    await view.getByRole("button", { name: "Show a table (T)" }).click();
    const changed = view.locator(".comparison tr.is-changed");
    await until("the change is found", async () => /L4 -> L2\/3/.test(await changed.first().innerText()));
    await workbench.screenshot("table");
    await view.getByRole("button", { name: "Show a picture (T)" }).click();
    await workbench.page.waitForTimeout(400);
    await workbench.screenshot("picture");
  },
});
