import { assess } from "../evidence/standing.ts";
import { isClaim, meaningOf } from "../model/meaning.ts";
import { calledClaim } from "./claim-support.ts";
import { relatedClaim } from "./claims-together.ts";
import { defineRule, severity } from "./define.ts";

export const restsOnUnsupported = defineRule({
  code: "rests-on-unsupported",
  title: "A claim that rests on one for which nothing stands",
  reach: "linked",
  items: ["claim", "mapping"],
  severity: severity("i/w/e"),
  check({ meaning, snapshot, report }) {
    if (!isClaim(meaning)) return;
    for (const { relation, target } of meaning.relations) {
      if (relation !== "assumes") continue;
      for (const { uri, item } of snapshot.declarations(target.text)) {
        const assumed = meaningOf(item);
        // a family asserts nothing by itself
        if (!isClaim(assumed) || assumed === meaning || assumed.kind === "mapping") continue;
        const { standing } = assess(assumed, uri, snapshot);
        if (standing !== "unsupported" && standing !== "refuted") continue;
        const why = standing === "refuted" ? "which is refuted" : "for which nothing that is cited earns any strength";
        const wanted = standing === "refuted" ? "a claim that does without it" : "evidence for it first";
        report({
          span: target,
          message: `The claim rests on ${calledClaim(assumed)}, ${why}, expected ${wanted}.`,
          related: [relatedClaim({ uri, claim: assumed })],
        });
        break;
      }
    }
  },
});
