/** What a report of a collection of claims says, and in which order. */
import { standings } from "../diagram/palette.ts";
import { checklistSection } from "./checklist.ts";
import { ReportContext, type ReportInput } from "./context.ts";
import { type Block, type Line, list, note, paragraph, type Report, type Section, section } from "./report.ts";
import {
  claimsSection,
  findingsSection,
  mappingsSection,
  openSection,
  predictionsSection,
  readingSection,
  referencesSection,
  severityCounts,
  silencedSection,
} from "./sections.ts";
import { counted, listed, standingTitle } from "./words.ts";

/** Makes a report. Same input, same report. */
export function reportOf(input: ReportInput): Report {
  const context = new ReportContext(input);
  return {
    title: titleOf(input, "Claims and evidence"),
    subtitle: subtitleOf(input),
    sections: [
      glanceSection(context),
      ...(input.figure ? [section("picture", "The picture", [{ kind: "figure", ...input.figure }])] : []),
      claimsSection(context),
      ...mappingsSection(context),
      openSection(context),
      predictionsSection(context),
      findingsSection(context),
      silencedSection(context),
      checklistSection(context),
      ...readingSection(context),
      ...referencesSection(context),
    ],
  };
}

/** The checklist alone. Claims that it names are not linked, as they do not stand in it. */
export function checklistReport(input: ReportInput): Report {
  const bare = (line: Line): Line => line.map((piece) => (typeof piece !== "string" && piece.kind === "link" ? piece.text : piece));
  const { blocks, ...rest } = checklistSection(new ReportContext(input));
  const unlinked = blocks.map(
    (block): Block => (block.kind === "table" ? { ...block, rows: block.rows.map((cells) => cells.map(bare)) } : block),
  );
  return {
    title: titleOf(input, "Checklist"),
    subtitle: subtitleOf(input),
    sections: [{ ...rest, blocks: unlinked }],
  };
}

const titleOf = ({ title, collection }: ReportInput, what: string): string =>
  title ?? (collection.title === "" ? what : `${what}: ${collection.title}`);

const subtitleOf = ({ date, collection: { profile } }: ReportInput): string =>
  [...(date === undefined ? [] : [date]), "written by Lamina from the claims themselves", `checked by the profile “${profile}”`].join(
    " · ",
  );

function glanceSection(context: ReportContext): Section {
  const { claims, mappings, works } = context;
  const { collection, findings, silenced } = context.input;
  const shares = standings.map((standing) => ({ standing, count: claims.filter((claim) => claim.standing === standing).length }));
  const told = shares.filter(({ count }) => count > 0).map(({ standing, count }) => `${count} ${standingTitle(standing, count)}`);
  const lead = claims.length === 0 ? "No claim was found." : `${counted(claims.length, "claim")}: ${listed(told)}.`;
  const { predictions } = collection;
  const tested = predictions.filter(({ verdict }) => verdict !== "untested").length;
  const lines: Line[] = [
    ...(mappings.length === 0 ? [] : [[`${counted(mappings.length, "family", "families")} of claims.`]]),
    [
      `${counted(predictions.length, "prediction")}, of which ${tested === 0 ? "none has" : tested === 1 ? "1 has" : `${tested} have`} an outcome.`,
    ],
    [`${counted(works.length, "work is", "works are")} cited.`],
    [findings.length === 0 ? "The checks find nothing." : `The checks find ${severityCounts(findings)}.`],
    ...(silenced.length === 0 ? [] : [[`${counted(silenced.length, "finding is", "findings are")} suppressed.`]]),
  ];
  return section("glance", "At a glance", [
    { kind: "paragraph", role: "lead", content: [lead] },
    ...(claims.length === 0 ? [] : [{ kind: "shares" as const, shares: shares.filter(({ count }) => count > 0) }]),
    list(lines),
    ...(claims.length === 0 ? [] : [note(...caution)]),
    ...(claims.length === 0
      ? [paragraph("Claims are written in .lamina files, in manuscripts, in notebooks and in the comments of programs.")]
      : []),
  ]);
}

const caution: Line = [
  "What a claim asserts is its writer's choice. What its evidence earns, and the standing that follows, is Lamina's rule of thumb: ",
  "it weighs kinds of evidence. No work that is cited says so, and it does not measure how true a claim is. ",
  "What a work is said to show is the writer's account of it, read as far as is said beside it.",
];
