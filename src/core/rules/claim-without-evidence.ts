import { shortCitation } from "../evidence/bibliography.ts";
import { claimsAsEnds, isGrounded, isOpen, kindOfClaim, partsOfClaim } from "../evidence/standing.ts";
import { evidenceTypes } from "../evidence/types.ts";
import { worksOn } from "../evidence/works-on.ts";
import { type ClaimMeaning, claimLine, isClaim } from "../model/meaning.ts";
import { partsOfEnd, resolveClaim } from "../model/resolve.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { addClause, defineRule, type Fix, type FixContext, quote, severity } from "./define.ts";
import { hasUnknownEnd } from "./unknown-part.ts";

export const claimWithoutEvidence = defineRule({
  code: "claim-without-evidence",
  title: "A claim that nothing supports",
  reach: "linked",
  items: ["claim"],
  severity: severity("w/w/e"),
  check(context) {
    const { meaning, snapshot, report, item, uri } = context;
    // a family lends its defaults to its claims and asserts nothing by itself
    if (!isClaim(meaning) || meaning.kind === "mapping") return;
    // half a claim is a syntax error and no more
    if (!meaning.left || !meaning.right) return;
    if (isOpen(meaning, snapshot) || kindOfClaim(meaning, snapshot) === "programme") return;
    if (isGrounded(meaning, uri, snapshot)) return;
    // a name that is misspelt comes first: who wrote it is still at the header
    if (meaning.evidence.length === 0 && hasUnknownEnd(meaning, context.names)) return;
    const name = quote(nameOf(meaning));
    const own = meaning.evidence.some((use) => use.stance === "supports")
      ? " What is written under “supported by” is the writer's own argument and does not count as evidence."
      : "";
    report({
      span: meaning.id ?? item.header,
      message: `No evidence supports the claim ${name}, expected ${expectedEvidence(meaning, snapshot)}.${own}`,
      fixes: (now) => fixes(meaning, now),
    });
  },
});

const nameOf = (claim: ClaimMeaning): string => claim.id?.text ?? claimLine(claim);

function expectedEvidence(claim: ClaimMeaning, snapshot: Snapshot): string {
  if (kindOfClaim(claim, snapshot) === "theorem") return "a derivation: supported by [@key] theory_derivation";
  const parts = partsOfClaim(claim, snapshot);
  if (parts.length === 0 && claimsAsEnds(claim).length === 0) return "at least one “supported by” with a source";
  return "evidence on it or on each of the claims it consists of";
}

function fixes(claim: ClaimMeaning, { item, names, snapshot, uri }: FixContext): Fix[] {
  const { left, right } = resolveClaim(claim, names);
  const parts = [left, right].flatMap((side) => (side?.ends ?? []).flatMap(partsOfEnd));
  const stubs = worksOn(parts, uri, snapshot).map((key): Fix => {
    const reference = snapshot.reference(uri, key);
    const called = reference ? shortCitation(reference.entry) : `@${key}`;
    const type = evidenceTypes.find((entry) => entry.examples.includes(key))?.id;
    return {
      title: `Cite ${called} as evidence`,
      edits: [addClause(item, `supported by [@${key}]${type ? ` ${type}` : ""} "…"`)],
    };
  });
  if (stubs.length === 0) stubs.push({ title: "Add a line for evidence", edits: [addClause(item, 'supported by [@key] "what it shows"')] });
  const list: Fix[] = [...stubs];
  const programme = [...(claim.strength ? [] : ["strength analogy"]), ...(claim.claimKind ? [] : ["kind programme"])];
  if (!claim.claimKind) {
    const lower = claim.strength && claim.strength.text !== "analogy" ? [{ span: claim.strength, text: "analogy" }] : [];
    list.push({ title: "Call it a programme, not yet a claim", edits: [...lower, addClause(item, ...programme)] });
  }
  const { right: side } = claim;
  if (side && !side.open) list.push({ title: "Declare it an open gap", edits: [{ span: side, text: "?" }] });
  return list;
}
