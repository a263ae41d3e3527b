import type { BibliographyEntry } from "../evidence/bibliography.ts";
import { arxivOf } from "../evidence/identifiers.ts";
import { meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { onCitedWorks } from "./cited-works.ts";
import { defineRule, type Fix, quote, severity } from "./define.ts";

export const preprintWithoutVersion = defineRule({
  code: "preprint-without-version",
  title: "A preprint of which the version is not said",
  reach: "linked",
  severity: severity("-/i/w"),
  check(context) {
    const { snapshot, item } = context;
    // an atlas says how far a fact was seen, version or not
    if (item.word === "part" || item.word === "atlas") return;
    onCitedWorks(context, ({ cite, entry }) => {
      if (cite.version !== undefined || !isUnversioned(entry) || saysVersion(cite.key, snapshot)) return undefined;
      const after = cite.keySpan.end;
      const fixes: Fix[] = item.text.slice(after, after + 1).match(/[,;\]]/)
        ? [{ title: `Say that it is ${quote("v1")}`, edits: [{ span: { start: after, end: after }, text: ", v1" }] }]
        : [];
      return {
        message: `The preprint @${cite.key} may change, expected the version that was read: [@${cite.key}, v1], or a line “version” under: source @${cite.key}.`,
        fixes,
      };
    });
  },
});

const saysVersion = (key: string, snapshot: Snapshot): boolean =>
  snapshot.sources(key).some(({ item }) => {
    const source = meaningOf(item);
    return source.kind === "source" && source.version !== undefined;
  });

const known = new WeakMap<BibliographyEntry, boolean>();

/** Whether an entry is of a preprint, not of what it became, and leaves open of which version. */
function isUnversioned(entry: BibliographyEntry): boolean {
  let unversioned = known.get(entry);
  if (unversioned === undefined) {
    unversioned = isPreprint(entry) && !namesOneVersion(entry);
    known.set(entry, unversioned);
  }
  return unversioned;
}

/** DOIs that archives of preprints give: arXiv, bioRxiv and medRxiv, PsyArXiv and Research Square. */
const preprintDoi = /^10\.(?:48550\/arxiv\.|1101\/(?:\d{6}|\d{4}\.\d{2}\.\d{2}\.)|31234\/osf\.io\/|21203\/rs\.)/i;

/** Fields of the journal, proceedings or book that a work is in. */
const containers: readonly string[] = ["journal", "journaltitle", "container-title", "booktitle"];

function isPreprint(entry: BibliographyEntry): boolean {
  // most works are in a journal, and need no decoding
  if (containers.some((name) => /[a-z]{3}/i.test(entry.rawValue(name) ?? "") && !/rxiv|preprint/i.test(entry.rawValue(name) ?? "")))
    return false;
  const { doi, container } = entry;
  if (container !== undefined && !/arxiv|biorxiv|medrxiv|preprint/i.test(container)) return false;
  if (doi !== undefined) return preprintDoi.test(doi);
  return arxivOf(entry) !== undefined || /(?:bio|med)rxiv\.org\//i.test(entry.url ?? "");
}

/** A version in the number, the address or the note; a note that names several leaves it open. */
function namesOneVersion(entry: BibliographyEntry): boolean {
  if (/v\d{1,3}$/.test(arxivOf(entry) ?? "") || /v\d{1,3}(?:\.full(?:\.pdf)?|\.pdf)?$/.test(entry.url ?? "")) return true;
  const said = [entry.field("version"), ...["note", "howpublished", "edition"].map((name) => entry.field(name))].filter(
    (text) => text !== undefined,
  );
  const versions = new Set(said.flatMap((text) => text.match(/\bv\d{1,3}\b|^\d{1,3}$/gi) ?? []).map((version) => version.toLowerCase()));
  return versions.size === 1;
}
