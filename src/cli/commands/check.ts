/** `lamina check`: the findings that the editor shows, for a terminal, a pipeline or another program. */

import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { CONFIGURATION_FILE } from "../../core/configuration.ts";
import { type Profile, profiles, type Severity, severities } from "../../core/settings.ts";
import { toUri } from "../../workspace/node-files.ts";
import { BASELINE_FILE, compare, countOf, readBaseline, updated, writeBaseline } from "../baseline.ts";
import { checkWithCache } from "../cache.ts";
import { changedLines, onlyChanged } from "../changed-lines.ts";
import { type CheckOrder, checkTogether, openProjects, threadsFor } from "../check.ts";
import type { CheckedFinding, CheckResult } from "../check-result.ts";
import {
  type Call,
  CLEAN,
  COULD_NOT_RUN,
  type Command,
  FOUND,
  isGiven,
  numberOf,
  type OptionValues,
  textOf,
  textsOf,
  wordOf,
} from "../command.ts";
import { fixed, patchOf, writeChanged } from "../fix.ts";
import { formats } from "../formats/index.ts";
import { summarise } from "../formats/summary.ts";
import { exclusion, meantPaths, readEndings } from "../paths.ts";
import { plural } from "../plain-text.ts";
import { unsavedFile } from "../unsaved.ts";
import { VERSION } from "../version.ts";
import { watchFolder } from "../watch.ts";
import { usesColour, type World } from "../world.ts";
import { save } from "../written-file.ts";

const formatNames = formats.map(({ name }) => name);

export const checkCommand: Command = {
  name: "check",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "check claims: hypothesis files, manuscripts (Markdown, LaTeX), notebooks, the comments of programs",
  details: `Without PATHS, all of the folder at hand. A path may have wildcards in quotes: "claims/**/*.lamina". What .gitignore and
.laminaignore leave out is left out, unless it is named. The settings that hold are those of the nearest lamina.json;
“lamina list settings FILE” says which and why.`,
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: formatNames },
      help: `how to print the findings: ${formatNames.join(", ")} (default: pretty)`,
    },
    { name: "output", short: "o", value: "FILE", takes: { kind: "file" }, help: "write them to a file, and a summary here" },
    {
      name: "profile",
      value: "PROFILE",
      takes: { kind: "word", words: profiles },
      help: `how strict to be: ${profiles.join(", ")} (default: that of lamina.json, else draft)`,
    },
    {
      name: "fail-on",
      value: "SEVERITY",
      takes: { kind: "word", words: severities },
      help: `exit with 1 on findings of this weight or above: ${severities.join(", ")} (default: warning)`,
    },
    {
      name: "max-warnings",
      value: "NUMBER",
      takes: { kind: "number" },
      help: "with no errors, and no more warnings than this, exit with 0",
    },
    { name: "quiet", short: "q", help: "print only what makes it exit with 1" },
    { name: "verbose", help: "say on the error output what is read, and how long it takes" },
    {
      name: "exclude",
      value: "GLOB",
      takes: { kind: "text" },
      multiple: true,
      help: "leave out findings in these files; their claims still count",
    },
    { name: "fix", help: "mend first what can be read in only one way, as the editor's “Fix all” does" },
    { name: "fix-dry-run", help: "change nothing; print what --fix would change as a patch" },
    { name: "stdin", help: "check a text from the standard input" },
    {
      name: "stdin-filename",
      value: "FILE",
      takes: { kind: "file" },
      help: "what that text is of, in whose place it is checked (default: stdin.lamina)",
    },
    {
      name: "baseline",
      value: "FILE",
      takes: { kind: "file" },
      help: "leave out the findings that this file knows of: what is old is counted, what is new fails",
    },
    {
      name: "baseline-update",
      help: `take out of the baseline what is mended; where there is none yet, begin it (default: ${BASELINE_FILE})`,
    },
    { name: "baseline-accept", help: "with --baseline-update: take in what is new, too" },
    {
      name: "since",
      value: "REVISION",
      takes: { kind: "revision" },
      help: "only findings on what was changed since a revision of Git, such as main",
    },
    {
      name: "jobs",
      value: "NUMBER",
      takes: { kind: "number" },
      help: "how many threads to check on (default: as many as the size of the project is worth)",
    },
    {
      name: "shard",
      value: "I/N",
      takes: { kind: "text" },
      help: "check one of N shares of the files, to be put together by lamina merge",
    },
    { name: "cache", help: "keep what is found, and say it again as long as nothing that was read has changed" },
    { name: "watch", help: "check again whenever a file changes" },
  ],
  examples: [
    { line: "lamina check", does: "the folder at hand" },
    { line: "lamina check hypothesis.lamina manuscript.md", does: "two files; the claims of the project around them are known" },
    {
      line: "lamina check --profile submission --format sarif --output lamina.sarif",
      does: "the night before submission, for a service that reads SARIF",
    },
    { line: "lamina check --baseline-update", does: "adopt it in a running project: what is found now is known from here on" },
    { line: `lamina check --baseline ${BASELINE_FILE} --since main`, does: "in a pull request: only what is new and was changed" },
    { line: "lamina check --fix", does: "mend slips such as 20,000 or a misspelt word of the language" },
  ],
  async run(call: Call): Promise<number> {
    if (isGiven(call.options, "watch")) return watchFolder(call.world, () => checkOnce(call));
    return checkOnce(call);
  },
};

/** How a check is judged. */
interface Threshold {
  readonly failOn: Severity;
  readonly mostWarnings: number | undefined;
}

async function checkOnce({ world, options, rest }: Call): Promise<number> {
  const { folder, files } = world;
  const format = formats.find(({ name }) => name === (wordOf(options, "format", formatNames) ?? "pretty"));
  if (!format) throw new Error("there is no such format");
  const profile = wordOf<Profile>(options, "profile", profiles);
  const threshold = thresholdOf(options);
  const unsaved = await unsavedFile(world, options, rest);
  const paths = unsaved ? [unsaved.path] : await meantPaths(rest, world);
  const shard = shardOf(options);
  const order = {
    ...{ paths, profile, folder, files, withFixes: format.needsFixes },
    ...(unsaved && { unsaved }),
    ...(shard && { share: { index: shard.index - 1, of: shard.of } }),
  };
  const jobs = numberOf(options, "jobs", 1);
  const threads = await threadsFor(jobs, order, world);
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

  const all = without(await foundBy(order, threads, world, isGiven(options, "cache")), isExcluded);
  const found = await narrowed({ ...all, ...identity(order.paths, folder, shard) }, options, world);
  const result = isGiven(options, "quiet") ? onlyFailing(found, threshold) : found;
  const output = textOf(options, "output");
  const text = format.write(result, { colour: output === undefined && usesColour(world), version: VERSION, folder: toUri(`${folder}/`) });
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

const thresholdOf = (options: OptionValues): Threshold => ({
  failOn: wordOf<Severity>(options, "fail-on", severities) ?? "warning",
  mostWarnings: numberOf(options, "max-warnings", 0),
});

/** What must agree where results are put together. */
const identity = (paths: readonly string[], folder: string, shard: CheckResult["shard"]): Partial<CheckResult> => ({
  ...{ version: VERSION, folder: basename(folder), paths },
  ...(shard && { shard }),
});

/** What is left of a result beside its baseline, and of that what was changed; writes the baseline where it is asked to. */
async function narrowed(all: CheckResult, options: OptionValues, { folder, files, errors }: World): Promise<CheckResult> {
  const update = isGiven(options, "baseline-update");
  const accept = isGiven(options, "baseline-accept");
  if (accept && !update) throw new Error("--baseline-accept says how --baseline-update is to be done, which is not given");
  const name = textOf(options, "baseline") ?? (update ? BASELINE_FILE : undefined);
  const since = textOf(options, "since");
  let result = all;
  if (name !== undefined) {
    const path = resolve(folder, name);
    const isThere = (file: string): boolean => existsSync(resolve(folder, file));
    const text = await files.read(toUri(path));
    if (text === undefined && !update)
      throw new Error(`there is no baseline “${name}”; lamina check --baseline ${name} --baseline-update begins one`);
    let baseline = text === undefined ? undefined : readBaseline(text, name);
    if (update) {
      const next = updated(since === undefined ? all : { ...all, since }, baseline, { path: name, isThere, accept });
      await save(path, name, writeBaseline(next.baseline));
      errors.write(`${name}: ${plural(countOf(next.baseline), "finding")} known, ${next.removed} taken out, ${next.added} taken in\n`);
      baseline = next.baseline;
    }
    if (baseline) result = compare(all, baseline, { path: name, isThere }).result;
  }
  return since === undefined ? result : onlyChanged(result, await changedLines(since, folder), since);
}

/** What an order finds; with a cache, what it found the last time if that still holds. */
async function foundBy(order: CheckOrder, threads: number, world: World, withCache: boolean): Promise<CheckResult> {
  if (!withCache || order.unsaved) return checkTogether(order, threads, world);
  if (world.cacheFolder === undefined) throw new Error("there is no cache folder here, so --cache has nowhere to keep anything");
  const { result } = await checkWithCache(world.cacheFolder, order, (noting) => checkTogether(noting, threads, world));
  return result;
}

/** `2/3`: the second of three shares. */
function shardOf(options: OptionValues): CheckResult["shard"] {
  const value = textOf(options, "shard");
  if (value === undefined) return undefined;
  const [index = 0, of = 0] = /^\d{1,4}\/\d{1,4}$/.test(value) ? value.split("/").map(Number) : [];
  if (index < 1 || index > of) throw new Error(`“${value}” is no value of --shard, expected one such as 1/3, 2/3 or 3/3`);
  return { index, of };
}

/** Whether a finding weighs enough to make a check fail by itself. */
const weighs = ({ severity }: CheckedFinding, failOn: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(failOn);

function fails({ findings }: CheckResult, { failOn, mostWarnings }: Threshold): boolean {
  if (mostWarnings === undefined) return findings.some((finding) => weighs(finding, failOn));
  return (
    findings.some(({ severity }) => severity === "error") || findings.filter(({ severity }) => severity === "warning").length > mostWarnings
  );
}

const onlyFailing = (result: CheckResult, { failOn }: Threshold): CheckResult => ({
  ...result,
  findings: result.findings.filter((finding) => weighs(finding, failOn)),
});

const without = (result: CheckResult, isExcluded: (path: string) => boolean): CheckResult => ({
  ...result,
  findings: result.findings.filter(({ path }) => !isExcluded(path)),
  silenced: result.silenced.filter(({ path }) => !isExcluded(path)),
});

function summaryLine(result: CheckResult): string {
  const { errors, warnings, files, claims } = summarise(result);
  return `${plural(claims, "claim")} in ${plural(files, "file")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}`;
}
