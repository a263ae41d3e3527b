/** Reads the phrases of a scope: longest name first, ages as numbers, and whatever is not understood as such. */
import { nearest } from "../nearest.ts";
import type { ScopeNode, ScopePhrase } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { type Age, readAge } from "./age.ts";
import { type ScopeAmbiguity, type ScopeKind, type ScopeTerm, type ScopeVocabulary, scopeVocabulary } from "./vocabulary.ts";
import { isHan, joinedKey, phraseKey, plainPiece, type Word, wordsOf } from "./words.ts";

interface Piece extends Span {
  /** The words as written. */
  readonly text: string;
  /** Where the words are known to mean several things: which, and what to write instead. */
  readonly ambiguity: ScopeAmbiguity | undefined;
}

/** A phrase of the vocabulary. */
export interface TermReading extends Piece {
  readonly form: "term";
  readonly term: ScopeTerm;
}

/** An age in numbers. */
export interface AgeReading extends Piece, Age {
  readonly form: "age";
}

/** Words outside the vocabulary. */
export interface UnknownReading extends Piece {
  readonly form: "unknown";
}

/** One piece of a phrase; offsets count from the start of the phrase. */
export type ScopeReading = TermReading | AgeReading | UnknownReading;

/** The kind of term that a reading speaks of; undefined where it is not understood. */
export const kindOf = (reading: ScopeReading): ScopeKind | undefined =>
  reading.form === "term" ? reading.term.kind : reading.form === "age" ? "age" : undefined;

const none: readonly ScopeTerm[] = [];

/** The most words that an age is written with: `8-12 weeks old`. */
const MOST_WORDS_OF_AN_AGE = 4;

/**
 * Reads a phrase as written, `mouse V1`. The readings stand in order and leave out nothing but blanks, hyphens and
 * underscores between words; words that are not understood and follow each other are one reading. Never fails.
 */
export function readPhrases(text: string, extra: readonly ScopeTerm[] = none): readonly ScopeReading[] {
  let known = readBefore.get(extra);
  if (!known) {
    known = new Map();
    readBefore.set(extra, known);
  }
  let readings = known.get(text);
  if (!readings) {
    readings = readAnew(text, extra);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, readings);
  }
  return readings;
}

/** What phrases were found to say: thousands of claims hold in the same few places. */
const readBefore = new WeakMap<readonly ScopeTerm[], Map<string, readonly ScopeReading[]>>();
const MOST_KEPT = 1000;

function readAnew(text: string, extra: readonly ScopeTerm[]): ScopeReading[] {
  const vocabulary = scopeVocabulary(extra);
  const words = wordsOf(text);
  const readings: ScopeReading[] = [];
  for (let at = 0; at < words.length; ) {
    const named = longestName(words, at, vocabulary);
    const age = longestAge(text, words, at, (named?.count ?? 0) + 1);
    const count = age?.count ?? named?.count ?? 1;
    const start = (words[at] as Word).start;
    const end = (words[at + count - 1] as Word).end;
    const key = joinedKey(words, at, at + count);
    const piece: Piece = { start, end, text: text.slice(start, end), ambiguity: vocabulary.ambiguity(key) };
    if (age) readings.push({ form: "age", ...piece, ...age.age });
    else if (named) readings.push({ form: "term", ...piece, term: named.term });
    else addUnknown(readings, piece, text);
    at += count;
  }
  return withoutLoneCharacters(readings, text);
}

function longestName(words: readonly Word[], at: number, vocabulary: ScopeVocabulary): { term: ScopeTerm; count: number } | undefined {
  const longest = Math.min(vocabulary.longestFrom((words[at] as Word).key), words.length - at);
  for (let count = longest; count > 0; count--) {
    const term = vocabulary.byKey(joinedKey(words, at, at + count));
    if (term) return { term, count };
  }
  return undefined;
}

/** The longest age that begins at a word and is at least so many words long: a phrase of the same length wins. */
function longestAge(text: string, words: readonly Word[], at: number, least: number): { age: Age; count: number } | undefined {
  const first = words[at] as Word;
  if (!/^(?:\d|[ep]\d|pnd\d)/.test(first.key)) return undefined;
  for (let count = Math.min(MOST_WORDS_OF_AN_AGE, words.length - at); count >= least; count--) {
    const age = readAge(plainPiece(text.slice(first.start, (words[at + count - 1] as Word).end)));
    if (age) return { age, count };
  }
  return undefined;
}

/** Words that are known to mean several things stand alone, so that what they mean can be told. */
function addUnknown(readings: ScopeReading[], piece: Piece, text: string): void {
  const last = readings.at(-1);
  if (last?.form === "unknown" && !last.ambiguity && !piece.ambiguity) {
    readings[readings.length - 1] = { ...last, end: piece.end, text: text.slice(last.start, piece.end) };
  } else readings.push({ form: "unknown", ...piece });
}

/**
 * A single Chinese character beside characters that are not understood is a piece of another word: 猫头鹰, an owl, is
 * no cat. It joins what is not understood.
 */
function withoutLoneCharacters(readings: ScopeReading[], text: string): ScopeReading[] {
  if (!readings.some((reading) => reading.form === "unknown")) return readings;
  const isLone = (reading: ScopeReading): boolean => {
    const words = reading.form === "term" ? wordsOf(reading.text) : [];
    return words.length === 1 && isHan(words[0] as Word);
  };
  const touchesUnknown = (a: ScopeReading | undefined, b: ScopeReading | undefined): boolean =>
    a !== undefined && b !== undefined && a.end === b.start && (a.form === "unknown" || b.form === "unknown");
  const kept: ScopeReading[] = [];
  for (const [index, reading] of readings.entries()) {
    const lone = isLone(reading) && (touchesUnknown(kept.at(-1), reading) || touchesUnknown(reading, readings[index + 1]));
    if (!lone && reading.form !== "unknown") kept.push(reading);
    else
      addUnknown(
        kept,
        { start: reading.start, end: reading.end, text: reading.text, ambiguity: lone ? undefined : reading.ambiguity },
        text,
      );
  }
  return kept;
}

/** A phrase of a scope with what it says. */
export interface ReadPhrase {
  readonly phrase: ScopePhrase;
  /** Offsets count as those of the phrase do. Empty for a phrase in quotes, a condition in the writer's words. */
  readonly readings: readonly ScopeReading[];
}

/** The phrases of a scope, condition by condition; each holds for one of its phrases. */
export function readScope(scope: ScopeNode, extra: readonly ScopeTerm[] = none): readonly (readonly ReadPhrase[])[] {
  return scope.alternatives.map((condition) =>
    condition.map((phrase) => ({
      phrase,
      readings: phrase.quoted
        ? []
        : readPhrases(phrase.text, extra).map((reading) => ({
            ...reading,
            start: reading.start + phrase.start,
            end: reading.end + phrase.start,
          })),
    })),
  );
}

/** A scope that says more than this many alternatives is compared by the first of them. */
const MOST_ALTERNATIVES = 64;

/** The alternatives of a scope, each as all that holds together: `V1, cat or primate` is V1 in cat, and V1 in primate. */
export function alternativesOf(scope: readonly (readonly ReadPhrase[])[]): readonly (readonly ScopeReading[])[] {
  let alternatives: (readonly ScopeReading[])[] = [[]];
  for (const condition of scope) {
    const next: (readonly ScopeReading[])[] = [];
    for (const alternative of alternatives) {
      for (const phrase of condition) if (next.length < MOST_ALTERNATIVES) next.push([...alternative, ...phrase.readings]);
    }
    if (next.length > 0) alternatives = next;
  }
  return alternatives;
}

/** The terms that a list of readings names, with those that they imply where nothing of their kind is named. */
export function termsOf(readings: readonly ScopeReading[], extra: readonly ScopeTerm[] = none): readonly ScopeTerm[] {
  const vocabulary = scopeVocabulary(extra);
  const terms = readings.flatMap((reading) => (reading.form === "term" ? [reading.term] : []));
  const implied = terms.flatMap((term) => term.implies.flatMap((id) => vocabulary.term(id) ?? []));
  return [...terms, ...implied.filter((term) => !terms.some((other) => other.kind === term.kind))];
}

/** Whether the writer should be told that a word of a scope means several things, given all that the scope says. */
export function isWorthPointingOut(reading: ScopeReading, scope: readonly ScopeReading[], extra: readonly ScopeTerm[] = none): boolean {
  if (!reading.ambiguity) return false;
  if (reading.form === "unknown") return true;
  const { pointOut } = reading.ambiguity;
  if (!pointOut) return false;
  const vocabulary = scopeVocabulary(extra);
  const species = termsOf(scope, extra).filter((term) => term.kind === "species");
  const has = (id: string): boolean => {
    const wanted = vocabulary.term(id);
    return wanted !== undefined && species.some((term) => vocabulary.isWithin(term, wanted));
  };
  return (
    pointOut.always === true ||
    (pointOut.with !== undefined && has(pointOut.with)) ||
    (pointOut.without !== undefined && !has(pointOut.without))
  );
}

/** The phrases nearest to words that are not understood, as completion writes them, nearest first. */
export function nearestPhrases(text: string, extra: readonly ScopeTerm[] = none, most = 3): readonly ScopeTerm[] {
  const vocabulary = scopeVocabulary(extra);
  const labels = new Map(vocabulary.terms.map((term) => [phraseKey(term.label), term]));
  const wanted = phraseKey(text);
  const found = new Set<ScopeTerm>();
  for (const key of nearest(wanted, labels.keys(), most)) found.add(labels.get(key) as ScopeTerm);
  for (const key of nearest(wanted, vocabulary.keys(), most)) found.add(vocabulary.byKey(key) as ScopeTerm);
  return [...found].slice(0, most);
}
