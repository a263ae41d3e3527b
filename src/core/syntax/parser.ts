/**
 * Reads one item: its header, then clause by clause. Never fails: a line that is not understood is a problem and
 * is otherwise as if it were not there; inside a line, what was read before the fault holds.
 */
import type { Span } from "../text.ts";
import { Cursor, type Expectation, listed, replacement } from "./cursor.ts";
import {
  clauseAllowed,
  clauseCount,
  clauseRulesFor,
  follow,
  itemRule,
  type MutableArguments,
  ownClauseRule,
  type Rule,
  type Step,
} from "./grammar.ts";
import { keyword } from "./keywords.ts";
import { type Form, isOwnClause, Lexer } from "./lexer.ts";
import { reportLeftOver, reportMissing } from "./messages.ts";
import { article, reportUnknownLine } from "./openings.ts";
import { explainColon, type Reading } from "./slips.ts";
import { Kind, TokenBuffer } from "./tokens.ts";
import type { Arguments, Clause, Item, Problem, ProblemFix } from "./tree.ts";
import { type ClauseSpec, clauses as clauseTable, type ItemSpec, type ItemWord, languageVersion } from "./vocabulary.ts";

/** Shared by all parses: parsing never runs inside parsing. */
const buffer = new TokenBuffer();

/**
 * Cuts a text into items and reads each.
 *
 * @param afterBlank whether the text starts the region, or stands after a blank line
 */
export function parseItems(text: string, afterBlank: boolean): Item[] {
  const lexer = new Lexer(text, buffer, afterBlank);
  const parser = new ItemParser(lexer);
  const items: Item[] = [];
  let start = 0;
  while (start < text.length) {
    const form = lexer.nextForm;
    const end = lexer.readItem(start);
    if (end > start) items.push(parser.parse(form, start, end));
    start = end;
  }
  return items;
}

/**
 * Reads the text of one item.
 *
 * @param form what the segmentation saw: a known header, a broken one, or the text before the first header
 * @param caret an offset whose expectations are wanted, for completion
 */
export function parseItem(itemText: string, form: Form, caret = -1): { item: Item; expected: readonly Expectation[] } {
  const lexer = new Lexer(itemText, buffer);
  lexer.readAll();
  const parser = new ItemParser(lexer);
  const item = parser.parse(form, 0, itemText.length, caret);
  return { item, expected: parser.expected };
}

const PART = keyword("part");
const OF = keyword("of");
const noArguments: Arguments = Object.freeze({});
const none: readonly never[] = Object.freeze([]);

/** An item with its spans as plain numbers: there are many items, and few ask for a span. */
class ParsedItem implements Item {
  constructor(
    readonly text: string,
    readonly form: Form,
    readonly word: ItemWord | undefined,
    readonly wordStart: number,
    readonly wordEnd: number,
    readonly headerEnd: number,
    readonly args: Arguments,
    readonly clauses: readonly Clause[],
    readonly problems: readonly Problem[],
    readonly lineBreaks: number,
    readonly contentEnd: number,
  ) {}

  get wordSpan(): Span {
    return { start: this.wordStart, end: this.wordEnd };
  }

  get header(): Span {
    return { start: this.wordStart, end: this.headerEnd };
  }
}

/** The same for a clause, whose first words start where it does. */
class ParsedClause implements Clause {
  constructor(
    readonly spec: ClauseSpec | undefined,
    readonly word: string,
    readonly wordEnd: number,
    readonly args: Arguments,
    readonly misplaced: boolean,
    readonly whole: boolean,
    readonly start: number,
    readonly end: number,
  ) {}

  get wordSpan(): Span {
    return { start: this.start, end: this.wordEnd };
  }
}

class ItemParser {
  readonly #lexer: Lexer;
  readonly #cursor: Cursor;
  /** The item in which each clause of the table was seen last, by number, so that nothing is cleared between items. */
  readonly #seenIn = new Uint32Array(clauseCount);
  #number = 0;
  /** The clauses of the item so far. Used anew for every item, because a list that grows takes more room than it needs. */
  readonly #clauses: Clause[] = [];
  #clauseCount = 0;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
    this.#cursor = new Cursor(lexer);
  }

  /** What could have stood at the caret. */
  get expected(): readonly Expectation[] {
    return this.#cursor.expected;
  }

  /** Reads the item from `start` to `end`, whose tokens the lexer has read. */
  parse(form: Form, start: number, end: number, caret = -1): Item {
    const cursor = this.#cursor;
    cursor.open(start, caret);
    this.#number++;
    let rule: Rule<ItemSpec> | undefined;
    let owner: Rule<ItemSpec> | undefined;
    let wordStart = 0;
    let wordEnd = 0;
    let headerEnd = 0;
    let args = noArguments;
    this.#clauseCount = 0;
    if (form === "item") {
      rule = itemRule(cursor.detail) as Rule<ItemSpec>;
      owner = rule;
      wordStart = cursor.start;
      wordEnd = cursor.end;
      args = rule.newArguments();
      headerEnd = this.#readHeader(rule, args);
    } else if (form === "broken") {
      wordStart = cursor.start;
      wordEnd = cursor.end;
      headerEnd = cursor.lineEnd();
      // what the header was probably meant to be decides how its clauses are read
      const meant = reportUnknownLine(cursor, undefined, true);
      owner = meant && itemRule(keyword(meant));
      cursor.skipLine();
    }
    while (cursor.kind !== Kind.end) {
      if (cursor.kind === Kind.newline) cursor.advance();
      else this.#readClause(owner, form);
    }
    const text = cursor.source.slice(start, end);
    const clauses = this.#clauseCount === 0 ? none : this.#clauses.slice(0, this.#clauseCount);
    const { problems, before } = cursor;
    const { lineBreaks } = this.#lexer;
    return new ParsedItem(text, form, rule?.spec.word, wordStart, wordEnd, headerEnd, args, clauses, problems, lineBreaks, before);
  }

  /** Reads the header line, and the one clause that may stand on it; gives where the header ends without that clause. */
  #readHeader(rule: Rule<ItemSpec>, args: MutableArguments): number {
    const cursor = this.#cursor;
    const { spec, steps } = rule;
    const { start } = cursor;
    const opening = cursor.detail;
    cursor.advance();
    if (opening === PART && cursor.isWord(OF) && cursor.peekKind(1) !== Kind.colon) return this.#explainPartOf();
    if (!rule.startsWithId) explainColon(cursor, start);
    const from = cursor.at;
    const missing = follow(cursor, steps, args);
    const headerEnd = cursor.before;
    if (missing) {
      reportMissing(cursor, missing, { spec, args, from, clauseFollows: false });
      return headerEnd;
    }
    if (spec.word === "lamina") this.#checkVersion(args);
    if (spec.clauses) cursor.expectClause();
    if (!cursor.lineEnded) {
      if (spec.clauses && this.#matchClause(rule)) this.#readClause(rule, "item");
      else this.#reportLeftOver({ spec, args, from, clauseFollows: false }, steps);
    }
    return headerEnd;
  }

  #reportLeftOver(reading: Reading, steps: readonly Step[]): void {
    const cursor = this.#cursor;
    reportLeftOver(cursor, reading, () => follow(cursor, steps, {}));
  }

  /** Reads a line into the item's clauses. */
  #readClause(owner: Rule<ItemSpec> | undefined, form: Form): void {
    this.#clauses[this.#clauseCount] = this.#clauseAt(owner, form);
    this.#clauseCount++;
  }

  #clauseAt(owner: Rule<ItemSpec> | undefined, form: Form): Clause {
    const cursor = this.#cursor;
    const { start } = cursor;
    const problemsBefore = cursor.problems.length;
    const rule = this.#matchClause(owner);
    if (!rule) return this.#readUnknownLine(owner);
    const { spec, steps, more } = rule;
    const own = rule === ownClauseRule;
    const word = own ? cursor.word : spec.word;
    cursor.goTo(cursor.at + 1 + more.length);
    const wordEnd = cursor.before;
    if (!own) explainColon(cursor, start);
    const from = cursor.at;
    const args = rule.newArguments();
    const missing = follow(cursor, steps, args);
    if (missing) reportMissing(cursor, missing, { spec, args, from, clauseFollows: false });
    else if (!cursor.lineEnded) {
      const next = owner && this.#matchClause(owner);
      const clauseFollows = next !== undefined && clauseAllowed(owner as Rule<ItemSpec>, next);
      this.#reportLeftOver({ spec, args, from, clauseFollows }, steps);
    }
    const end = cursor.before;
    const misplaced = this.#checkPlace(rule, owner, form, start, wordEnd);
    const whole = cursor.problems.length === problemsBefore;
    return new ParsedClause(spec, word, wordEnd, args, misplaced, whole, start, end);
  }

  /** The rule that the words at the cursor open: that of the item, else one of another item. */
  #matchClause(owner: Rule<ItemSpec> | undefined): Rule<ClauseSpec> | undefined {
    const cursor = this.#cursor;
    if (cursor.kind !== Kind.name) return undefined;
    const rules = clauseRulesFor(cursor.detail);
    if (!rules) return isOwnClause(cursor.source, cursor.base + cursor.start) ? ownClauseRule : undefined;
    let elsewhere: Rule<ClauseSpec> | undefined;
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index] as Rule<ClauseSpec>;
      if (!this.#isAt(rule)) continue;
      if (owner !== undefined && clauseAllowed(owner, rule)) return rule;
      elsewhere ??= rule;
    }
    return elsewhere;
  }

  #isAt(rule: Rule<ClauseSpec>): boolean {
    const cursor = this.#cursor;
    for (let index = 0; index < rule.more.length; index++) {
      if (cursor.peekKind(index + 1) !== Kind.name || cursor.peekDetail(index + 1) !== rule.more[index]) return false;
    }
    return true;
  }

  /** Reports a clause that may not stand in its item, or not once more; says whether it is one. */
  #checkPlace(rule: Rule<ClauseSpec>, owner: Rule<ItemSpec> | undefined, form: Form, start: number, end: number): boolean {
    const { spec, index } = rule;
    const cursor = this.#cursor;
    if (form === "loose") {
      const span = { start, end };
      const message = `Unexpected “${cursor.quote(span)}” with no item above it, expected a header such as “claim L4 as Value”.`;
      cursor.report("misplaced-clause", span, message);
      return true;
    }
    if (rule === ownClauseRule) return false;
    if (form === "item" && owner !== undefined && !clauseAllowed(owner, rule)) {
      const span = { start, end };
      const places = [...new Set(clauseTable.filter((clause) => clause.word === spec.word).flatMap((clause) => clause.items))];
      const message = `Unexpected “${spec.word}” in ${article(owner.spec.word)}, expected it in ${listed(places.map(article))}.`;
      cursor.report("misplaced-clause", span, message);
      return true;
    }
    if (spec.times === "many") return false;
    const again = this.#seenIn[index] === this.#number;
    this.#seenIn[index] = this.#number;
    if (again) {
      const span = { start, end };
      const fixes = mergeFixes(spec, span, this.#clauses[this.#clauseCount - 1]);
      cursor.report(
        "misplaced-clause",
        span,
        `Unexpected second “${spec.word}”, expected it once. ${spec.word === "type" ? "Write a second item for the other." : "Merge the two."}`,
        fixes,
      );
    }
    return again;
  }

  #readUnknownLine(owner: Rule<ItemSpec> | undefined): Clause {
    const cursor = this.#cursor;
    const { start, word, end: wordEnd } = cursor;
    const end = cursor.lineEnd();
    reportUnknownLine(cursor, owner?.spec.word, false);
    cursor.skipLine();
    return new ParsedClause(undefined, word, wordEnd, noArguments, true, false, start, end);
  }

  #explainPartOf(): number {
    const cursor = this.#cursor;
    const header = { start: cursor.beforeSpan.start, end: cursor.end };
    const message = "Unexpected “part of”, expected “belongs to” in a claim, or “in” in an entry of an atlas: “part” opens such an entry.";
    cursor.report("syntax-error", header, message, [replacement(header, "belongs to"), replacement(header, "in")]);
    cursor.skipLine();
    return header.end;
  }

  #checkVersion(args: Arguments): void {
    const version = args.version;
    if (version?.kind !== "number" || version.value <= languageVersion) return;
    const versions = `version ${version.value} of the language; this tool knows version ${languageVersion}`;
    const message = `This document is written in ${versions}. Words that it does not know are information, not errors.`;
    this.#cursor.report("newer-language", { start: version.start, end: version.end }, message);
  }
}

/** How a second clause of its kind goes on with the first, where it stands right after it. */
function mergeFixes(spec: ClauseSpec, span: Span, before: Clause | undefined): readonly ProblemFix[] {
  if (before?.spec !== spec || !before.whole) return [];
  if (spec.pattern === "text:STRING") return [{ title: "Join the two texts", edits: [{ span, text: "" }] }];
  if (spec.pattern === "scope:SCOPE") return [{ title: "Join the two scopes", edits: [{ span, text: "," }] }];
  return [];
}
