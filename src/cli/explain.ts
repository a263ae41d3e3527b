/**
 * `lamina explain`: the page of a rule, or the card of whatever has a name in the project: a claim, a prediction, a part
 * of any atlas, a cited work, a type of evidence.
 */

import type { AtlasPart } from "../core/atlas/atlas.ts";
import { Names } from "../core/atlas/lookup.ts";
import type { Checker } from "../core/checker.ts";
import { typeCard } from "../core/features/hover.ts";
import { referenceCard } from "../core/features/other-cards.ts";
import { partCard } from "../core/features/part-card.ts";
import { as } from "../core/model/arguments.ts";
import { nearest } from "../core/nearest.ts";
import { rulePages } from "../core/rules/pages.ts";
import { type Card, hover, rules, type Snapshot } from "../core/service.ts";
import type { Arrow } from "../core/syntax/tree.ts";
import type { Span } from "../core/text.ts";
import { cardText, pageText } from "./plain-text.ts";

/** A card needs a place, and a name on the command line has none. */
const nowhere: Span = { start: 0, end: 0 };

/**
 * Explains a rule, an id, a part, a pathway, `@key` or a type of evidence.
 *
 * @param checker of the project in which names are looked up; only asked for where the subject is no rule
 * @throws where nothing bears that name
 */
export async function explain(subject: string, checker: () => Promise<Checker>, colour: boolean): Promise<string> {
  const page = rulePages.get(subject);
  if (page !== undefined) return pageText(page, colour);
  const made = await checker();
  const { snapshot } = made;
  const cards = subject.startsWith("@")
    ? referenceCards(subject.slice(1), snapshot)
    : [...itemCards(subject, snapshot, made), ...partCards(subject, snapshot), ...typeCards(subject)].slice(0, MOST_CARDS);
  if (cards.length === 0) throw new Error(unknown(subject, snapshot));
  return cards.map((card) => cardText(card, colour)).join("\n");
}

function typeCards(word: string): readonly Card[] {
  const card = typeCard(word, nowhere);
  return card ? [card] : [];
}

/** More things than this bear one name by mistake only. */
const MOST_CARDS = 20;

/** The cards of the items that declare an id, each with what is found in it. */
function itemCards(id: string, snapshot: Snapshot, checker: Checker): readonly Card[] {
  return placesOf(id, snapshot).flatMap(({ uri, span, whole }) => {
    const card = hover(snapshot, uri, span.start);
    if (!card) return [];
    const found = checker
      .findings(uri)
      .filter((finding) => finding.span.start >= whole.start && finding.span.start < whole.end)
      .map(({ severity, message, rule }) => `${severity}: ${message} (${rule})`);
    return [{ ...card, sections: [...card.sections, { title: "Found here", list: true, lines: found }] }];
  });
}

interface Place {
  readonly uri: string;
  /** The id, and the whole item, in the document. */
  readonly span: Span;
  readonly whole: Span;
}

/** Where an id is declared. */
function placesOf(id: string, snapshot: Snapshot): readonly Place[] {
  return snapshot.declarations(id).flatMap(({ uri, item }) => {
    const name = as(item.args["id"], "name");
    const span = name && snapshot.locate(uri, item, name);
    const whole = snapshot.locate(uri, item, { start: 0, end: item.text.length });
    return span && whole ? [{ uri, span, whole }] : [];
  });
}

/** The cards of the parts, of any atlas of the project, that are called so, or of the pathways that are written so. */
function partCards(name: string, snapshot: Snapshot): readonly Card[] {
  const uri = anyDocument(snapshot);
  const atlases = [...snapshot.names(uri).atlases()].map(({ atlas }) => atlas);
  const names = new Names(atlases, atlases);
  const { parts } = names.find(name.replace(/^"(.*)"$/, "$1"));
  return (parts.length > 0 ? parts : pathways(name, names)).map((part) => partCard(part, nowhere, uri, snapshot));
}

/** The pathways that `L4 -> L2/3` names. */
function pathways(written: string, names: Names): readonly AtlasPart[] {
  const pieces = written.split(/(<->|->|<-|--)/).map((piece) => piece.trim());
  const ends = pieces.filter((_, at) => at % 2 === 0).map((end) => names.find(end).parts[0]);
  const arrows = pieces.filter((_, at) => at % 2 === 1) as Arrow[];
  if (arrows.length === 0 || ends.length > MOST_CARDS || !ends.every((end) => end !== undefined)) return [];
  return names.pathwaysJoining(ends, arrows);
}

/** The card of a work that a document of the project can cite, or that ships. */
function referenceCards(key: string, snapshot: Snapshot): readonly Card[] {
  const uris = [...snapshot.documents.keys(), anyDocument(snapshot)];
  const uri = uris.find((each) => snapshot.reference(each, key) !== undefined);
  return uri === undefined ? [] : [referenceCard(key, nowhere, uri, snapshot, undefined)];
}

const anyDocument = (snapshot: Snapshot): string => snapshot.documents.keys().next().value ?? "file:///";

function unknown(subject: string, snapshot: Snapshot): string {
  const ids = [...snapshot.allDeclarations()].flatMap(({ item }) => as(item.args["id"], "name")?.text ?? []);
  const parts = [...snapshot.names(anyDocument(snapshot)).atlases()].flatMap(({ atlas }) => atlas.parts.map(({ name }) => name));
  const [best] = subject.startsWith("@") ? [] : nearest(subject, [...rules.map((rule) => rule.code), ...ids, ...parts]);
  const sought = subject.startsWith("@")
    ? `no bibliography of this folder has the key “${subject}”`
    : `there is no rule and nothing in this folder called “${subject}”`;
  return `${sought}${best ? `, expected “${best}”?` : "."} See lamina --help.`;
}
