/** All that the command line knows of the world it runs in, so that a test can be that world. */
import type { FigureMaker } from "../figure/program.ts";
import type { Files } from "../workspace/files.ts";
import type { RunOnThread } from "./threads.ts";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How many columns a terminal has. */
  readonly columns?: number;
}

export interface World {
  readonly argv: readonly string[];
  /** The folder that paths count from. */
  readonly folder: string;
  readonly files: Files;
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** All that is on the standard input. */
  readonly input?: () => Promise<string>;
  /** What writes figures, loaded when one is asked for. */
  readonly figures?: FigureMaker;
  /** A program that lies beside this one and is loaded when it is needed: `interchange`, `server`. Throws where it is not there. */
  readonly program?: (name: string) => unknown;
  /** Runs a share of a check on a thread of its own; left out where there are none. */
  readonly thread?: RunOnThread;
  /** A folder of the user's own for what may be made again at any time; left out where there is none. */
  readonly cacheFolder?: string;
  /** How many threads can run at once. */
  readonly processors?: number;
  /** Ends a command that would go on for ever, such as `--watch`. */
  readonly stop?: AbortSignal;
}

/** Whether what is printed may have colours. */
export function usesColour({ output, environment }: Pick<World, "output" | "environment">): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return output.isTTY === true && environment["TERM"] !== "dumb";
}

/** Writes, and is well. */
export function say(world: World, text: string): 0 {
  world.output.write(text);
  return 0;
}
