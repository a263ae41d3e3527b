/** `lamina explain`: what a name means, here and in general. */
import { type Profile, profiles } from "../../core/settings.ts";
import { type Call, type Command, wordOf } from "../command.ts";
import { explain } from "../explain.ts";
import { openProject, projectOf } from "../project.ts";
import { say, usesColour } from "../world.ts";

export const explainCommand: Command = {
  name: "explain",
  takes: "RULE|ID|PART|@KEY",
  completes: { kind: "rule" },
  summary: "say what a rule finds and why it matters, or what a claim says and what would lift it",
  details: `Or show the card of a prediction, of a part of any atlas, of a type of evidence, or of a cited work. Ids are looked up in the
folder at hand and below.`,
  options: [
    {
      name: "profile",
      value: "PROFILE",
      takes: { kind: "word", words: profiles },
      help: `how strict to be: ${profiles.join(", ")} (default: that of lamina.json, else draft)`,
    },
  ],
  examples: [
    { line: "lamina explain strength-exceeds-evidence", does: "a rule" },
    { line: "lamina explain values", does: "a claim: how it stands, and what would lift it" },
    { line: "lamina explain layer 4", does: "a part, by any of its names" },
    { line: "lamina explain @larkum1999new", does: "a cited work" },
  ],
  async run({ world, options, rest }: Call): Promise<number> {
    // names of parts may have blanks, which a shell takes for several words
    const subject = rest.join(" ").trim();
    if (subject === "") throw new Error("expected a name after “explain”: a rule's, an id, a part's or @key. See lamina explain --help.");
    const profile = wordOf<Profile>(options, "profile", profiles);
    const project = await projectOf(world.folder, world.folder);
    return say(world, await explain(subject, async () => (await openProject(project, profile, world.files)).checker, usesColour(world)));
  },
};
