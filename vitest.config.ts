import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vitest/config";
import { textAssets } from "./scripts/lib/text-assets.mjs";

/** Imports Lamina and BibTeX files as text, as the bundler does. */
const textImports: Plugin = {
  name: "text-imports",
  enforce: "pre",
  load(id) {
    const file = id.split("?")[0] ?? id;
    if (!textAssets.some((ending) => file.endsWith(ending))) return undefined;
    this.addWatchFile(file);
    return { code: `export default ${JSON.stringify(readFileSync(file, "utf8"))};`, map: null };
  },
};

export default defineConfig({
  plugins: [textImports],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "node_modules/**"],
    // A test that was left alone for a moment of work must not hide the others.
    allowOnly: false,
    // Test files share the modules of their worker: to load them anew for each takes longer than all tests. No test replaces a
    // module, or leaves anything behind in one that another could see.
    isolate: false,
    // the runner itself has little to do: its core can test as well
    maxWorkers: "100%",
    // nothing here is about speed: a busy machine must not fail a property that holds
    testTimeout: 60_000,
  },
});
