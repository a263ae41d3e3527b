/** Reads the smallest pieces that headers and clauses are made of: names, texts, words, citations. One function a piece. */
import { evidenceTypes } from "../evidence/types.ts";
import type { Span } from "../text.ts";
import { endOfName, isSpace, nameCharacter } from "./characters.ts";
import { type Cursor, exact, insertion, replacement, shorten } from "./cursor.ts";
import { KeywordSet, keyword } from "./keywords.ts";
import { isClosedString, Kind } from "./tokens.ts";
import type { CitationNode, Cite, NameNode, NameRole, ProblemFix, SynonymNode, TextNode, WordNode } from "./tree.ts";
import { type ClosedPiece, clausesStartingWith, closedVocabularies, pieces, reservedInEnds } from "./vocabulary.ts";

const IN = keyword("in");

/** Whether a bare name may not stand in an end: words of the language need quotes there. */
export const isReservedInEnds = (word: string): boolean => reservedInEnds.includes(word) || clausesStartingWith(word).length > 0;

/** A name as one token, or a quoted one where `quoted` allows it. */
export function name(cursor: Cursor, role: NameRole, quoted = false): NameNode | undefined {
  const { kind, start, end } = cursor;
  if (kind === Kind.name || ((kind === Kind.number || kind === Kind.date) && role !== "declared")) {
    const word = kind === Kind.number ? cursor.word.replace("−", "-") : cursor.word;
    cursor.advance();
    return { kind: "name", role, text: word, quoted: false, start, end };
  }
  if (!quoted) return undefined;
  const written = text(cursor);
  return written ? { kind: "name", role, text: written.value, quoted: true, start, end: written.end } : undefined;
}

/** A text; several in a row are one, joined by a space. */
export function text(cursor: Cursor): TextNode | undefined {
  if (cursor.kind !== Kind.string) return undefined;
  const { start } = cursor;
  let { end } = cursor;
  let value = cursor.stringValue;
  passString(cursor);
  while (cursor.kind === Kind.string) {
    end = cursor.end;
    value += ` ${cursor.stringValue}`;
    passString(cursor);
  }
  return { kind: "text", value, start, end };
}

function passString(cursor: Cursor): void {
  const closed = isClosedString(cursor.detail);
  if (!closed) {
    cursor.report("syntax-error", cursor.span, 'Unexpected end of the line in a text, expected a closing quote ".', [closeAt(cursor, '"')]);
  }
  cursor.advance();
  // what the text has swallowed is not missed once more
  if (!closed) cursor.markExplained();
}

/** The fix that closes what the line's end left open. */
function closeAt(cursor: Cursor, sign: string): ProblemFix {
  let { end } = cursor;
  while (end > cursor.start + 1 && isSpace(cursor.source, cursor.base + end - 1)) end--;
  return insertion(end, sign);
}

const closedWords = Object.fromEntries(
  Object.entries(closedVocabularies).map(([vocabulary, entries]) => [vocabulary, new KeywordSet(entries.map((entry) => entry.word))]),
) as Readonly<Record<ClosedPiece, KeywordSet>>;

/** Whether the current token is a word of a closed vocabulary. */
export const isClosedWord = (cursor: Cursor, vocabulary: ClosedPiece): boolean =>
  cursor.kind === Kind.name && closedWords[vocabulary].has(cursor.detail);

/** A word of a closed vocabulary. Any name is taken, so that a misspelt one is a finding and the rest still holds. */
export function closedWord(cursor: Cursor, vocabulary: ClosedPiece): WordNode | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const { start, end, word } = cursor;
  const known = closedWords[vocabulary].has(cursor.detail);
  if (!known) {
    const words = closedVocabularies[vocabulary].map((entry) => entry.word);
    cursor.reportUnknownWord({ start, end }, word, pieces[vocabulary].name, words);
  }
  cursor.advance();
  return { kind: "word", vocabulary, text: word, known, start, end };
}

const typeWords = new KeywordSet(evidenceTypes.flatMap((type) => [type.id, type.family]));

/** Whether the current token is a type of evidence. */
export const isTypeWord = (cursor: Cursor): boolean => cursor.kind === Kind.name && typeWords.has(cursor.detail);

/** A type of evidence, or a family of them. */
export function typeWord(cursor: Cursor): WordNode | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const { start, end, word } = cursor;
  const known = typeWords.has(cursor.detail);
  if (!known) {
    const words = new Set(evidenceTypes.flatMap((type) => [type.family, type.id]));
    cursor.reportUnknownWord({ start, end }, word, pieces.TYPE.name, [...words]);
  }
  cursor.advance();
  return { kind: "word", vocabulary: "TYPE", text: word, known, start, end };
}

/** The name before a colon that an item gives itself. A colon that was forgotten is reported, and the rest still holds. */
export function declared(cursor: Cursor): NameNode | undefined {
  if (cursor.kind !== Kind.name) return undefined;
  const next = cursor.peekKind(1);
  if (next === Kind.colon) {
    const node = name(cursor, "declared");
    cursor.advance();
    return node;
  }
  const { word, end, span } = cursor;
  const glued = word.indexOf(":");
  if (glued > 0) {
    const apart = `${word.slice(0, glued)}: ${word.slice(glued + 1)}`;
    cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}”, expected a space after the colon: “${shorten(apart)}”.`, [
      replacement(span, apart),
    ]);
    return undefined;
  }
  const goesOn =
    next === Kind.string ||
    next === Kind.citation ||
    next === Kind.question ||
    next === Kind.name ||
    next === Kind.at ||
    next === Kind.unknown;
  if (!goesOn && next !== Kind.newline && next !== Kind.end) return undefined;
  cursor.report("syntax-error", span, `Unexpected “${cursor.quote(span)}” without a colon, expected “${cursor.quote(span)}:”.`, [
    insertion(end, ":"),
  ]);
  const node = name(cursor, "declared");
  if (cursor.lineEnded) cursor.markExplained();
  return node;
}

const BRACKET_CLOSE = 93;
const SEMICOLON = 59;
const COMMA = 44;
const AT = 64;
const SMALL_V = 118;

/** `[@key, p. 12; @other]` */
export function citation(cursor: Cursor): CitationNode | undefined {
  if (cursor.kind !== Kind.citation) return undefined;
  const { start, end } = cursor;
  const closed = cursor.unit(end - 1) === BRACKET_CLOSE;
  if (!closed) {
    const fixes = [closeAt(cursor, "]")];
    cursor.report("syntax-error", cursor.span, "Unexpected end of the line in a citation, expected a closing bracket ].", fixes);
  }
  const stop = closed ? end - 1 : end;
  let cites: Cite[] | undefined;
  let at = start + 1;
  while (at < stop) {
    let partEnd = at;
    while (partEnd < stop && cursor.unit(partEnd) !== SEMICOLON) partEnd++;
    const cite = readCite(cursor, at, partEnd);
    if (cite && cites) cites.push(cite);
    else if (cite) cites = [cite];
    at = partEnd + 1;
  }
  if (!cites && !cursor.explained) {
    cursor.report(
      "syntax-error",
      cursor.span,
      `Unexpected “${cursor.quote(cursor.span)}” without a key, expected a citation such as [@key, p. 12].`,
    );
  }
  cursor.advance();
  if (!closed) cursor.markExplained();
  return { kind: "citation", cites: cites ? exact(cites) : none, start, end };
}

const none: readonly never[] = Object.freeze([]);

/** Reads what stands between two semicolons. A lone `@` is a citation whose key is still empty. */
function readCite(cursor: Cursor, from: number, to: number): Cite | undefined {
  const { source, base } = cursor;
  let end = base + to;
  while (end > base + from && isBlank(source, end - 1)) end--;
  let sign = base + from;
  while (sign < end && source.charCodeAt(sign) !== AT) sign++;
  if (sign === end) {
    explainNoAt(cursor, from, end - base);
    return undefined;
  }
  const keyEnd = endOfKey(source, sign + 1, end);
  let place: string | undefined;
  let version: string | undefined;
  if (keyEnd < end) {
    place = placeAfter(cursor, keyEnd - base, end - base);
    version = place?.charCodeAt(0) === SMALL_V ? /^v\d[\w.]*/.exec(place)?.[0] : undefined;
  }
  const start = sign - base;
  return new ParsedCite(source.slice(sign + 1, keyEnd), place, version, start, end - base);
}

/** A cite that makes the span of its key when it is asked for: there are many of them, and few are. */
class ParsedCite implements Cite {
  constructor(
    readonly key: string,
    readonly place: string | undefined,
    readonly version: string | undefined,
    readonly start: number,
    readonly end: number,
  ) {}

  get keySpan(): Span {
    const start = this.start + 1;
    return { start, end: start + this.key.length };
  }
}

const isBlank = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit === 32 || (!(unit > 32 && unit < 128) && isSpace(text, at));
};

/** Punctuation that a key may hold, but not end with: there it belongs to the sentence, as in Pandoc. */
const keyPunctuation = new Uint8Array(128);
for (const sign of ":.#$%&+?<>~/-") keyPunctuation[sign.charCodeAt(0)] = 1;

function endOfKey(text: string, from: number, to: number): number {
  let at = from;
  let end = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (keyPunctuation[unit] === 1) at++;
    else {
      const width = nameCharacter(text, at);
      if (width === 0) break;
      at += width;
      end = at;
    }
  }
  return end;
}

/** The place between a key and the end of its citation. */
function placeAfter(cursor: Cursor, keyEnd: number, end: number): string | undefined {
  let start = keyEnd;
  while (start < end && keyPunctuation[cursor.unit(start)] === 1) start++;
  while (start < end && isBlank(cursor.source, cursor.base + start)) start++;
  if (start === end) return undefined;
  if (cursor.unit(start) === COMMA) start++;
  else explainNoComma(cursor, keyEnd, start, end);
  const place = cursor.slice(start, end).trim();
  if (place.startsWith("@")) explainNoSemicolon(cursor, keyEnd, end);
  return place === "" ? undefined : place;
}

function explainNoAt(cursor: Cursor, from: number, end: number): void {
  let start = from;
  while (start < end && isBlank(cursor.source, cursor.base + start)) start++;
  if (start === end) return;
  const found = cursor.slice(start, end);
  const looksLikeKey = endOfName(found, 0) === found.length;
  const fixes = looksLikeKey ? [insertion(start, "@")] : [];
  const wanted = looksLikeKey ? `“@${shorten(found)}”` : "a citation such as [@key, p. 12]";
  cursor.report("syntax-error", { start, end }, `Unexpected “${cursor.quote({ start, end })}” without a key, expected ${wanted}.`, fixes);
}

function explainNoComma(cursor: Cursor, keyEnd: number, start: number, end: number): void {
  const span = { start, end };
  cursor.report(
    "syntax-error",
    span,
    `Unexpected “${cursor.quote(span)}” after the key, expected a comma before the place: [@key, p. 12].`,
    [insertion(keyEnd, ",")],
  );
}

function explainNoSemicolon(cursor: Cursor, keyEnd: number, end: number): void {
  let comma = keyEnd;
  while (comma < end && cursor.unit(comma) !== COMMA) comma++;
  const span = { start: comma, end: comma + 1 };
  cursor.report("syntax-error", span, "Unexpected “,” between citations, expected “;”: [@one; @other].", [replacement(span, ";")]);
}

/** `@key`, as in a source's header. */
export function key(cursor: Cursor): NameNode | undefined {
  if (cursor.kind !== Kind.at || cursor.peekStart(1) !== cursor.end) return undefined;
  const kind = cursor.peekKind(1);
  if (kind !== Kind.name && kind !== Kind.number && kind !== Kind.date) return undefined;
  cursor.advance();
  return name(cursor, "key");
}

/** A synonym, with `in` and its language or notation. */
export function synonym(cursor: Cursor): SynonymNode | undefined {
  const { start } = cursor;
  const node = name(cursor, "synonym", true);
  if (!node) return undefined;
  let notation: NameNode | undefined;
  cursor.expectWord(IN);
  if (cursor.isWord(IN)) {
    cursor.advance();
    notation = name(cursor, "notation");
    if (!notation) cursor.reportExpected("a language or notation, such as zh, latex or abbr");
  }
  return { kind: "synonym", name: node, notation, start, end: notation?.end ?? node.end };
}

/** Everything to the end of the line, as it stands; where it goes on over lines, they are joined by a space. */
export function rest(cursor: Cursor): TextNode {
  const { start } = cursor;
  let value = "";
  let end = start;
  while (!cursor.lineEnded) {
    const gap = cursor.slice(end, cursor.start);
    // what an unclosed bracket takes to the end of its line may end with blanks
    value = /[\r\n]/.test(gap) ? `${value.trimEnd()} ` : value + gap;
    value += cursor.slice(cursor.start, cursor.end);
    end = cursor.end;
    cursor.advance();
  }
  return { kind: "text", value: value.trimEnd(), start, end };
}
