/** `lamina fmt`: the layout of Lamina, in files and in the fences and comments of others. */
import { format } from "../../core/features/formatting.ts";
import { documentsAsked, openProjects } from "../check.ts";
import { type Call, CLEAN, type Command, FOUND, isGiven, textOf, textsOf } from "../command.ts";
import { type ChangedFile, changedBy, patchOf, writeChanged } from "../fix.ts";
import { exclusion, meantPaths } from "../paths.ts";
import { plural } from "../plain-text.ts";
import { relativePath } from "../project.ts";
import { unsavedFile } from "../unsaved.ts";

export const formatCommand: Command = {
  name: "fmt",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "lay out claims as the editor's formatter does, in files of Lamina and where it stands in others",
  options: [
    { name: "check", help: "change nothing; name the files that would change, and exit with 1 if there are any" },
    { name: "diff", help: "change nothing; print what would change as a patch" },
    { name: "exclude", value: "GLOB", takes: { kind: "text" }, multiple: true, help: "leave these files alone" },
    { name: "stdin", help: "read a text from the standard input and print it laid out" },
    { name: "stdin-filename", value: "FILE", takes: { kind: "file" }, help: "what that text is of (default: stdin.lamina)" },
  ],
  examples: [
    { line: "lamina fmt", does: "all files of the folder at hand" },
    { line: "lamina fmt --check manuscript.md", does: "for continuous integration" },
  ],
  async run({ world, options, rest }: Call): Promise<number> {
    const { folder, files } = world;
    const unsaved = await unsavedFile(world, options, rest);
    const paths = unsaved ? [unsaved.path] : await meantPaths(rest, world);
    const opened = await openProjects({ paths, folder, files, ...(unsaved && { unsaved }) });
    const isExcluded = exclusion(textsOf(options, "exclude"));
    const changed: ChangedFile[] = [];
    let met = 0;
    for (const { uri, source } of documentsAsked(opened)) {
      const path = relativePath(uri, folder);
      if (source.configuration || source.regions.length === 0 || isExcluded(path)) continue;
      met++;
      const file = changedBy(path, source.slice({ start: 0, end: source.length }), format(source));
      if (file) changed.push(file);
    }
    if (unsaved && !isGiven(options, "check") && !isGiven(options, "diff")) {
      world.output.write(changed[0]?.after ?? unsaved.text);
      return CLEAN;
    }
    if (met === 0 && textOf(options, "exclude") === undefined && rest.length > 0)
      throw new Error(`there is nothing to lay out in ${rest.map((path) => `“${path}”`).join(", ")}`);
    if (isGiven(options, "diff")) for (const file of changed) world.output.write(patchOf(file));
    else if (isGiven(options, "check")) for (const { path } of changed) world.output.write(`${path}\n`);
    const isTry = isGiven(options, "check") || isGiven(options, "diff");
    if (!isTry) {
      await writeChanged(changed, folder);
      for (const { path } of changed) world.output.write(`${path}\n`);
    }
    world.errors.write(
      `${plural(changed.length, "file")} ${isTry ? "would change" : "changed"}, ${met - changed.length} ${met - changed.length === 1 ? "was" : "were"} laid out well\n`,
    );
    return isTry && changed.length > 0 ? FOUND : CLEAN;
  },
};
