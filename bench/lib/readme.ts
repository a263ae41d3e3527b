/** The section of the README that the benchmark writes. */
import { type Row, readerTable } from "./table.ts";

export const begin = "<!-- speed: written by npm run bench -->";
export const end = "<!-- end of speed -->";

export interface Run {
  /** ISO date without a time. */
  readonly date: string;
  readonly machine: string;
  readonly rows: readonly Row[];
}

/** Rows that the README leaves to `bench/results.json`: they show a course, not a result. */
const detail = /^(?:keystroke-files-(?!10000$)|rule-)/;

/**
 * The README with the section between the markers written anew.
 *
 * @throws where the README has no such markers
 */
export function withSpeed(readme: string, { date, machine, rows }: Run): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the README has no section between “${begin}” and “${end}”`);
  const table = readerTable(rows.filter(({ id }) => !detail.test(id)));
  const text = `Measured on ${date} with \`npm run bench\` on ${machine}; two numbers are the median and the 99th percentile.`;
  return `${readme.slice(0, from)}${begin}\n\n${text}\n\n${table}\n\n${readme.slice(to)}`;
}
