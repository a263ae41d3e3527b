/**
 * Reads one item: its header, then clause by clause. Never fails: a line that is not understood is a problem and
 * is otherwise as if it were not there; inside a line, what was read before the fault holds.
 */
import { nearest } from "../nearest.ts";
import type { Span } from "../text.ts";
import { Cursor, type Expectation, replacement } from "./cursor.ts";
import { Kind } from "./lexer.ts";
import { compilePattern, type Element } from "./pattern.ts";
import {
  citation,
  closedWord,
  declared,
  end,
  evidence,
  key,
  name,
  part,
  rest,
  scope,
  side,
  synonym,
  text,
  typeWord,
} from "./pieces.ts";
import type { Arguments, Clause, Item, ListNode, Node } from "./tree.ts";
import { criterion, date, number, qualifiers, result } from "./values.ts";
import {
  type ClauseSpec,
  type ClosedPiece,
  clauses as clauseTable,
  clausesStartingWith,
  closedVocabularies,
  type ItemSpec,
  itemSpec,
  items as itemTable,
  languageVersion,
  ownClause,
  type PieceName,
  pieces,
} from "./vocabulary.ts";

const readers: Readonly<Record<Exclude<PieceName, ClosedPiece>, (cursor: Cursor) => Node | undefined>> = {
  STRING: text,
  CITATION: citation,
  KEY: key,
  DECLARE: declared,
  ID: (cursor) => name(cursor, "evidence"),
  CLAIM: (cursor) => name(cursor, "claim"),
  PREDICTION: (cursor) => name(cursor, "prediction"),
  ATLAS: (cursor) => name(cursor, "atlas"),
  SIDE: side,
  END: end,
  PART: part,
  TERM: (cursor) => name(cursor, "term", true),
  EVIDENCE: evidence,
  TYPE: typeWord,
  SCOPE: scope,
  RESULT: result,
  CRITERION: criterion,
  QUALIFIERS: qualifiers,
  DATE: date,
  NUMBER: number,
  REVISION: (cursor) => name(cursor, "revision", true),
  SYMBOL: (cursor) => name(cursor, "symbol", true),
  SYNONYM: synonym,
  XREF: (cursor) => name(cursor, "ontology"),
  TAG: (cursor) => name(cursor, "tag"),
  REST: rest,
};

function readPiece(cursor: Cursor, piece: PieceName | "?", role: string): Node | undefined {
  if (piece === "?") {
    if (cursor.kind !== Kind.question) return undefined;
    const open: Node = { kind: "open", ...cursor.span };
    cursor.advance();
    return open;
  }
  cursor.expectPiece(piece, role);
  if (piece in closedVocabularies) return closedWord(cursor, piece as ClosedPiece);
  return readers[piece as Exclude<PieceName, ClosedPiece>](cursor);
}

const patterns = new Map<ClauseSpec | ItemSpec, readonly Element[]>();
function patternOf(spec: ClauseSpec | ItemSpec): readonly Element[] {
  let elements = patterns.get(spec);
  if (!elements) {
    elements = compilePattern(spec.pattern);
    patterns.set(spec, elements);
  }
  return elements;
}

type MutableArguments = Record<string, Node>;

/** Follows a pattern; gives the element that was missing, or undefined where all went well. */
function follow(cursor: Cursor, elements: readonly Element[], args: MutableArguments): Element | undefined {
  for (const element of elements) {
    if (element.type === "optional") {
      if (!couldStart(cursor, element.elements)) continue;
      const missing = follow(cursor, element.elements, args);
      if (missing) return missing;
    } else if (element.type === "word") {
      cursor.expectWord(element.word);
      if (!cursor.isWord(element.word)) return element;
      if (element.word === "not") args["not"] = { kind: "word", vocabulary: "KEYWORD", text: "not", known: true, ...cursor.span };
      cursor.advance();
    } else {
      const node = element.list ? readList(cursor, element) : readAny(cursor, element);
      if (!node) return element;
      args[element.role] = node;
    }
  }
  return undefined;
}

type PieceElement = Extract<Element, { type: "piece" }>;

function readAny(cursor: Cursor, element: PieceElement): Node | undefined {
  for (const piece of element.pieces) {
    const node = readPiece(cursor, piece, element.role);
    if (node) return node;
  }
  return undefined;
}

function readList(cursor: Cursor, element: PieceElement): Node | undefined {
  const { start } = cursor;
  const first = readAny(cursor, element);
  if (!first) return undefined;
  const nodes = [first];
  while (cursor.kind === Kind.comma) {
    const { span } = cursor;
    cursor.advance();
    const next = readAny(cursor, element);
    if (!next) {
      cursor.report("syntax-error", span, `Expected ${describe(element)} after “,”.`);
      break;
    }
    nodes.push(next);
  }
  const list: ListNode = { kind: "list", nodes, start, end: (nodes[nodes.length - 1] as Node).end };
  return list;
}

/** Whether an optional group starts at the current token. */
function couldStart(cursor: Cursor, elements: readonly Element[]): boolean {
  const first = elements[0];
  if (!first) return false;
  if (first.type === "word") {
    cursor.expectWord(first.word);
    return cursor.isWord(first.word);
  }
  if (first.type === "optional") return couldStart(cursor, first.elements);
  for (const piece of first.pieces) {
    if (piece !== "?") cursor.expectPiece(piece, first.role);
  }
  if (cursor.lineEnded) return false;
  const piece = first.pieces[0] as PieceName;
  if (piece === "STRING") return cursor.kind === Kind.string;
  if (piece === "DECLARE") return cursor.kind === Kind.name && cursor.peekKind(1) === Kind.colon;
  if (piece === "NUMBER") return cursor.kind === Kind.number;
  return cursor.kind === Kind.name;
}

const describe = (element: Element): string => {
  if (element.type === "word") return `“${element.word}”`;
  if (element.type === "optional") return "";
  const piece = element.pieces[0] as PieceName | "?";
  if (piece === "?") return "“?”";
  const { name: called, sample } = pieces[piece];
  if (piece in closedVocabularies) {
    const words = closedVocabularies[piece as ClosedPiece].map((entry) => entry.word);
    return words.length <= 8 ? `${called}: ${words.join(", ")}` : `${called}, such as ${sample}`;
  }
  return `${called}, such as ${sample}`;
};

/** Says what is missing at the current token, and skips the rest of the line. */
function reportMissing(cursor: Cursor, missing: Element, after: Span, problemsBefore: number): void {
  const explained = cursor.problems.length > problemsBefore && (cursor.problems.at(-1)?.span.end ?? 0) >= cursor.before;
  if (!explained) {
    if (cursor.lineEnded) {
      cursor.report("syntax-error", after, `Expected ${describe(missing)} after “${cursor.text.slice(after.start, after.end)}”.`);
    } else {
      cursor.report("syntax-error", cursor.span, `Unexpected “${shorten(cursor.word)}”, expected ${describe(missing)}.${hint(cursor)}`);
    }
  }
  cursor.skipLine();
}

/** A remark on the slips that are seen most. */
function hint(cursor: Cursor): string {
  const { kind, word } = cursor;
  if (kind === Kind.name && (itemSpec(word) || clausesStartingWith(word).length > 0)) {
    return ` “${word}” is a word of the language; as a name, write it in quotes.`;
  }
  return "";
}

const shorten = (word: string): string => (word.length > 40 ? `${word.slice(0, 39)}…` : word);

/** Whether something is left on the line that the pattern has no place for. */
function reportLeftOver(cursor: Cursor): boolean {
  if (cursor.lineEnded) return false;
  const { start } = cursor;
  const span = { start, end: Math.max(cursor.end, cursor.lineEnd()) };
  const found = cursor.text.slice(span.start, span.end);
  cursor.report("syntax-error", span, `Unexpected “${shorten(found)}”, expected the end of the line.${leftOverHint(cursor)}`, [
    { title: "Remove it", edits: [{ span, text: "" }] },
  ]);
  cursor.skipLine();
  return true;
}

function leftOverHint(cursor: Cursor): string {
  if (cursor.kind === Kind.name && clausesStartingWith(cursor.word).length > 0) return " A clause starts on a line of its own.";
  if (cursor.kind === Kind.name) return " A name of several words is written in quotes.";
  return "";
}

/** The spec that the words at the cursor open, and how many tokens they take. */
function matchClause(cursor: Cursor, item: string | undefined): { spec: ClauseSpec; width: number } | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const first = cursor.word;
  if (first.startsWith("x-") && first.length > 2) return { spec: ownClause, width: 1 };
  let elsewhere: { spec: ClauseSpec; width: number } | undefined;
  for (const spec of clausesStartingWith(first)) {
    const words = spec.word.split(" ");
    if (!words.every((word, index) => index === 0 || cursor.peekWord(index) === word)) continue;
    const match = { spec, width: words.length };
    if (item === undefined || (spec.items as readonly string[]).includes(item)) return match;
    elsewhere ??= match;
  }
  return elsewhere;
}

function readClause(cursor: Cursor, word: string | undefined, seen: Map<string, Clause>): Clause {
  const { start } = cursor;
  const problemsBefore = cursor.problems.length;
  const match = matchClause(cursor, word);
  if (!match) return readUnknownLine(cursor, word, start);
  const { spec, width } = match;
  for (let left = width; left > 0; left--) cursor.advance();
  const wordSpan = { start, end: spec === ownClause ? start + cursor.text.slice(start).search(/\s|$/) : cursor.before };
  const args: MutableArguments = {};
  const missing = follow(cursor, patternOf(spec), args);
  if (missing) reportMissing(cursor, missing, { start, end: Math.max(wordSpan.end, cursor.before) }, problemsBefore);
  else reportLeftOver(cursor);
  const misplaced = checkPlace(cursor, spec, word, wordSpan, seen);
  const whole = cursor.problems.length === problemsBefore;
  const spoken = spec === ownClause ? cursor.text.slice(wordSpan.start, wordSpan.end) : spec.word;
  const clause: Clause = { spec, word: spoken, wordSpan, args, misplaced, whole, start, end: Math.max(cursor.before, wordSpan.end) };
  if (!seen.has(spoken)) seen.set(spoken, clause);
  return clause;
}

function checkPlace(cursor: Cursor, spec: ClauseSpec, word: string | undefined, span: Span, seen: Map<string, Clause>): boolean {
  if (word === undefined) {
    cursor.report("misplaced-clause", span, `Unexpected “${spec.word}” with no item above it, expected a header such as “claim L4 as Value”.`);
    return true;
  }
  if (spec !== ownClause && word !== "broken" && !(spec.items as readonly string[]).includes(word)) {
    const places = [...new Set(clauseTable.filter((clause) => clause.word === spec.word).flatMap((clause) => clause.items))];
    cursor.report("misplaced-clause", span, `Unexpected “${spec.word}” in ${article(word)}, expected it in ${places.map(article).join(" or ")}.`);
    return true;
  }
  if (spec.times === "once" && seen.has(spec.word)) {
    cursor.report("misplaced-clause", span, `Unexpected second “${spec.word}”, expected it once. Merge the two.`);
    return true;
  }
  return false;
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

function readUnknownLine(cursor: Cursor, word: string | undefined, start: number): Clause {
  const first = cursor.span;
  const spoken = cursor.word;
  const last = cursor.lineEnd();
  reportUnknownLine(cursor, word, first, last, "clause");
  cursor.skipLine();
  return { spec: undefined, word: spoken, wordSpan: first, args: {}, misplaced: true, whole: false, start, end: Math.max(first.end, last) };
}

/** Names the line that was probably meant, trying as many words as the table's entries have. */
function reportUnknownLine(cursor: Cursor, item: string | undefined, first: Span, lineEnd: number, as: "clause" | "header"): void {
  const line = cursor.text.slice(first.start, Math.max(first.end, lineEnd));
  const known = [
    ...clauseTable.filter((clause) => item === undefined || item === "broken" || (clause.items as readonly string[]).includes(item)),
  ].map((clause) => clause.word);
  const headers = itemTable.map((entry) => entry.word as string);
  const meant = nearestOpening(line, as === "header" ? [...headers, ...known] : known) ?? nearestOpening(line, [...known, ...headers]);
  if (meant) {
    const span = { start: first.start, end: first.start + meant.length };
    const found = line.slice(0, meant.length);
    cursor.report("syntax-error", span, `Unexpected “${shorten(found)}”, expected “${meant.word}”.`, [replacement(span, meant.word)]);
    return;
  }
  const span = { start: first.start, end: Math.max(first.end, lineEnd) };
  const expected = as === "header" ? "a header such as “claim”, or a clause" : `a clause such as “${known[0] ?? "note"}”`;
  cursor.report("syntax-error", span, `Unexpected “${shorten(line)}”, expected ${expected}.`);
}

/** The table's opening words nearest to how the line starts. */
function nearestOpening(line: string, candidates: readonly string[]): { word: string; length: number } | undefined {
  let best: { word: string; length: number } | undefined;
  for (const count of [3, 2, 1]) {
    const start = new RegExp(`^\\S+(?:[ \\t]+\\S+){${count - 1}}`).exec(line)?.[0];
    if (!start) continue;
    const same = candidates.filter((candidate) => candidate.split(" ").length === count);
    const [word] = nearest(start.replace(/\s+/g, " "), same);
    if (word) {
      best = { word, length: start.length };
      break;
    }
  }
  return best;
}

/**
 * Reads the text of one item.
 *
 * @param form what the segmentation saw: a known header, a broken one, or the text before the first header
 * @param caret an offset whose expectations are wanted, for completion
 */
export function parseItem(itemText: string, form: Item["form"], caret = -1): { item: Item; expected: readonly Expectation[] } {
  const cursor = new Cursor(itemText, caret);
  const clauses: Clause[] = [];
  const seen = new Map<string, Clause>();
  let spec: ItemSpec | undefined;
  let wordSpan: Span = { start: 0, end: 0 };
  let header: Span = wordSpan;
  let args: Arguments = {};
  if (form === "item") {
    spec = itemSpec(cursor.word);
    ({ wordSpan, header, args } = readHeader(cursor, spec as ItemSpec, clauses, seen));
  } else if (form === "broken") {
    wordSpan = cursor.span;
    const last = cursor.lineEnd();
    header = { start: wordSpan.start, end: Math.max(wordSpan.end, last) };
    reportUnknownLine(cursor, undefined, wordSpan, last, "header");
    cursor.skipLine();
  }
  const owner = form === "broken" ? "broken" : spec?.word;
  while (!cursor.finished) {
    if (cursor.kind === Kind.newline) {
      cursor.advance();
      continue;
    }
    clauses.push(readClause(cursor, owner, seen));
  }
  const item: Item = {
    text: itemText,
    form,
    word: spec?.word,
    wordSpan,
    header,
    args,
    clauses,
    problems: cursor.problems,
    lineBreaks: countLineBreaks(itemText),
    contentEnd: cursor.before,
  };
  return { item, expected: cursor.expected };
}

function readHeader(
  cursor: Cursor,
  spec: ItemSpec,
  clauses: Clause[],
  seen: Map<string, Clause>,
): { wordSpan: Span; header: Span; args: Arguments } {
  const wordSpan = cursor.span;
  const problemsBefore = cursor.problems.length;
  const args: MutableArguments = {};
  cursor.advance();
  const missing = follow(cursor, patternOf(spec), args);
  const header = { start: wordSpan.start, end: Math.max(wordSpan.end, cursor.before) };
  if (missing) {
    if (spec.word === "part" && cursor.text.startsWith("of", wordSpan.end + 1)) reportPartOf(cursor, wordSpan);
    else reportMissing(cursor, missing, header, problemsBefore);
    return { wordSpan, header, args };
  }
  if (spec.word === "lamina") checkVersion(cursor, args);
  if (spec.clauses) cursor.expectClause();
  if (!cursor.lineEnded) {
    if (spec.clauses && matchClause(cursor, spec.word)) clauses.push(readClause(cursor, spec.word, seen));
    else reportLeftOver(cursor);
  }
  return { wordSpan, header, args };
}

function reportPartOf(cursor: Cursor, wordSpan: Span): void {
  const span = { start: wordSpan.start, end: wordSpan.end + 3 };
  cursor.report("syntax-error", span, "Unexpected “part of”, expected “belongs to”: “part” opens an entry of an atlas.", [
    replacement(span, "belongs to"),
  ]);
  cursor.skipLine();
}

function checkVersion(cursor: Cursor, args: Arguments): void {
  const version = args["version"];
  if (version?.kind !== "number" || version.value <= languageVersion) return;
  cursor.report(
    "newer-language",
    version,
    `This document is written in version ${version.value} of the language; this tool knows version ${languageVersion}. Words that it does not know are information, not errors.`,
  );
}

function countLineBreaks(itemText: string): number {
  let count = 0;
  for (let at = 0; at < itemText.length; at++) {
    const unit = itemText.charCodeAt(at);
    if (unit === 10) count++;
    else if (unit === 13 && itemText.charCodeAt(at + 1) !== 10) count++;
  }
  return count;
}
