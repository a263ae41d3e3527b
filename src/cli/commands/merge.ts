/** `lamina merge`: the results of several machines as one. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Severity, severities } from "../../core/settings.ts";
import { type Call, CLEAN, COULD_NOT_RUN, type Command, FOUND, textOf, wordOf } from "../command.ts";
import { formatCalled, formatNames } from "../formats/index.ts";
import { readResult } from "../formats/read-result.ts";
import { mergeResults, type NamedResult } from "../merge.ts";
import { VERSION } from "../version.ts";
import { usesColour } from "../world.ts";

export const mergeCommand: Command = {
  name: "merge",
  takes: "FILES",
  completes: { kind: "file" },
  summary: "put the results of several machines together",
  details: "Takes what lamina check --format json --shard i/n wrote, all shards of one run, and prints it as one check would have.",
  options: [
    {
      name: "format",
      value: formatNames.join("|"),
      takes: { kind: "word", words: formatNames },
      help: "how to print the findings (default: pretty)",
    },
    {
      name: "fail-on",
      value: severities.join("|"),
      takes: { kind: "word", words: severities },
      help: "exit with 1 on findings of this weight or above (default: warning)",
    },
  ],
  examples: [
    { line: "lamina merge shard-*.json --format sarif", does: "one SARIF file of all shards" },
    { line: "lamina merge 1.json 2.json", does: "for people, with the exit code of one check" },
  ],
  run,
};

async function run({ world, options, rest }: Call): Promise<number> {
  if (rest.length === 0) throw new Error("expected files after “merge”, which lamina check --format json wrote. See lamina merge --help.");
  const format = formatCalled(textOf(options, "format") ?? "pretty");
  const failOn = wordOf<Severity>(options, "fail-on", severities) ?? "warning";
  const result = mergeResults(await Promise.all(rest.map((path) => readNamed(path, world.folder))));
  const { columns } = world.output as { readonly columns?: number };
  const text = format.write(result, {
    colour: usesColour(world),
    version: result.version ?? VERSION,
    folder: `${pathToFileURL(world.folder).href}/`,
    ...(world.output.isTTY && columns !== undefined && { width: columns }),
  });
  world.output.write(text);
  if (result.unreadable.length > 0 || result.foreign.length > 0) return COULD_NOT_RUN;
  const weighs = (severity: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(failOn);
  return result.findings.some(({ severity }) => weighs(severity)) ? FOUND : CLEAN;
}

async function readNamed(path: string, folder: string): Promise<NamedResult> {
  const text = await readFile(resolve(folder, path), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === "ENOENT" ? `there is no file “${path}”` : `${path} cannot be read`);
  });
  return { name: path, result: readResult(text, path) };
}
