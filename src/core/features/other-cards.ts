/** Cards of references, predictions, evidence, sources, models and atlases. */
import { type BibliographyEntry, referenceLine, shortCitation } from "../evidence/bibliography.ts";
import { assess } from "../evidence/standing.ts";
import { verdictOn } from "../evidence/verdict-kept.ts";
import { type EvidenceUse, isClaim, type Meaning, meaningOf, type PredictionMeaning, written } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import { closedVocabularies } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { baseName } from "../uri.ts";
import { type Card, type CardSection, code, escapeMarkdown, firstOf, link, webAddress } from "./card.ts";
import { standingSigns } from "./part-card.ts";
import { criteriaLines, observedSection, verdictSection } from "./verdict-words.ts";

/** The card of a cited work: the reference, what is known of it, and which claims use it how. */
export function referenceCard(key: string, span: Span, uri: string, snapshot: Snapshot, place: string | undefined): Card {
  const reference = snapshot.reference(uri, key);
  if (!reference) {
    return { span, title: escapeMarkdown(`@${key}`), kind: "citation", sections: [{ lines: ["No bibliography has this key."] }] };
  }
  const { entry } = reference;
  const where = reference.shipped ? "the bibliography that ships with Lamina" : baseName(reference.uri);
  const identifier = identifierLine(entry);
  const verification = entry.field("verification");
  return {
    span,
    title: escapeMarkdown(shortCitation(entry)),
    kind: `${code(`@${key}`)}${place ? ` ${escapeMarkdown(place)}` : ""}`,
    sections: [
      { lines: [escapeMarkdown(withoutIdentifier(referenceLine(entry))), ...(identifier ? [identifier] : [])] },
      {
        lines: [
          ...(entry.note ? [`*${escapeMarkdown(entry.note)}*`] : []),
          `*in ${escapeMarkdown(where)}${verification ? ` · ${escapeMarkdown(verificationInWords[verification] ?? `checked: ${verification}`)}` : ""}*`,
        ],
      },
      sourceFacts(key, snapshot),
      usedBy(key, snapshot),
    ],
  };
}

/** How far an entry of the bibliography that ships was checked; what another bibliography says is shown as it stands. */
const verificationInWords: Readonly<Record<string, string>> = {
  "seen-primary": "identifier seen at the publisher or archive",
  "seen-index": "identifier seen in an index or in two other bibliographies",
  "seen-once": "identifier seen in one other source only",
  unverified: "from memory, not verified",
};

/** The one identifier that leads to the work, as a link where the address is known. */
function identifierLine(entry: BibliographyEntry): string | undefined {
  const linked = (label: string, address: string): string => {
    const target = webAddress(address);
    return target === undefined ? escapeMarkdown(label) : link(label, target);
  };
  if (entry.doi) return linked(`doi:${entry.doi}`, `https://doi.org/${entry.doi}`);
  if (entry.eprint) {
    const archive = entry.field("archiveprefix") ?? entry.field("eprinttype");
    const isArxiv = archive
      ? archive.toLowerCase() === "arxiv"
      : /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.test(entry.eprint);
    if (isArxiv) return linked(`arXiv:${entry.eprint}`, `https://arxiv.org/abs/${entry.eprint}`);
    return escapeMarkdown(`${archive ?? "eprint"}:${entry.eprint}`);
  }
  return entry.url && /^https?:\/\//i.test(entry.url) ? linked(entry.url, decoded(entry.url)) : undefined;
}

/** An address that is encoded already, so that it is not encoded twice. */
const decoded = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** The identifier stands below the reference, as a link. */
const withoutIdentifier = (line: string): string => line.replace(/ doi:\S+$/, "");

function sourceFacts(key: string, snapshot: Snapshot): CardSection {
  const lines: string[] = [];
  for (const declaration of snapshot.sources(key)) {
    const source = meaningOf(declaration.item);
    if (source.kind !== "source") continue;
    if (source.version) lines.push(`version ${escapeMarkdown(source.version.text)}`);
    if (source.read)
      lines.push(`read: ${escapeMarkdown(source.read.text)}${source.through ? `, ${escapeMarkdown(source.through.value)}` : ""}`);
    if (source.allows)
      lines.push(
        `allows at most **${escapeMarkdown(source.allows.text)}**${source.allowsReason ? `: ${escapeMarkdown(source.allowsReason.value)}` : ""}`,
      );
  }
  return { title: "What is known of it", list: true, lines };
}

function usedBy(key: string, snapshot: Snapshot): CardSection {
  const lines: string[] = [];
  const citing = new Map<Item, string>(snapshot.citations(key).map(({ item, uri }) => [item, uri]));
  // a finding of the work that has an id is used where the id is
  const findings = new Set<string>();
  for (const { item } of snapshot.citations(key)) {
    const meaning = meaningOf(item);
    if (meaning.kind !== "evidence" || !meaning.id) continue;
    findings.add(meaning.id.text);
    for (const user of snapshot.mentions(meaning.id.text)) citing.set(user.item, user.uri);
  }
  const speaksOfIt = ({ node: { what } }: EvidenceUse): boolean =>
    what.kind === "citation" ? what.cites.some((cite) => cite.key === key) : what.kind === "name" && findings.has(what.text);
  for (const [item, uri] of citing) {
    const meaning = meaningOf(item);
    if (!isClaim(meaning)) continue;
    const uses = meaning.evidence.filter(speaksOfIt);
    const stated = meaning.statedIn.some((entry) => entry.citation.cites.some((cite) => cite.key === key));
    const how = [...new Set([...(stated ? ["states"] : []), ...uses.map((use) => use.stance)])].join(", ");
    const name = meaning.id?.text ?? written(item, item.header);
    lines.push(`${how || "named in"} ${standingSigns[assess(meaning, uri, snapshot).standing]} **${escapeMarkdown(name)}**`);
  }
  return { title: "In this workspace it", list: true, lines: firstOf(lines, 6, (count) => `… and ${count} more`) };
}

/** The card of a prediction, a piece of evidence, a model or a source. `uri` is the document that it stands in. */
export function declarationCard(meaning: Meaning, span: Span, uri: string, snapshot: Snapshot): Card | undefined {
  const title = escapeMarkdown(meaning.id?.text ?? "");
  const text = (node: Span): string => code(written(meaning.item, node));
  const lineOf = (node: Span): string => written(meaning.item, node);
  switch (meaning.kind) {
    case "prediction": {
      const verdict = verdictOn(meaning, uri, snapshot);
      return {
        span,
        title,
        kind: "prediction",
        sections: [
          { lines: [meaning.text ? escapeMarkdown(meaning.text.value) : "It exists and is not transcribed here."] },
          meaning.observed.length > 0 ? verdictSection(verdict) : { lines: [] },
          { title: "Expects", list: true, lines: criteriaLines(verdict, "expects", meaning.expects.map(lineOf)) },
          {
            title: "Falsified",
            list: true,
            lines: [
              ...criteriaLines(verdict, "falsified if", meaning.falsifiedIf.map(lineOf)),
              ...(meaning.falsifiedByCounterexample ? ["by a counterexample"] : []),
            ],
          },
          { title: "Tested by", list: true, lines: meaning.tests.map((test) => code(testText(meaning, test))) },
          observedSection(verdict),
          { title: "Tests", lines: claimsNaming(meaning, snapshot) },
          { lines: meaning.notes.map((note) => `*${escapeMarkdown(note.value)}*`) },
        ],
      };
    }
    case "evidence":
      return {
        span,
        title,
        kind: `evidence${meaning.type ? `, ${code(meaning.type.text)}` : ""}`,
        sections: [
          {
            lines: [...(meaning.citation ? [text(meaning.citation)] : []), ...(meaning.shows ? [escapeMarkdown(meaning.shows.value)] : [])],
          },
          { title: "Measures", list: true, lines: meaning.measures.map(text) },
          { title: "Used by", lines: claimsNaming(meaning, snapshot) },
          { lines: readLine(meaning.read?.text, meaning.through?.value) },
          { lines: meaning.notes.map((note) => `*${escapeMarkdown(note.value)}*`) },
        ],
      };
    case "model":
      return {
        span,
        title,
        kind: "model",
        sections: [
          {
            lines: [
              meaning.file ? code(meaning.file.value) : "It is not located.",
              ...(meaning.pinned ? [`pinned ${code(meaning.pinned.text)}`] : []),
            ],
          },
          {
            title: "Symbols",
            list: true,
            lines: firstOf(
              meaning.symbols.map((entry) => `${code(entry.symbol.text)} as ${entry.parts.map(text).join(", ")}`),
              8,
              (count) => `… and ${count} more`,
            ),
          },
        ],
      };
    default:
      return undefined;
  }
}

/** How a prediction is to be tested, as written: the type, where, and with what sample. */
function testText({ item }: Meaning, { type, scope, with: asked }: PredictionMeaning["tests"][number]): string {
  const end = asked?.end ?? scope?.end ?? type.end;
  return written(item, { start: type.start, end });
}

/** The claims that name an item by its id, on one line. */
function claimsNaming({ id }: Meaning, snapshot: Snapshot): string[] {
  const users = id
    ? snapshot
        .mentions(id.text)
        .map((mention) => meaningOf(mention.item))
        .filter(isClaim)
    : [];
  return users.length > 0
    ? [users.map((claim) => `**${escapeMarkdown(claim.id?.text ?? written(claim.item, claim.item.header))}**`).join(", ")]
    : [];
}

function readLine(extent: string | undefined, through: string | undefined): string[] {
  if (!extent) return [];
  const help = closedVocabularies.EXTENT.find((entry) => entry.word === extent)?.help ?? "";
  return [`read: **${escapeMarkdown(extent)}**${through ? `, ${escapeMarkdown(through)}` : ""} — *${escapeMarkdown(help)}*`];
}

/** The card of an atlas. */
export function atlasCard(name: string, span: Span, uri: string, snapshot: Snapshot): Card | undefined {
  const index = snapshot.names(uri).atlas(name);
  if (!index) return undefined;
  const { atlas } = index;
  const kinds = new Map<string, number>();
  for (const part of atlas.parts) kinds.set(part.kind ?? "other", (kinds.get(part.kind ?? "other") ?? 0) + 1);
  return {
    span,
    title: escapeMarkdown(atlas.label),
    kind: `${code(atlas.id)} atlas, ${atlas.parts.length} ${atlas.parts.length === 1 ? "part" : "parts"}`,
    sections: [
      { lines: atlas.means ? [escapeMarkdown(atlas.means)] : [] },
      { lines: [[...kinds].map(([kind, count]) => `${count} ${escapeMarkdown(kind)}`).join(", ")] },
    ],
  };
}
