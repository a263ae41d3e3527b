import type { BibliographyEntry, PersonName } from "../evidence/bibliography.ts";
import { inherited, kindOfClaim } from "../evidence/standing.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import { calledClaim, supportStub, weighedClaim } from "./claim-support.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

export const singleSource = defineRule({
  code: "single-source",
  title: "Support from one place only",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/i/i"),
  check(context) {
    const weighed = weighedClaim(context);
    if (!weighed) return;
    const { claim, support } = weighed;
    const [first] = support;
    // a proof needs no second one; data and models of one's own are a place of their own
    if (!first || kindOfClaim(claim, context.snapshot) === "theorem" || support.some((piece) => piece.origin !== "source")) return;
    const keys = [...new Set(support.flatMap((piece) => piece.cites.map(({ key }) => key)))];
    const one = keys.length > 0 ? oneOrigin(keys, claim, context) : undefined;
    if (!one) return;
    context.report({
      span: first.use.node.what,
      message: `All that supports the claim ${calledClaim(claim)} is from ${one}, expected also evidence by others, such as: supported by [@key] anatomy "what it shows".`,
      fixes: [supportStub(context.item, "anatomy")],
    });
  },
});

/** In words, what all of these works have in common; undefined where they are independent, or it is not known. */
function oneOrigin(keys: readonly string[], claim: ClaimMeaning, { snapshot, uri }: RuleContext): string | undefined {
  const stated = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined));
  const stating = new Set(stated?.value.flatMap(({ citation }) => citation.cites.map(({ key }) => key)));
  const [only] = keys;
  if (keys.every((key) => stating.has(key))) return keys.length === 1 ? `@${only}, which states it` : "the works that state it";
  if (keys.length === 1) return `one source, @${only}`;
  const entries = keys.flatMap((key) => snapshot.reference(uri, key)?.entry ?? []);
  if (entries.length < keys.length) return undefined;
  const [first, ...others] = entries as [BibliographyEntry, ...BibliographyEntry[]];
  const shared = leading(first).find((person) => others.every((entry) => isLedBy(entry, person)));
  return shared && `works whose first or last author is ${quote([shared.given, shared.family].filter(Boolean).join(" "))}`;
}

/** The first author and, where all are named, the last. */
function leading({ authors, hasMoreAuthors }: BibliographyEntry): readonly PersonName[] {
  const last = hasMoreAuthors ? undefined : authors.at(-1);
  return [...authors.slice(0, 1), ...(last ? [last] : [])];
}

function isLedBy(entry: BibliographyEntry, person: PersonName): boolean {
  // to read names out of TeX takes long, and a plain one stands there as it is
  if (/^[a-z]+$/i.test(person.family) && !entry.raw.toLowerCase().includes(person.family.toLowerCase())) return false;
  return leading(entry).some((other) => identity(other) === identity(person));
}

/** A family name with the first letter of the given ones. */
const identity = ({ family, given }: PersonName): string => `${family} ${given.charAt(0)}`.toLowerCase();
