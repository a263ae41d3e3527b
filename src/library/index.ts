/**
 * Lamina as a library: `import { check } from "lamina"`. The same engine as in the editor and on the command line, so the same
 * findings. Needs Node; nothing leaves the machine.
 */
import type { ClaimCollection } from "../records/record.ts";
import { openProject } from "./project.ts";
import type { CheckReport, ProjectOptions, SourceFile } from "./types.ts";

export type * from "../records/record.ts";
export { openProject, type Project } from "./project.ts";
export { draw, format, rules, table, tokens } from "./text.ts";
export type * from "./types.ts";

/** One text, several files, or a project with all that can be said of it. */
export type Input = string | readonly SourceFile[] | ProjectOptions;

/**
 * Checks claims.
 *
 * ```js
 * await check("claim first: L4 -> L2/3 as Value\n");                              // one text of Lamina
 * await check({ files: [{ path: "paper.md", text }], profile: "submission" });    // texts that know each other
 * await check({ folder: "." });                                                    // what `lamina check` would look at
 * ```
 *
 * Of a folder with files, only the files' findings are given, and all of the folder counts for them. Throws a `RangeError` where
 * a file is of a sort that Lamina does not read.
 */
export async function check(input: Input): Promise<CheckReport> {
  const options = optionsOf(input);
  const project = await openProject(options);
  return project.check(options.files && checkedPaths(options.files));
}

/** The claims as plain records, with their evidence, predictions and standing; takes the same as `check`. */
export async function records(input: Input): Promise<ClaimCollection> {
  const options = optionsOf(input);
  const project = await openProject(options);
  return project.records(options.files && checkedPaths(options.files));
}

const checkedPaths = (files: readonly SourceFile[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => !path.endsWith(".bib"));

function optionsOf(input: Input): ProjectOptions {
  if (typeof input === "string") return { files: [{ path: "untitled.lamina", text: input }] };
  return "find" in input ? { files: input } : input;
}
