/** The sections of a report around its claims: what is open, predictions, findings, suppressions, how far works were read, works. */
import { standings } from "../diagram/palette.ts";
import type { RecordClaim, RecordWork } from "../records/record.ts";
import { claimSection, unansweredDisputes, verdictWords } from "./claim-section.ts";
import { findingPlace, placeText, type ReportContext, type ReportFinding } from "./context.ts";
import { code, emphasis, type Line, list, note, paragraph, type Section, section, small, strong } from "./report.ts";
import {
  byCode,
  capital,
  commas,
  counted,
  firstLines,
  joined,
  listed,
  oneLine,
  readingHelp,
  readingOrder,
  sentence,
  standingTitle,
} from "./words.ts";

/** Errors of one rule that are listed; the others are counted. */
const MOST_PLACES = 6;

const severityOrder: readonly string[] = ["error", "warning", "information", "hint"];

/** `3 errors, 1 warning and 2 hints`. */
export function severityCounts(findings: readonly ReportFinding[]): string {
  const counts = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [severity === "information" ? counted(count, "remark") : counted(count, severity)];
  });
  return listed(counts);
}

export function claimsSection(context: ReportContext): Section {
  const groups = standings.flatMap((standing) => {
    const claims = context.claims.filter((claim) => claim.standing === standing);
    const [first] = claims;
    if (!first) return [];
    // what the standing means is told of each claim; here it is enough once
    const [help] = first.why;
    const shared = claims.every(({ why }) => why[0] === help) ? help : undefined;
    return [
      {
        ...section(
          `standing-${standing}`,
          `${capital(standingTitle(standing, claims.length))} (${claims.length})`,
          shared === undefined ? [] : [paragraph(shared)],
          claims.map((claim) => claimSection(claim, context, shared)),
        ),
        standing,
      },
    ];
  });
  if (groups.length > 0) return section("claims", "Claims by standing", [], groups);
  return section("claims", "Claims by standing", [paragraph("No claim was found.")]);
}

export function mappingsSection(context: ReportContext): readonly Section[] {
  if (context.mappings.length === 0) return [];
  const members = (id: string | undefined): readonly RecordClaim[] =>
    context.claims.filter(
      ({ relations }) => id !== undefined && relations.some(({ relation, to }) => relation === "belongs to" && to === id),
    );
  const items = context.mappings.map((mapping): Section => {
    const belonging = members(mapping.id);
    const facts = [
      { term: "Stated in", lines: mapping.statedIn.map(({ works }): Line => context.citations(works)) },
      { term: "Asserts", lines: [[mapping.asserted]] },
      { term: "Notes", lines: mapping.notes.map((text): Line => [oneLine(text)]) },
      { term: "Claims", lines: belonging.length === 0 ? [] : [commas(belonging.map((claim) => context.linkTo(claim)))] },
    ];
    return {
      ...section(context.idOf(mapping), mapping.id ?? oneLine(mapping.written), [
        ...(mapping.id === undefined ? [] : [paragraph(strong(oneLine(mapping.written)))]),
        ...(mapping.means === undefined ? [] : [paragraph(oneLine(mapping.means))]),
        { kind: "paragraph", role: "place", content: [placeText(mapping.place)] },
        { kind: "facts", facts: facts.filter(({ lines }) => lines.length > 0) },
      ]),
      standing: mapping.standing,
    };
  });
  const about =
    "A family gives its claims what they do not say themselves: who states them, how strongly, where they hold. Its evidence is not theirs.";
  return [section("families", "Families of claims", [paragraph(about)], items)];
}

/** Declared gaps, claims without support, disputes that nothing answers, predictions that nothing defines. */
export function openSection(context: ReportContext): Section {
  const gaps = context.claims.filter(({ standing }) => standing === "open");
  const bare = context.claims.filter(({ standing }) => standing === "unsupported");
  const disputed = context.claims.filter((claim) => unansweredDisputes(claim).length > 0);
  const dangling = context.claims.filter(({ undefinedPredictions }) => undefinedPredictions.length > 0);
  const lineOf = (claim: RecordClaim): Line => [
    context.linkTo(claim),
    ...(claim.id === undefined ? [] : [": ", oneLine(claim.means ?? claim.written)]),
  ];
  const parts: Section[] = [
    section("open-gaps", "Declared gaps", [list(gaps.map(lineOf))]),
    section("unsupported-claims", "Claims for which nothing counts yet", [
      paragraph(...commas(bare.map((claim) => context.linkTo(claim))), "."),
    ]),
    section("unanswered-disputes", "Disputes that nothing answers", [
      list(
        disputed.map((claim) => [
          context.linkTo(claim),
          " is disputed by ",
          ...joined(
            unansweredDisputes(claim).map((piece) => context.evidence(piece)),
            "; and by ",
          ),
        ]),
      ),
    ]),
    section("undefined-predictions", "Predictions that are named and defined nowhere", [
      list(dangling.map((claim) => [context.linkTo(claim), " predicts ", ...commas(claim.undefinedPredictions.map(code))])),
    ]),
  ].filter((_, index) => [gaps, bare, disputed, dangling][index]?.length !== 0);
  const nothing = "No declared gap, no claim without support, no dispute without an answer.";
  return section("open", "What is open", parts.length === 0 ? [paragraph(nothing)] : [], parts);
}

export function predictionsSection(context: ReportContext): Section {
  const { predictions } = context.input.collection;
  if (predictions.length === 0) return section("predictions", "Predictions and verdicts", [paragraph("No prediction is written down.")]);
  const order = ["falsified", "confirmed", "undecided", "untested"] as const;
  const counts = order.flatMap((verdict) => {
    const count = predictions.filter((prediction) => prediction.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  const makersOf = new Map<string, RecordClaim[]>();
  for (const claim of context.claims)
    for (const { id } of claim.predictions) {
      const makers = makersOf.get(id);
      if (makers) makers.push(claim);
      else makersOf.set(id, [claim]);
    }
  const items = predictions.map((prediction): Section => {
    const makers = makersOf.get(prediction.id) ?? [];
    const lines = (texts: readonly string[]): readonly Line[] => texts.map((text) => [oneLine(text)]);
    const facts = [
      { term: "Verdict", lines: [[strong(verdictWords(prediction)), ...(prediction.reason ? [`: ${sentence(prediction.reason)}`] : [])]] },
      { term: "Expected", lines: lines(prediction.expects) },
      { term: "Fails if", lines: lines(prediction.falsifiedIf) },
      { term: "Observed", lines: lines(prediction.observed) },
      { term: "Of the claims", lines: makers.length === 0 ? [["of no claim"]] : [commas(makers.map((claim) => context.linkTo(claim)))] },
    ];
    return section(context.predictionId(prediction), prediction.id, [
      paragraph(prediction.text === undefined ? emphasis("It exists in the work, and was not transcribed.") : oneLine(prediction.text)),
      ...(prediction.place ? [{ kind: "paragraph" as const, role: "place" as const, content: [placeText(prediction.place)] }] : []),
      { kind: "facts", facts: facts.filter(({ lines: told }) => told.length > 0) },
    ]);
  });
  return section(
    "predictions",
    "Predictions and verdicts",
    [paragraph(`${counted(predictions.length, "prediction")}: ${listed(counts)}.`)],
    items,
  );
}

export function findingsSection(context: ReportContext): Section {
  const { findings, collection } = context.input;
  const title = "What the checks find";
  if (findings.length === 0)
    return section("findings", title, [paragraph(`Nothing, by the rules of the profile “${collection.profile}”.`)]);
  const rank = ({ severity }: ReportFinding): number => severityOrder.indexOf(severity);
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule) => {
    const found = findings.filter((finding) => finding.rule === rule);
    return { rule, found, rank: Math.min(...found.map(rank)) };
  });
  rules.sort((a, b) => a.rank - b.rank || b.found.length - a.found.length || byCode(a.rule, b.rule));
  const weighty = rules.filter((each) => each.rank === 0);
  return section(
    "findings",
    title,
    [
      paragraph(
        `By the rules of the profile “${collection.profile}”: ${severityCounts(findings)}. Errors are listed below; `,
        code(`lamina check --profile ${collection.profile}`),
        " lists all.",
      ),
      {
        kind: "table",
        columns: [
          { heading: "Rule", share: 3 },
          { heading: "What it finds", share: 5 },
          { heading: "Weight", share: 2 },
          { heading: "Times", share: 1, numeric: true },
        ],
        rows: rules.map(({ rule, found, rank: weight }) => [
          [code(rule)],
          [context.input.rules?.[rule] ?? ""],
          [severityOrder[weight] ?? ""],
          [String(found.length)],
        ]),
      },
    ],
    weighty.map(({ rule, found }, index) =>
      section(`finding-${index + 1}`, rule, [
        list(
          firstLines(
            found.map((finding): Line => [oneLine(finding.message), " ", small(findingPlace(finding))]),
            MOST_PLACES,
          ),
        ),
      ]),
    ),
  );
}

export function silencedSection(context: ReportContext): Section {
  const { silenced } = context.input;
  const title = "What was suppressed, and why";
  if (silenced.length === 0) return section("suppressed", title, [paragraph("No finding is suppressed.")]);
  return section("suppressed", title, [
    paragraph(`${counted(silenced.length, "finding is", "findings are")} silenced by comments in the files.`),
    {
      kind: "table",
      columns: [
        { heading: "Rule", share: 3 },
        { heading: "What it would say", share: 5 },
        { heading: "Why it is silenced", share: 5 },
        { heading: "Where", share: 3 },
      ],
      rows: silenced.map((finding) => [
        [code(finding.rule)],
        [oneLine(finding.message)],
        [
          finding.reason === "" ? emphasis("no reason is given") : oneLine(finding.reason),
          ...(finding.owner === undefined ? [] : [`; ${finding.owner} answers for it`]),
          ...(finding.until === undefined ? [] : [`; until ${finding.until}`]),
        ],
        [findingPlace(finding)],
      ]),
    },
  ]);
}

export function readingSection(context: ReportContext): readonly Section[] {
  if (context.works.length === 0) return [];
  const readings = context.works.map((work) => ({ work, reading: context.readingOf(work) }));
  const groups = [...readingOrder].reverse().map((reading) => ({ reading, works: readings.filter((each) => each.reading === reading) }));
  const unsaid = readings.filter(({ reading }) => reading === undefined);
  const linesOf = (works: typeof readings): Line =>
    joined(
      works.map(({ work }) => context.citation({ key: work.key, label: work.label ?? `@${work.key}` })),
      "; ",
    );
  const limits = context.works.flatMap(({ key, label, source }): Line[] =>
    source?.allows === undefined
      ? []
      : [
          [
            ...context.citation({ key, label: label ?? `@${key}` }),
            " allows at most ",
            strong(source.allows),
            ...(source.allowsReason === undefined ? [] : [`: ${oneLine(source.allowsReason)}`]),
          ],
        ],
  );
  const facts = [
    ...groups.map(({ reading, works }) => ({
      term: `${readingHelp(reading).replace(/\.$/, "")} (${works.length})`,
      lines: works.length === 0 ? [] : [linesOf(works)],
    })),
    { term: `How far is not stated (${unsaid.length})`, lines: unsaid.length === 0 ? [] : [linesOf(unsaid)] },
    { term: "What works allow, in the writers' judgement", lines: limits },
  ];
  return [
    section("reading", "How far the works were read", [
      paragraph(
        "By the writers' own word, and the furthest where several places differ. What a work is said to show was seen that far and no further.",
      ),
      { kind: "facts", facts: facts.filter(({ lines }) => lines.length > 0) },
    ]),
  ];
}

export function referencesSection(context: ReportContext): readonly Section[] {
  if (context.works.length === 0) return [];
  const missing = context.works.filter(({ line }) => line === undefined);
  const told = missing.length === 1 ? "One work is" : `${missing.length} works are`;
  return [
    section("references", "References", [
      ...(missing.length === 0 ? [] : [note(`${told} cited and in no bibliography of the project.`)]),
      { kind: "references", works: context.works.map((work) => ({ id: context.workId(work.key), content: referenceLine(work) })) },
    ]),
  ];
}

function referenceLine({ key, line, doi, arxiv, url }: RecordWork): Line {
  if (line === undefined) return [code(`@${key}`), " ", emphasis("in no bibliography of the project")];
  const [name, address] =
    doi !== undefined
      ? [`doi:${doi}`, `https://doi.org/${doi}`]
      : arxiv !== undefined
        ? [`arXiv:${arxiv}`, `https://arxiv.org/abs/${arxiv}`]
        : [url ?? "", url ?? ""];
  const text = oneLine(line);
  if (!/^https?:\/\/[^\s"<>]+$/.test(address)) return [text];
  // the line of a work may itself end with where it is found
  const bare = [name, address, doi, arxiv].flatMap((form) => (form !== undefined && text.endsWith(form) ? [form] : []));
  const [longest = ""] = bare.sort((a, b) => b.length - a.length);
  return [longest === "" ? `${text} ` : text.slice(0, text.length - longest.length), { kind: "web", text: longest || name, address }];
}
