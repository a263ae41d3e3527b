// What the suites hand to each other: one small JSON file each. Node built-ins only.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */

const folder = join(root, "out", "results");

/** Where the suite of this name leaves its counts. @param {string} suite */
export const resultFile = (suite) => join(folder, `${suite}.json`);

/** Forgets the last run, so that a suite that dies early cannot pass on old counts. @param {string} suite */
export function forgetResult(suite) {
  mkdirSync(folder, { recursive: true });
  rmSync(resultFile(suite), { force: true });
}

/** @param {string} suite @param {Counts} counts */
export function writeResult(suite, counts) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(resultFile(suite), `${JSON.stringify(counts)}\n`);
}

/** The counts of a suite, whether written by us or by vitest's JSON reporter; undefined where it left none. @param {string} suite */
export function readResult(suite) {
  if (!existsSync(resultFile(suite))) return undefined;
  const found = JSON.parse(readFileSync(resultFile(suite), "utf8"));
  return { passed: Number(found.passed ?? found.numPassedTests), failed: Number(found.failed ?? found.numFailedTests) };
}

/** The sentence that every run ends with. @param {Counts} counts */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
