import { isClaim, meaningOf, type SourceMeaning, type StatedIn } from "../model/meaning.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import { isSaid } from "./claim-support.ts";
import { defineRule, type Report, severity } from "./define.ts";

/** Extents at which a work itself was not looked into. */
const throughOthers: ReadonlySet<string> = new Set(["secondary", "not-read"]);

/** Where it is said openly, nothing is amiss until others are to rely on it. */
const saidOpenly = severity("-/i/e");

export const secondaryAsPaper = defineRule({
  code: "secondary-as-paper",
  title: "A claim ascribed to a work that was read only through others",
  reach: "linked",
  items: ["claim", "mapping", "prediction"],
  severity: severity("w/w/e"),
  check({ meaning, snapshot, report }) {
    if (!isClaim(meaning) && meaning.kind !== "prediction") return;
    for (const stated of meaning.statedIn) {
      for (const cite of stated.citation.cites) {
        // what was also seen in the work itself is the work's
        if (meaning.statedIn.some((other) => other !== stated && isSeenItself(other, cite.key))) continue;
        const found = stated.read ? bySelf(stated, cite) : bySource(stated, cite, snapshot);
        if (found) report(found);
      }
    }
  },
});

const isSeenItself = ({ read, citation }: StatedIn, key: string): boolean =>
  read !== undefined && !throughOthers.has(read.text) && read.text !== "title-only" && citation.cites.some((cite) => cite.key === key);

/** The line itself says that the work was read only through others. */
function bySelf({ read, through, citation }: StatedIn, { key }: Cite): Report | undefined {
  if (!read || !throughOthers.has(read.text)) return undefined;
  if (read.text === "secondary" && isSaid(through?.value)) {
    return {
      span: read,
      message: `The claim is ascribed to @${key}, which was read only through others, expected that somebody looks into the work itself before this goes out: read full-text, or read abstract.`,
      severity: saidOpenly,
    };
  }
  const end = through?.end ?? read.end;
  return {
    span: { start: citation.start, end },
    message: `The claim is ascribed to @${key}, and it is not said through what it is known, expected: read secondary "through what".`,
    fixes: [{ title: "Say through what it is known", edits: [{ span: { start: read.start, end }, text: 'secondary "…"' }] }],
  };
}

/** The line does not say how far the work was read, but what is known of the source does. */
function bySource({ citation }: StatedIn, cite: Cite, snapshot: Snapshot): Report | undefined {
  for (const declaration of snapshot.sources(cite.key)) {
    const source = meaningOf(declaration.item);
    if (source.kind !== "source" || !source.read || !throughOthers.has(source.read.text)) continue;
    if (cite.version !== undefined && source.version !== undefined && cite.version !== source.version.text) continue;
    return hidden(citation, cite, source, declaration);
  }
  return undefined;
}

function hidden(span: StatedIn["citation"], { key }: Cite, source: SourceMeaning, { uri, item }: Declaration): Report {
  const through = source.through?.value ?? "…";
  const words = ` read secondary "${through.replaceAll('"', '\\"')}"`;
  return {
    span,
    message: `The claim is ascribed to @${key} as if it had been read, which it was only through others, expected after the citation:${words}.`,
    related: [{ uri, item, span: source.read ?? item.header, message: "how far the source was read" }],
    fixes: [{ title: "Say through what it is known", edits: [{ span: { start: span.end, end: span.end }, text: words }] }],
  };
}
