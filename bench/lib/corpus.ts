/**
 * Claims as people write them, in any number and always the same: the words are those of the examples, the combinations
 * are made. They say nothing about the brain; they give the parser, the rules and the picture the work that real files do.
 */
import { Dice } from "./random.ts";

export interface CorpusFile {
  /** A name relative to the workspace, with slashes. */
  readonly name: string;
  readonly text: string;
}

export interface CorpusOptions {
  readonly claims: number;
  /** How many claims a file holds; all in one file if not given. */
  readonly perFile?: number;
  /** Whether each file names the bibliography `references.bib`. */
  readonly cites?: boolean;
}

/** How many works the bibliography of a corpus has unless asked for otherwise. */
export const works = 5000;

/** The key of a work: `okafor2004columns17`. */
export function workKey(index: number): string {
  const surname = surnames[index % surnames.length] as string;
  return `${surname.toLowerCase()}${1970 + (index % 54)}${topics[index % topics.length]}${index}`;
}

/** A workspace of claims, with predictions and evidence that they name, within a file and across files. */
export function corpus({ claims, perFile = claims, cites = false }: CorpusOptions): CorpusFile[] {
  const dice = new Dice(20260315);
  const files: CorpusFile[] = [];
  for (let from = 0; from < claims; from += perFile) {
    const to = Math.min(claims, from + perFile);
    const parts = [`# Claims ${from + 1} to ${to}: written by a program, for measuring.\n\nuse cortex, transformer\n`];
    if (cites) parts.push('cite "references.bib"\n');
    for (let index = from; index < to; index++) parts.push(`\n${claimWithCompany(index, dice)}`);
    files.push({ name: `claims-${String(files.length + 1).padStart(4, "0")}.lamina`, text: parts.join("") });
  }
  return files;
}

/** The text of a corpus in one file. */
export const corpusText = (claims: number): string => corpus({ claims })[0]?.text ?? "";

/** After how many claims another piece of evidence, and another prediction, is written. */
const findingEvery = 8;
const predictionEvery = 12;

/** A claim, and what is written along with every so many: a comment, a prediction, a piece of evidence. */
function claimWithCompany(index: number, dice: Dice): string {
  const parts: string[] = [];
  if (dice.happens(0.12)) parts.push(`# ${dice.pick(remarks)}\n`);
  parts.push(claim(index, dice));
  if (index % findingEvery === 0) parts.push(`\n${evidence(index, dice)}`);
  if (index % predictionEvery === 0) parts.push(`\n${prediction(index, dice)}`);
  return parts.join("");
}

/** The last index up to `index` that is divisible by `step`: the item of its sort that was written last. */
const latest = (index: number, step: number): number => index - (index % step);

/**
 * One claim. How often it has which clause is counted in `examples/`, where hardly any claim has a rival that it does not name;
 * clauses of text, and predictions, are fewer than there, so that the goals, which were set for 300 bytes a claim, keep their sense.
 */
function claim(index: number, dice: Dice, id = `claim-${index}`): string {
  const left = dice.below(lefts.length);
  // most that is written on a part gives it the role that it is known for; the others say which aspect of it they mean
  const usual = !dice.happens(0.15);
  const right = usual ? rights[left % rights.length] : dice.pick(rights);
  const lines = [`claim ${id}: ${lefts[left]} as ${right}`];
  const add = (clause: string): void => void lines.push(`  ${clause}`);
  if (dice.happens(0.15)) add(`means "${dice.pick(meanings)}"`);
  if (dice.happens(0.8)) add(`strength ${dice.pick(strengths)}`);
  if (dice.happens(usual ? 0.2 : 0.98)) add(`facet "${dice.pick(aspects)} ${1 + dice.below(900)}"`);
  if (dice.happens(0.2)) add(`stated in [@${workKey(dice.below(works))}] read ${dice.pick(extents)}`);
  if (dice.happens(0.8)) add(`supported by ${cited(dice)}`);
  if (dice.happens(0.3)) add(`supported by finding-${latest(index, findingEvery)}`);
  if (dice.happens(0.2)) add(`disputed by ${cited(dice)}`);
  if (dice.happens(0.13)) add(`scope ${dice.pick(scopes)}`);
  if (dice.happens(0.1)) add("via apical-dendrite");
  if (dice.happens(0.4)) add(`level ${dice.pick(levels)}`);
  if (dice.happens(0.2)) add(`predicts expectation-${latest(index, predictionEvery)}`);
  if (index > 0 && dice.happens(0.05)) add(`assumes claim-${dice.below(index)}`);
  if (index > 0 && dice.happens(0.05)) add(`rivals claim-${dice.below(index)}`);
  if (index > 0 && dice.happens(0.1)) add(`contrasts with claim-${dice.below(index)}`);
  if (dice.happens(0.3)) add(`tag ${dice.pick(tags)}`);
  if (dice.happens(0.05)) add(`note "${dice.pick(meanings)}"  # ${dice.pick(remarks)}`);
  return `${lines.join("\n")}\n`;
}

function cited(dice: Dice): string {
  const place = dice.happens(0.3) ? `, p. ${1 + dice.below(400)}` : "";
  const scope = dice.happens(0.15) ? ` in ${dice.pick(scopes)}` : "";
  const read = dice.happens(0.4) ? ` read ${dice.pick(extents)}` : "";
  return `[@${workKey(dice.below(works))}${place}] ${dice.pick(types)} "${dice.pick(findings)}"${scope}${read}`;
}

function evidence(index: number, dice: Dice): string {
  const low = 1 + dice.below(40);
  return `evidence finding-${index}: [@${workKey(dice.below(works))}, table ${1 + dice.below(6)}]
  type ${dice.pick(types)}
  shows "${dice.pick(findings)}"
  measures "share of synapses from layer 4" of "excitatory synapses on layer 2/3 cells" within ${low}..${low + 5} %
  scope ${dice.pick(scopes)}
  read ${dice.pick(extents)}
`;
}

function prediction(index: number, dice: Dice): string {
  const margin = 5 + dice.below(60);
  return `prediction expectation-${index}: "${dice.pick(meanings)}"
  about ${dice.pick(single)}
  expects "decodable identity of the stimulus in layer 2/3" <= ${margin} %
  falsified if "decodable identity of the stimulus in layer 2/3" > ${margin + 20} % with ci 95 %
  tested by perturbation in ${dice.pick(scopes)} with n >= ${3 + dice.below(12)}
`;
}

const lefts = [
  "L4 -> L2/3",
  "L1-feedback",
  "L2/3-horizontal",
  "L2/3 -- L2/3, L5 -- L5",
  "L5 -> L6",
  "thalamus -> L4",
  "column",
  "microcircuit",
  "gain-modulation or BAC-firing",
  "divisive-normalization",
  "corticothalamic-loop",
  "L5-to-higher-order-thalamus",
  "recurrent-excitation",
  "apical-dendrite",
  '"layer 4"',
  "cortex:L6",
];

/** What a prediction can be about: one end. */
const single = lefts.filter((left) => !/,| or /.test(left));

const rights = [
  "Value",
  "Query",
  "Key",
  "Embedding",
  "Token",
  "Block",
  "Attention-score",
  "Softmax",
  "Residual-stream",
  "Output-projection",
  "Attention-head",
  "Layer-norm",
  "KV-cache",
  "transformer:Feed-forward",
];

const strengths = ["analogy", "analogy", "functional", "functional", "mechanistic"];
const extents = ["full-text", "abstract", "abstract", "secondary", "title-only"];
const aspects = ["what it carries, in study", "when it does, in study", "how strongly, in study", "for whom, in study"];
const tags = ["streams", "rhythms", "grain", "context", "learning", "to-check"];
const levels = ["area", "column", "circuit", "cell", "dendrite"];
const types = [
  "anatomy_light",
  "anatomy_em",
  "ephys_intracellular",
  "ephys_extracellular",
  "perturbation",
  "simulation",
  "statement",
  "imaging",
];
const scopes = [
  "mouse V1, adult",
  "cat V1",
  "macaque V4",
  "rat S1, awake",
  "primary sensory cortex, cat or primate",
  "mouse V1, adult, awake",
];

const findings = [
  "the pathway carries what drives the upper layers, and little of what they do with it",
  "few strong and many weak excitatory projections, each a few per cent of the synapses of a cell",
  "horizontal axons are specific beyond 500 µm",
  "silencing the layer leaves tuning where it was, and lowers the response by a third",
  "coincident input to both ends of the cell triggers strong output, either alone hardly any",
  "thalamic synapses are a minority on these cells, however they are counted",
  "attention raises responses more in V4 than in V1",
  "no function has been shown to need columns; many animals see well without them",
  "activity follows context, not the stimulus alone",
  "the model reproduces laminar rates within 10 %",
];

const meanings = [
  "Layer 4 hands content on to layer 2/3, as values are handed on to whoever attends to them.",
  "Feedback that reaches layer 1 says what to look for.",
  "Tangential streams tell other columns what this one has to offer.",
  "Context changes what a column passes on, not what it is tuned to.",
  "One column stands for one token: its activity is the vector.",
  "Rhythms coordinate which column hears which.",
];

const remarks = [
  "The same paper, read otherwise by two others.",
  "To be read again: only the abstract was at hand.",
  "See the discussion of what a column is.",
  "Numbers from the reference implementation.",
];

const surnames = ["Okafor", "Lindqvist", "Moreau", "Tanaka", "Silva", "Novak", "Haddad", "Brandt", "Rossi", "Kowalski", "Nguyen", "Iyer"];
const topics = ["columns", "laminar", "feedback", "thalamus", "attention", "dendrites", "context", "tuning", "circuits"];

/** A bibliography of made-up works that a corpus may cite: about 0.8 KB each, as reference managers write them. */
export function bibliography(entries = works): string {
  const dice = new Dice(5000);
  const parts: string[] = [];
  for (let index = 0; index < entries; index++) parts.push(work(index, dice));
  return parts.join("\n");
}

/** A title in which hardly two works agree. */
function title(dice: Dice): string {
  const [first, ...rest] = Array.from({ length: 7 }, () => dice.pick(titleWords));
  return `{${(first ?? "").replace(/^./, (letter) => letter.toUpperCase())}} ${rest.join(" ")}`;
}

const titleWords = (
  "laminar columnar thalamic cortical apical basal dendritic synaptic inhibitory excitatory recurrent tangential predictive " +
  "selective sparse dense early late fast slow visual auditory somatosensory frontal parietal primate rodent feline human " +
  "circuits columns layers neurons synapses dendrites axons spikes rhythms codes maps streams loops gains fields models " +
  "measurement theory review anatomy dynamics organisation integration routing attention context inference learning memory"
).split(" ");

function work(index: number, dice: Dice): string {
  const surname = surnames[index % surnames.length] as string;
  const abstract = Array.from({ length: 3 }, () => `${dice.pick(meanings)} We find that ${dice.pick(findings)}.`).join(" ");
  return `@article{${workKey(index)},
  author = {${surname}, A. and ${dice.pick(surnames)}, Bj{\\"o}rn and van der ${dice.pick(surnames)}, C. D.},
  title = {${title(dice)}},
  journal = {Journal of Made-up Measurements},
  year = {${1970 + (index % 54)}},
  volume = {${1 + dice.below(90)}},
  number = {${1 + dice.below(12)}},
  pages = {${1 + dice.below(400)}--${401 + dice.below(99)}},
  doi = {10.5555/made.${index}},
  keywords = {cortex, ${dice.pick(topics)}, ${dice.pick(topics)}},
  abstract = {${abstract}}
}
`;
}

/** A manuscript in Markdown of about so many bytes, with a claim in a fence every so often. */
export function manuscript(bytes: number): string {
  const dice = new Dice(100);
  const parts = ["# A manuscript for measuring\n"];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const part = section(index, dice);
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n");
}

function section(index: number, dice: Dice): string {
  const sentence = (): string => `${dice.pick(meanings)} As *${dice.pick(findings)}* [@${workKey(dice.below(works))}], see \`L2/3\`.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(" ");
  const list = Array.from({ length: 4 }, () => `- ${dice.pick(findings)}; see [the notes](notes.md#n${dice.below(99)})`).join("\n");
  const fence = `\`\`\`lamina\n${claim(index * predictionEvery, new Dice(index), `written-${index}`).replace(/^ {2}(?:predicts|assumes|rivals|contrasts with|supported by finding).*\n/gm, "")}\`\`\``;
  const parts = [`## Section ${index + 1}`, paragraph(), list, paragraph()];
  if (index % 3 === 0) parts.push(fence, "| layer | role |\n| --- | --- |\n| L4 | value |\n| L1 | query |");
  return `${parts.join("\n\n")}\n`;
}
