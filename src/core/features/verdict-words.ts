/** Verdicts in words, for cards, lenses and hints. */
import type { CriterionReport, ObservationReport, PredictionVerdict, Verdict } from "../evidence/verdict.ts";
import type { JudgedPrediction } from "../evidence/verdict-kept.ts";
import { type CardSection, code, escapeMarkdown, firstOf } from "./card.ts";

/** Signs that say a verdict without colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = { confirmed: "✓", falsified: "⊗", undecided: "◑", untested: "○" };

/** How many lines a section of a card has at most. */
const MOST_LINES = 6;

/** The verdict itself, and why. */
export function verdictSection({ verdict, reason, pending }: PredictionVerdict): CardSection {
  if (pending) return { lines: ["*A data file is still being read; the verdict may change.*"] };
  return { lines: [`${verdictSigns[verdict]} **${verdict}**: ${escapeMarkdown(reason)}`] };
}

const statusWords: Readonly<Record<CriterionReport["status"], string>> = {
  holds: "what was observed lies there",
  fails: "what was observed does not lie there",
  open: "what was observed does not decide it",
  unobserved: "nothing that compares was observed",
  "for-people": "for readers to judge",
  unclear: "not clear what is asked",
};

/**
 * What is expected, or what falsifies, each line with what the observations make of it.
 *
 * @param lines the lines of the clause as written, in their order
 */
export function criteriaLines(
  { criteria, observations }: PredictionVerdict,
  clause: CriterionReport["clause"],
  lines: readonly string[],
): string[] {
  return lines.map((written, line) => {
    const shown = `${clause === "falsified if" ? "if " : ""}${code(written)}`;
    const own = criteria.filter((criterion) => criterion.clause === clause && criterion.line === line);
    if (observations.length === 0 || own.length === 0) return shown;
    const told = own.map((criterion) => (own.length > 1 ? `${code(criterion.text)}: ${statusOf(criterion)}` : statusOf(criterion)));
    return `${shown} — *${told.join("; ")}*`;
  });
}

const statusOf = ({ status, reason }: CriterionReport): string => statusWords[status] + (reason ? `: ${escapeMarkdown(reason)}` : "");

/** Where an observation lies, in a few words. */
export function liesWhere({ lies, pending, comparable, form, reason }: ObservationReport): string {
  if (pending) return "still being read";
  if (form === "statement") return "for readers to judge";
  if (!comparable) return "not compared";
  return lies === "expected" ? "as expected" : lies === "failing" ? "falsifies" : reason ? "decides nothing" : "between";
}

/** What was observed, each beside what it says of the prediction. */
export function observedSection({ observations }: PredictionVerdict): CardSection {
  const lines = observations.map((observation) => {
    const { text, value, source, reason, rows, reading } = observation;
    const number = value !== undefined && reading === undefined && !text.includes(value) ? ` = ${escapeMarkdown(value)}` : "";
    const from = source !== undefined && !text.includes(source) ? ` (${escapeMarkdown(source)})` : "";
    const taken = rows === undefined ? "" : `, n = ${rows}`;
    const told = [reason, reading].flatMap((each) => (each === undefined ? [] : escapeMarkdown(each))).join("; ");
    return `${code(text)}${number}${taken}${from} — *${liesWhere(observation)}${told ? `: ${told}` : ""}*`;
  });
  return { title: "Observed", list: true, lines: firstOf(lines, MOST_LINES, (count) => `… and ${count} more`) };
}

/** `confirmed by 1 observation`; undefined where nothing was observed. */
export function verdictTitle({ verdict, observations, pending }: PredictionVerdict): string | undefined {
  if (observations.length === 0) return undefined;
  if (pending) return "data still being read";
  const sign = verdictSigns[verdict];
  const lying = (where: ObservationReport["lies"]): number => observations.filter(({ lies }) => lies === where).length;
  const other = observations.filter(({ comparable }) => !comparable).length;
  const asides = other > 0 && verdict !== "untested" ? `, ${other} not compared` : "";
  switch (verdict) {
    case "confirmed":
      return `${sign} confirmed by ${counted(lying("expected"))}${asides}`;
    case "falsified":
      return `${sign} falsified by ${counted(lying("failing"))}${asides}`;
    case "undecided":
      return `${sign} undecided after ${counted(observations.length - other)}${asides}`;
    case "untested":
      return `${sign} untested: ${counted(other)} that cannot be compared`;
  }
}

/** Where several together decide, none may do so alone. */
const counted = (count: number): string => (count === 0 ? "observations taken together" : `${count} observation${count === 1 ? "" : "s"}`);

/** `1 confirmed, 2 untested`: the predictions of a claim by their verdicts; empty where nothing was observed of any. */
export function verdictCounts(predictions: readonly JudgedPrediction[]): string {
  if (predictions.every(({ verdict }) => verdict.observations.length === 0)) return "";
  return (["falsified", "confirmed", "undecided", "untested"] as const)
    .flatMap((wanted) => {
      const count = predictions.filter(({ verdict }) => verdict.verdict === wanted).length;
      return count > 0 ? [`${count} ${wanted}`] : [];
    })
    .join(", ");
}
