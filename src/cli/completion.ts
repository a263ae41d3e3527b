/** Scripts that make a shell complete the command line, written from the table of commands. */
import { rules } from "../core/rules/index.ts";
import { commonOptions } from "./arguments.ts";
import type { Command, CommandOption, OptionValue } from "./command.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** The script for a shell, to be put where it looks for such. */
export const completionScript = (shell: Shell, commands: readonly Command[]): string => ({ bash, zsh, fish })[shell](commands);

const optionsOf = ({ options }: Command): readonly CommandOption[] => [...options, ...commonOptions];

/** The words that a value may be; undefined where it is a path, a number or a text. */
function wordsOf(value: OptionValue | undefined): readonly string[] | undefined {
  if (value?.kind === "word") return value.words;
  return value?.kind === "rule" ? rules.map(({ code }) => code) : undefined;
}

const isPath = (value: OptionValue | undefined): boolean => value?.kind === "file" || value?.kind === "folder";

/** A text within single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const options = optionsOf(command);
    const values = options
      .filter(({ value }) => value !== undefined)
      .map(({ name, short, takes }) => `        ${short ? `-${short}|` : ""}--${name}) ${bashReply(takes)}; return ;;`);
    return `    ${command.name})
      case "$before" in
${values.join("\n")}${values.length > 0 ? "\n" : ""}        *) ;;
      esac
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W ${quoted(options.map(({ name }) => `--${name}`).join(" "))} -- "$word"))
      else ${bashReply(command.completes)}
      fi ;;`;
  });
  return `# Completion of lamina for bash. Made by: lamina completion bash
_lamina() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), "--help", "--version"].join(" "))} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    *) ;;
  esac
}
complete -o filenames -F _lamina lamina
`;
}

function bashReply(value: OptionValue | undefined): string {
  const words = wordsOf(value);
  if (words) return `COMPREPLY=($(compgen -W ${quoted(words.join(" "))} -- "$word"))`;
  if (value?.kind === "folder") return `COMPREPLY=($(compgen -d -- "$word"))`;
  return isPath(value) ? `COMPREPLY=($(compgen -f -- "$word"))` : ":";
}

function zsh(commands: readonly Command[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${zshText(name)}:${zshText(summary)}`)}`);
  const cases = commands.map((command) => {
    const options = optionsOf(command).map(
      ({ name, value, takes, help, multiple }) =>
        `        ${quoted(`${multiple ? "*" : ""}--${name}${value ? "=" : ""}[${zshText(help)}]${value ? `:${zshText(value)}:${zshAction(takes)}` : ""}`)} \\`,
    );
    return `      ${command.name})
        _arguments \\
${options.join("\n")}
        ${quoted(`*:${zshText(command.takes || "argument")}:${zshAction(command.completes)}`)} ;;`;
  });
  return `#compdef lamina
# Completion of lamina for zsh. Made by: lamina completion zsh
_lamina() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe 'command' commands ;;
    argument)
      case $words[1] in
${cases.join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_lamina" ]; then _lamina "$@"; else compdef _lamina lamina; fi
`;
}

/** A text within a specification of zsh, where colons and brackets mean something. */
const zshText = (text: string): string => text.replace(/[\\:[\]]/g, "\\$&");

function zshAction(value: OptionValue | undefined): string {
  const words = wordsOf(value);
  if (words) return `(${words.join(" ")})`;
  if (value?.kind === "folder") return "_files -/";
  return isPath(value) ? "_files" : " ";
}

function fish(commands: readonly Command[]): string {
  const none = "__fish_use_subcommand";
  const lines = ["# Completion of lamina for fish. Made by: lamina completion fish", "complete -c lamina -f"];
  lines.push(`complete -c lamina -n ${none} -l version -d ${quoted("say which Lamina this is")}`);
  for (const command of commands) {
    const within = quoted(`__fish_seen_subcommand_from ${command.name}`);
    lines.push(`complete -c lamina -n ${none} -a ${command.name} -d ${quoted(command.summary)}`);
    for (const { name, short, value, takes, help } of optionsOf(command)) {
      const parts = [`complete -c lamina -n ${within} -l ${name}`, ...(short ? [`-s ${short}`] : []), ...(value ? [fishValue(takes)] : [])];
      lines.push(`${parts.join(" ")} -d ${quoted(help)}`);
    }
    const words = wordsOf(command.completes);
    if (words) lines.push(`complete -c lamina -n ${within} -a ${quoted(words.join(" "))}`);
    else if (isPath(command.completes)) lines.push(`complete -c lamina -n ${within} -F`);
  }
  return `${lines.join("\n")}\n`;
}

function fishValue(value: OptionValue | undefined): string {
  const words = wordsOf(value);
  if (words) return `-x -a ${quoted(words.join(" "))}`;
  return isPath(value) ? "-r -F" : "-x";
}
