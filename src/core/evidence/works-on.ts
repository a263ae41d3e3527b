/** Which works have to do with a part: those that its atlas names, and those whose titles do. */
import type { AtlasPart } from "../atlas/atlas.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Bibliography, BibliographyEntry } from "./bibliography.ts";
import { measurements } from "./ladder.ts";
import { evidenceTypes } from "./types.ts";

/** Points for works by what they are known to hold: what measured something helps a claim most, a statement least. */
const telling = new Map<string, number>();
for (const type of evidenceTypes) {
  const points = measurements.includes(type.id) ? 4 : type.id === "statement" ? 0 : 1;
  for (const key of type.examples) telling.set(key, (telling.get(key) ?? 0) + points);
}

/**
 * At most three keys that a document can cite and that an atlas or a title connects with one of the parts: those of the
 * project's own bibliographies first, then by how much connects them.
 */
export function worksOn(parts: readonly AtlasPart[], uri: string, snapshot: Snapshot): readonly string[] {
  const points = new Map<string, number>();
  const add = (key: string, more: number): void => void points.set(key, (points.get(key) ?? 0) + more);
  for (const part of parts) {
    for (const key of part.see) add(key, 2);
    for (const quantity of part.quantities) for (const cite of quantity.keys) add(cite.key, 1);
  }
  const own = snapshot.bibliographiesOf(uri).flatMap(({ bibliography }) => bibliography ?? []);
  const labels = new Set(parts.map((part) => part.label.toLowerCase()).filter((label) => label.length > 3));
  for (const bibliography of own) for (const label of labels) for (const key of titled(bibliography, label)) add(key, 2);
  const found = [...points].flatMap(([key, value]) => {
    const reference = snapshot.reference(uri, key);
    return reference ? [{ key, own: !reference.shipped, value: value + (telling.get(key) ?? 0) }] : [];
  });
  found.sort((a, b) => Number(b.own) - Number(a.own) || b.value - a.value || (a.key < b.key ? -1 : 1));
  return found.slice(0, 3).map((entry) => entry.key);
}

const searched = new WeakMap<Bibliography, Map<string, readonly string[]>>();

/** A value with no more TeX or markup in it than braces, which says what is written between them. */
const isPlainlyWritten = /^[{"](?:[^\\$~`'#<-]|-(?!-))*[}"]$/;

/** Whether the title of a work holds these words, in lower case. Of thousands of titles hardly any must be decoded to tell. */
export function isTitled(entry: BibliographyEntry, words: string): boolean {
  const written = entry.rawValue("title");
  if (written !== undefined && isPlainlyWritten.test(written)) {
    const said = written.replace(/[{}]/g, "").replace(/\s+/g, " ");
    return said.normalize("NFC").toLowerCase().includes(words);
  }
  return entry.title?.toLowerCase().includes(words) === true;
}

/** The keys of works with these words in their title; looked for once. */
function titled(bibliography: Bibliography, words: string): readonly string[] {
  let known = searched.get(bibliography);
  if (!known) {
    known = new Map();
    searched.set(bibliography, known);
  }
  let keys = known.get(words);
  if (!keys) {
    keys = bibliography.entries.filter((entry) => isTitled(entry, words)).map((entry) => entry.key);
    known.set(words, keys);
  }
  return keys;
}
