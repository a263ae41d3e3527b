/** The page of the language: every item, clause and closed word, off the table of the language. */
import {
  type ClauseSpec,
  type ClosedPiece,
  clauses,
  clausesOf,
  closedVocabularies,
  type ItemSpec,
  type ItemWord,
  items,
  languageVersion,
  ownClause,
  type PieceName,
  pieces,
  reservedInEnds,
} from "../../../src/core/syntax/vocabulary.ts";
import { anchor, code, generatedFrom, lamina, page, table } from "./markdown.ts";

const groups: readonly { readonly id: ItemSpec["group"]; readonly title: string; readonly text: string }[] = [
  { id: "claims", title: "Claims", text: "What is asserted." },
  { id: "evidence", title: "Evidence, sources and predictions", text: "What speaks for and against, and what would show a claim wrong." },
  { id: "models", title: "Models", text: "Code that stands for parts." },
  { id: "atlases", title: "Atlases", text: "The parts that claims are about: those that ship, and your own." },
  { id: "document", title: "The document", text: "What holds for all that follows." },
];

/** The pattern as a reader writes it: the names of the arguments are of use to programs only. */
const readable = (pattern: string): string => pattern.replace(/[a-z]+:(?=[A-Z])/g, "").replaceAll("DECLARE", "ID:");

const anywhere = (clause: ClauseSpec): boolean => clauses.length > 0 && clause.items.length >= items.filter((item) => item.clauses).length;

const clauseTable = (rows: readonly ClauseSpec[]): string =>
  table(
    ["clause", "what it says", "for example"],
    rows.map((clause) => [
      code(`${clause.word} ${readable(clause.pattern)}`.trim()),
      `${clause.help}${clause.times === "once" ? " *Once.*" : ""}`,
      code(clause.example),
    ]),
  );

function itemSection(item: ItemSpec): string {
  const own = item.clauses ? clausesOf(item.word).filter((clause) => !anywhere(clause)) : [];
  return page(
    `### ${item.word}`,
    item.help,
    code(`${item.word} ${readable(item.pattern)}`),
    lamina(item.word === "part" ? `atlas mine: "My atlas"\n\n${item.example}` : item.example),
    own.length > 0 ? clauseTable(own) : undefined,
  ).trimEnd();
}

function pieceTable(): string {
  const used = (Object.keys(pieces) as PieceName[]).filter((piece) => piece !== "DECLARE" && !(piece in closedVocabularies));
  return table(
    ["piece", "stands for", "for example"],
    used.map((piece) => [code(piece), pieces[piece].name, code(pieces[piece].sample)]),
  );
}

function closedWords(): string {
  return (Object.keys(closedVocabularies) as ClosedPiece[])
    .map((piece) =>
      page(
        `### ${piece}`,
        `Expected where ${pieces[piece].name} belongs.`,
        table(
          ["word", "meaning"],
          closedVocabularies[piece].map(({ word, help }) => [code(word), help]),
        ),
      ).trimEnd(),
    )
    .join("\n\n");
}

const everywhere = (): readonly ClauseSpec[] => [...clauses.filter(anywhere), ownClause];

export const languagePage = (): string =>
  page(
    generatedFrom("src/core/syntax/vocabulary.ts"),
    "# The language",
    `Version ${languageVersion}. A *header* opens an item, and the *clauses* on the lines after it belong to it, in any order. Blank lines and indentation mean nothing; the formatter indents clauses by two spaces and orders nothing. A \`#\` at the start of a line or after a space starts a comment. A line that begins with a comma or a text in quotes goes on with the line before.`,
    "One clause may stand on the header's line: `claim values: L4 -> L2/3 as Value strength functional`.",
    table(
      ["item", "what it is"],
      items.map((item: ItemSpec) => [`[${item.word}](#${anchor(item.word)})`, item.help]),
    ),
    ...groups.flatMap(({ id, title, text }) => [
      `## ${title}`,
      text,
      ...items.filter((item: ItemSpec & { readonly word: ItemWord }) => item.group === id).map(itemSection),
    ]),
    "## In any item",
    clauseTable(everywhere()),
    "## Pieces",
    "What stands in capitals above. Square brackets in a pattern mean that it may be left out, `…` that there may be several with commas between, `|` that one of them is meant.",
    pieceTable(),
    "RESULT, CRITERION and QUALIFIERS, with their signs, ranges, units and data files, are explained on [the page of numbers](numbers.md), EVIDENCE on [that of evidence](evidence.md), and the phrases of a SCOPE on [that of scopes](scopes.md).",
    `Within an end, the words ${reservedInEnds.map(code).join(", ")} have a meaning of their own; a part with such a name is written in quotes. Names go without regard to case, and \`-\`, \`_\` and a space count the same.`,
    "## Closed words",
    "These lists are closed: another word is an [unknown-word](rules/unknown-word.md). Types of evidence have [a page of their own](evidence.md).",
    closedWords(),
    "## Suppressions",
    "A comment silences a finding, with a reason. At the end of a line it silences that line; alone on a line, the clause or item that comes next; `lamina-ignore-file`, the document.",
    lamina(
      "# lamina-ignore claim-without-evidence -- to be cited once the review is out\nclaim values: L4 -> L2/3 as Value\n  strength functional  # lamina-ignore strength-exceeds-evidence -- recordings are under way",
    ),
    "At the end of the reason, brackets may say who answers for it and until when it holds: `-- to be cited once the review is out (owner: @ada, until: 2026-12-31)`. Either may be left out. The day counts in; after it, [expired-suppression](rules/expired-suppression.md) finds the comment.",
    "In the running text of a manuscript and in a program, the host's own comment silences the paragraph that follows, claims in a fence included: up to the next blank line.",
    "```markdown\n<!-- lamina-ignore overclaim -- the referee asked for this wording -->\n```",
    "In LaTeX that is `% lamina-ignore overclaim -- reason`, in Python `# lamina-ignore …`. A suppression that silences nothing is found in Lamina itself, not in running text.",
  );
