/** The claims of a workspace, gathered by standing, part, source or document. */
import type { AtlasPart } from "../core/atlas/atlas.ts";
import { shortCitation } from "../core/evidence/bibliography.ts";
import { assess, inherited, standings } from "../core/evidence/standing.ts";
import { arrowed } from "../core/features/part-card.ts";
import { standingHelp } from "../core/features/standing-help.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf } from "../core/model/meaning.ts";
import { partsOfEnd, resolveClaim } from "../core/model/resolve.ts";
import type { Snapshot } from "../core/service.ts";
import { baseName, relativeTo } from "../core/uri.ts";
import type { ExplorerClaim, ExplorerGroup, Grouping } from "../protocol/explorer.ts";
import { claimsInDocument } from "./claims-in-document.ts";

/** A group with its rows still to be written out. */
export interface Gathered {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly rows: readonly Row[];
}

interface Row {
  /** Differs where what the row says differs: cheap, because all of them are made after every burst of changes. */
  readonly mark: string;
  make(): ExplorerClaim;
}

/** Words of a sentence that a row shows at most, in characters. */
const longestSentence = 80;

/** The groups in the order in which they are shown. */
export function gather(snapshot: Snapshot, grouping: Grouping): Gathered[] {
  switch (grouping) {
    case "standing":
      return byStanding(snapshot);
    case "part":
      return byPart(snapshot);
    case "source":
      return bySource(snapshot);
    case "document":
      return byDocument(snapshot);
  }
}

/** A group as it is sent; its digest hangs on all that its rows say. */
export const summary = ({ id, label, description, rows }: Gathered): ExplorerGroup => ({
  id,
  label,
  description,
  count: rows.length,
  digest: digest(rows.map(({ mark }) => mark).join("\n")),
});

/** FNV-1a, which is enough to see that something differs. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

interface Found {
  readonly uri: string;
  readonly key: string;
  readonly claim: ClaimMeaning;
}

function* allClaims(snapshot: Snapshot): IterableIterator<Found> {
  for (const [uri, source] of snapshot.documents) for (const { key, claim } of claimsInDocument(source)) yield { uri, key, claim };
}

const lines = new WeakMap<ClaimMeaning, string>();

/** A claim's ends as printed, written once for each claim. */
function lineOf(claim: ClaimMeaning): string {
  let line = lines.get(claim);
  if (line === undefined) {
    line = arrowed(claimLine(claim));
    lines.set(claim, line);
  }
  return line;
}

function row({ uri, key, claim }: Found, snapshot: Snapshot, description = baseName(uri)): Row {
  const { standing, asserted, earned } = assess(claim, uri, snapshot);
  const line = lineOf(claim);
  return {
    mark: `${uri} ${key} ${line} ${description} ${standing} ${asserted} ${earned}`,
    make: () => ({
      uri,
      claim: key,
      label: claim.id?.text ?? line,
      description: claim.id ? `${line} · ${description}` : description,
      tooltip: `${line}\n${standing === "open" ? "open gap" : standing}: ${standingHelp(standing)}\nAsserted ${asserted}, earned ${earned ?? "nothing"}.`,
      standing,
    }),
  };
}

function byStanding(snapshot: Snapshot): Gathered[] {
  const found = new Map(standings.map(({ standing }) => [standing, [] as Found[]]));
  for (const each of allClaims(snapshot)) found.get(assess(each.claim, each.uri, snapshot).standing)?.push(each);
  // what needs work comes first
  const order = ["refuted", "contested", "overstated", "unsupported", "open", "supported"] as const;
  return order.flatMap((standing) => {
    const claims = found.get(standing) ?? [];
    const label = standing === "open" ? "Open gaps" : `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`;
    return claims.length === 0 ? [] : [{ id: standing, label, description: "", rows: claims.map((each) => row(each, snapshot)) }];
  });
}

function byPart(snapshot: Snapshot): Gathered[] {
  const found = new Map<AtlasPart, Found[]>();
  for (const each of allClaims(snapshot)) {
    const { left, right, via } = resolveClaim(each.claim, snapshot.names(each.uri));
    const ends = [left, right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]).concat(via);
    for (const part of new Set(ends.flatMap(partsOfEnd))) {
      const claims = found.get(part);
      if (claims) claims.push(each);
      else found.set(part, [each]);
    }
  }
  const place = new Map(snapshot.atlases.flatMap(({ parts }) => parts).map((part, at) => [part, at]));
  return [...found]
    .sort(([a], [b]) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size) || (a.id < b.id ? -1 : 1))
    .map(([part, claims]) => ({
      id: part.id,
      label: part.label,
      description: part.atlas,
      rows: claims.map((each) => row(each, snapshot)),
    }));
}

/** Works in the order of their keys, each with the claims that it states, supports, disputes or qualifies. */
function bySource(snapshot: Snapshot): Gathered[] {
  const found = new Map<
    string,
    { readonly label: string; readonly claims: Map<ClaimMeaning, { readonly each: Found; readonly how: Set<string> }> }
  >();
  const note = (key: string, how: string, each: Found): void => {
    let source = found.get(key);
    if (!source) {
      const reference = snapshot.reference(each.uri, key);
      source = { label: reference ? shortCitation(reference.entry) : `@${key}`, claims: new Map() };
      found.set(key, source);
    }
    const known = source.claims.get(each.claim);
    if (known) known.how.add(how);
    else source.claims.set(each.claim, { each, how: new Set([how]) });
  };
  for (const each of allClaims(snapshot)) {
    const stated = inherited(each.claim, snapshot, (claim) => (claim.statedIn.length > 0 ? claim.statedIn : undefined));
    for (const { citation } of stated?.value ?? []) for (const { key } of citation.cites) note(key, "states", each);
    for (const { stance, cites } of assess(each.claim, each.uri, snapshot).evidence) for (const { key } of cites) note(key, stance, each);
  }
  return [...found]
    .sort(([, a], [, b]) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .map(([key, { label, claims }]) => ({
      id: key,
      label,
      description: `@${key}`,
      rows: [...claims.values()].map(({ each, how }) => row(each, snapshot, [...how].join(", "))),
    }));
}

/** Manuscripts, files of Lamina and programs, each with the claims in it and the sentences that state claims. */
function byDocument(snapshot: Snapshot): Gathered[] {
  const gathered = [...snapshot.documents].flatMap(([uri, source]): Gathered[] => {
    const claims = [...claimsInDocument(source)].map(({ key, claim }) => row({ uri, key, claim }, snapshot, "claim"));
    const sentences = source.anchors.map((anchor, at): Row => {
      const text = source.slice(anchor.text).replace(/\s+/g, " ").trim();
      const shown = text.length > longestSentence ? `${text.slice(0, longestSentence)}…` : text;
      const [declared] = snapshot.declarations(anchor.id);
      const meaning = declared && meaningOf(declared.item);
      const standing = declared && meaning && isClaim(meaning) ? assess(meaning, declared.uri, snapshot).standing : undefined;
      const sentence = { uri, claim: anchor.id, sentence: at, label: anchor.id, description: `“${shown}”`, tooltip: text, standing };
      return { mark: `${anchor.id} ${text} ${standing}`, make: () => sentence };
    });
    if (claims.length + sentences.length === 0) return [];
    const root = snapshot.roots.find((folder) => uri.startsWith(folder));
    const path = root === undefined ? baseName(uri) : relativeTo(root, uri);
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    return [{ id: uri, label: baseName(uri), description: folder, rows: [...sentences, ...claims] }];
  });
  return gathered.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}
