import type { Bibliography } from "../evidence/bibliography.ts";
import { citesIn } from "../model/citations.ts";
import type { BibliographyLink } from "../model/snapshot.ts";
import { Candidates } from "../nearest.ts";
import { nodesOf } from "../syntax/item-nodes.ts";
import type { Span } from "../text.ts";
import { baseName } from "../uri.ts";
import { defineRule, type HostReport, oneOf, quote, type RuleContext, severity } from "./define.ts";

export const unresolvedCitation = defineRule({
  code: "unresolved-citation",
  title: "A citation key that no bibliography has",
  reach: "linked",
  severity: severity("w/e/e"),
  check(context) {
    const { item } = context;
    for (const { key, keySpan } of citesIn(item)) checkKey(key, keySpan, context);
    for (const node of nodesOf(item).names) if (node.role === "key") checkKey(node.text, node, context);
  },
  checkHost({ source, snapshot, report }) {
    // of manuscripts that hold no claim, their own tools know better how they cite
    if (source.regions.length === 0 && source.anchors.length === 0) return;
    // where so many keys are unknown, a bibliography is missing, and what else each might have been is no help
    const guessed = new Set<string>();
    for (const { key, span, unsure } of source.citations) {
      if (unsure || key === "" || key === "*") continue;
      if (guessed.size < MOST_GUESSED && !snapshot.reference(source.uri, key)) guessed.add(key);
      checkKey(key, span, { snapshot, uri: source.uri, report }, guessed.has(key));
    }
  },
});

/** What a key is looked up in, and who is told. */
type Place = Pick<RuleContext, "snapshot" | "uri"> & { report(report: HostReport): void };

/** For so many unknown keys of the running text it is said what may have been meant. */
const MOST_GUESSED = 100;

function checkKey(key: string, span: Span, { snapshot, uri, report }: Place, isGuessed = true): void {
  if (key === "") {
    report({
      span: { start: span.start - 1, end: span.end },
      message: "Expected a citation key after “@”, such as @koenig2026neuroscience.",
    });
    return;
  }
  if (snapshot.reference(uri, key)) return;
  const links = snapshot.bibliographiesOf(uri);
  // a bibliography that cannot be read may well hold the key: its own finding says so
  if (links.some((link) => link.problem !== undefined)) return;
  const bibliographies = !isGuessed ? [] : [...links.flatMap(({ bibliography }) => bibliography ?? []), snapshot.builtin.bibliography];
  const [meant] = bibliographies.flatMap((bibliography) => candidatesIn(bibliography).nearest(key));
  const where =
    links.length > 0 ? oneOf(links.map((link) => baseName(link.uri ?? ""))) : "a bibliography (none is in the project: add a .bib file)";
  report({
    span,
    message: `The citation key ${quote(key)} is not in ${where}.${unreadable(links)}${meant ? ` Did you mean ${quote(meant)}?` : ""}`,
    fixes: meant ? [{ title: `Change to ${quote(meant)}`, edits: [{ span, text: meant }] }] : [],
  });
}

/** An entry that cannot be read may be the one that is missed. */
function unreadable(links: readonly BibliographyLink[]): string {
  for (const { uri, bibliography } of links) {
    const [problem] = bibliography?.problems ?? [];
    if (problem) return ` Not all of ${baseName(uri ?? "")} can be read: ${problem.message}`;
  }
  return "";
}

const candidates = new WeakMap<Bibliography, Candidates>();

/** The keys that could have been meant; gathered once for each bibliography. */
function candidatesIn(bibliography: Bibliography): Candidates {
  const found = candidates.get(bibliography) ?? new Candidates(bibliography.byKey.keys());
  candidates.set(bibliography, found);
  return found;
}
