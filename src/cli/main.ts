/** The command line. Takes the world as parameters and gives an exit code: 0 clean, 1 findings, 2 could not run. */
import { parseArgs } from "node:util";
import type { Checker } from "../core/checker.ts";
import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { type Profile, profiles, type Severity, severities } from "../core/settings.ts";
import { hosts } from "../embed/host.ts";
import type { FigureMaker } from "../figure/program.ts";
import type { Files } from "../workspace/files.ts";
import { type CheckResult, checkPaths, openProject, projectOf } from "./check.ts";
import { draw, drawHelp } from "./draw.ts";
import { explain } from "./explain.ts";
import { formatJson } from "./format-json.ts";
import { formatPretty } from "./format-pretty.ts";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface World {
  readonly argv: readonly string[];
  /** The folder that paths count from. */
  readonly folder: string;
  readonly files: Files;
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What writes figures, loaded when one is asked for. */
  readonly figures?: FigureMaker;
}

const CLEAN = 0;
const FOUND = 1;
const COULD_NOT_RUN = 2;

const help = `Usage: lamina COMMAND [options]

  check [PATHS]              check the mapping claims in .lamina files, manuscripts (Markdown,
                             LaTeX), notebooks and the comments of programs
                             (default: the folder at hand)
  explain RULE|ID|PART|@KEY  say what a rule finds and why it matters, or what a claim says, how it
                             stands, and what would lift it; or show the card of a prediction, of a
                             part of any atlas, or of a cited work
  draw [PATHS]               draw the claims as a figure for a paper or a page

Options:
  --format pretty|json       how to print the findings (default: pretty)
  --profile ${profiles.join("|")}   how strict to be, for check and explain
                             (default: that of lamina.json, else draft)
  --fail-on error|warning|information|hint
                             exit with 1 on findings of this weight or above (default: warning)
  --help, --version

Options of draw:
${drawHelp}
Exit code: 0 clean, 1 findings, 2 could not run.

Examples:
  lamina check
  lamina check hypothesis.lamina manuscript.md
  lamina check --profile submission --format json examples
  lamina explain strength-exceeds-evidence
  lamina explain values
  lamina explain layer 4
  lamina explain @larkum1999new
  lamina draw hypothesis.lamina --out figure.pdf --width 85
  lamina draw --format tikz --theme light --focus "layer 4" --out figure.tex
`;

export async function main(world: World): Promise<number> {
  try {
    return await run(world);
  } catch (error) {
    world.errors.write(`lamina: ${error instanceof Error ? error.message : String(error)}\n`);
    return COULD_NOT_RUN;
  }
}

const options = {
  format: { type: "string", default: "pretty" },
  profile: { type: "string" },
  "fail-on": { type: "string", default: "warning" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

async function run(world: World): Promise<number> {
  const [first, ...rest] = world.argv;
  if (first === "draw" && !rest.includes("--help") && !rest.includes("-h")) {
    await draw(world, rest);
    return CLEAN;
  }
  const { values, positionals } = parseArgs({ args: [...(first === "draw" ? ["help"] : world.argv)], options, allowPositionals: true });
  if (values.version) return say(world, `lamina ${VERSION}\n`);
  const [command, ...paths] = positionals;
  if (values.help || command === "help") return say(world, help);
  if (command === undefined) {
    world.errors.write(help);
    return COULD_NOT_RUN;
  }
  const profile = values.profile === undefined ? undefined : oneOf<Profile>("--profile", values.profile, profiles);
  if (command === "explain") return explainTo(world, paths, profile);
  if (command !== "check") throw new Error(`unknown command “${command}”, expected check, explain or draw. See lamina --help.`);
  const format = oneOf("--format", values.format, ["pretty", "json"] as const);
  const failOn = oneOf<Severity>("--fail-on", values["fail-on"], severities);
  const result = await checkPaths(paths.length > 0 ? paths : ["."], profile, world.folder, world.files);
  for (const path of result.unreadable) world.errors.write(`lamina: ${path} cannot be read\n`);
  world.output.write(format === "json" ? formatJson(result) : formatPretty(result, usesColour(world)));
  for (const path of result.foreign)
    world.errors.write(`lamina: ${path} is not a file that Lamina reads, expected ${readFiles.join(", ")} or ${CONFIGURATION_FILE}\n`);
  if (result.unreadable.length > 0 || result.foreign.length > 0) return COULD_NOT_RUN;
  return isClean(result, failOn) ? CLEAN : FOUND;
}

const readFiles = hosts.flatMap((host) => host.extensions);

async function explainTo(world: World, subjects: readonly string[], profile: Profile | undefined): Promise<number> {
  // names of parts may have blanks, which a shell takes for several words
  const subject = subjects.join(" ").trim();
  if (subject === "") throw new Error("expected a name after “explain”: a rule's, an id, a part's or @key. See lamina --help.");
  const project = await projectOf(world.folder, world.folder);
  const checker = async (): Promise<Checker> => (await openProject(project, profile, world.files)).checker;
  return say(world, await explain(subject, checker, usesColour(world)));
}

/** The version of the package, put in by the build. */
declare const LAMINA_VERSION: string | undefined;
const VERSION = typeof LAMINA_VERSION === "string" ? LAMINA_VERSION : "development";

function say(world: World, text: string): number {
  world.output.write(text);
  return CLEAN;
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  throw new Error(`unknown value “${value}” of ${option}, expected ${known.join(", ")}`);
}

const isClean = (result: CheckResult, failOn: Severity): boolean =>
  result.findings.every((finding) => severities.indexOf(finding.severity) > severities.indexOf(failOn));

function usesColour({ output, environment }: World): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return output.isTTY === true && environment["TERM"] !== "dumb";
}
