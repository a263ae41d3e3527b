import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { root: "test/package", include: ["*.story.ts"], allowOnly: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
