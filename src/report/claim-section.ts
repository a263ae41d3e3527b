/** One claim of a report: what it says, what it asserts and earns and why, what stands for it and against it. */
import type { RecordClaim, RecordEvidence, RecordPrediction } from "../records/record.ts";
import { placeText, type ReportContext } from "./context.ts";
import { type Block, emphasis, type Fact, type Line, paragraph, type Section, small, strong } from "./report.ts";
import { commas, firstLines, joined, oneLine, readingWords } from "./words.ts";

/** Sentences of manuscripts, and places in programs, that are listed of one claim. */
const MOST_PLACES = 5;

const assertedBy: Readonly<Record<RecordClaim["assertedBy"], string>> = {
  claim: "",
  family: ", as its family does",
  default: ", as it does not say how much: the least counts",
};

/** Why a dispute stands where nothing answers it: no qualification of another finding, and no word of the writer's. */
export function unansweredDisputes(claim: RecordClaim): readonly RecordEvidence[] {
  if ([...claim.because, ...claim.notes].some((text) => oneLine(text) !== "")) return [];
  const answers = claim.evidence.filter(({ stance }) => stance === "qualifies");
  const isSame = (a: RecordEvidence, b: RecordEvidence): boolean =>
    a.type === b.type &&
    oneLine(a.shows ?? "") === oneLine(b.shows ?? "") &&
    ((a.id !== undefined && a.id === b.id) ||
      (a.data !== undefined && a.data === b.data) ||
      a.works.some(({ key, version }) => b.works.some((work) => work.key === key && work.version === version)));
  return claim.evidence.filter((piece) => piece.stance === "disputes" && piece.weighed && answers.every((answer) => isSame(answer, piece)));
}

/** @param told a line of why that was said already */
export function claimSection(claim: RecordClaim, context: ReportContext, told: string | undefined): Section {
  const { id, written, standing, asserted, earned, means, place } = claim;
  const line = oneLine(written);
  const head: Block[] = [
    ...(id === undefined ? [] : [paragraph(strong(line))]),
    ...(means === undefined ? [] : [paragraph(oneLine(means))]),
    { kind: "paragraph", role: "place", content: [placeText(place)] },
  ];
  const verdict: Line = [
    { kind: "standing", standing, text: standing === "open" ? "open gap" : standing },
    ...(standing === "open"
      ? [": nothing is asserted yet"]
      : [
          ": asserts ",
          strong(asserted),
          claim.sense === undefined ? "" : ` (“${oneLine(claim.sense)}”)`,
          assertedBy[claim.assertedBy],
          "; its evidence earns ",
          strong(earned ?? "nothing"),
        ]),
  ];
  const facts: Fact[] = [
    fact("Standing", [verdict]),
    fact(
      "Why",
      claim.why.filter((why) => why !== told).map((why) => [oneLine(why)]),
    ),
    ...(["supports", "disputes", "qualifies"] as const).map((stance) =>
      fact(
        { supports: "For it", disputes: "Against it", qualifies: "Qualified by" }[stance],
        claim.evidence.filter((piece) => piece.stance === stance).map((piece) => context.evidence(piece)),
      ),
    ),
    fact("Unanswered", unansweredNote(claim)),
    fact(
      "No dispute found",
      claim.undisputed
        ? [[`as of ${claim.undisputed.date}`, ...(claim.undisputed.where ? [`: ${oneLine(claim.undisputed.where)}`] : [])]]
        : [],
    ),
    fact(
      "Stated in",
      claim.statedIn.map(({ works, read, through, inherited }) => [
        ...context.citations(works),
        " ",
        small([readingWords(read, through), ...(inherited ? ["of its family"] : [])].join("; ")),
      ]),
    ),
    fact(
      "Because",
      claim.because.map((text) => [oneLine(text)]),
    ),
    fact("Where", whereLine(claim)),
    fact("Predicts", predictionLines(claim, context)),
    fact("Beside it", relationLines(claim, context)),
    fact(
      "Notes",
      claim.notes.map((text) => [oneLine(text)]),
    ),
    fact(
      "Stated at",
      firstLines(
        claim.sentences.map(({ exact, place: at }) => [`“${oneLine(exact)}” `, small(placeText(at))]),
        MOST_PLACES,
      ),
    ),
    fact(
      "In programs",
      firstLines(
        claim.implementations.map((at) => [placeText(at)]),
        MOST_PLACES,
      ),
    ),
  ].filter(({ lines }) => lines.length > 0);
  return { id: context.idOf(claim), title: [id ?? line], standing, blocks: [...head, { kind: "facts", facts }], sections: [] };
}

const fact = (term: string, lines: readonly Line[]): Fact => ({ term, lines });

/** Where it holds, at which scale, through what, and what of its ends is meant, in one line. */
function whereLine({ scope, level, via, facets }: RecordClaim): readonly Line[] {
  const told = [
    ...(scope === undefined ? [] : [scope]),
    ...(level === undefined ? [] : [`at the level of ${level}s`]),
    ...(via.length === 0 ? [] : [`through ${via.join(", ")}`]),
    ...facets.map(({ text, of }) => `meant is “${oneLine(text)}”${of === undefined ? "" : ` of ${of}`}`),
  ];
  return told.length === 0 ? [] : [[told.join("; ")]];
}

function unansweredNote(claim: RecordClaim): readonly Line[] {
  const { length } = unansweredDisputes(claim);
  if (length === 0) return [];
  return [[length === 1 ? "nothing answers the dispute" : `nothing answers these ${length} disputes`]];
}

export const verdictWords = ({ verdict, pending }: RecordPrediction): string =>
  pending ? `${verdict}, with data still to be looked at` : verdict;

function predictionLines(claim: RecordClaim, context: ReportContext): readonly Line[] {
  const told = [
    ...claim.predictions.map((prediction): Line => [context.linkToId(prediction.id), ": ", emphasis(verdictWords(prediction))]),
    ...claim.undefinedPredictions.map((id): Line => [context.linkToId(id), ": ", emphasis("defined nowhere")]),
  ];
  return told.length === 0 ? [] : [joined(told, "; ")];
}

/** `rivals keys, keys-superficial-only; refines values`: all in one line. */
function relationLines({ relations }: RecordClaim, context: ReportContext): readonly Line[] {
  const kinds = [...new Set(relations.map(({ relation }) => relation))];
  if (kinds.length === 0) return [];
  const told = kinds.map(
    (kind): Line => [`${kind} `, ...commas(relations.filter(({ relation }) => relation === kind).map(({ to }) => context.linkToId(to)))],
  );
  return [joined(told, "; ")];
}
