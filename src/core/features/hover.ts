/** The hover: which card stands behind the words at an offset. */

import type { AtlasPart } from "../atlas/atlas.ts";
import { evidenceType } from "../evidence/types.ts";
import { isClaim, meaningOf } from "../model/meaning.ts";
import { resolveClaim, resolveEnd } from "../model/resolve.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import type { Cite, EndNode, NameNode, Node, WordNode } from "../syntax/tree.ts";
import { type ClauseSpec, closedVocabularies, type ItemSpec, itemSpec, languageVersion, pieces } from "../syntax/vocabulary.ts";
import { type Span, touches } from "../text.ts";
import { type Card, code, escapeMarkdown } from "./card.ts";
import { claimCard } from "./claim-card.ts";
import { hostPlaceAt } from "./host-place.ts";
import { atlasCard, declarationCard, referenceCard } from "./other-cards.ts";
import { partCard } from "./part-card.ts";
import { type Place, placeAt } from "./place.ts";
import { cardOfScope } from "./scope-card.ts";

/** The card for what stands at an offset of the host; undefined where there is nothing to say. */
export function hover(snapshot: Snapshot, uri: string, offset: number): Card | undefined {
  const place = placeAt(snapshot, uri, offset);
  if (!place) return hoverInProse(snapshot, uri, offset);
  return cardOfWords(place) ?? cardOfNodes(place, snapshot);
}

/** The card of a work that the running text cites, or of the claim whose id links a sentence to it. */
function hoverInProse(snapshot: Snapshot, uri: string, offset: number): Card | undefined {
  const place = hostPlaceAt(snapshot, uri, offset);
  if (place?.form === "citation") return referenceCard(place.citation.key, place.citation.span, uri, snapshot, undefined);
  return place?.onId ? cardOfDeclared(place.anchor.id, place.anchor.idSpan, snapshot) : undefined;
}

/** The card of the claim that a sentence of the running text states, where no word at the offset has a card of its own. */
export function sentenceHover(snapshot: Snapshot, uri: string, offset: number): Card | undefined {
  if (placeAt(snapshot, uri, offset)) return undefined;
  const place = hostPlaceAt(snapshot, uri, offset);
  return place?.form === "anchor" ? cardOfDeclared(place.anchor.id, place.anchor.text, snapshot) : undefined;
}

/** Header words and clause words explain themselves. */
function cardOfWords(place: Place): Card | undefined {
  const { item, offset, clause } = place;
  if (item.form === "item" && touches(item.wordSpan, offset)) {
    const spec = itemSpec(item.text.slice(item.wordSpan.start, item.wordSpan.end));
    return spec && wordCard(place.toHost(item.wordSpan), spec, "item");
  }
  if (clause?.spec && touches(clause.wordSpan, offset)) return wordCard(place.toHost(clause.wordSpan), clause.spec, "clause");
  return undefined;
}

/** Pattern elements as a reader of the manual knows them. */
export const readablePattern = (pattern: string): string =>
  pattern
    .replace(/[a-z]+:(?=[A-Z])/g, "")
    .replace(/[A-Z]{2,}/g, (piece) => (piece in pieces ? pieces[piece as keyof typeof pieces].sample : piece));

function wordCard(span: Span, spec: ItemSpec | ClauseSpec, form: string): Card {
  const usage = `${spec.word}${spec.pattern ? ` ${readablePattern(spec.pattern)}` : ""}`;
  return {
    span,
    title: code(spec.word),
    kind: `${form} of the language, version ${languageVersion}`,
    sections: [{ lines: [spec.help] }, { lines: [`\`\`\`lamina\n${spec.example}\n\`\`\``] }, { title: "Form", lines: [code(usage)] }],
  };
}

function cardOfNodes(place: Place, snapshot: Snapshot): Card | undefined {
  for (const node of place.nodes) {
    const card = cardOfNode(node, place, snapshot);
    if (card) return card;
  }
  return undefined;
}

function cardOfNode(node: Node, place: Place, snapshot: Snapshot): Card | undefined {
  switch (node.kind) {
    case "name":
      return cardOfName(node, place, snapshot);
    case "word":
      return cardOfClosedWord(node, place);
    case "citation": {
      const cite = node.cites.find((entry) => touches(entry, place.offset));
      return cite && cardOfCite(cite, place, snapshot);
    }
    case "end":
      return cardOfEnd(node, place, snapshot);
    case "scope":
      return cardOfScope(node, place, snapshot);
    default:
      return undefined;
  }
}

const cardOfCite = (cite: Cite, place: Place, snapshot: Snapshot): Card | undefined =>
  referenceCard(cite.key, place.toHost(cite), place.uri, snapshot, cite.place);

function cardOfName(node: NameNode, place: Place, snapshot: Snapshot): Card | undefined {
  const span = place.toHost(node);
  switch (node.role) {
    case "part": {
      const parts = partsMeant(node, place, snapshot);
      const [only, ...others] = parts;
      if (!only) return undefined;
      return others.length === 0 ? partCard(only, span, place.uri, snapshot) : severalCard(node.text, parts, span, place, snapshot);
    }
    case "declared": {
      if (place.item.word === "part") {
        const part = snapshot
          .names(place.uri)
          .find(node.text)
          .parts.find((candidate) => candidate.name === node.text);
        return part && partCard(part, span, place.uri, snapshot);
      }
      if (place.item.word === "atlas") return atlasCard(node.text, span, place.uri, snapshot);
      return cardOfId(node.text, span, place, snapshot);
    }
    case "claim":
    case "prediction":
    case "evidence":
      return cardOfId(node.text, span, place, snapshot);
    case "atlas":
      return atlasCard(node.text, span, place.uri, snapshot);
    case "key":
      return referenceCard(node.text, span, place.uri, snapshot, undefined);
    default:
      return undefined;
  }
}

/** The parts that a name means where it stands, with regard to the other side of the claim. */
export function partsMeant(node: NameNode, place: Place, snapshot: Snapshot): readonly AtlasPart[] {
  const names = snapshot.names(place.uri);
  const meaning = meaningOf(place.item);
  if (isClaim(meaning)) {
    const { left, right, via } = resolveClaim(meaning, names);
    const ends = [left, right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]).concat(via);
    for (const end of ends) {
      const name = end.names.find((entry) => entry.node === node);
      if (name) return name.candidates;
    }
  }
  return names.find(node.text).parts;
}

function severalCard(name: string, parts: readonly AtlasPart[], span: Span, place: Place, snapshot: Snapshot): Card {
  const meanings = snapshot.names(place.uri).meaningsOfTerm(name);
  return {
    span,
    title: escapeMarkdown(name),
    kind: "a name that several parts bear",
    sections: [
      { list: true, lines: parts.map((part) => `${code(part.id)} **${escapeMarkdown(part.label)}**: ${escapeMarkdown(part.means ?? "")}`) },
      { title: "It also stands for", list: true, lines: meanings.map(escapeMarkdown) },
    ],
  };
}

function cardOfId(id: string, span: Span, place: Place, snapshot: Snapshot): Card | undefined {
  const declarations = snapshot.declarations(id);
  return cardOf(declarations.find((entry) => entry.item === place.item) ?? declarations[0], span, snapshot);
}

const cardOfDeclared = (id: string, span: Span, snapshot: Snapshot): Card | undefined =>
  cardOf(snapshot.declarations(id)[0], span, snapshot);

function cardOf(declaration: Declaration | undefined, span: Span, snapshot: Snapshot): Card | undefined {
  if (!declaration) return undefined;
  const meaning = meaningOf(declaration.item);
  return isClaim(meaning) ? claimCard(meaning, declaration.uri, span, snapshot) : declarationCard(meaning, span, declaration.uri, snapshot);
}

/** A pathway's arrow stands for the pathway as a whole. */
function cardOfEnd(node: EndNode, place: Place, snapshot: Snapshot): Card | undefined {
  if (node.parts.length < 2) return undefined;
  const meaning = meaningOf(place.item);
  const names = snapshot.names(place.uri);
  const resolved = isClaim(meaning) ? resolveClaim(meaning, names) : undefined;
  const ends = [resolved?.left, resolved?.right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]);
  const end = ends.find((entry) => entry.node === node) ?? resolveEnd(node, names);
  return end.part && partCard(end.part, place.toHost(node), place.uri, snapshot);
}

function cardOfClosedWord(node: WordNode, place: Place): Card | undefined {
  const span = place.toHost(node);
  if (node.vocabulary === "KEYWORD") {
    if (node.text !== "not") return undefined;
    return {
      span,
      title: code("not"),
      kind: "word of the language",
      sections: [{ lines: ["Denies the claim: the left end does *not* do what the right end does."] }],
    };
  }
  if (node.vocabulary === "TYPE") return typeCard(node.text, span);
  const entry = closedVocabularies[node.vocabulary].find((candidate) => candidate.word === node.text);
  if (!entry) return undefined;
  const others = closedVocabularies[node.vocabulary].map((candidate) =>
    candidate.word === node.text ? `**${candidate.word}**` : candidate.word,
  );
  const ordered = node.vocabulary === "STRENGTH" ? others.join(" < ") : others.join(", ");
  return {
    span,
    title: code(entry.word),
    kind: pieces[node.vocabulary].name,
    sections: [{ lines: [entry.help] }, { lines: [ordered] }],
  };
}

/** The card of a type of evidence, or of a family of them. */
export function typeCard(word: string, span: Span): Card | undefined {
  const match = evidenceType(word);
  const [first] = match?.types ?? [];
  if (!match || !first) return undefined;
  if (match.family !== undefined && match.types.length > 1) {
    return {
      span,
      title: code(word),
      kind: "family of types of evidence",
      sections: [
        {
          list: true,
          lines: match.types.map((type) => `${code(type.id)} ${escapeMarkdown(type.label)}: ${escapeMarkdown(type.definition)}`),
        },
      ],
    };
  }
  return {
    span,
    title: escapeMarkdown(first.label),
    kind: `${code(first.id)} type of evidence`,
    sections: [
      { lines: [escapeMarkdown(first.definition)] },
      { lines: first.notes ? [`*${escapeMarkdown(first.notes)}*`] : [] },
      {
        title: "In the Evidence and Conclusion Ontology",
        list: true,
        lines: first.eco.map((term) => `${code(term.id)} ${escapeMarkdown(term.label)} (${term.match})`),
      },
      { title: "Examples", lines: first.examples.length > 0 ? [first.examples.map((key) => code(`@${key}`)).join(" ")] : [] },
    ],
  };
}
