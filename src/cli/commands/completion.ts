/** `lamina completion`: what makes a shell complete commands, options and their words. */

import { type Call, type Command, wordOf } from "../command.ts";
import { completionScript, shells } from "../completion.ts";
import { say } from "../world.ts";

export const completionCommand: Command = {
  name: "completion",
  takes: shells.join("|"),
  completes: { kind: "word", words: shells },
  summary: "print what makes a shell complete commands, options and the names of rules",
  options: [],
  examples: [
    { line: "lamina completion bash > ~/.local/share/bash-completion/completions/lamina", does: "for bash" },
    { line: "lamina completion zsh > ~/.zfunc/_lamina", does: "for zsh, where fpath has ~/.zfunc" },
    { line: "lamina completion fish > ~/.config/fish/completions/lamina.fish", does: "for fish" },
  ],
  async run({ world, rest, commands }: Call): Promise<number> {
    const [shell] = rest;
    if (shell === undefined) throw new Error(`expected a shell: ${shells.join(", ")}`);
    return say(world, completionScript(wordOf({ shell }, "shell", shells) ?? "bash", commands));
  },
};
