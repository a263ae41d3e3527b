/** A difference in sentences, for the letter that goes with a revision. */
import { escapeMarkdown } from "../core/features/card.ts";
import type { ClaimChange, ClaimDifference, CollectionDifference, PredictionDifference } from "./difference.ts";
import {
  calledReference,
  countedByKind,
  evidenceFieldNames,
  evidenceFieldText,
  evidenceName,
  evidenceWords,
  predictionFieldNames,
  shownReference,
  stanceWords,
  strengthWord,
  wordingNames,
} from "./difference-words.ts";
import { capital, counted, listed, sentence } from "./words.ts";

/** Writes a difference. Ends in a line break. */
export function differenceMarkdown(difference: CollectionDifference): string {
  const { before, after, claims, unchanged, predictions, works } = difference;
  const of = (status: ClaimDifference["status"]): readonly ClaimDifference[] => claims.filter((each) => each.status === status);
  const blocks = [
    "# Changes to the claims",
    summary(difference),
    ...group("Claims that were changed", of("changed"), changedClaim),
    ...group("New claims", of("added"), wholeClaim),
    ...group("Claims that were withdrawn", of("removed"), wholeClaim),
    ...group("Predictions", predictions, predictionItem),
    ...group("Works that are cited for the first time", works.added, ({ line, label, key }) => plain(line ?? label ?? `@${key}`)),
    ...group("Works that are no longer cited", works.removed, ({ line, label, key }) => plain(line ?? label ?? `@${key}`)),
    ...group("Claims that were only moved", of("moved"), (claim) => `${named(claim)}, now in ${plain(shownReference(claim).path)}`),
    ...(unchanged.length === 0 ? [] : [`${capital(countedByKind(unchanged))} ${unchanged.length === 1 ? "is" : "are"} as before.`]),
  ];
  if (claims.length === 0 && predictions.length === 0 && works.added.length + works.removed.length === 0)
    return `# Changes to the claims\n\nNothing in the claims differs between ${plain(before)} and ${plain(after)}.\n`;
  return `${blocks.join("\n\n")}\n`;
}

/** Text as it stands; a key is no citation here, and no one's name. */
const plain = (text: string): string => escapeMarkdown(text).replaceAll("@", "\\@");

/** With a full stop, unless what is quoted ends in one. */
const stopped = (text: string): string => (/[.!?]”$/.test(text) ? text : `${text}.`);

function group<T>(title: string, all: readonly T[], item: (each: T) => string): readonly string[] {
  return all.length === 0 ? [] : [`## ${title}`, all.map((each) => `- ${item(each)}`).join("\n")];
}

function summary({ before, after, claims }: CollectionDifference): string {
  const count = (test: (claim: ClaimDifference) => boolean, word: string): readonly string[] => {
    const found = claims.filter(test).length;
    return found === 0 ? [] : [`${counted(found, "claim")} ${found === 1 ? "was" : "were"} ${word}`];
  };
  const asserts = (direction: "rises" | "falls") => (claim: ClaimDifference) =>
    claim.changes.some((change) => change.kind === "asserted" && change.direction === direction);
  const gains = (kind: "evidence-gained" | "evidence-lost") =>
    claims.flatMap(({ changes }) => changes.filter((change) => change.kind === kind)).length;
  const told = [
    ...count(asserts("falls"), "weakened"),
    ...count(asserts("rises"), "strengthened"),
    ...count(({ status }) => status === "added", "added"),
    ...count(({ status }) => status === "removed", "withdrawn"),
    ...(gains("evidence-gained") > 0
      ? [`${counted(gains("evidence-gained"), "piece")} of evidence came to claims that were there before`]
      : []),
    ...(gains("evidence-lost") > 0 ? [`${counted(gains("evidence-lost"), "piece")} of evidence left them`] : []),
  ];
  const between = `Between ${plain(before)} and ${plain(after)}`;
  return told.length === 0 ? `${between}, no claim came or went and none was weakened or strengthened.` : `${between}, ${listed(told)}.`;
}

/** `*values* (L4 → L2/3 as Value)`. */
function named(claim: ClaimDifference): string {
  const reference = shownReference(claim);
  const called = plain(calledReference(reference));
  return reference.id === undefined ? `*${called}*` : `*${called}* (${plain(reference.written)})`;
}

const inner = (lines: readonly string[]): string => lines.map((line) => `\n  - ${line}`).join("");

function wholeClaim(claim: ClaimDifference): string {
  const { kind, means, asserted, standing, evidence } = shownReference(claim);
  const what = kind === "mapping" ? "Family" : "Claim";
  const stands = standing === "open" ? "a declared gap, which asserts nothing yet" : `asserts ${asserted}, and stands as ${standing}`;
  const sentences = [`${what} ${named(claim)}: ${stands}.`, ...(means === undefined ? [] : [plain(sentence(means))])];
  return `${sentences.join(" ")}${inner(evidence.map((piece) => `Evidence ${stanceWords[piece.stance]}: ${plain(sentence(evidenceWords(piece)))}`))}`;
}

/** The judgements in one sentence after another, all else in a list below. */
function changedClaim(claim: ClaimDifference): string {
  const { changes } = claim;
  const lead: string[] = [];
  const below: string[] = [];
  const subject = `${shownReference(claim).kind === "mapping" ? "Family" : "Claim"} ${named(claim)}`;
  for (const change of changes) {
    const said = leadOf(change, lead.length === 0 ? subject : "It");
    if (said === undefined) below.push(...detailsOf(change));
    else lead.push(said);
  }
  const first = lead.length === 0 ? `${subject} asserts what it did.` : lead.join(" ");
  return `${first}${inner(below)}`;
}

function leadOf(change: ClaimChange, subject: string): string | undefined {
  switch (change.kind) {
    case "renamed":
      if (change.before === null) return `${subject} had no name before.`;
      return `${subject} was called *${plain(change.before)}* before.`;
    case "asserted": {
      const how = { rises: "strengthened", falls: "weakened", changes: "changed" }[change.direction];
      return `${subject} was ${how} from ${change.before} to ${change.after}.`;
    }
    case "earned":
      return `${subject === "It" ? "Its evidence" : `The evidence of ${lowered(subject)}`} now earns ${strengthWord(change.after)}, where it earned ${strengthWord(change.before)}.`;
    case "standing":
      return `${subject} now stands as ${change.after}, where it stood as ${change.before}.`;
    default:
      return undefined;
  }
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function detailsOf(change: ClaimChange): readonly string[] {
  switch (change.kind) {
    case "evidence-gained":
      return [`New evidence ${stanceWords[change.evidence.stance]}: ${plain(sentence(evidenceWords(change.evidence)))}`];
    case "evidence-lost":
      return [`No longer cited as evidence ${stanceWords[change.evidence.stance]}: ${plain(sentence(evidenceWords(change.evidence)))}`];
    case "evidence-changed": {
      const told = change.fields.map((field) =>
        field === "stance"
          ? `it is now evidence ${stanceWords[change.after.stance]}, and was evidence ${stanceWords[change.before.stance]}`
          : `${evidenceFieldNames[field]} is now ${evidenceFieldText(field, change.after)}, and was ${evidenceFieldText(field, change.before)}`,
      );
      return [`Evidence ${stanceWords[change.after.stance]}, ${plain(evidenceName(change.after))}: ${plain(sentence(told.join("; ")))}`];
    }
    case "prediction-added":
      return [`It now makes the prediction *${plain(change.id)}*.`];
    case "prediction-removed":
      return [`It no longer makes the prediction *${plain(change.id)}*.`];
    case "verdict":
      return [`Its prediction *${plain(change.id)}*, which was ${change.before}, is now ${change.after}.`];
    case "wording": {
      const name = capital(wordingNames[change.field]);
      const quoted = (texts: readonly string[]): string => plain(texts.map((text) => `“${text}”`).join("; "));
      if (change.before.length === 0) return [`${name}: now ${stopped(quoted(change.after))}`];
      if (change.after.length === 0) return [`${name}: no longer ${stopped(quoted(change.before))}`];
      return [`${name}: now ${quoted(change.after)}, before ${stopped(quoted(change.before))}`];
    }
    case "moved":
      return [`It moved from ${plain(change.before)} to ${plain(change.after)}.`];
    default:
      return [];
  }
}

function predictionItem({ status, id, before, after, fields }: PredictionDifference): string {
  const name = `*${plain(id)}*`;
  if (status === "added") return `${name} was added${after?.text === undefined ? "" : `: ${plain(sentence(after.text))}`}`;
  if (status === "removed") return `${name} was withdrawn.`;
  const other = fields.filter((field) => field !== "verdict").map((field) => predictionFieldNames[field]);
  const told = [
    ...(fields.includes("verdict") && before && after
      ? [`${name}, which was ${before.verdict}, is now ${after.verdict}: ${plain(sentence(after.reason))}`]
      : []),
    ...(other.length === 0 ? [] : [`${fields.includes("verdict") ? "In it" : `In ${name}`}, ${listed(other)} changed.`]),
  ];
  return told.join(" ");
}
