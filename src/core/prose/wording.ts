/**
 * How much a sentence says: a ladder of verbs and hedges, in English and Chinese, on the rungs of the strengths of claims.
 *
 * The order is ours, as the ladder of evidence is. It follows the two ends that the rule book names: *proves, is, implements,
 * computes* at the top, *is analogous to, may* at the bottom. Hedges are those that linguists list as speculative in
 * biomedical papers (modal verbs, epistemic verbs, adjectives and adverbs: table 1 of “Recognizing speculative language in
 * biomedical research articles”, BMC Bioinformatics 9, Suppl 11, S10, seen as that table); whatever is not on that list is
 * marked as ours.
 */
import type { Strength } from "../model/meaning.ts";
import type { Span } from "../text.ts";

export interface WordingEntry {
  /** What is looked for; several forms of one verb. Chinese is found within running signs, the others as whole words. */
  readonly forms: readonly string[];
  readonly strength: Strength;
  /** What to write instead, by a claim that asserts less: an analogy, a function, a mechanism. */
  readonly instead?: Partial<Readonly<Record<Strength, string>>>;
  readonly source: "rule book" | "ours";
}

const like = { analogy: "is analogous to", functional: "acts as" } as const;
const may = { analogy: "is analogous to what implements", functional: "acts as what implements" } as const;

/** Verbs, strongest first. */
export const wordings: readonly WordingEntry[] = [
  { forms: ["proves that", "prove that", "proved that", "is proof that", "is proven"], strength: "literal", source: "rule book" },
  {
    forms: [
      "is identical to",
      "are identical to",
      "is equivalent to",
      "are equivalent to",
      "is the same as",
      "are the same as",
      "equals",
      "is exactly",
      "are exactly",
    ],
    strength: "literal",
    instead: like,
    source: "ours",
  },
  {
    // with an article only: “turns out to be similar to” says less
    forms: [
      "proves to be",
      "proved to be",
      "turns out to be",
      "was shown to be",
      "is shown to be",
      "has been shown to be",
      "has been proven to be",
    ].flatMap((form) => ["the", "a", "an"].map((article) => `${form} ${article}`)),
    strength: "literal",
    instead: { analogy: "is analogous to the", functional: "acts as the" },
    source: "ours",
  },
  { forms: ["constitutes", "constitute"], strength: "literal", instead: like, source: "ours" },
  {
    forms: ["implements", "implement", "implemented by", "implementing"],
    strength: "mechanistic",
    instead: { analogy: "is analogous to", functional: "acts as" },
    source: "rule book",
  },
  {
    forms: ["computes", "compute", "computed by", "computing"],
    strength: "mechanistic",
    instead: { analogy: "is analogous to computing", functional: "acts as if it computed" },
    source: "rule book",
  },
  {
    forms: ["realizes", "realises", "instantiates", "executes", "carries out", "performs"],
    strength: "mechanistic",
    instead: may,
    source: "ours",
  },
  {
    forms: ["demonstrates that", "demonstrate that", "establishes that", "establish that", "confirms that", "confirm that"],
    strength: "mechanistic",
    source: "ours",
  },
  {
    forms: [
      "acts as",
      "act as",
      "serves as",
      "serve as",
      "functions as",
      "function as",
      "works as",
      "work as",
      "plays the role of",
      "play the role of",
      "plays the part of",
      "play the part of",
    ],
    strength: "functional",
    instead: { analogy: "is analogous to" },
    source: "ours",
  },
  {
    forms: ["carries", "carry", "provides", "provide", "supplies", "supply", "conveys", "convey", "delivers", "deliver"],
    strength: "functional",
    instead: { analogy: "may be likened to what carries" },
    source: "ours",
  },
  {
    forms: ["corresponds to", "correspond to", "maps onto", "map onto", "maps on to", "map on to"],
    strength: "functional",
    instead: { analogy: "is analogous to" },
    source: "ours",
  },
  {
    forms: [
      "is analogous to",
      "are analogous to",
      "is similar to",
      "are similar to",
      "resembles",
      "resemble",
      "is like",
      "are like",
      "parallels",
      "mirrors",
      "is reminiscent of",
      "are reminiscent of",
      "can be likened to",
      "is comparable to",
    ],
    strength: "analogy",
    source: "rule book",
  },
  { forms: ["证明了", "证明"], strength: "literal", source: "ours" },
  {
    forms: ["等同于", "完全等价于", "等价于"],
    strength: "literal",
    instead: { analogy: "类似于", functional: "起到……的作用" },
    source: "ours",
  },
  { forms: ["实现了", "实现", "执行了", "计算了", "计算"], strength: "mechanistic", instead: { analogy: "类似于实现" }, source: "ours" },
  {
    forms: ["充当", "起到", "作为", "承载", "携带", "提供", "对应于", "对应"],
    strength: "functional",
    instead: { analogy: "类似于" },
    source: "ours",
  },
  { forms: ["类似于", "相似于", "好比", "如同", "类比于"], strength: "analogy", source: "ours" },
];

/** Forms of *to be* that say what a thing is, where one of the claim's own names follows. */
export const copulas: readonly string[] = ["is", "are", "是"];

/** Words that take back what a verb says: whatever stands with them is an analogy at most. */
export const hedges: readonly string[] = [
  // modal auxiliaries, epistemic verbs, adjectives, adverbs and nouns of the table
  "may",
  "might",
  "could",
  "would",
  "should",
  "suggest",
  "suggests",
  "suggesting",
  "indicate",
  "indicates",
  "speculate",
  "speculates",
  "believe",
  "believed",
  "assume",
  "assumes",
  "assuming",
  "appear",
  "appears",
  "seem",
  "seems",
  "likely",
  "probable",
  "possible",
  "probably",
  "possibly",
  "perhaps",
  "generally",
  "possibility",
  "suggestion",
  // ours
  "can be seen as",
  "can be read as",
  "hypothesis",
  "hypotheses",
  "hypothesize",
  "hypothesise",
  "hypothesized",
  "hypothesised",
  "hypothetical",
  "hypothetically",
  "propose",
  "proposes",
  "proposed",
  "conjecture",
  "conjectured",
  "arguably",
  "as if",
  "so to speak",
  "in a sense",
  "potentially",
  "thought to",
  "if",
  "whether",
  "would be",
  "ask whether",
  "可能",
  "也许",
  "或许",
  "似乎",
  "大概",
  "假设",
  "推测",
  "猜想",
  "设想",
  "如果",
  "是否",
];

/** Words that deny: nothing is claimed. */
export const denials: readonly string[] = [
  "not",
  "n't",
  "cannot",
  "never",
  "no evidence",
  "neither",
  "nor",
  "rather than",
  "instead of",
  "without",
  "fails to",
  "fail to",
  "不",
  "没有",
  "并非",
  "未",
  "无法",
  "而非",
];

export interface Wording {
  readonly strength: Strength;
  /** The words that say so, in the text. */
  readonly span: Span;
  readonly entry: WordingEntry | undefined;
}

const ranks: Readonly<Record<Strength, number>> = { analogy: 0, functional: 1, mechanistic: 2, literal: 3 };

/**
 * The strongest thing that a sentence says of the ends of a claim; undefined where it says nothing that is on the ladder,
 * asks, denies, or only quotes others.
 *
 * @param names of the ends of the claim, in lower case: *is* counts where one follows
 */
export function wordingOf(text: string, names: readonly string[]): Wording | undefined {
  let strongest: Wording | undefined;
  for (const clause of clausesIn(text)) {
    const found = strongestIn(text, clause, names);
    if (found && (!strongest || ranks[found.strength] > ranks[strongest.strength])) strongest = found;
  }
  return strongest;
}

/** Stretches that stand for themselves: what is said, asked or denied in one holds for that one alone. */
function* clausesIn(text: string): IterableIterator<Span> {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    const ends =
      sign === undefined || ";:。！；：".includes(sign) || (".!?？".includes(sign) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? " "));
    if (!ends) continue;
    if (sign !== "?" && sign !== "？" && at > start) yield { start, end: at };
    start = at + 1;
  }
}

function strongestIn(text: string, clause: Span, names: readonly string[]): Wording | undefined {
  const lower = plainLower(text.slice(clause.start, clause.end));
  const quoted = quotations(lower);
  const outside = (at: number): boolean => !quoted.some(({ start, end }) => start <= at && at < end);
  let strongest: Wording | undefined;
  const note = (at: number, length: number, strength: Strength, entry: WordingEntry | undefined): void => {
    if (!outside(at) || isDenied(lower, at, length)) return;
    const said: Strength = isHedged(lower) || has(lower.slice(0, at), likenesses) ? "analogy" : strength;
    if (strongest && ranks[said] <= ranks[strongest.strength]) return;
    strongest = { strength: said, span: { start: clause.start + at, end: clause.start + at + length }, entry };
  };
  for (const entry of wordings)
    for (const form of entry.forms) for (const at of placesOf(lower, form)) note(at, form.length, entry.strength, entry);
  for (const copula of copulas) {
    for (const at of placesOf(lower, copula))
      if (nameFollows(lower, at + copula.length, names)) note(at, copula.length, "literal", undefined);
  }
  return strongest;
}

/** In lower case and with plain blanks, each sign in its place: some letters have more than one small one. */
const plainLower = (text: string): string => {
  const plain = text.replace(/\s/g, " ");
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain.replace(/[A-Z]/g, (sign) => sign.toLowerCase());
};

const isHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** Where a form stands as a whole word; Chinese is written without blanks. */
function* placesOf(text: string, form: string): IterableIterator<number> {
  const whole = !isHan(form) && form !== "n't";
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (whole && (isWordSign(text[at - 1]) || isWordSign(text[at + form.length]))) continue;
    yield at;
  }
}

const has = (text: string, forms: readonly string[]): boolean => forms.some((form) => !placesOf(text, form).next().done);

/** What is like something that implements does not implement. */
const likenesses: readonly string[] = wordings.filter(({ strength }) => strength === "analogy").flatMap(({ forms }) => forms);

/** Whether a hedge stands anywhere in the clause. */
const isHedged = (clause: string): boolean => has(clause, hedges);

/** How many characters before and after a verb may deny it. */
const BEFORE = 40;
const AFTER = 14;

function isDenied(clause: string, at: number, length: number): boolean {
  const before = clause.slice(Math.max(0, at - BEFORE), at);
  // what stands before a comma belongs to something else
  // “not only” and “not surprising” deny nothing
  const near = before.slice(before.lastIndexOf(",") + 1).replace(/\bnot (?:only|surprising(?:ly)?|merely|just|simply|least)\b/g, "");
  const after = clause.slice(at + length, at + length + AFTER);
  return has(near, denials) || /^\s*(?:not|no|neither|不)\b/u.test(after) || after.startsWith("n't");
}

/** How far a name may stand after *is*. */
const REACH = 30;

/** `is a token`, `is the set of values`: one of the names soon follows, with nothing between but small words. */
function nameFollows(text: string, from: number, names: readonly string[]): boolean {
  const after = text
    .slice(from, from + REACH)
    .replace(/^\s*(?:(?:also|indeed|thus|exactly|simply)\s+)?(?:a|an|the|its|their|one|一个|一种)?\s*/u, "");
  return names.some((name) => name.length > 1 && after.startsWith(name) && !isLetterGoingOn(after, name));
}

const isLetterGoingOn = (text: string, name: string): boolean =>
  /^[\p{L}\p{N}_]/u.test(text.slice(name.length)) && !/^s\b/.test(text.slice(name.length)) && !isHan(name);

/** Stretches in double quotes, of either form. */
function quotations(text: string): readonly Span[] {
  const found: Span[] = [];
  const closing: Readonly<Record<string, string>> = { '"': '"', "“": "”", "「": "」", "«": "»" };
  for (let at = 0; at < text.length; at++) {
    const close = closing[text[at] as string];
    if (close === undefined) continue;
    const end = text.indexOf(close, at + 1);
    if (end < 0) break;
    found.push({ start: at, end: end + 1 });
    at = end;
  }
  return found;
}
