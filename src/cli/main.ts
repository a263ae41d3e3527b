/** The command line. Takes the world as parameters and gives an exit code: 0 clean, 1 findings, 2 could not run. */
import { nearest } from "../core/nearest.ts";
import { readArguments } from "./arguments.ts";
import { CLEAN, COULD_NOT_RUN, isGiven } from "./command.ts";
import { commands } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { VERSION } from "./version.ts";
import { say, type World } from "./world.ts";

export type { Output, World } from "./world.ts";

/** Runs the command line. Never throws: what could not be done is said on the error output. */
export async function main(world: World): Promise<number> {
  try {
    return await run(world);
  } catch (error) {
    world.errors.write(`lamina: ${error instanceof Error ? error.message : String(error)}\n`);
    return COULD_NOT_RUN;
  }
}

const helpWords: ReadonlySet<string> = new Set(["help", "--help", "-h"]);
const versionWords: ReadonlySet<string> = new Set(["--version", "-V", "version"]);

async function run(world: World): Promise<number> {
  const [first, ...after] = world.argv;
  if (first === undefined) {
    world.errors.write(generalHelp(commands));
    return COULD_NOT_RUN;
  }
  if (versionWords.has(first)) return say(world, `lamina ${VERSION}\n`);
  const asksHelp = helpWords.has(first);
  const name = asksHelp ? after[0] : first;
  if (name === undefined) return say(world, generalHelp(commands));
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Error(unknownCommand(name));
  if (asksHelp) return say(world, commandHelp(command));
  const { options, rest } = readArguments(command, command.arguments?.(after) ?? after);
  if (isGiven(options, "help")) return say(world, commandHelp(command));
  return (await command.run({ world, options, rest, commands })) ?? CLEAN;
}

function unknownCommand(name: string): string {
  const names = commands.map((each) => each.name);
  const [best] = nearest(name, names);
  const expected = best ? `expected “${best}”` : `expected one of ${names.join(", ")}`;
  return name.startsWith("-")
    ? `expected a command before ${name}: one of ${names.join(", ")}`
    : `unknown command “${name}”, ${expected}. See lamina --help.`;
}
