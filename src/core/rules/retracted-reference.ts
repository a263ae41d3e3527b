import type { BibliographyEntry } from "../evidence/bibliography.ts";
import { calledEntry, onCitedWorks } from "./cited-works.ts";
import { defineRule, quote, severity } from "./define.ts";

/** As publishers mark a title: “RETRACTED: …”, “[Withdrawn] …”, “… (retracted article)”. A notice of retraction is none. */
const titleMark =
  /^[\s[({*]*(?:retracted|withdrawn)\b(?! (?:from|by|to|in)\b)|[[(](?:this article has been )?(?:retracted|withdrawn)\b|已撤稿|【撤稿】/i;
const noteMark = /\bretracted\b|\bhas been withdrawn\b|撤稿/i;
const denial = /\b(?:not|never|nor|un)[- ]?(?:been |yet )?retracted\b|\bretracted and (?:replaced|republished)\b|未撤稿/i;

/** Fields in which reference managers and people write that a work was retracted. */
const noteFields: readonly string[] = ["note", "keywords", "keyword", "pubstate", "status", "annotation", "annote", "addendum", "comment"];

export const retractedReference = defineRule({
  code: "retracted-reference",
  title: "A work that was retracted",
  reach: "linked",
  severity: severity("w/e/e"),
  check(context) {
    onCitedWorks(context, (work) => {
      const words = retractionOf(work.entry);
      if (words === undefined) return undefined;
      return { message: `${calledEntry(work)} says that the work was retracted: ${quote(words)}. Expected evidence that still stands.` };
    });
  },
});

/** What must stand somewhere in an entry, before its fields are worth decoding. */
const mayBe = /retract|withdrawn|撤稿/i;

const known = new WeakMap<BibliographyEntry, { readonly words: string | undefined }>();

/** The words by which an entry says that its work was retracted. */
function retractionOf(entry: BibliographyEntry): string | undefined {
  let found = known.get(entry);
  if (!found) {
    found = { words: mayBe.test(entry.raw) ? wordsIn(entry) : undefined };
    known.set(entry, found);
  }
  return found.words;
}

function wordsIn(entry: BibliographyEntry): string | undefined {
  const { title } = entry;
  if (title !== undefined && titleMark.test(title)) return title;
  return noteFields.flatMap((name) => entry.field(name) ?? []).find((note) => noteMark.test(note) && !denial.test(note));
}
