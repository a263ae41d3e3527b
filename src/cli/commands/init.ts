/** `lamina init`: the first files of a project. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { CONFIGURATION_FILE } from "../../core/configuration.ts";
import { type Profile, profiles } from "../../core/settings.ts";
import { type Call, CLEAN, type Command, isGiven, textOf, wordOf } from "../command.ts";
import { save } from "../written-file.ts";

export const initCommand: Command = {
  name: "init",
  takes: "[FOLDER]",
  completes: { kind: "folder" },
  summary: "begin a project: settings, a bibliography, and a hypothesis with a first claim",
  options: [
    {
      name: "profile",
      value: "PROFILE",
      takes: { kind: "word", words: profiles },
      help: "how strict the project is to begin with (default: draft)",
    },
    { name: "name", value: "NAME", takes: { kind: "text" }, help: "of the hypothesis file, without its ending (default: hypothesis)" },
    { name: "bare", help: "only the settings" },
  ],
  examples: [{ line: "lamina init my-hypothesis", does: "a folder to open in the editor" }],
  async run({ world, options, rest }: Call): Promise<number> {
    const [given = ".", ...more] = rest;
    if (more.length > 0) throw new Error("expected one folder");
    const folder = resolve(world.folder, given);
    const name = textOf(options, "name") ?? "hypothesis";
    if (name !== basename(name) || name === "" || name.startsWith(".")) throw new Error(`“${name}” is no name of a file`);
    const profile = wordOf<Profile>(options, "profile", profiles) ?? "draft";
    const made: readonly (readonly [string, string])[] = [
      [
        CONFIGURATION_FILE,
        `${JSON.stringify({ profile, ...(!isGiven(options, "bare") && { bibliographies: ["references.bib"] }) }, null, 2)}\n`,
      ],
      ...(isGiven(options, "bare")
        ? []
        : ([
            ["references.bib", bibliography],
            [`${name}.lamina`, hypothesis],
          ] as const)),
    ];
    await mkdir(folder, { recursive: true });
    let written = 0;
    for (const [file, content] of made) {
      const path = join(folder, file);
      const shown = given === "." ? file : `${given.replace(/\/+$/, "")}/${file}`;
      if (existsSync(path)) world.errors.write(`${shown} is there already, and was left alone\n`);
      else {
        await save(path, shown, content);
        world.output.write(`${shown}\n`);
        written++;
      }
    }
    if (written > 0)
      world.errors.write("Open the folder in the editor, or run lamina check there: it says what the first claim still lacks.\n");
    return CLEAN;
  },
};

const bibliography = `% The works that claims cite, as BibTeX. Keys of the bibliography that ships with Lamina can be cited without being here.
`;

const hypothesis = `# A claim says that a part of the cortex does what a part of a transformer does. lamina explain values
claim values: L4 -> L2/3 as Value
  means "What a column passes on is what layer 4 gives to layer 2/3."
  strength analogy
  # supported by [@key] anatomy_light "what was found" read abstract
  # disputed by [@key] imaging "what speaks against it"
  # predicts an-observation-that-could-fail
`;
