/** `--stdin`: a text that stands for a file before it is saved. */
import { hostOf } from "../embed/host.ts";
import { isGiven, type OptionValues, textOf } from "./command.ts";
import type { World } from "./world.ts";

/** The name of a text that was given none. */
const NAMELESS = "stdin.lamina";

/**
 * The text on the standard input, and the file that it stands for; undefined where `--stdin` is not asked for.
 *
 * @throws where paths are given too, or where the file is of no sort that Lamina reads
 */
export async function unsavedFile(
  { input }: World,
  options: OptionValues,
  rest: readonly string[],
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const name = textOf(options, "stdin-filename");
  if (!isGiven(options, "stdin") && !(rest.length === 1 && rest[0] === "-")) {
    if (name !== undefined) throw new Error("--stdin-filename names the text of --stdin, which is not given");
    return undefined;
  }
  if (rest.some((path) => path !== "-")) throw new Error("--stdin takes the place of paths: leave one of them out");
  if (!input) throw new Error("there is no standard input here");
  const path = name ?? NAMELESS;
  if (hostOf(path) === undefined) throw new Error(`“${path}” is of no sort that Lamina reads`);
  return { path, text: await input() };
}
