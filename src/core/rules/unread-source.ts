import { rank } from "../evidence/ladder.ts";
import type { WeighedEvidence } from "../evidence/standing.ts";
import { meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import { calledClaim, evidenceItem, weighedClaim } from "./claim-support.ts";
import { defineRule, quote, type Related, severity } from "./define.ts";

/** How far a work was read, in words, where that is not far enough. */
const unread: Readonly<Record<string, string>> = {
  secondary: "was read only through others",
  "title-only": "is known only by its title",
  "not-read": "was not read",
};

export const unreadSource = defineRule({
  code: "unread-source",
  title: "Evidence that was not read",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/i/w"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim, assessment } = weighed;
    // an analogy may rest on what one heard of, and a denial asserts no more than that
    if (claim.negated || rank(assessment.asserted) <= rank("analogy")) return;
    for (const piece of assessment.evidence) {
      // whoever names a dispute that he has not read does more than he must
      if (piece.origin !== "source" || piece.stance === "disputes") continue;
      const found = extentOf(piece, context.snapshot);
      const how = unread[found?.extent ?? ""];
      if (!found || how === undefined) continue;
      const keys = piece.cites.map(({ key }) => `@${key}`).join(", ");
      context.report({
        span: piece.use.node.read ?? piece.use.node.what,
        message: `${keys || "The source"} ${how}, but the claim ${calledClaim(claim)} asserts ${quote(assessment.asserted)}, expected that it was read: read full-text, or at least read abstract.`,
        related: found.related,
        fixes: claim.strength ? [{ title: "Lower to “analogy”", edits: [{ span: claim.strength, text: "analogy" }] }] : [],
      });
    }
  },
});

interface Extent {
  readonly extent: string;
  readonly related: readonly Related[];
}

/** How far a piece was read, by its own line and the evidence that it names, the lesser; else by what is known of the source. */
function extentOf({ use, cites, read }: WeighedEvidence, snapshot: Snapshot): Extent | undefined {
  if (read !== undefined && use.node.read?.text === read) return { extent: read, related: [] };
  const named = evidenceItem(use, snapshot);
  if (named?.meaning.read) {
    const { uri, item, meaning } = named;
    return { extent: named.meaning.read.text, related: [{ uri, item, span: meaning.read ?? item.header, message: "how far it was read" }] };
  }
  const [cite] = cites;
  return cite && ofSource(cite, snapshot);
}

function ofSource(cite: Cite, snapshot: Snapshot): Extent | undefined {
  for (const { uri, item } of snapshot.sources(cite.key)) {
    const source = meaningOf(item);
    if (source.kind !== "source" || !source.read) continue;
    if (cite.version !== undefined && source.version !== undefined && cite.version !== source.version.text) continue;
    return { extent: source.read.text, related: [{ uri, item, span: source.read, message: "how far it was read" }] };
  }
  return undefined;
}
