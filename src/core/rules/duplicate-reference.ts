import type { Bibliography, BibliographyEntry } from "../evidence/bibliography.ts";
import { calledEntry, onCitedWorks } from "./cited-works.ts";
import { defineRule, quote, severity } from "./define.ts";

export const duplicateReference = defineRule({
  code: "duplicate-reference",
  title: "One work under two keys",
  reach: "linked",
  severity: severity("i/w/w"),
  check(context) {
    const { snapshot, uri } = context;
    onCitedWorks(context, (work) => {
      if (work.shipped) return undefined;
      for (const { bibliography } of snapshot.bibliographiesOf(uri)) {
        const twin = bibliography && twinOf(work.entry, bibliography);
        if (!twin) continue;
        return twin.by === "DOI"
          ? { message: `${calledEntry(work)} has the same DOI as ${quote(twin.key)}, expected one key for one work.` }
          : {
              message: `${calledEntry(work)} has the same title and first author as ${quote(twin.key)}, expected one key for one work; versions of it are told apart where they are cited: [@${work.cite.key}, v2].`,
              atMost: "information",
            };
      }
      return undefined;
    });
  },
});

/** Entries by something that they have in common. */
type Groups = ReadonlyMap<string | number, BibliographyEntry | readonly BibliographyEntry[]>;

interface Index {
  /** What was found, by key: a work that many claims rest on is cited in many documents. */
  readonly twins: Map<string, Twin | undefined>;
  readonly byDoi: Groups;
  /** By how the title starts; the rest is compared where that is the same. */
  readonly byStart: Groups;
}

const indexes = new WeakMap<Bibliography, Index>();

interface Twin {
  readonly key: string;
  readonly by: "DOI" | "title";
}

/** Another entry for the same work. */
function twinOf(entry: BibliographyEntry, bibliography: Bibliography): Twin | undefined {
  let index = indexes.get(bibliography);
  if (!index) {
    index = { twins: new Map(), byDoi: grouped(bibliography, doiOf), byStart: grouped(bibliography, startOf) };
    indexes.set(bibliography, index);
  }
  if (bibliography.byKey.get(entry.key) !== entry) return findTwin(entry, index);
  if (!index.twins.has(entry.key)) index.twins.set(entry.key, findTwin(entry, index));
  return index.twins.get(entry.key);
}

function findTwin(entry: BibliographyEntry, index: Index): Twin | undefined {
  const sameDoi = others(entry, index.byDoi.get(doiOf(entry)))[0];
  if (sameDoi) return { key: sameDoi.key, by: "DOI" };
  const sameTitle = others(entry, index.byStart.get(startOf(entry))).find((other) => isSameWork(entry, other));
  return sameTitle && { key: sameTitle.key, by: "title" };
}

const none: readonly BibliographyEntry[] = [];

function others(
  entry: BibliographyEntry,
  group: BibliographyEntry | readonly BibliographyEntry[] | undefined,
): readonly BibliographyEntry[] {
  if (group === undefined || group === entry) return none;
  return ("key" in group ? [group] : group).filter(({ key }) => key !== entry.key);
}

function grouped(bibliography: Bibliography, read: (entry: BibliographyEntry) => string | number): Groups {
  // most stand alone, and need no list
  const groups = new Map<string | number, BibliographyEntry | BibliographyEntry[]>();
  for (const entry of bibliography.byKey.values()) {
    const value = read(entry);
    if (value === "" || value === 0) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, entry);
    else if ("key" in group) groups.set(value, [group, entry]);
    else group.push(entry);
  }
  return groups;
}

// identifiers and titles are compared as written, without what marks them up: to decode thousands of them takes long

function doiOf(entry: BibliographyEntry): string {
  const raw = entry.rawValue("doi") ?? "";
  const start = raw.indexOf("10.");
  return start < 0
    ? ""
    : raw
        .slice(start)
        .replace(/["}\s]+$/, "")
        .toLowerCase();
}

/** How many letters and digits of a title are its start. Titles that are shorter, such as “Introduction”, say too little. */
const startLength = 16;

/**
 * A number for the first letters and digits of a title, in whatever case and without commands; 0 where there are too few.
 * Titles with one number need not start alike: they are compared.
 */
function startOf(entry: BibliographyEntry): number {
  const raw = entry.rawValue("title") ?? "";
  let hash = 0x811c9dc5;
  let count = 0;
  for (let at = 0; at < raw.length && count < startLength; at++) {
    const code = raw.charCodeAt(at);
    if (code === backslash) while (isPlain(raw.charCodeAt(at + 1))) at++;
    else if (isPlain(code) || code > 0xbf) {
      // letters of other scripts may have another case that is more than one sign apart
      hash = Math.imul(hash ^ (code > 0xbf ? 0xc0 : code | 0x20), 0x01000193);
      count++;
    }
  }
  return count < startLength ? 0 : hash >>> 0 || 1;
}

const backslash = 0x5c;

/** A letter from A to Z or a digit. */
const isPlain = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const letters = new WeakMap<BibliographyEntry, string>();

/** The letters and digits of a title; kept, since titles that start alike are compared with each other. */
function lettersOf(entry: BibliographyEntry): string {
  let found = letters.get(entry);
  if (found === undefined) {
    found = (entry.title ?? "")
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .toLowerCase();
    letters.set(entry, found);
  }
  return found;
}

function isSameWork(entry: BibliographyEntry, other: BibliographyEntry): boolean {
  if (lettersOf(entry) !== lettersOf(other)) return false;
  const [own] = entry.authors;
  const [their] = other.authors;
  return own === undefined || their === undefined || own.family.toLowerCase() === their.family.toLowerCase();
}
