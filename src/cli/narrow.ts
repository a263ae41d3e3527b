/** What of a result is asked for: beside a baseline, of what was changed, in files that are not left out. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { toUri } from "../workspace/node-paths.ts";
import { BASELINE_FILE, compare, countOf, readBaseline, updated, writeBaseline } from "./baseline.ts";
import { changedLines, onlyChanged } from "./changed-lines.ts";
import type { CheckResult } from "./check-result.ts";
import { isGiven, type OptionValues, textOf, textsOf } from "./command.ts";
import { exclusion } from "./paths.ts";
import { plural } from "./plain-text.ts";
import { VERSION } from "./version.ts";
import type { World } from "./world.ts";
import { save } from "./written-file.ts";

/** What must agree where results are put together. */
export const identity = (paths: readonly string[], folder: string, shard: CheckResult["shard"]): Partial<CheckResult> => ({
  ...{ version: VERSION, folder: basename(folder), paths },
  ...(shard && { shard }),
});

/** What is left of a result beside its baseline, and of that what was changed; writes the baseline where it is asked to. */
export async function narrowed(all: CheckResult, options: OptionValues, { folder, files, errors }: World): Promise<CheckResult> {
  const update = isGiven(options, "baseline-update");
  const accept = isGiven(options, "baseline-accept");
  if (accept && !update) throw new Error("--baseline-accept says how --baseline-update is to be done, which is not given");
  const name = textOf(options, "baseline") ?? (update ? BASELINE_FILE : undefined);
  const since = textOf(options, "since");
  let result = all;
  if (name !== undefined) {
    const path = resolve(folder, name);
    const known = {
      path: name,
      isThere: (file: string): boolean => existsSync(resolve(folder, file)),
      isLeftOut: exclusion(textsOf(options, "exclude")),
    };
    const text = await files.read(toUri(path));
    if (text === undefined && !update)
      throw new Error(`there is no baseline “${name}”; lamina check --baseline ${name} --baseline-update begins one`);
    let baseline = text === undefined ? undefined : readBaseline(text, name);
    if (update) {
      const next = updated(since === undefined ? all : { ...all, since }, baseline, { ...known, accept });
      await save(path, name, writeBaseline(next.baseline));
      errors.write(`${name}: ${plural(countOf(next.baseline), "finding")} known, ${next.removed} taken out, ${next.added} taken in\n`);
      baseline = next.baseline;
    }
    if (baseline) result = compare(all, baseline, known).result;
  }
  return since === undefined ? result : onlyChanged(result, await changedLines(since, folder), since);
}

/** Without what is said of files that are left out. */
export const without = (result: CheckResult, isExcluded: (path: string) => boolean): CheckResult => ({
  ...result,
  findings: result.findings.filter(({ path }) => !isExcluded(path)),
  silenced: result.silenced.filter(({ path }) => !isExcluded(path)),
});
