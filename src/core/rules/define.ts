/** What a rule is: metadata and a function. Severities, manual, settings and tests hang off the metadata. */
import type { Names } from "../atlas/lookup.ts";
import type { Meaning } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { SourceDocument } from "../model/source.ts";
import type { Profile, Severity } from "../settings.ts";
import type { Item, Problem, ProblemCode } from "../syntax/tree.ts";
import type { Span } from "../text.ts";

/** A change to the item's document; spans count from the item's start. */
export interface FixEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly FixEdit[];
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly uri: string;
  readonly item: Item;
  readonly span: Span;
  readonly message: string;
}

/** What a rule reports; spans count from the item's start. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  /** As a function where they take a search: what nobody asks for is not looked for. */
  readonly fixes?: readonly Fix[] | ((context: FixContext) => readonly Fix[]);
  /** Where one rule has findings of two weights: at most this severity. */
  readonly atMost?: Severity;
  /** Where findings of one rule weigh differently by profile: the severities of this one, in place of the rule's. */
  readonly severity?: Rule["severity"];
  /** Whether the message or a fix names ids of the workspace, so that it is made again when ids come or go. */
  readonly suggestsIds?: boolean;
}

/** What fixes are made from, at the time when they are asked for. */
export type FixContext = Omit<RuleContext, "report">;

export interface RuleContext {
  readonly item: Item;
  readonly meaning: Meaning;
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly names: Names;
  /** The names of all rules. */
  readonly ruleCodes: ReadonlySet<string>;
  /** The day that it is, `2026-12-31`, if the door has said so. */
  readonly today?: string | undefined;
  report(report: Report): void;
}

/** What a rule reports on the host around the Lamina; all spans are the host's. */
export interface HostReport {
  readonly span: Span;
  readonly message: string;
  readonly atMost?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface HostContext {
  readonly source: SourceDocument;
  readonly snapshot: Snapshot;
  /** The names of all rules. */
  readonly ruleCodes: ReadonlySet<string>;
  /** The day that it is, `2026-12-31`, if the door has said so. */
  readonly today?: string | undefined;
  report(report: HostReport): void;
}

export interface Rule {
  readonly code: string;
  /** What it finds, in half a sentence; a heading in the manual. */
  readonly title: string;
  /** Local: the item alone. Linked: needs the whole workspace, and waits until it is read. Outward: reads other files. */
  readonly reach: "local" | "linked" | "outward";
  /** The sorts of items that it looks at; all where it does not say, none where it looks at hosts alone. */
  readonly items?: readonly Meaning["kind"][];
  /** By profile; undefined is off. */
  readonly severity: Readonly<Record<Profile, Severity | undefined>>;
  /** Whether it watches over suppressions and settings, and so cannot be silenced by a suppression itself. */
  readonly keepsHouse?: boolean;
  check(context: RuleContext): void;
  /** For what a host says outside its regions, such as in front matter; spans count from the start of the document. */
  checkHost?(context: HostContext): void;
}

export const defineRule = (rule: Rule): Rule => rule;

/** The severities of draft, review and submission, from the first letters that the rule book uses: `e/w/-`. */
export function severity(letters: string): Rule["severity"] {
  const [draft, review, submission] = letters.split("/").map((letter) => byLetter[letter]);
  return { draft, review, submission };
}

const byLetter: Readonly<Record<string, Severity | undefined>> = { e: "error", w: "warning", i: "information", h: "hint" };

/**
 * A rule that hands on what the parser found under its code.
 *
 * @param atMost for problems that weigh less than the others of the rule
 */
export const relay = (
  code: ProblemCode,
  title: string,
  letters: string,
  atMost?: (problem: Problem, context: RuleContext) => Severity | undefined,
): Rule =>
  defineRule({
    code,
    title,
    reach: "local",
    severity: severity(letters),
    check(context) {
      for (const problem of context.item.problems) {
        if (problem.code !== code) continue;
        const most = atMost?.(problem, context);
        context.report({ span: problem.span, message: problem.message, fixes: problem.fixes, ...(most && { atMost: most }) });
      }
    },
  });

/** The fix that adds a clause line after the last line of the item that says something. */
export function addClause(item: Item, ...lines: readonly string[]): FixEdit {
  let end = item.contentEnd;
  while (end < item.text.length && item.text[end] !== "\n" && item.text[end] !== "\r") end++;
  const lineBreak = item.text.includes("\r\n") ? "\r\n" : "\n";
  return { span: { start: end, end }, text: lines.map((line) => `${lineBreak}  ${line}`).join("") };
}

/** The fix that adds an item of its own after this one. */
export function addItem(item: Item, ...lines: readonly string[]): FixEdit {
  const { span } = addClause(item);
  const lineBreak = item.text.includes("\r\n") ? "\r\n" : "\n";
  const [header, ...clauses] = lines;
  return { span, text: `${lineBreak}${lineBreak}${header}${clauses.map((line) => `${lineBreak}  ${line}`).join("")}` };
}

/** Words in quotes as the messages write them. */
export const quote = (text: string): string => `“${text}”`;

/** `a, b or c` */
export function oneOf(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
