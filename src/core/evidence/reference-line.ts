/** References in words: short, as in a text, and on one line, as in a list. */

import type { BibliographyEntry } from "./entry.ts";
import { initials, type PersonName } from "./person-names.ts";

/** Names that a reference line has at most. */
const mostNames = 6;

/** `König & Negrello 2026`, `Binzegger et al. 2004`; the key where no one is named, `n.d.` where no year is. */
export function shortCitation(entry: BibliographyEntry): string {
  const { authors, editors, hasMoreAuthors } = entry;
  const people = authors.length > 0 ? authors : editors;
  const [first, second] = people;
  if (first === undefined) return entry.key;
  const areMore = people.length > 2 || (authors.length > 0 && hasMoreAuthors);
  const others = areMore ? " et al." : second === undefined ? "" : ` & ${second.family}`;
  return `${first.family}${others} ${entry.year ?? "n.d."}`;
}

/**
 * The reference on one line of plain text: up to six authors, year, title, journal, volume, pages, identifier. What the
 * entry does not say is left out.
 */
export function referenceLine(entry: BibliographyEntry): string {
  const { authors, title, container, volume, issue, pages, year } = entry;
  const people = authors.length > 0 ? nameList(authors, entry.hasMoreAuthors) : editorList(entry.editors);
  const number = issue !== undefined ? `${volume ?? ""}(${issue})` : (volume ?? "");
  const place = [[container ?? entry.publisher, number].filter(Boolean).join(" "), pages].filter(Boolean).join(", ");
  const parts = [[people, year && `(${year})`].filter(Boolean).join(" "), title, place, identifier(entry)];
  const line = parts.filter((part): part is string => part !== undefined && part !== "").map(asSentence);
  return line.length === 0 ? entry.key : line.join(" ").replace(/\.$/, "");
}

function identifier(entry: BibliographyEntry): string | undefined {
  if (entry.doi !== undefined) return `doi:${entry.doi}`;
  if (entry.eprint !== undefined) return `${entry.field("archiveprefix") ?? entry.field("eprinttype") ?? "eprint"}:${entry.eprint}`;
  return entry.url;
}

function editorList(editors: readonly PersonName[]): string {
  if (editors.length === 0) return "";
  return `${nameList(editors, false)} ${editors.length > 1 ? "(eds)" : "(ed.)"}`;
}

function nameList(people: readonly PersonName[], areMore: boolean): string {
  const names = people.slice(0, mostNames).map(({ family, given }) => (given === "" ? family : `${family}, ${initials(given)}`));
  if (areMore || people.length > mostNames) return `${names.join(", ")} et al.`;
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} & ${last}`;
}

/** With a full stop at its end, unless it has a sign of its own there. */
const asSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
