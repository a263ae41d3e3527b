/** A difference for a terminal: one claim after another, with signs as other comparisons have them. */
import type { ClaimChange, ClaimDifference, CollectionDifference, PredictionDifference } from "./difference.ts";
import {
  calledReference,
  differenceCounts,
  evidenceFieldNames,
  evidenceFieldText,
  evidenceName,
  evidenceWords,
  predictionFieldNames,
  shownReference,
  strengthWord,
  wordingNames,
} from "./difference-words.ts";
import { oneLine } from "./words.ts";

export interface TextOptions {
  readonly colour: boolean;
}

type Paint = Readonly<Record<"added" | "removed" | "changed" | "strong" | "faint", (text: string) => string>>;

const paintWith = (colour: boolean): Paint => {
  const ink = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { added: ink(32, 39), removed: ink(31, 39), changed: ink(33, 39), strong: ink(1, 22), faint: ink(2, 22) };
};

const directionWords = {
  asserted: { rises: "strengthened", falls: "weakened", changes: "changed" },
  earned: { rises: "earns more", falls: "earns less", changes: "changed" },
  standing: { rises: "rises", falls: "falls", changes: "changed" },
} as const;

/** Writes a difference. Ends in a line break. */
export function differenceText(difference: CollectionDifference, { colour }: TextOptions): string {
  const paint = paintWith(colour);
  const { before, after, claims, predictions, works } = difference;
  const out = [`${paint.strong(shown(before))} → ${paint.strong(shown(after))}`, differenceCounts(difference)];
  for (const status of ["changed", "added", "removed"] as const)
    for (const claim of claims) if (claim.status === status) out.push("", ...claimLines(claim, paint));
  out.push(...movedLines(claims, paint));
  if (predictions.length > 0) out.push("", paint.strong("Predictions"), ...predictions.flatMap((each) => predictionLines(each, paint)));
  if (works.added.length + works.removed.length > 0) {
    out.push("", paint.strong("Works"));
    for (const { key, line, label } of works.added) out.push(paint.added(`+ ${shown(line ?? label ?? `@${key}`)}`));
    for (const { key, line, label } of works.removed) out.push(paint.removed(`- ${shown(line ?? label ?? `@${key}`)}`));
  }
  return `${out.join("\n")}\n`;
}

/** Text of files as a terminal may show it: what would steer the terminal is a replacement character. */
const shown = (text: string): string => oneLine(text).replace(/\p{Cc}/gu, "\ufffd");

/** Claims of which nothing but the file is another, by the files. */
function movedLines(claims: readonly ClaimDifference[], paint: Paint): readonly string[] {
  const byFiles = new Map<string, string[]>();
  for (const claim of claims) {
    if (claim.status !== "moved") continue;
    const files = `${shown(claim.before?.path ?? "")} → ${shown(claim.after?.path ?? "")}`;
    byFiles.set(files, [...(byFiles.get(files) ?? []), shown(calledReference(shownReference(claim)))]);
  }
  return [...byFiles].flatMap(([files, names]) => ["", paint.faint(`> moved, ${files}: ${names.join(", ")}`)]);
}

const signs = { added: "+", removed: "-", changed: "~" } as const;

function claimLines(claim: ClaimDifference, paint: Paint): readonly string[] {
  const { status, changes } = claim;
  const reference = shownReference(claim);
  if (status === "moved") return [];
  const sign = paint[status](signs[status]);
  const place = paint.faint(`${shown(reference.path)}:${reference.line}`);
  const head = `${sign} ${paint.strong(shown(calledReference(reference)))}  ${place}`;
  const inner =
    status === "added" || status === "removed" ? wholeLines(claim, paint) : changes.flatMap((change) => changeLines(change, paint));
  return [head, ...inner.map((line) => `    ${line}`)];
}

function wholeLines(claim: ClaimDifference, paint: Paint): readonly string[] {
  const { id, written, means, asserted, standing, evidence } = shownReference(claim);
  return [
    ...(id === undefined ? [] : [shown(written)]),
    ...(means === undefined ? [] : [paint.faint(shown(means))]),
    standing === "open" ? "open gap" : `asserts ${asserted}; ${standing}`,
    ...evidence.map((piece) => `${piece.stance}: ${shown(evidenceWords(piece))}`),
  ];
}

function changeLines(change: ClaimChange, paint: Paint): readonly string[] {
  switch (change.kind) {
    case "renamed":
      if (change.after === null) return [`was called ${shown(change.before ?? "")}, and has no id now`];
      return [change.before === null ? "has an id now" : `renamed from ${shown(change.before)}`];
    case "asserted":
      return [`asserts ${change.before} → ${change.after} ${paint.changed(`(${directionWords.asserted[change.direction]})`)}`];
    case "earned":
      return [`earns ${strengthWord(change.before)} → ${strengthWord(change.after)} (${directionWords.earned[change.direction]})`];
    case "standing":
      return [`stands ${change.before} → ${change.after} (${directionWords.standing[change.direction]})`];
    case "evidence-gained":
      return [paint.added(`+ ${change.evidence.stance}: ${shown(evidenceWords(change.evidence))}`)];
    case "evidence-lost":
      return [paint.removed(`- ${change.evidence.stance}: ${shown(evidenceWords(change.evidence))}`)];
    case "evidence-changed":
      return [
        `${paint.changed("~")} ${change.after.stance}: ${shown(evidenceName(change.after))}`,
        ...change.fields.map(
          (field) =>
            `    ${evidenceFieldNames[field]}: ${shown(evidenceFieldText(field, change.before))} → ${shown(evidenceFieldText(field, change.after))}`,
        ),
      ];
    case "prediction-added":
      return [paint.added(`+ predicts ${shown(change.id)}`)];
    case "prediction-removed":
      return [paint.removed(`- predicts ${shown(change.id)}`)];
    case "verdict":
      return [`prediction ${shown(change.id)}: ${change.before} → ${change.after}`];
    case "wording":
      return [
        `${wordingNames[change.field]}:`,
        ...change.before.map((text) => paint.removed(`  - ${shown(text)}`)),
        ...change.after.map((text) => paint.added(`  + ${shown(text)}`)),
      ];
    case "moved":
      return [paint.faint(`moved from ${shown(change.before)}`)];
  }
}

function predictionLines({ status, id, before, after, fields }: PredictionDifference, paint: Paint): readonly string[] {
  if (status === "added") return [paint.added(`+ ${shown(id)}`), ...(after?.text === undefined ? [] : [`    ${shown(after.text)}`])];
  if (status === "removed") return [paint.removed(`- ${shown(id)}`)];
  const told = fields.map((field) =>
    field === "verdict" && before && after
      ? `${before.verdict} → ${after.verdict}: ${shown(after.reason)}`
      : `${predictionFieldNames[field]} changed`,
  );
  return [`${paint.changed("~")} ${shown(id)}`, ...told.map((line) => `    ${line}`)];
}
