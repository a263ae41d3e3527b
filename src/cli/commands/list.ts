/** `lamina list`: what there is, one line each, for people and for other programs. */
import { type Call, CLEAN, type Command, isGiven, textsOf, wordOf } from "../command.ts";
import { listings } from "../listings.ts";
import { meantPaths } from "../paths.ts";
import { usesColour } from "../world.ts";

const names = listings.map(({ name }) => name);

export const listCommand: Command = {
  name: "list",
  takes: "WHAT [PATHS]",
  completes: { kind: "word", words: names },
  summary: "list claims, predictions, evidence, works, parts, rules, files, suppressions, or the settings that apply",
  details: listings.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`).join("\n"),
  options: [
    { name: "json", help: "as JSON, for programs" },
    { name: "exclude", value: "GLOB", takes: { kind: "text" }, multiple: true, help: "leave these files out" },
    {
      name: "standing",
      value: "STANDING",
      takes: { kind: "word", words: ["supported", "overstated", "contested", "refuted", "unsupported", "open"] },
      multiple: true,
      help: "of claims, only those that stand so",
    },
  ],
  examples: [
    { line: "lamina list claims --standing unsupported", does: "what nobody has supported yet" },
    { line: "lamina list settings manuscript.md", does: "which settings hold for a file, and where each comes from" },
    { line: "lamina list suppressions", does: "what comments silence, and why" },
  ],
  async run({ world, options, rest }: Call): Promise<number> {
    const [what, ...given] = rest;
    if (what === undefined) throw new Error(`expected what to list: ${names.join(", ")}`);
    const name = wordOf({ what }, "what", names);
    const listing = listings.find((each) => each.name === name);
    if (!listing) throw new Error(`nothing is listed as “${what}”`);
    const rows = await listing.rows({
      world,
      paths: await meantPaths(given, world),
      excluded: textsOf(options, "exclude"),
      standings: textsOf(options, "standing"),
    });
    if (isGiven(options, "json")) world.output.write(`${JSON.stringify(rows, null, 2)}\n`);
    else world.output.write(listing.show(rows, usesColour(world)));
    return CLEAN;
  },
};
