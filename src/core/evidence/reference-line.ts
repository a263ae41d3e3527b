/** References in words: short, as in a text, and on one line, as in a list. */

import type { BibliographyEntry } from "./entry.ts";
import { initials, type PersonName } from "./person-names.ts";

/** Names that a reference line has at most. */
const mostNames = 6;

/** `König & Negrello 2026`, `Binzegger et al. 2004`; the key where no one is named, `n.d.` where no year is. */
export function shortCitation(entry: BibliographyEntry): string {
  const people = entry.authors.length > 0 ? entry.authors : entry.editors;
  const [first, second] = people;
  if (first === undefined) return entry.key;
  const areMore = people.length > 2 || (people === entry.authors && entry.hasMoreAuthors);
  const names =
    areMore || people.length > 2 ? `${first.family} et al.` : second === undefined ? first.family : `${first.family} & ${second.family}`;
  return `${names} ${entry.year ?? "n.d."}`;
}

/**
 * The reference on one line of plain text: up to six authors, year, title, journal, volume, pages, identifier. What the
 * entry does not say is left out.
 */
export function referenceLine(entry: BibliographyEntry): string {
  const { title, container, volume, issue, pages, year } = entry;
  const hasAuthors = entry.authors.length > 0;
  const people = hasAuthors ? nameList(entry.authors, entry.hasMoreAuthors) : nameList(entry.editors, false);
  const editors = !hasAuthors && people !== "" ? (entry.editors.length > 1 ? " (eds)" : " (ed.)") : "";
  const number = issue !== undefined ? `${volume ?? ""}(${issue})` : (volume ?? "");
  const place = [[container ?? entry.publisher, number].filter(Boolean).join(" "), pages].filter(Boolean).join(", ");
  const parts = [[people + editors, year && `(${year})`].filter(Boolean).join(" "), title, place, identifier(entry)];
  const line = parts.filter((part): part is string => part !== undefined && part !== "").map(asSentence);
  return line.length === 0 ? entry.key : line.join(" ").replace(/\.$/, "");
}

function identifier(entry: BibliographyEntry): string | undefined {
  if (entry.doi !== undefined) return `doi:${entry.doi}`;
  if (entry.eprint !== undefined) return `${entry.field("archiveprefix") ?? entry.field("eprinttype") ?? "eprint"}:${entry.eprint}`;
  return entry.url;
}

function nameList(people: readonly PersonName[], areMore: boolean): string {
  const names = people.slice(0, mostNames).map(({ family, given }) => (given === "" ? family : `${family}, ${initials(given)}`));
  if (areMore || people.length > mostNames) return `${names.join(", ")} et al.`;
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} & ${last}`;
}

/** With a full stop at its end, unless it has a sign of its own there. */
const asSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
