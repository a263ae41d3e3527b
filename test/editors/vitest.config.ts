import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { root: "test/editors", include: ["*.story.ts"], allowOnly: false, testTimeout: 60_000, hookTimeout: 120_000 },
});
