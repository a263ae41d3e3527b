/** The page of the command line, off the table of commands. */

import type { Command } from "../../../src/cli/command.ts";
import { commands } from "../../../src/cli/commands.ts";
import { optionText } from "../../../src/cli/help.ts";
import { code, generatedFrom, page, table } from "./markdown.ts";

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A list that the help sets in columns stands as it is; other details are running text. */
const details = (text: string): string =>
  /^ {2}\S/m.test(text) ? `\`\`\`text\n${text.replace(/\s+$/, "")}\n\`\`\`` : text.replace(/\s*\n\s*/g, " ");

function sectionOf({ name, takes, summary, details: more, options, examples }: Command): string[] {
  return [
    `## ${name}`,
    `\`\`\`sh\n${examples.map(({ line, does }) => `${line}    # ${does}`).join("\n")}\n\`\`\``,
    sentence(summary),
    ...(more ? [details(more)] : []),
    ...(options.length > 0
      ? [
          `Usage: ${code(`lamina ${name} [options]${takes ? ` ${takes}` : ""}`)}`,
          table(
            ["option", "what it does"],
            options.map((option) => [code(optionText(option)), `${option.help}${option.multiple ? "; may be given several times" : ""}`]),
          ),
        ]
      : [`Usage: ${code(`lamina ${name} ${takes}`.trim())}`]),
  ];
}

export const commandLinePage = (): string =>
  page(
    generatedFrom("src/cli/commands.ts"),
    "# The command line",
    "The same engine as in the editor, and the same findings, word for word. [Before submission, and in a pipeline](linting.md) says how to use it in a project that is under way.",
    table(
      ["command", "what it does"],
      commands.map(({ name, summary }) => [`[${code(`lamina ${name}`)}](#${name})`, summary]),
    ),
    "It exits with 0 where all is well, 1 on findings, 2 where it could not run. Colours go to a terminal alone; `NO_COLOR` forbids them, `FORCE_COLOR` asks for them. Nothing goes to the network. To start at once, it keeps its compiled code in your cache folder, such as `~/.cache/lamina`; `NODE_DISABLE_COMPILE_CACHE=1` forbids that.",
    ...commands.flatMap(sectionOf),
  );
