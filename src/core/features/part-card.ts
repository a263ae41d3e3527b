/** The card of a part: its role first, then what it is, then the numbers, rivals, pitfalls and names in code. */
import type { AtlasPart, Provenance } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { normalName } from "../atlas/lookup.ts";
import { shortCitation } from "../evidence/bibliography.ts";
import { assess, claimsOf, type Standing, standings } from "../evidence/standing.ts";
import { type ClaimMeaning, claimLine, written } from "../model/meaning.ts";
import { isPairwise, pairingsOf } from "../model/pairings.ts";
import { partsOfEnd, type ResolvedSide, resolveClaim } from "../model/resolve.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { EndNode } from "../syntax/tree.ts";
import { closedVocabularies } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { baseName } from "../uri.ts";
import { type Card, type CardSection, code, escapeMarkdown, firstOf, link } from "./card.ts";

/** Signs that say the standing without colour. */
export const standingSigns: Readonly<Record<Standing, string>> = {
  supported: "●",
  overstated: "◉",
  contested: "◐",
  refuted: "⊗",
  unsupported: "◌",
  open: "?",
};

/** Claims of the workspace that speak of a part or of a pathway from or to it: those on fewest things first, then by standing. */
export function claimsAbout(part: AtlasPart, snapshot: Snapshot): { readonly uri: string; readonly claim: ClaimMeaning }[] {
  const found: { uri: string; claim: ClaimMeaning; breadth: number; order: number }[] = [];
  const order = new Map(standings.map((entry, index) => [entry.standing, index]));
  for (const { uri, claim } of claimsOf(snapshot)) {
    if (claim.kind !== "claim") continue;
    const { left, right, via } = resolveClaim(claim, snapshot.names(uri));
    const ends = [left, right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]).concat(via);
    if (!ends.some((end) => partsOfEnd(end).includes(part))) continue;
    found.push({ uri, claim, breadth: ends.length, order: order.get(assess(claim, uri, snapshot).standing) ?? 9 });
  }
  return found.sort((a, b) => a.breadth - b.breadth || a.order - b.order);
}

export function partCard(part: AtlasPart, span: Span, uri: string, snapshot: Snapshot): Card {
  const names = snapshot.names(uri);
  return {
    span,
    title: escapeMarkdown(part.label),
    kind: `${code(part.name)} ${part.kind ? `${escapeMarkdown(part.kind.replace("-", " "))}, ` : ""}${escapeMarkdown(part.atlas)}`,
    figure: part.id,
    sections: [
      workspaceRoles(part, snapshot),
      paperRoles(part, names, snapshot, uri),
      description(part),
      quantities(part, snapshot, uri),
      rivals(part, snapshot, uri),
      beware(part, names),
      inCode(part),
      alsoCalled(part),
    ],
  };
}

function workspaceRoles(part: AtlasPart, snapshot: Snapshot): CardSection {
  const lines = claimsAbout(part, snapshot).map(({ uri, claim }) => roleLine(part, claim, uri, snapshot));
  if (lines.length === 0) return { title: "In this workspace", lines: ["No claim speaks of it yet."] };
  return { title: "In this workspace", list: true, lines: firstOf(lines, 4, (count) => `… and ${count} more claims`) };
}

/** The part's role by one claim: what stands on the other side first, then how well that stands, and where it is said. */
function roleLine(part: AtlasPart, claim: ClaimMeaning, uri: string, snapshot: Snapshot): string {
  const { right } = resolveClaim(claim, snapshot.names(uri));
  // what a claim goes through (`via`) belongs to its left end
  const onRight = right ? speaksOf(right, part) : false;
  const other = onRight ? claim.left : claim.right;
  const own = onRight ? claim.right : claim.left;
  const side = (node: typeof own | EndNode): string =>
    !node || (node.kind === "side" && node.open) ? "?" : escapeMarkdown(arrowed(written(claim.item, node)));
  const pairs = pairsWith(part, claim, onRight, uri, snapshot);
  const paired = (which: "own" | "other"): string => [...new Set(pairs.map((pair) => side(pair[which])))].join(", ");
  const { standing, asserted } = assess(claim, uri, snapshot);
  const not = claim.negated ? "*not* " : "";
  const shown = pairs.length > 0 ? { own: paired("own"), other: paired("other") } : { own: side(own), other: side(other) };
  return `${standingSigns[standing]} ${not}**${shown.other}** — ${shown.own} · *${standing}*, ${asserted} · ${whereIs(claim, uri, snapshot)}`;
}

/** Of a claim that is read pair by pair, the pairs in which the part stands. */
function pairsWith(
  part: AtlasPart,
  claim: ClaimMeaning,
  onRight: boolean,
  uri: string,
  snapshot: Snapshot,
): readonly { readonly own: EndNode; readonly other: EndNode }[] {
  if (!isPairwise(claim)) return [];
  return pairingsOf(claim, snapshot.names(uri)).flatMap(({ left, right }) => {
    const [own, other] = onRight ? [right.ends[0], left.ends[0]] : [left.ends[0], right.ends[0]];
    return own && other && partsOfEnd(own).includes(part) ? [{ own: own.node, other: other.node }] : [];
  });
}

const speaksOf = (side: ResolvedSide, part: AtlasPart): boolean =>
  [...side.ends, ...side.outweighed].some((end) => partsOfEnd(end).includes(part));

/** One claim in a line: sign, id, ends, standing, where. */
export function claimSummary(claim: ClaimMeaning, uri: string, snapshot: Snapshot): string {
  const { standing, asserted } = assess(claim, uri, snapshot);
  const id = claim.id ? ` **${escapeMarkdown(claim.id.text)}**` : "";
  return `${standingSigns[standing]}${id} ${escapeMarkdown(arrowed(claimLine(claim)))} · *${standing}* · ${asserted} · ${whereIs(claim, uri, snapshot)}`;
}

/** Arrows as they are printed. */
export const arrowed = (text: string): string =>
  text.replaceAll("<->", "↔").replaceAll("->", "→").replaceAll("<-", "←").replaceAll(" -- ", " — ");

function whereIs(claim: ClaimMeaning, uri: string, snapshot: Snapshot): string {
  const source = snapshot.documents.get(uri);
  const span = snapshot.locate(uri, claim.item, claim.item.wordSpan);
  if (!source || !span) return escapeMarkdown(baseName(uri));
  const line = source.lines.positionAt(span.start).line + 1;
  const label = claim.id?.text ?? `${baseName(uri)}:${line}`;
  return link(label, `${uri}#L${line}`);
}

function paperRoles(part: AtlasPart, names: Names, snapshot: Snapshot, uri: string): CardSection {
  const lines = part.roles.map((role) => {
    const parts = role.parts.map((name) => names.byId(name)?.label ?? name);
    const head = parts.length > 0 ? `**${parts.map(escapeMarkdown).join(", ")}**: ` : "";
    return `${head}${escapeMarkdown(role.text)} ${seenIn(role, snapshot, uri, role.strength)}`.trimEnd();
  });
  return { title: "In the paper", lines, list: lines.length > 1 };
}

/** In which work, and how far that was seen, in small print. */
function seenIn(fact: Provenance, snapshot: Snapshot, uri: string, strength?: string): string {
  const works = fact.keys.map(({ key, place }) => {
    const reference = snapshot.reference(uri, key);
    return escapeMarkdown(reference ? shortCitation(reference.entry) : `@${key}`) + (place ? `, ${escapeMarkdown(place)}` : "");
  });
  if (fact.origin) works.push(escapeMarkdown(fact.origin));
  const seen = closedVocabularies.SEEN.find((entry) => entry.word === fact.seen)?.short;
  const all = [works.join("; "), strength && escapeMarkdown(strength), seen, fact.detail && escapeMarkdown(fact.detail)];
  const small = all.filter((text) => text !== undefined && text !== "");
  return small.length > 0 ? `— *${small.join(" · ")}*` : "";
}

const description = (part: AtlasPart): CardSection => ({
  lines: [...(part.means ? [`---\n\n${escapeMarkdown(part.means)}`] : []), ...part.equations.map(code)],
});

function quantities(part: AtlasPart, snapshot: Snapshot, uri: string): CardSection {
  const lines = part.quantities.map((quantity) => {
    const value = quantity.value ? ` **${escapeMarkdown(prettyValue(quantity.value))}**` : "";
    const of =
      quantity.denominator === "?"
        ? " (of what is *not stated*)"
        : quantity.denominator
          ? ` of ${escapeMarkdown(quantity.denominator)}`
          : "";
    const scope = quantity.scope ? ` in ${escapeMarkdown(quantity.scope)}` : "";
    return `${escapeMarkdown(quantity.name)}${of}${scope}:${value} ${seenIn(quantity, snapshot, uri)}`.replace(": —", " —");
  });
  return { title: "Quantities", list: true, lines: firstOf(lines, 3, (count) => `… and ${count} more in the atlas`) };
}

/** A test as people write it: `≈ 5 %`, `10–15 %`. */
export const prettyValue = (value: string): string =>
  value
    .replace(/^within\s+/, "")
    .replace(/^~\s*/, "≈ ")
    .replace(/^=\s*/, "")
    .replace(/^<=/, "≤")
    .replace(/^>=/, "≥")
    .replace(/(\d)\.\.(-?\d)/, "$1–$2");

function rivals(part: AtlasPart, snapshot: Snapshot, uri: string): CardSection {
  const lines = part.rivals.map((rival) => `${escapeMarkdown(rival.text)} ${seenIn(rival, snapshot, uri)}`.trimEnd());
  for (const dispute of part.disputes) {
    const works = dispute.keys.map((key) => {
      const reference = snapshot.reference(uri, key);
      return escapeMarkdown(reference ? shortCitation(reference.entry) : `@${key}`);
    });
    lines.push(`*disputed*: ${escapeMarkdown(dispute.shows ?? "")} — *${works.join("; ")}*`);
  }
  return { title: "Rivals and disputes", list: true, lines: firstOf(lines, 4, (count) => `… and ${count} more in the atlas`) };
}

function beware(part: AtlasPart, names: Names): CardSection {
  // what the atlas warns of under the part's own name; meanings of its abbreviations are for the card of an ambiguous name
  const meanings = names.meaningsOfTerm(part.name).map((text) => `${code(part.name)} can mean: ${escapeMarkdown(text)}`);
  const lines = part.bewares.length > 0 ? part.bewares.map((entry) => escapeMarkdown(entry.text)) : meanings;
  return { title: "Beware", list: true, lines: firstOf(lines, 3, (count) => `… and ${count} more`) };
}

function inCode(part: AtlasPart): CardSection {
  const lines = part.codes.map((entry) => {
    const shown = entry.names.slice(0, 6).map(code).join(" ");
    const more = entry.names.length > 6 ? " …" : "";
    return `${shown}${more} in ${escapeMarkdown(entry.framework)}${entry.checked ? "" : " (from memory)"}${entry.detail ? ` · ${escapeMarkdown(entry.detail)}` : ""}`;
  });
  return { title: "In code", list: true, lines: firstOf(lines, 2, (count) => `… and in ${count} more frameworks`) };
}

function alsoCalled(part: AtlasPart): CardSection {
  const said = new Set([normalName(part.label), normalName(part.name)]);
  const spoken = part.synonyms.filter(
    (synonym) => synonym.notation === undefined || synonym.notation === "abbr" || synonym.notation === "zh",
  );
  const others = spoken.map((synonym) => synonym.text).filter((text) => !said.has(normalName(text)));
  const terms = part.xrefs.map((xref) => `${code(xref.term)} (${escapeMarkdown(xref.match)})`);
  return {
    lines: [
      ...(others.length > 0 ? [`Also: ${others.map(escapeMarkdown).join(", ")}`] : []),
      ...(terms.length > 0 ? [terms.join(" ")] : []),
    ],
  };
}
