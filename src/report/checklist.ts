/**
 * A checklist of claims and evidence, of the kind that conferences ask for, filled in as far as the records go. The questions are
 * Lamina's own. An answer says what the records show and never more: what no record can show is left to the authors.
 */
import type { RecordClaim, RecordPrediction } from "../records/record.ts";
import { unansweredDisputes } from "./claim-section.ts";
import type { ReportContext } from "./context.ts";
import { type Answer, type Inline, type Line, note, type Section, section, strong } from "./report.ts";
import { commas, counted, listed, readingOf, standingTitle } from "./words.ts";

/** Claims that are named in one answer; the others are counted. */
const MOST_NAMED = 8;

export interface ChecklistEntry {
  readonly question: string;
  readonly answer: Answer;
  /** Why, each a sentence. */
  readonly reasons: readonly Line[];
}

type Question = (context: ReportContext) => ChecklistEntry;

/** Claims that assert something: neither declared gaps nor programmes. */
const assertions = ({ claims }: ReportContext): readonly RecordClaim[] => claims.filter(({ standing }) => standing !== "open");

/** `Open: a, b and 3 more.` */
function naming(context: ReportContext, words: string, claims: readonly RecordClaim[]): Line {
  const links: Inline[] = claims.slice(0, MOST_NAMED).map((claim) => context.linkTo(claim));
  const more = claims.length - links.length;
  return [`${words}: `, ...commas(links), ...(more > 0 ? [` and ${more} more`] : []), "."];
}

const some = (context: ReportContext, words: string, claims: readonly RecordClaim[]): readonly Line[] =>
  claims.length === 0 ? [] : [naming(context, words, claims)];

/** `yes` where all are well, `no` where none is. */
function share(well: number, all: number): Answer {
  if (all === 0) return "not-applicable";
  return well === all ? "yes" : well === 0 ? "no" : "partial";
}

const noClaims: readonly Line[] = [["No claim asserts anything."]];

const evidenceMatches: Question = (context) => {
  const claims = assertions(context);
  const supported = claims.filter(({ standing }) => standing === "supported");
  const others = (["overstated", "contested", "refuted", "unsupported"] as const).flatMap((standing) => {
    const found = claims.filter((claim) => claim.standing === standing);
    return some(context, `${found.length} ${standingTitle(standing, found.length)}`, found);
  });
  return {
    question: "Does each claim assert no more than the evidence that is cited for it earns?",
    answer: share(supported.length, claims.length),
    reasons:
      claims.length === 0
        ? noClaims
        : [
            [`${supported.length} of ${counted(claims.length, "claim")} assert no more than Lamina's ladder of evidence grants.`],
            ...others,
          ],
  };
};

const textMatches: Question = (context) => {
  const stated = assertions(context).filter(({ sentences }) => sentences.length > 0);
  const over = context.input.findings.filter(({ rule }) => rule === "overclaim" || rule === "wording-drift");
  // other profiles may not look for wording that is too strong
  const isWhole = context.input.collection.profile === "submission" && stated.length === assertions(context).length;
  return {
    question: "Do the sentences of the manuscript say no more than the claims that they state?",
    answer: stated.length === 0 ? "to-be-answered" : over.length === 0 && isWhole ? "yes" : "partial",
    reasons:
      stated.length === 0
        ? [["No sentence of a manuscript is linked to a claim."]]
        : [
            [
              `${stated.length} of ${counted(assertions(context).length, "claim")} are linked to sentences; `,
              over.length === 0
                ? "no wording among these is found to be stronger than its claim."
                : `${counted(over.length, "finding")} of wording that is too strong.`,
            ],
            ["Sentences that are not linked were not compared."],
          ],
  };
};

const objections: Question = (context) => {
  const claims = assertions(context);
  const disputed = claims.filter(({ evidence }) => evidence.some(({ stance }) => stance === "disputes"));
  const unanswered = claims.filter((claim) => unansweredDisputes(claim).length > 0);
  const searched = claims.filter((claim) => !disputed.includes(claim) && claim.undisputed !== undefined);
  const silent = claims.filter((claim) => !disputed.includes(claim) && claim.undisputed === undefined);
  return {
    question: "Is evidence against the claims named, and answered where it is?",
    answer: share(claims.length - unanswered.length - silent.length, claims.length),
    reasons:
      claims.length === 0
        ? noClaims
        : [
            [
              `Against ${counted(disputed.length, "claim")} something is cited; of ${searched.length} it is said that a search found nothing.`,
            ],
            ...some(context, "Disputed, with nothing in answer", unanswered),
            ...some(context, "Whether anything was looked for is not said", silent),
          ],
  };
};

const limits: Question = (context) => {
  const claims = assertions(context);
  const isLimited = ({ scope, evidence }: RecordClaim): boolean =>
    scope !== undefined || evidence.some(({ stance }) => stance === "qualifies");
  const limited = claims.filter(isLimited);
  const gaps = context.claims.filter(({ standing }) => standing === "open");
  return {
    question: "Is it said where each claim holds, and what limits it?",
    answer: share(limited.length, claims.length),
    reasons: [
      ...(claims.length === 0
        ? noClaims
        : [[`${limited.length} of ${counted(claims.length, "claim")} name a species, area, age, state or a qualification.`]]),
      ...some(
        context,
        "Neither a scope nor a qualification",
        claims.filter((claim) => !isLimited(claim)),
      ),
      ...some(context, "Declared as open", gaps),
    ],
  };
};

const theorems: Question = (context) => {
  const formal = context.claims.filter(({ claimKind }) => claimKind === "theorem");
  const derived = formal.filter(({ evidence }) => evidence.some(({ stance, weighed }) => stance === "supports" && weighed));
  const assuming = formal.filter(({ relations }) => relations.some(({ relation }) => relation === "assumes"));
  const complete = formal.filter((claim) => derived.includes(claim) && assuming.includes(claim));
  if (formal.length === 0)
    return {
      question: "Does each theorem name its assumptions and where it is proved?",
      answer: "not-applicable",
      reasons: [["No claim is of the kind “theorem”."]],
    };
  return {
    question: "Does each theorem name its assumptions and where it is proved?",
    answer: share(complete.length, formal.length),
    reasons: [
      [
        `${assuming.length} of ${counted(formal.length, "theorem")} name claims that they assume; for ${derived.length} a derivation or other support is cited.`,
      ],
      ...some(
        context,
        "Without one or the other",
        formal.filter((claim) => !complete.includes(claim)),
      ),
      ["Whether the proofs are complete and correct is for the authors to answer."],
    ],
  };
};

const predicted = ({ input }: ReportContext): readonly RecordPrediction[] => input.collection.predictions;

const falsifiable: Question = (context) => {
  const claims = assertions(context).filter(({ claimKind }) => claimKind !== "theorem" && claimKind !== "method");
  const failing = (claim: RecordClaim): boolean => claim.predictions.some(({ falsifiedIf }) => falsifiedIf.length > 0);
  const well = claims.filter(failing);
  return {
    question: "Is it said what would have to be observed for each claim to fail?",
    answer: share(well.length, claims.length),
    reasons:
      claims.length === 0
        ? [["No claim asserts anything that an observation could speak against."]]
        : [
            [`${well.length} of ${counted(claims.length, "claim")} make a prediction that says when it has failed.`],
            ...some(
              context,
              "No such prediction",
              claims.filter((claim) => !failing(claim)),
            ),
          ],
  };
};

const outcomes: Question = (context) => {
  const predictions = predicted(context);
  const told = (["confirmed", "falsified", "undecided", "untested"] as const).flatMap((verdict) => {
    const count = predictions.filter((prediction) => prediction.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  const decided = predictions.filter(({ verdict, pending }) => (verdict === "confirmed" || verdict === "falsified") && !pending);
  const falsified = predictions.filter(({ verdict }) => verdict === "falsified");
  return {
    question: "Is the outcome of every prediction reported, those that failed included?",
    answer: share(decided.length, predictions.length),
    reasons:
      predictions.length === 0
        ? [["No prediction is written down."]]
        : [
            [`${counted(predictions.length, "prediction")}: ${listed(told)}.`],
            ...(falsified.length === 0 ? [] : [["Falsified: ", ...commas(falsified.map(({ id }) => context.linkToId(id))), "."] as Line]),
            ["Whether anything else was tried and left out, no record can show."],
          ],
  };
};

const observed = (context: ReportContext): readonly RecordPrediction[] => predicted(context).filter((each) => each.observed.length > 0);

/** An interval, a spread or a number of cases, as `observed` writes them. */
const uncertain = (text: string): boolean => /±|\bci\b|\b(?:n|sd|p) *[=<>~]/.test(text.replace(/"[^"]*"/g, ""));

const uncertainty: Question = (context) => {
  const results = observed(context);
  const well = results.filter((prediction) => prediction.observed.every(uncertain));
  const bare = results.filter((prediction) => !well.includes(prediction));
  return {
    question: "Do observed numbers come with their uncertainty or the number of cases?",
    answer: share(well.length, results.length),
    reasons:
      results.length === 0
        ? [["No observation is recorded."]]
        : [
            [
              `Of ${counted(results.length, "prediction")} with an observation, ${well.length} give an interval, a spread or a number of cases with each.`,
            ],
            ...(bare.length === 0 ? [] : [["Without: ", ...commas(bare.map(({ id }) => context.linkToId(id))), "."] as Line]),
          ],
  };
};

const dataNamed: Question = (context) => {
  const results = observed(context);
  const fromData = results.filter((prediction) => prediction.observed.some((text) => /\bdata\s+"/.test(text)));
  const cited = results.filter((prediction) => !fromData.includes(prediction) && (prediction.observedIn?.length ?? 0) > 0);
  const evidence = new Set(context.claims.flatMap((claim) => claim.evidence.flatMap(({ data }) => data ?? [])));
  return {
    question: "Is it said which data the results rest on, and can others obtain them?",
    answer: results.length === 0 && evidence.size === 0 ? "not-applicable" : "to-be-answered",
    reasons: [
      results.length === 0 && evidence.size === 0
        ? ["No observation and no data file is recorded."]
        : [
            `Of ${counted(results.length, "prediction")} with an observation, ${fromData.length} name a data file and ${cited.length} a work`,
            evidence.size === 0 ? "." : `; ${counted(evidence.size, "data file is", "data files are")} cited as evidence.`,
          ],
      ...(results.length === 0 && evidence.size === 0
        ? []
        : [["Whether others can obtain the data, and under which terms, is for the authors to answer."]]),
    ],
  };
};

const programs: Question = (context) => {
  const implemented = context.claims.filter(({ implementations }) => implementations.length > 0);
  const models = new Set(context.claims.flatMap(({ evidence }) => evidence.flatMap(({ model }) => model ?? [])));
  const none = implemented.length === 0 && models.size === 0;
  return {
    question: "Is the code of models and analyses named, and can others run it?",
    answer: none ? "not-applicable" : "to-be-answered",
    reasons: none
      ? [["No program and no model is recorded."]]
      : [
          ...some(context, "Named in programs of the project", implemented),
          ...(models.size === 0 ? [] : [[`Models that are cited as evidence: ${listed([...models])}.`] as Line]),
          ["Whether others can obtain and run the code is for the authors to answer."],
        ],
  };
};

const sourcesRead: Question = (context) => {
  const asEvidence = new Set(context.claims.flatMap(({ evidence }) => evidence.flatMap(({ works }) => works.map(({ key }) => key))));
  const cited = context.works.filter(({ key }) => asEvidence.has(key));
  const full = cited.filter((work) => context.readingOf(work) === "full-text");
  const unread = assertions(context).filter(({ evidence }) => {
    const supports = evidence.filter(({ stance, works }) => stance === "supports" && works.length > 0);
    return supports.length > 0 && supports.every(({ read }) => ["title-only", "not-read", "secondary"].includes(readingOf(read) ?? ""));
  });
  return {
    question: "Were the works that are cited as evidence themselves read?",
    answer: share(full.length, cited.length),
    reasons:
      cited.length === 0
        ? [["No work is cited as evidence."]]
        : [
            [
              `By the writers' own word, ${full.length} of ${counted(cited.length, "work")} were read in full. The others are listed under “How far the works were read”.`,
            ],
            ...some(context, "No support that was itself read, be it in the abstract", unread),
          ],
  };
};

const worksFound: Question = (context) => {
  const found = context.works.filter(({ line }) => line !== undefined);
  const named = found.filter(({ doi, arxiv, pmid, isbn, url }) => [doi, arxiv, pmid, isbn, url].some((each) => each !== undefined));
  return {
    question: "Can every work that is cited be found by its reference?",
    answer: share(named.length, context.works.length),
    reasons:
      context.works.length === 0
        ? [["No work is cited."]]
        : [
            [
              `${found.length} of ${counted(context.works.length, "work")} are in a bibliography of the project; ${named.length} of these have a DOI, another identifier or an address.`,
            ],
          ],
  };
};

const suppressions: Question = ({ input: { silenced } }) => {
  const reasoned = silenced.filter(({ reason }) => reason !== "");
  return {
    question: "Is a reason given for every finding that was suppressed?",
    answer: share(reasoned.length, silenced.length),
    reasons:
      silenced.length === 0 ? [["No finding is suppressed."]] : [[`A reason stands beside ${reasoned.length} of ${silenced.length}.`]],
  };
};

const beyond =
  (question: string, why: string): Question =>
  () => ({ question, answer: "to-be-answered", reasons: [[why]] });

const questions: readonly Question[] = [
  evidenceMatches,
  textMatches,
  objections,
  limits,
  theorems,
  falsifiable,
  outcomes,
  uncertainty,
  dataNamed,
  programs,
  sourcesRead,
  worksFound,
  suppressions,
  beyond(
    "Are the makers of data, models and code that were used credited, and their terms kept?",
    "No record says under which terms they are given.",
  ),
  beyond("Were studies of people or animals approved by those who must approve them?", "No record speaks of approval."),
  beyond("Is it said which computing the results took?", "No record speaks of computing."),
];

/** All questions with their answers. */
export const checklistOf = (context: ReportContext): readonly ChecklistEntry[] => questions.map((question) => question(context));

export function checklistSection(context: ReportContext): Section {
  return section("checklist", "Checklist of claims and evidence", [
    note(
      "Filled in from the records by Lamina, in its own words and after the kind of checklist that conferences ask for; it is no such form. ",
      "“Yes” says that the records show it, “Not applicable” that they hold nothing of the sort. Authors should read every answer before they make it theirs.",
    ),
    {
      kind: "table",
      columns: [
        { heading: "Question", share: 4 },
        { heading: "Answer", share: 2 },
        { heading: "By the records", share: 7 },
      ],
      rows: checklistOf(context).map(({ question, answer, reasons }) => [
        [strong(question)],
        [{ kind: "answer", answer }],
        reasons.flatMap((reason, index) => (index === 0 ? [...reason] : [" ", ...reason])),
      ]),
    },
  ]);
}
