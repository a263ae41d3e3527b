/** The page of numbers: quantities and tests, what is observed, units, and tables of data. */
import { missingWords } from "../../../src/core/data/cells.ts";
import { unitEndings } from "../../../src/core/data/columns.ts";
import type { Aggregate } from "../../../src/core/data/request.ts";
import { countedThings } from "../../../src/core/evidence/units.ts";
import { verdicts } from "../../../src/core/evidence/verdict.ts";
import { aggregates } from "../../../src/core/syntax/evidence.ts";
import type { Comparator } from "../../../src/core/syntax/tree.ts";
import { measures } from "../../../src/core/syntax/values.ts";
import { code, generatedFrom, lamina, page, table } from "./markdown.ts";

const comparators: Readonly<Record<Comparator, string>> = {
  "=": "equal; with a ±, anywhere within it",
  "!=": "not equal; with a ±, outside it",
  "<": "below",
  "<=": "below or equal",
  ">": "above",
  ">=": "above or equal",
  "~": "about: within a fifth of the number to either side, or within its ± where that is more",
};

const aggregateMeanings: Readonly<Record<Aggregate, string>> = {
  mean: "their mean; only this one gives an interval where `with ci 95 %` asks for one",
  median: "their median",
  min: "the least",
  max: "the greatest",
  count: "how many rows have something in the column; compared with nothing but a number of things",
};

const measureMeanings: Readonly<Record<string, string>> = {
  ci: "the confidence interval is meant, of this level: `ci 95 %`",
  n: "how many were measured: `n >= 6`, `n = 8`",
  p: "the p value: `p < 0.01`",
  d: "the effect size: `d >= 0.5`",
  sd: "the standard deviation: `sd = 0.2`",
};

/** What a table of the language says, in its order. */
function meaningOf(meanings: Readonly<Record<string, string>>, word: string): string {
  const meaning = meanings[word];
  if (meaning === undefined) throw new Error(`the page of numbers does not say what “${word}” means`);
  return meaning;
}

const words = (list: Iterable<string>): string =>
  [...list]
    .filter((word) => word !== "")
    .map(code)
    .join(", ");

const example = `claim drive: thalamus -> L4 as Embedding
  supported by [@binzegger2004quantitative] anatomy_light "thalamic axons end in layer 4" in cat V1 read abstract
  predicts thalamic-minority

prediction thalamic-minority: "Thalamic synapses are a minority on layer 4 cells"
  expects "share of thalamic synapses" of "asymmetric synapses on layer 4 cells" < 25 %
  falsified if >= 50 % with ci 95 %
  tested by anatomy_em in cat V1, adult with n >= 6
  observed data "data/synapses.csv" column share where layer = "L4" mean`;

export const numbersPage = (): string =>
  page(
    generatedFrom("scripts/generate/manual/numbers.ts and the tables of the language"),
    "# Numbers, predictions and data",
    lamina(example),
    "A number is said in a RESULT: after `expects`, `falsified if`, `observed` and, in an `evidence` item, `measures`. It always has the same order:",
    '```text\nRESULT     CRITERION [in SCOPE] [with QUALIFIERS] [from SOURCE]\nCRITERION  QUANTITY TEST   |   QUANTITY data …   |   TEST alone   |   QUANTITY alone\nQUANTITY   "what is measured" [of "what it is a share of"]\nQUALIFIERS ci 95 %, n >= 6, p < 0.01, "a condition in your own words"\n```',
    "Several CRITERIA on a line are joined by `and` or by `or`, not by both. `in`, `with` and `from` end the line, in this order, and hold for all of it. Several lines of `expects` must all hold; of `falsified if`, any one is enough.",
    "## Quantities",
    "A quantity is a text in quotes. Equal texts, letter by letter but for blanks, are the same quantity; texts that differ are different ones and are never compared. Where a prediction has one quantity only, later lines may leave it out, as the `falsified if` and `observed` lines above do.",
    'What is a share of something says of what: `"share" of "synapses on layer 4 cells"`. Shares of different things are different numbers and are not compared. `of ?` says that the source does not tell; then nothing is compared with it.',
    'A quantity without a test is a statement for people: `falsified if "both fall alike"`. It is shown and never evaluated. `observed "a quantity" from ID` takes the value that the `evidence` item measures.',
    "## Tests",
    table(
      ["test", "what was observed lies"],
      [
        ...(Object.keys(comparators) as Comparator[]).map((sign) => [code(`${sign} 5 %`), comparators[sign]]),
        [code("within 10..15 %"), "in the range, its ends included"],
        [code("outside 10..15 %"), "beyond either end of the range"],
        [code("includes 0 ms"), "around the number: the interval that was observed holds it"],
        [code('> "another quantity"'), "above what was observed of the other quantity, by the same source"],
        [code('> "another quantity" by 5 %'), "above it by at least the margin: per cent of the other, or a number with a unit"],
      ],
    ),
    "A range has two dots, and its unit stands once, behind it. `5 ± 1 ms` is any number from 4 to 6 ms: beside `=` it is room to either side; beside `<` and `>` all of it must be passed, beside `<=` and `>=` its nearer end. Numbers are written with a decimal point and without blanks or commas in them: `20000`, `2e4`, `-0.5`.",
    lamina(`claim selection: gain-modulation as Attention-weights
  supported by [@mcadams1999effects] ephys_extracellular "attention raises responses" in macaque V4 read abstract
  predicts order, window

prediction order: "Context matters more above layer 4"
  expects "context index of L2/3" > "context index of L4" by 0.1
  falsified if "context index of L2/3" <= "context index of L4"

prediction window: "Coincidence is needed"
  expects "window" within 5..30 ms and "gain" >= 1.2
  falsified if "window" > 100 ms or "gain" = 1 ± 0.05`),
    "## Qualifiers",
    "What stands after `with` is asked of an observation where it stands on `expects` or `falsified if`, and said by it where it stands on `observed` or `measures`. What is asked and not said leaves the prediction undecided.",
    table(
      ["qualifier", "what it says"],
      [
        ...measures.map((measure) => [code(measure), meaningOf(measureMeanings, measure)]),
        [code('"corrected"'), "a condition in your own words, which must be said in the same words"],
      ],
    ),
    "`with ci 95 %` behind a test asks that the whole interval lies there. Behind an observation it says that the numbers are an interval of this level.",
    "## How it is to be tested",
    "`tested by TYPE [in SCOPE] [with QUALIFIERS]` says with what sort of [evidence](evidence.md), where, and with what sample a prediction is to be tested. Its `ci`, `n`, `p`, `d` and `sd` are asked of every observation, as if they stood on each line of `expects` and `falsified if`; a line that asks for a measure of its own asks for that instead. Of several `tested by` lines one must be met. Its scope is for readers: it is shown, and not compared.",
    "## What was observed",
    table(
      ["line", "where the number comes from"],
      [
        [code('observed "gain" = 1.5 ± 0.1 in rat S1 with n = 8 from [@key, fig. 2]'), "it is written here, with the work that it is from"],
        [code('observed "gain" from ID'), "an `evidence` item that `measures` the quantity"],
        [
          code('observed "gain" data "data/gains.csv" column gain mean'),
          "a data file; `data` stands right after the quantity, and there is no `from`",
        ],
      ],
    ),
    table(
      ["verdict", "when"],
      verdicts.map(({ verdict, help }) => [verdict, help]),
    ),
    "An observation that is not of the same quantity, with the same denominator, in a unit that compares, and in a scope that overlaps with that of the line or of the prediction, is [not compared](rules/observation-not-comparable.md): its card says why. A line that nothing can be compared with leaves the whole prediction undecided.",
    "## Data files",
    '```text\ndata "FILE" column NAME [where NAME COMPARATOR VALUE] [AGGREGATE] [accepted HASH]\n```',
    'The file is a table: `.csv`, `.tsv` or `.json`, found relative to the document, inside the folder that is open. The first row, the *header*, names the columns. A name that is not one word stands in quotes: `column "mean gain"`. Upper and lower case count the same, and the unit in brackets may be left out.',
    `\`where\` takes the rows in which a column has a value: \`where layer = "L4"\` for a text, \`where depth > 400\` for a number. Texts are compared with \`=\` and \`!=\` only. There is one condition; rows that need more are best marked by a column of their own. A cell that is empty or holds ${words(missingWords)} is missing, and is left out.`,
    table(
      ["aggregate", "what is made of the numbers"],
      [
        ...aggregates.map((word) => [code(word), meaningOf(aggregateMeanings, word)]),
        ["none", "every number must lie where it is expected"],
      ],
    ),
    "There are no others: no standard deviation, no quantile. What needs a computation of its own is computed outside, and its result is a column.",
    '**The rows that a number is taken of are its n.** Three rows do not meet `n >= 6`. Where rows are not what you count, such as cells of few animals, say so on the line: `observed data "data/gains.csv" column gain mean with n = 2`.',
    '`count` gives a number of rows, and is compared only where a number of things is expected: the quantity is called so, `"number of cells"`, `"count of spines"`, or the expected number has a thing for its unit, `> 12 cells`.',
    "`accepted` holds on to the content that you looked at, by the first twelve digits of the file's SHA-256, as `sha256sum FILE` prints it. When the file changes, [that is found](rules/data-changed.md). Nobody types it: the action *Accept what the file gives now* writes it.",
    "## Units",
    "The unit is the one word behind the number. It is never guessed, and numbers whose units do not compare are not compared. Numbers in units of the same sort are converted: 0.2 s is 200 ms.",
    table(
      ["sort", "written"],
      [
        ["shares", `${words(["%", "percent", "‰", "ppm", "ratio", "fraction", "fold", "times"])}; a plain number may stand for a ratio`],
        ["differences of per cent", words(["percentage-points", "pp"])],
        [
          "physical units, with their prefixes",
          `${words(["ms", "s", "Hz", "mV", "pA", "nS", "MOhm", "um", "mm", "degC", "mol", "bit"])} and many more`,
        ],
        ["combined units", `${words(["spikes/s", "nm^-2", "mm2", "cells/mm^3"])}: each \`/\` divides by the word behind it`],
        [
          "things that are counted",
          `${words([...countedThings].slice(0, 12))} and others, in the singular or the plural; any other word is a thing of that name`,
        ],
      ],
    ),
    `A column says its unit in its header: in brackets, \`delay (ms)\` or \`delay [ms]\`, or behind its last \`_\`, \`delay_ms\`. Behind \`_\` only these are understood: ${words(unitEndings.keys())}. A column that says none is read in the unit of what it is compared with; where per cent are expected and it holds no number beyond 1, it is not compared, since it may hold ratios.`,
    "A plain number between 0 and 1 of a share is that share: where more than 60 % are expected, `= 0.7` is read as 70 %, and the card says so. This holds for quantities with a denominator, and for those that are called share, fraction, proportion or probability.",
    "## A file and its prediction",
    "```text\ncell,condition,gain (ratio),delay (ms)\nc1,dendritic,1.4,5\nc2,dendritic,1.7,NA\nc3,control,1.0,5\n```",
    lamina(`claim coincidence: BAC-firing as Attention-score
  supported by [@larkum1999new] ephys_intracellular "input to the tuft coincides with a spike" in rat S1, slice read abstract
  predicts dendritic-gain

# the numbers of the file are made up
prediction dendritic-gain: "Current into the dendrite raises the gain of the soma"
  expects "gain with dendritic current" > 1.2
  falsified if <= 1
  tested by ephys_intracellular in rat S1, slice with n >= 6
  observed data "data/gains.csv" column gain where condition = "dendritic" mean`),
    "The mean is 1.55, which lies where it is expected; but it was taken of two rows, and the test asks for six. The prediction is *undecided*.",
  );
