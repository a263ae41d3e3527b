/** The card of a phrase of a scope: what it names, what it lies within, which layers are there, and what it may also mean. */
import type { Snapshot } from "../model/snapshot.ts";
import { scopeCard } from "../scope/card.ts";
import { addedTerms, readScopeIn } from "../scope/in-document.ts";
import type { ScopeReading } from "../scope/read.ts";
import type { ScopeTerm } from "../scope/vocabulary.ts";
import type { ScopeNode } from "../syntax/tree.ts";
import { type Span, touches } from "../text.ts";
import { type Card, type CardSection, code, escapeMarkdown, firstOf } from "./card.ts";
import type { Place } from "./place.ts";

/** The card for the words of a scope at a place; undefined between them. */
export function cardOfScope(node: ScopeNode, place: Place, snapshot: Snapshot): Card | undefined {
  const names = snapshot.names(place.uri);
  for (const { phrase, readings } of readScopeIn(node, names).flat()) {
    if (!touches(phrase, place.offset)) continue;
    if (phrase.quoted) {
      return {
        span: place.toHost(phrase),
        title: "a condition in the writer's words",
        sections: [{ lines: ["Kept and shown, and compared with nothing."] }],
      };
    }
    const reading = readings.find((one) => touches(one, place.offset));
    return reading && cardOfReading(reading, place.toHost(reading), addedTerms(names));
  }
  return undefined;
}

function cardOfReading(reading: ScopeReading, span: Span, extra: readonly ScopeTerm[]): Card {
  if (reading.form === "term") return termCard(reading.term, span, extra);
  if (reading.form === "age") {
    const since = reading.since === "birth" ? "" : ` since ${reading.since}`;
    return {
      span,
      title: escapeMarkdown(reading.text),
      kind: "age",
      sections: [{ lines: [escapeMarkdown(`${days(reading.from, reading.to)} days${since}`)] }],
    };
  }
  return {
    span,
    title: escapeMarkdown(reading.text),
    kind: "words that the vocabulary of scopes does not know",
    sections: [
      { lines: ["Compared with nothing. In double quotes it is a condition in your own words."] },
      { title: "It may mean", list: true, lines: (reading.ambiguity?.meanings ?? []).map(escapeMarkdown) },
      { lines: reading.ambiguity?.advice ? [escapeMarkdown(reading.ambiguity.advice)] : [] },
    ],
  };
}

const days = (from: number, to: number): string => (from === to ? `${Math.round(from)}` : `${Math.round(from)} to ${Math.round(to)}`);

/** The card of a term of the vocabulary. */
export function termCard(term: ScopeTerm, span: Span, extra: readonly ScopeTerm[]): Card {
  const card = scopeCard(term, extra);
  const others = [...card.synonyms].flatMap(([notation, texts]) => (notation === "latex" || notation === "id" ? [] : texts));
  const within = card.within.length > 0 ? [`within ${card.within.map(escapeMarkdown).join(", ")}`] : [];
  return {
    span,
    title: escapeMarkdown(card.name ?? card.label),
    kind: `${card.name === undefined ? "" : `${code(card.label)} `}${card.kind} of a scope`,
    sections: [
      { lines: [...within, ...(card.note ? [escapeMarkdown(card.note)] : [])] },
      layers(card),
      {
        title: "In other animals",
        list: true,
        lines: firstOf(
          card.homologues.map(
            ({ name, relation, reference }) =>
              `${escapeMarkdown(name)} (${escapeMarkdown(relation)})${reference ? ` ${code(`@${reference}`)}` : ""}`,
          ),
          4,
          (count) => `… and ${count} more`,
        ),
      },
      {
        title: "Begins and ends",
        list: true,
        lines: card.bounds.map(({ species, from, to }) =>
          escapeMarkdown(`${species.replace(/^species\./, "")}: from ${from}${to === null ? "" : ` until ${to}`}`),
        ),
      },
      {
        title: "Beware",
        list: true,
        lines: card.ambiguities.map(({ term: word, meanings, advice }) =>
          escapeMarkdown(`“${word}” may mean ${meanings.join("; ")}.${advice ? ` ${advice}` : ""}`),
        ),
      },
      {
        lines: [
          ...(others.length > 0 ? [`Also: ${firstOf(others.map(escapeMarkdown), 8, (count) => `and ${count} more`).join(", ")}`] : []),
          ...(card.ontology.length > 0 ? [card.ontology.map(({ id, match }) => `${code(id)} (${escapeMarkdown(match)})`).join(" ")] : []),
          `*${escapeMarkdown(card.seen)}*`,
        ],
      },
    ],
  };
}

function layers({ layerScheme, layers: entries }: ReturnType<typeof scopeCard>): CardSection {
  const lines = entries.map(
    ({ status, statement, reference }) =>
      `*${escapeMarkdown(status.replace("-", " "))}*: ${escapeMarkdown(statement)}${reference ? ` ${code(`@${reference}`)}` : ""}`,
  );
  const scheme = layerScheme === undefined ? [] : [`counted as in ${escapeMarkdown(layerScheme)}`];
  return { title: "Layers", list: true, lines: firstOf([...scheme, ...lines], 4, (count) => `… and ${count} more`) };
}

/** A line or two on a term, for completion. */
export function termDocumentation(term: ScopeTerm, extra: readonly ScopeTerm[]): string {
  const { name, within, layers: entries, seen, note } = scopeCard(term, extra);
  const said = [
    name === undefined ? "" : `**${escapeMarkdown(name)}**`,
    within.length > 0 ? `within ${within.slice(0, 3).map(escapeMarkdown).join(", ")}` : "",
    note ? escapeMarkdown(note) : "",
    ...entries.slice(0, 2).map(({ statement }) => escapeMarkdown(statement)),
    `*${escapeMarkdown(seen)}*`,
  ];
  return said.filter((line) => line !== "").join("  \n");
}
