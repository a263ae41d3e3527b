/**
 * The TextMate grammar: what an editor colours before the language server has said anything, and all that it colours
 * where there is none. It reads a line as the parser does: the first word says what the line is.
 */
import { type ClosedPiece, clauses, closedVocabularies, items, ownClause, type PieceName } from "../../src/core/syntax/vocabulary.ts";
import { anyOf, contentsOf, innerWords, LINE_START, NAME, NAME_END, NAME_START, typeWords, wholeWord, wordsInPieces } from "./words.ts";

/** A rule of a TextMate grammar, as far as it is used here. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, Rule>>;
  readonly beginCaptures?: Readonly<Record<string, Rule>>;
  readonly endCaptures?: Readonly<Record<string, Rule>>;
  readonly patterns?: readonly Rule[];
}

export interface Grammar {
  readonly information_for_contributors?: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

const include = (name: string): Rule => ({ include: `#${name}` });
const lineEnd = "$";
const afterWord = '(?=[ \\t"“\\[?]|$)';

/** Where a clause may begin: at the start of a line, or later on a header's line. */
const clauseStart = `(?:${LINE_START}|(?<=[ \\t\\]"”?]))`;

const isClosed = (piece: PieceName): piece is ClosedPiece => piece in closedVocabularies;

/** What to look for where a pattern asks for a piece. */
const ofPiece: Readonly<Record<Exclude<PieceName, ClosedPiece>, readonly string[]>> = {
  STRING: ["string"],
  CITATION: ["citation"],
  KEY: ["key"],
  DECLARE: ["declaration"],
  ID: ["reference"],
  CLAIM: ["reference"],
  PREDICTION: ["reference"],
  ATLAS: ["reference"],
  SIDE: ["string", "claim-end", "arrow", "open", "part"],
  END: ["string", "claim-end", "arrow", "part"],
  PART: ["string", "part"],
  TERM: ["string", "term"],
  EVIDENCE: ["citation", "string", "type", "extent", "first-id", "comparison", "number"],
  TYPE: ["type"],
  SCOPE: ["string", "number"],
  RESULT: ["string", "citation", "origin", "date", "number", "comparison", "open"],
  CRITERION: ["string", "date", "number", "comparison", "open"],
  QUALIFIERS: ["string", "number", "comparison"],
  DATE: ["date"],
  NUMBER: ["number"],
  REVISION: ["string", "term"],
  SYMBOL: ["string", "part"],
  SYNONYM: ["string", "term"],
  XREF: ["term"],
  TAG: ["term"],
  REST: [],
};

/** Rules of the repository that take any name; they come last, because words of the language are names too. */
const anyName = ["first-id", "reference", "part", "term"];

/** The rules for what follows a clause's words. */
function rulesFor(pattern: string): Rule[] {
  const { words, pieces, open } = contentsOf(pattern);
  const names = new Set<string>(open ? ["comment", "open"] : ["comment"]);
  const literal = new Set(words);
  const closed: ClosedPiece[] = [];
  for (const piece of pieces) {
    for (const word of wordsInPieces[piece] ?? []) literal.add(word);
    if (isClosed(piece)) closed.push(piece);
    else for (const name of ofPiece[piece]) names.add(name);
  }
  // `implements values as Value`: an id first, parts after it
  if (names.has("part") && names.delete("reference")) names.add("first-id");
  const rules = [...names].filter((name) => !anyName.includes(name)).map(include);
  if (closed.length > 0) rules.push({ match: wholeWord(closed.flatMap(wordsOf)), name: "constant.language.lamina" });
  if (literal.size > 0) rules.push({ match: wholeWord(literal), name: "keyword.other.lamina" });
  return [...rules, ...anyName.filter((name) => names.has(name)).map(include), include("comma")];
}

const wordsOf = (piece: ClosedPiece): string[] => closedVocabularies[piece].map(({ word }) => word);

/** Clauses whose arguments look alike share a rule. */
function clauseRules(): Record<string, Rule> {
  const groups = new Map<string, { words: string[]; rules: Rule[] }>();
  const patterns = new Map<string, string>();
  for (const { word, pattern } of clauses) {
    // `kind` has a pattern in claims and another in atlases; before the parser, both are looked for
    patterns.set(word, [...new Set([patterns.get(word) ?? "", pattern])].join(" ").trim());
  }
  for (const [word, pattern] of patterns) {
    const rules = rulesFor(pattern);
    const key = JSON.stringify(rules);
    const group = groups.get(key);
    if (group) group.words.push(word);
    else groups.set(key, { words: [word], rules });
  }
  const named = [...groups.values()].map(
    ({ words, rules }) => [`clause-${words[0]?.replaceAll(" ", "-")}`, clauseRule(words, rules)] as const,
  );
  return Object.fromEntries(named);
}

const clauseRule = (words: readonly string[], patterns: readonly Rule[]): Rule => ({
  name: "meta.clause.lamina",
  begin: `${clauseStart}(${anyOf(words)})${afterWord}`,
  end: lineEnd,
  beginCaptures: { "1": { name: "keyword.other.clause.lamina" } },
  patterns,
});

/** The rule for an item's header, on whose line one clause may follow. */
const headerRule = (word: string, pattern: string, clauseNames: readonly string[]): Rule => {
  const rules = rulesFor(pattern);
  return {
    name: `meta.header.${word}.lamina`,
    begin: `${LINE_START}(${word})(?:[ \\t]+|${afterWord})`,
    end: lineEnd,
    beginCaptures: { "1": { name: "keyword.control.item.lamina" } },
    patterns: [include("declaration"), ...clauseNames.map(include), ...rules],
  };
};

/** The grammar of Lamina. */
export function laminaGrammar(): Grammar {
  const clausesByName = clauseRules();
  const clauseNames = [...Object.keys(clausesByName), "own-clause"];
  const headers = Object.fromEntries(
    items.map(({ word, pattern, clauses: takesClauses }) => [`header-${word}`, headerRule(word, pattern, takesClauses ? clauseNames : [])]),
  );
  return {
    information_for_contributors: ["Generated from src/core/syntax/vocabulary.ts by npm run generate; edits here are lost."],
    name: "Lamina",
    scopeName: "source.lamina",
    patterns: [
      include("comment"),
      ...Object.keys(headers).map(include),
      ...clauseNames.map(include),
      include("continuation"),
      include("unknown-line"),
    ],
    repository: { ...headers, ...clausesByName, ...lines, ...pieceRules },
  };
}

/** Lines that are neither a header nor a clause of the table. */
const lines: Readonly<Record<string, Rule>> = {
  "own-clause": {
    name: "meta.clause.own.lamina",
    begin: `${clauseStart}(${ownClause.word}${NAME})${afterWord}`,
    end: lineEnd,
    beginCaptures: { "1": { name: "keyword.other.clause.own.lamina" } },
    patterns: [include("comment"), include("string"), include("citation")],
  },
  // a line that begins with a string or a comma goes on with the line before
  continuation: {
    begin: `${LINE_START}(?=["“,，])`,
    end: lineEnd,
    patterns: [
      ...["comment", "string", "citation", "date", "number", "arrow", "comparison", "extent", "type"].map(include),
      { match: wholeWord(innerWords), name: "keyword.other.lamina" },
      include("comma"),
    ],
  },
  "unknown-line": {
    name: "meta.line.unknown.lamina",
    begin: `${LINE_START}(?=\\S)`,
    end: lineEnd,
    patterns: [include("comment"), include("string"), include("citation")],
  },
};

/** The one word after a number, unless it is one of the language's own. */
const unit = `(?:[ \\t]*([%％°])|[ \\t]+(?!(?:${anyOf(innerWords)})${NAME_END})(?=\\p{L})(${NAME}))?`;

const citationKey = `[\\p{L}\\p{M}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_:.#$%&+?<>~/-]*[\\p{L}\\p{M}\\p{N}_])?`;

const stringRule = (open: string, close: string): Rule => ({
  name: "string.quoted.double.lamina",
  begin: open,
  end: `${close}|$`,
  beginCaptures: { "0": { name: "punctuation.definition.string.begin.lamina" } },
  endCaptures: { "0": { name: "punctuation.definition.string.end.lamina" } },
  patterns: [{ match: '\\\\"', name: "constant.character.escape.lamina" }, include("math")],
});

/** An id after a word of the language. */
const idAfter = (word: string): Rule => ({
  match: `${NAME_START}(${word})[ \\t]+(${NAME})`,
  captures: { "1": { name: "keyword.other.lamina" }, "2": { name: "entity.name.function.lamina" } },
});

/** The pieces that clauses are made of. */
const pieceRules: Readonly<Record<string, Rule>> = {
  comment: {
    name: "comment.line.number-sign.lamina",
    begin: "(?:^|(?<=\\s)|\\G)#",
    end: lineEnd,
    beginCaptures: { "0": { name: "punctuation.definition.comment.lamina" } },
    patterns: [
      { match: `${NAME_START}lamina-ignore(?:-file)?${NAME_END}`, name: "keyword.control.directive.lamina" },
      { match: "(?<=\\s)--(?=\\s)", name: "punctuation.separator.lamina" },
    ],
  },
  string: { patterns: [stringRule('"', '"'), stringRule("“", '["”]')] },
  // as in Pandoc: no space just inside the signs, and no digit after the closing one, so that prices are not formulas
  math: {
    name: "markup.math.inline.lamina",
    match: '(\\$)(?=[^\\s$])[^$"”]*(?<=[^\\s\\\\])(\\$)(?![0-9])',
    captures: { "1": { name: "punctuation.definition.math.begin.lamina" }, "2": { name: "punctuation.definition.math.end.lamina" } },
  },
  citation: {
    name: "meta.citation.lamina",
    begin: "\\[",
    end: "\\]|$",
    beginCaptures: { "0": { name: "punctuation.definition.citation.begin.lamina" } },
    endCaptures: { "0": { name: "punctuation.definition.citation.end.lamina" } },
    patterns: [include("key"), { match: "[,;]", name: "punctuation.separator.lamina" }],
  },
  key: {
    match: `(@)(${citationKey})`,
    captures: {
      "1": { name: "punctuation.definition.key.lamina" },
      "2": { name: "entity.other.attribute-name.key.lamina" },
    },
  },
  declaration: {
    match: `\\G(${NAME})(?:[ \\t]*[:：])(?=[ \\t]|$)`,
    captures: { "1": { name: "entity.name.function.lamina" } },
  },
  // an id right after the first words; further on, a name is something else
  "first-id": { match: `\\G[ \\t]*(?!data[ \\t]+["“])(${NAME})`, captures: { "1": { name: "entity.name.function.lamina" } } },
  "claim-end": idAfter("claim"),
  origin: idAfter("from"),
  reference: { match: `${NAME_START}${NAME}`, name: "entity.name.function.lamina" },
  part: { match: `${NAME_START}${NAME}`, name: "entity.name.type.lamina" },
  term: { match: `${NAME_START}${NAME}`, name: "constant.other.lamina" },
  type: { match: wholeWord(typeWords), name: "constant.language.type.lamina" },
  extent: {
    match: `${NAME_START}(read)[ \\t]+(${anyOf(wordsOf("EXTENT"))})${NAME_END}`,
    captures: { "1": { name: "keyword.other.lamina" }, "2": { name: "constant.language.lamina" } },
  },
  arrow: { match: "<->|<-|->|--|[→⟶←⟵↔⟷>]", name: "keyword.operator.arrow.lamina" },
  comparison: { match: "<=|>=|!=|\\.\\.|[=<>~≤≥≠≈±]", name: "keyword.operator.comparison.lamina" },
  open: { match: "[?？]", name: "constant.language.open.lamina" },
  comma: { match: "[,，]", name: "punctuation.separator.comma.lamina" },
  date: { match: `${NAME_START}[0-9]{4}-[0-9]{2}-[0-9]{2}${NAME_END}`, name: "constant.numeric.date.lamina" },
  number: {
    match: `${NAME_START}([-−]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)${NAME_END}${unit}`,
    captures: {
      "1": { name: "constant.numeric.lamina" },
      "2": { name: "keyword.other.unit.lamina" },
      "3": { name: "keyword.other.unit.lamina" },
    },
  },
};

/** Fenced blocks of Lamina inside Markdown. */
export function markdownGrammar(): Grammar {
  return {
    information_for_contributors: ["Generated by npm run generate; edits here are lost."],
    name: "Lamina in Markdown",
    scopeName: "markdown.lamina.codeblock",
    // not inside other fences, where ```lamina is only shown
    injectionSelector: "L:text.html.markdown - markup.fenced_code - markup.raw - meta.embedded - comment",
    patterns: [include("fence")],
    repository: {
      fence: {
        name: "markup.fenced_code.block.markdown",
        // ```lamina, ```{lamina}, ``` {.lamina #id}
        begin: "(^|\\G)([ \\t]*)(`{3,}|~{3,})[ \\t]*((?i:lamina(?=[\\s:,{?]|$)|\\{[ \\t]*\\.?lamina(?=[\\s},]|$)))([^`]*)$",
        end: "(^|\\G)(\\2|[ ]{0,3})(\\3)[`~]*[ \\t]*$",
        beginCaptures: {
          "3": { name: "punctuation.definition.markdown" },
          "4": { name: "fenced_code.block.language.markdown" },
          "5": { name: "fenced_code.block.language.attributes.markdown" },
        },
        endCaptures: { "3": { name: "punctuation.definition.markdown" } },
        patterns: [
          {
            begin: "(^|\\G)(\\s*)(.*)",
            while: "(^|\\G)(?![ \\t]*([`~]{3,})[`~]*[ \\t]*$)",
            contentName: "meta.embedded.block.lamina",
            patterns: [{ include: "source.lamina" }],
          },
        ],
      },
    },
  };
}

/** Lamina in the environment `lamina` of LaTeX. */
export function latexGrammar(): Grammar {
  return {
    information_for_contributors: ["Generated by npm run generate; edits here are lost."],
    name: "Lamina in LaTeX",
    scopeName: "latex.lamina.environment",
    injectionSelector: "L:text.tex - comment - meta.embedded - markup.raw",
    patterns: [include("environment")],
    repository: {
      environment: {
        begin: "(\\\\begin)(\\{)(lamina)(\\})(\\[[^\\]\\n]*\\])?",
        end: "(\\\\end)(\\{)(lamina)(\\})",
        beginCaptures: { "1": { name: "support.function.be.latex" }, "3": { name: "variable.parameter.function.latex" } },
        endCaptures: { "1": { name: "support.function.be.latex" }, "3": { name: "variable.parameter.function.latex" } },
        contentName: "meta.embedded.block.lamina",
        patterns: [{ include: "source.lamina" }],
      },
    },
  };
}
