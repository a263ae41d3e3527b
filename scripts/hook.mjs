#!/usr/bin/env node
// What pre-commit runs (.pre-commit-hooks.yaml): `lamina` with what it is given, in the folder of the commit.
import { spawnSync } from "node:child_process";
import { ensureCommand } from "./lib/pipeline.mjs";
import { runScript } from "./lib/project.mjs";

await runScript(async () => {
  const done = spawnSync(process.execPath, [await ensureCommand(), ...process.argv.slice(2)], { stdio: "inherit" });
  return done.status ?? 1;
});
