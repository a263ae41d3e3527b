import { isOpen } from "../evidence/standing.ts";
import { isClaim } from "../model/meaning.ts";
import { calledClaim, claimSpan } from "./claim-support.ts";
import { defineRule, severity } from "./define.ts";

export const claimUnused = defineRule({
  code: "claim-unused",
  title: "A claim that no sentence of the project's manuscripts states",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/-/i"),
  check({ meaning, snapshot, report, uri }) {
    // a project without linked sentences has no manuscript to be held against
    if (!snapshot.hasAnchors || !isClaim(meaning) || meaning.kind === "mapping" || !meaning.id) return;
    // a claim that is written in a manuscript is stated there
    if ((snapshot.documents.get(uri)?.prose.length ?? 0) > 0) return;
    if (snapshot.anchoring(meaning.id.text).length > 0 || isOpen(meaning, snapshot)) return;
    report({
      span: claimSpan(meaning),
      message: `No sentence of the manuscripts states the claim ${calledClaim(meaning)}, expected a link such as [the sentence]{claim=${meaning.id.text}}.`,
    });
  },
});
