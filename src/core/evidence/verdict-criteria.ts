/** The criteria of a prediction, `expects` and `falsified if`, with every quantity filled in. */
import type { PredictionMeaning } from "../model/meaning.ts";
import type { Comparator, CriterionNode, QualifiersNode, QuantityNode, ResultNode, ScopeNode, ValueNode } from "../syntax/tree.ts";
import {
  ABOUT,
  type Denominator,
  foldBlanks,
  type Numbers,
  numbersOfTest,
  numbersOfValue,
  type Quantity,
  readQuantity,
} from "./quantity.ts";

export type CriterionClause = "expects" | "falsified if";

/** What a criterion asks of what is observed. */
export type Demand =
  /** The number lies in a region. */
  | { readonly form: "numbers"; readonly numbers: Numbers }
  /** The interval that was observed holds these numbers. */
  | { readonly form: "includes"; readonly numbers: Numbers }
  /** Two quantities stand so to each other. */
  | { readonly form: "relation"; readonly relation: QuantityRelation }
  /** For people: never evaluated. */
  | { readonly form: "statement"; readonly text: string }
  /** It cannot be told what is asked. */
  | { readonly form: "unclear"; readonly reason: string };

/** `"A" > "B" by 5 %`, seen from A. */
export interface QuantityRelation {
  readonly comparator: Comparator;
  readonly other: Quantity;
  readonly margin: ValueNode | undefined;
}

/** What `with` says: of a criterion, what is asked of an observation; of an observation, what it says of itself. */
export interface Qualification {
  /** The level of the confidence interval in per cent. */
  readonly ci: number | undefined;
  /** Sample size, p, effect size and standard deviation. */
  readonly measures: readonly { readonly measure: string; readonly numbers: Numbers }[];
  /** Conditions in the writer's words. */
  readonly conditions: readonly string[];
}

export interface Criterion {
  readonly clause: CriterionClause;
  /** The line among those of the same clause, from 0, and how its criteria are joined. */
  readonly line: number;
  readonly join: "and" | "or";
  readonly node: CriterionNode;
  readonly result: ResultNode;
  readonly quantity: Quantity | undefined;
  readonly demand: Demand;
  readonly needs: Qualification;
  /** What `tested by` lines ask of a test, any one of them; empty where one of them asks for nothing. */
  readonly tests: readonly Qualification[];
  readonly scope: ScopeNode | undefined;
}

const nothingSaid: Qualification = { ci: undefined, measures: [], conditions: [] };

/** What stands after `with`. A level of 0.95 is 95 %. */
export function readQualification(node: QualifiersNode | undefined): Qualification {
  if (!node) return nothingSaid;
  let ci: number | undefined;
  const measures: { measure: string; numbers: Numbers }[] = [];
  const conditions: string[] = [];
  for (const { measure, comparator, value, text } of node.qualifiers) {
    if (text !== undefined) conditions.push(foldBlanks(text));
    else if (measure === "ci" && value) ci = value.unit === undefined && value.number <= 1 ? value.number * 100 : value.number;
    else if (measure !== undefined && value) {
      const numbers = numbersOfTest({ form: "compare", comparator: comparator ?? "=", value });
      if (numbers) measures.push({ measure, numbers });
    }
  }
  return { ci, measures, conditions };
}

/** The quantities that a prediction names, to fill in what it leaves out. */
export class KnownQuantities {
  readonly #denominators = new Map<string, Set<string>>();
  /** Names whose denominator is not said by the source anywhere in the prediction. */
  readonly #open = new Set<string>();

  constructor(prediction: PredictionMeaning) {
    for (const result of [...prediction.expects, ...prediction.falsifiedIf]) {
      for (const { quantity, test } of result.criteria) {
        // a text without a test may as well be a statement, and names nothing then
        if (quantity && (test || quantity.denominator)) this.#learn(readQuantity(quantity));
        if (test?.form === "quantities") this.#learn({ name: foldBlanks(test.other.value), denominator: undefined });
      }
    }
  }

  #learn({ name, denominator }: Quantity): void {
    const said = this.#denominators.get(name) ?? new Set<string>();
    this.#denominators.set(name, said);
    if (denominator === "?") this.#open.add(name);
    else if (denominator) said.add(denominator.said);
  }

  get names(): readonly string[] {
    return [...this.#denominators.keys()];
  }

  has(name: string): boolean {
    return this.#denominators.has(name);
  }

  /** The denominator that a name bears where it is not repeated: the only one that was said. */
  denominatorOf(name: string): Denominator {
    const said = [...(this.#denominators.get(name) ?? [])];
    if (said.length === 1) return { said: said[0] as string };
    return said.length === 0 && this.#open.has(name) ? "?" : undefined;
  }

  /** A quantity as written, with its denominator filled in. */
  filled(quantity: Quantity): Quantity {
    return quantity.denominator === undefined ? { name: quantity.name, denominator: this.denominatorOf(quantity.name) } : quantity;
  }

  /** The quantity meant where none is written: the only one. One without a name where the prediction names none. */
  get only(): Quantity | undefined {
    const { names } = this;
    if (names.length > 1) return undefined;
    return this.filled({ name: names[0] ?? "", denominator: undefined });
  }

  /** A quantity as meant; undefined where several could be. */
  read(node: QuantityNode | undefined): Quantity | undefined {
    return node ? this.filled(readQuantity(node)) : this.only;
  }
}

/** What was read of lines that are not understood to their end, of which a part may be missing. */
export const brokenLines = ({ item }: PredictionMeaning): ReadonlySet<unknown> =>
  new Set(item.clauses.filter(({ whole }) => !whole).flatMap(({ args }) => Object.values(args)));

/** The criteria of a prediction, in the order of their lines. */
export function criteriaOf(prediction: PredictionMeaning, known: KnownQuantities, about = ABOUT): Criterion[] {
  const broken = brokenLines(prediction);
  const tests = testsOf(prediction);
  const read = (clause: CriterionClause, results: readonly ResultNode[]): Criterion[] =>
    results.flatMap((result, line) =>
      result.criteria.map((node): Criterion => {
        const quantity = known.read(node.quantity);
        const demand: Demand = broken.has(result)
          ? { form: "unclear", reason: "the line is not understood to its end" }
          : readDemand(node, quantity, known, about);
        const asked = readQualification(result.with);
        const needs = { ...asked, ci: asked.ci ?? commonLevel(tests) };
        return { clause, line, join: result.join, node, result, quantity, demand, needs, tests, scope: result.scope ?? prediction.scope };
      }),
    );
  return [...read("expects", prediction.expects), ...read("falsified if", prediction.falsifiedIf)];
}

/**
 * What the `tested by` lines of a prediction ask of whatever tests it. Their conditions in words describe a method, and are
 * for readers.
 */
function testsOf({ tests }: PredictionMeaning): readonly Qualification[] {
  const asked = tests.map((test) => ({ ...readQualification(test.with), conditions: [] }));
  return asked.every(({ ci, measures }) => ci !== undefined || measures.length > 0) ? asked : [];
}

/** The level of the confidence interval that all tests ask for; undefined where they differ. */
function commonLevel(tests: readonly Qualification[]): number | undefined {
  const [first, ...others] = tests;
  return first && others.every(({ ci }) => ci === first.ci) ? first.ci : undefined;
}

/** Criteria by their lines. */
export function linesOf(criteria: readonly Criterion[], clause: CriterionClause): Criterion[][] {
  const lines: Criterion[][] = [];
  for (const criterion of criteria) {
    if (criterion.clause !== clause) continue;
    const line = lines[criterion.line];
    if (line) line.push(criterion);
    else lines[criterion.line] = [criterion];
  }
  return lines;
}

function readDemand(node: CriterionNode, quantity: Quantity | undefined, known: KnownQuantities, about: number): Demand {
  if (node.data) return { form: "unclear", reason: "a data file is observed, not expected" };
  const { test } = node;
  if (!test) return { form: "statement", text: foldBlanks(node.quantity?.name.value ?? "") };
  if (!quantity) return { form: "unclear", reason: "it does not say which of the prediction's quantities it is about" };
  if (test.form === "quantities") return { form: "relation", relation: readRelation(test, known) };
  if (test.form === "includes") return { form: "includes", numbers: numbersOfValue(test.value) };
  const numbers = numbersOfTest(test, about);
  return numbers ? { form: "numbers", numbers } : { form: "unclear", reason: "it is not understood" };
}

/** The other side of a comparison of two quantities. */
export const readRelation = (
  test: { readonly comparator: Comparator; readonly other: { readonly value: string }; readonly by: ValueNode | undefined },
  known: KnownQuantities,
): QuantityRelation => ({
  comparator: test.comparator,
  other: known.filled({ name: foldBlanks(test.other.value), denominator: undefined }),
  margin: test.by,
});
