import { isIdentified } from "../evidence/identifiers.ts";
import { calledEntry, onCitedWorks } from "./cited-works.ts";
import { defineRule, severity } from "./define.ts";

export const referenceWithoutIdentifier = defineRule({
  code: "reference-without-identifier",
  title: "A reference that nothing leads to",
  reach: "linked",
  severity: severity("-/i/i"),
  check(context) {
    onCitedWorks(context, (work) => {
      if (work.shipped || isIdentified(work.entry)) return undefined;
      return {
        message: `${calledEntry(work)} has no identifier, expected a DOI, an arXiv number, a PMID, an ISBN or an address, as far as there is one.`,
      };
    });
  },
});
