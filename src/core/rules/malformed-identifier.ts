import type { BibliographyEntry } from "../evidence/bibliography.ts";
import { type MalformedIdentifier, malformedIdentifiers } from "../evidence/identifiers.ts";
import { calledEntry, onCitedWorks } from "./cited-works.ts";
import { defineRule, quote, severity } from "./define.ts";

export const malformedIdentifier = defineRule({
  code: "malformed-identifier",
  title: "An identifier that cannot be right",
  reach: "linked",
  severity: severity("i/w/w"),
  check(context) {
    onCitedWorks(context, (work) => {
      const amiss = work.shipped ? [] : malformedIn(work.entry);
      if (amiss.length === 0) return undefined;
      const faults = amiss.map(({ kind, text, expected }) => `the ${kind} ${quote(text)}, expected ${expected}`);
      return { message: `${calledEntry(work)} has ${faults.join("; ")}.` };
    });
  },
});

const known = new WeakMap<BibliographyEntry, readonly MalformedIdentifier[]>();

function malformedIn(entry: BibliographyEntry): readonly MalformedIdentifier[] {
  let malformed = known.get(entry);
  if (!malformed) {
    malformed = malformedIdentifiers(entry);
    known.set(entry, malformed);
  }
  return malformed;
}
