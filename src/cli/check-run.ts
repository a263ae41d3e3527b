/** One run of `lamina check`. */
import { relative, resolve } from "node:path";
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { type Profile, profiles } from "../core/settings.ts";
import { toUri } from "../workspace/node-paths.ts";
import { checkWithCache } from "./cache.ts";
import { type CheckOrder, checkTogether, type OpenProjects, openProjects, threadsFor } from "./check.ts";
import type { CheckResult } from "./check-result.ts";
import { type Call, CLEAN, COULD_NOT_RUN, FOUND, isGiven, numberOf, type OptionValues, textOf, textsOf, wordOf } from "./command.ts";
import { fixed, patchOf, writeChanged } from "./fix.ts";
import { formatCalled } from "./formats/index.ts";
import { summarise } from "./formats/summary.ts";
import { identity, narrowed, without } from "./narrow.ts";
import { exclusion, meantPaths, readEndings } from "./paths.ts";
import { plural } from "./plain-text.ts";
import { progressTo } from "./progress.ts";
import { fails, onlyFailing, thresholdOf } from "./threshold.ts";
import { unsavedFile } from "./unsaved.ts";
import { VERSION } from "./version.ts";
import { usesColour, type World } from "./world.ts";
import { save } from "./written-file.ts";

/** Checks once, prints what was found, and gives the exit code. */
export async function checkOnce({ world, options, rest }: Call): Promise<number> {
  const { folder, files } = world;
  const format = formatCalled(textOf(options, "format") ?? "pretty");
  const profile = wordOf<Profile>(options, "profile", profiles);
  const threshold = thresholdOf(options);
  const unsaved = await unsavedFile(world, options, rest);
  const paths = unsaved ? [unsaved.path] : await meantPaths(rest, world);
  const shard = shardOf(options);
  const note = isGiven(options, "verbose") ? notes(world) : undefined;
  const order = {
    ...{ paths, profile, folder, files, fixes: format.fixes },
    ...(unsaved && { unsaved }),
    ...(shard && { share: { index: shard.index - 1, of: shard.of } }),
    ...(note && { opened: note.opened }),
    progress: progressTo(world.errors),
  };
  const jobs = numberOf(options, "jobs", 1);
  const threads = await threadsFor(jobs, order, world);
  note?.say(`on ${plural(threads, "thread")}`);
  const isExcluded = exclusion(textsOf(options, "exclude"));

  if (isGiven(options, "fix") || isGiven(options, "fix-dry-run")) {
    if (unsaved) throw new Error("--fix changes files, and the text of --stdin is none: use lamina fmt, or save it first");
    const changed = fixed(await openProjects(order), folder, (path) => !isExcluded(path));
    if (isGiven(options, "fix-dry-run")) {
      for (const file of changed) world.output.write(patchOf(file));
      world.errors.write(`${plural(changed.length, "file")} would change\n`);
      return changed.length > 0 ? FOUND : CLEAN;
    }
    await writeChanged(changed, folder);
    for (const { path, edits } of changed) world.errors.write(`${path}: ${plural(edits, "slip")} mended\n`);
  }

  const all = without(await foundBy(order, threads, world, isGiven(options, "cache"), note), isExcluded);
  const found = await narrowed({ ...all, ...identity(order.paths, folder, shard) }, options, world);
  note?.say("checked");
  const result = isGiven(options, "quiet") ? onlyFailing(found, threshold) : found;
  const output = textOf(options, "output");
  const text = format.write(result, {
    ...{ colour: output === undefined && usesColour(world), version: VERSION, folder: toUri(`${folder}/`) },
    ...(output === undefined && world.output.isTTY && world.output.columns && { width: world.output.columns }),
  });
  if (output === undefined) world.output.write(text);
  else {
    await save(resolve(folder, output), output, text);
    world.errors.write(`${output}: ${summaryLine(found)}\n`);
  }
  for (const path of found.unreadable) world.errors.write(`lamina: ${path} cannot be read\n`);
  for (const path of found.foreign)
    world.errors.write(`lamina: ${path} is not a file that Lamina reads, expected ${readEndings.join(", ")} or ${CONFIGURATION_FILE}\n`);
  if (found.unreadable.length > 0 || found.foreign.length > 0) return COULD_NOT_RUN;
  return fails(found, threshold) ? FOUND : CLEAN;
}

/** What an order finds; with a cache, what it found the last time if that still holds. */
async function foundBy(
  order: CheckOrder,
  threads: number,
  world: World,
  withCache: boolean,
  note: Notes | undefined,
): Promise<CheckResult> {
  if (!withCache || order.unsaved) return checkTogether(order, threads, world);
  if (world.cacheFolder === undefined) throw new Error("there is no cache folder here, so --cache has nowhere to keep anything");
  const { result, isKept } = await checkWithCache(world.cacheFolder, order, (noting) => checkTogether(noting, threads, world));
  if (isKept) note?.say("nothing that was read has changed since the last time, whose findings these are");
  return result;
}

/** What `--verbose` says, with the time it took up to then. */
interface Notes {
  say(text: string): void;
  readonly opened: (opened: OpenProjects) => void;
}

function notes({ errors, folder }: World): Notes {
  const begun = performance.now();
  const say = (text: string): unknown => errors.write(`lamina: ${((performance.now() - begun) / 1000).toFixed(2)} s: ${text}\n`);
  return {
    say,
    opened({ workspaces }) {
      for (const [project, { snapshot }] of workspaces)
        say(
          `the project ${relative(folder, project) || "."} is read: ${plural(snapshot.documents.size, "document")}, ${plural(snapshot.bibliographies.size, "bibliography", "bibliographies")}`,
        );
    },
  };
}

/** `2/3`: the second of three shares. */
function shardOf(options: OptionValues): CheckResult["shard"] {
  const value = textOf(options, "shard");
  if (value === undefined) return undefined;
  const [index = 0, of = 0] = /^\d{1,4}\/\d{1,4}$/.test(value) ? value.split("/").map(Number) : [];
  if (index < 1 || index > of) throw new Error(`“${value}” is no value of --shard, expected one such as 1/3, 2/3 or 3/3`);
  return { index, of };
}

function summaryLine(result: CheckResult): string {
  const { errors, warnings, files, claims } = summarise(result);
  return `${plural(claims, "claim")} in ${plural(files, "file")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}`;
}
