/** Small pieces of Markdown for the pages of the manual. */

/** A table; cells are Markdown on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

/** Text as code on one line. */
export function code(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text}${fence}`;
}

export const lamina = (text: string): string => `\`\`\`lamina\n${text}\n\`\`\``;

/** Text that is shown as it stands. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#]/g, "\\$&");

/** The anchor that renderers give to a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** A page from its blocks; what is undefined or empty is left out. */
export const page = (...blocks: readonly (string | undefined)[]): string => `${blocks.filter((block) => block).join("\n\n")}\n`;

/** The remark at the top of every page that nobody should edit by hand. */
export const generatedFrom = (source: string): string => `<!-- Made by npm run generate from ${source}. Edit that instead. -->`;

/** A sentence from half of one. */
export const sentence = (text: string): string => (/[?.!]$/.test(text) ? text : `${text}.`);
