/** What `--help` says, read off the table of commands. */
import { commonOptions } from "./arguments.ts";
import type { Command, CommandOption } from "./command.ts";

const WIDTH = 100;
const INDENT = 2;

/** The help of all. */
export function generalHelp(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name, takes }) => `${name} ${takes}`.length));
  const list = commands.map(({ name, takes, summary }) => twoColumns(`${name} ${takes}`.trim(), summary, widest));
  return `Usage: lamina COMMAND [options]

${list.join("")}
lamina COMMAND --help says more of one of them. --version says which Lamina this is.

Exit code: 0 clean, 1 findings, 2 could not run.

Examples:
  lamina check
  lamina check --profile submission --format sarif --output lamina.sarif
  lamina explain strength-exceeds-evidence
  lamina draw hypothesis.lamina --out figure.pdf --width 85
`;
}

/** The help of one command. */
export function commandHelp({ name, takes, summary, details, options, examples }: Command): string {
  const all = [...options, ...commonOptions];
  const widest = Math.min(30, Math.max(...all.map((option) => optionText(option).length)));
  const sections = [
    `Usage: lamina ${name}${options.length > 0 ? " [options]" : ""}${takes ? ` ${takes}` : ""}`,
    wrapped(sentence(summary), 0),
  ];
  if (details) sections.push(details.trimEnd());
  sections.push(`Options:\n${all.map((option) => twoColumns(optionText(option), option.help, widest)).join("")}`.trimEnd());
  if (examples.length > 0) sections.push(`Examples:\n${examples.map(({ line, does }) => `  ${line}\n      ${does}\n`).join("")}`.trimEnd());
  return `${sections.join("\n\n")}\n`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** `-o, --out FILE` */
export const optionText = ({ name, short, value }: CommandOption): string =>
  `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;

/** What is said on the left, and beside it, or below where it is long, what it means. */
function twoColumns(left: string, right: string, widest: number): string {
  const column = INDENT + widest + 2;
  const start = " ".repeat(INDENT) + left;
  const text = wrapped(right, column);
  return start.length + 2 > column ? `${start}\n${" ".repeat(column)}${text}\n` : `${start.padEnd(column)}${text}\n`;
}

/** Text in lines that fit beside a margin; the first line stands where it is put. */
function wrapped(text: string, margin: number): string {
  const room = WIDTH - margin;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${" ".repeat(margin)}`);
}
