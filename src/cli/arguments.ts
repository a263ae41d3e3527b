/** Reads what stands on the command line by the table of a command's options. */
import { parseArgs } from "node:util";
import { nearest } from "../core/nearest.ts";
import type { Command, CommandOption, OptionValues } from "./command.ts";

/** Options that every command has. */
export const commonOptions: readonly CommandOption[] = [{ name: "help", short: "h", help: "say how it is used" }];

/**
 * Reads options and the words beside them. `--` ends the options.
 *
 * @throws in words for people, where an option is unknown, or has no value, or has one and takes none
 */
export function readArguments(
  command: Pick<Command, "name" | "options">,
  argv: readonly string[],
): { readonly options: OptionValues; readonly rest: readonly string[] } {
  const known = [...command.options, ...commonOptions];
  for (const word of upToEnd(argv)) refuseUnknown(word, command, known);
  const options = Object.fromEntries(
    known.map(({ name, short, value, multiple }) => [
      name,
      { type: value === undefined ? "boolean" : "string", ...(short && { short }), ...(multiple && { multiple }) } as const,
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return { options: { ...values } as OptionValues, rest: positionals };
  } catch (thrown) {
    throw new Error(inOurWords(thrown instanceof Error ? thrown.message : String(thrown), known));
  }
}

function upToEnd(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return end < 0 ? argv : argv.slice(0, end);
}

function refuseUnknown(word: string, { name }: Pick<Command, "name">, known: readonly CommandOption[]): void {
  const long = /^--([^=]+)/.exec(word)?.[1];
  if (long === undefined || known.some((option) => option.name === long)) return;
  const [best] = nearest(
    long,
    known.map((option) => option.name),
  );
  throw new Error(`lamina ${name} has no option --${long}${best ? `, expected --${best}` : ""}. See lamina ${name} --help.`);
}

/** What Node says of a command line, as we say it. */
function inOurWords(message: string, known: readonly CommandOption[]): string {
  const option = /'(?:-\w, )?--([\w-]+)/.exec(message)?.[1];
  const spec = known.find(({ name }) => name === option);
  if (spec && message.includes("argument missing")) return `--${spec.name} is to be followed by ${spec.value}: ${spec.help}`;
  if (spec && message.includes("ambiguous"))
    return `--${spec.name} is to be followed by ${spec.value}; where that begins with a dash, write --${spec.name}=…`;
  if (spec && message.includes("does not take an argument")) return `--${spec.name} takes no value`;
  return `${message.split(/\.\s/, 1)[0]}`;
}
