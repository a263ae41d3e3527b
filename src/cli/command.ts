/** What a command of the command line is: a row of a table, from which help, completion and the manual are read, and a function. */
import type { World } from "./world.ts";

/** What an option takes after it, so that a shell can complete it. */
export type OptionValue =
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "file" | "folder" | "number" | "text" | "revision" | "rule" };

export interface CommandOption {
  /** Without dashes: `fail-on`. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** How the help calls the value: `FILE`. Left out for a flag. */
  readonly value?: string;
  readonly takes?: OptionValue;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** In one sentence without a full stop, as it stands in the help. */
  readonly help: string;
}

/** The options that were given, by their names: flags are true, texts as they were given. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Call {
  readonly world: World;
  readonly options: OptionValues;
  /** What stands on the line beside the options. */
  readonly rest: readonly string[];
  /** All commands there are. */
  readonly commands: readonly Command[];
}

export interface Command {
  readonly name: string;
  /** What stands after its name in the help: `[PATHS]`. */
  readonly takes: string;
  /** What shells complete there. */
  readonly completes?: OptionValue;
  /** In one line: what it does. */
  readonly summary: string;
  /** More lines for its own help, if one does not do. */
  readonly details?: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** What to make of its words before the options are read from them. */
  arguments?(argv: readonly string[]): readonly string[];
  /** Gives the exit code. Throws, in words for people, where it cannot run. */
  run(call: Call): Promise<number>;
}

/** Exit codes. */
export const CLEAN = 0;
export const FOUND = 1;
export const COULD_NOT_RUN = 2;

/** The text that was given for an option; undefined where it was not. */
export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** All texts that were given for an option that may be given several times. */
export function textsOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}

export const isGiven = (options: OptionValues, name: string): boolean => options[name] === true;

/** The value of an option that is one of some words. Throws, with the words, where it is none of them. */
export function wordOf<T extends string>(options: OptionValues, name: string, words: readonly T[]): T | undefined {
  const value = textOf(options, name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`unknown value “${value}” of --${name}, expected ${words.join(", ")}`);
  return found;
}

/** The whole number that was given for an option. Throws where it is none, or less than `least`. */
export function numberOf(options: OptionValues, name: string, least: number): number | undefined {
  const value = textOf(options, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) throw new Error(`“${value}” is no value of --${name}, expected a whole number from ${least} on`);
  return number;
}
