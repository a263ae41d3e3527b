/** Which numbers of the workspace cannot both be right, quantity by quantity. */
import { KnownQuantities } from "../evidence/verdict-criteria.ts";
import { meaningOf, written } from "../model/meaning.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { CriterionNode, Item, ScopeNode } from "../syntax/tree.ts";
import {
  type Disagreement,
  type Numbers,
  numbersDisagree,
  numbersOfTest,
  type Quantity,
  readQuantity,
  type StatedNumber,
} from "./quantity.ts";
import { between } from "./quantity-region.ts";

/** Where a number is stated. */
export type Place = Mention & { readonly node: CriterionNode };

/** A quantity of which more items speak than this is not one quantity; of the others, all pairs of note are found. */
const MOST_ITEMS = 500;

interface Known {
  readonly all: readonly Disagreement<Place>[];
  /** By the item that disagrees with one before it. */
  readonly byItem: ReadonlyMap<Item, readonly Disagreement<Place>[]>;
}

const known = new WeakMap<readonly Mention[], Known>();
const none: readonly Disagreement<Place>[] = [];

/** The disagreements of an item's numbers of a quantity with those before it. */
export const disagreementsOf = (item: Item, name: string, snapshot: Snapshot): readonly Disagreement<Place>[] =>
  disagreementsOn(name, snapshot).byItem.get(item) ?? none;

/** All disagreements on a quantity, by its name; worked out once for as long as the same items speak of it. */
function disagreementsOn(name: string, snapshot: Snapshot): Known {
  const mentions = snapshot.quantified(name);
  let found = known.get(mentions);
  if (!found) {
    const statements = mentions.slice(0, MOST_ITEMS).flatMap(statementsOf);
    const all = numbersDisagree(statements.filter(({ quantity }) => quantity.name === name));
    const byItem = new Map<Item, Disagreement<Place>[]>();
    for (const each of all) {
      const list = byItem.get(each.second.origin.item);
      if (list) list.push(each);
      else byItem.set(each.second.origin.item, [each]);
    }
    found = { all, byItem };
    known.set(mentions, found);
  }
  return found;
}

/** The items of which it is said that their number disagrees with another, in one of two snapshots and not in the other. */
export function* disagreeingOtherwise(name: string, next: Snapshot, before: Snapshot): IterableIterator<Mention> {
  const old = disagreementsOn(name, before).all;
  const fresh = disagreementsOn(name, next).all;
  const partners = new Map(old.map(({ first, second }) => [second.origin.node, first.origin.node]));
  for (const { first, second } of fresh) {
    if (partners.get(second.origin.node) !== first.origin.node) yield second.origin;
    partners.delete(second.origin.node);
  }
  for (const { second } of old) if (partners.has(second.origin.node)) yield second.origin;
}

const statementsByItem = new WeakMap<Item, { readonly uri: string; readonly statements: readonly StatedNumber<Place>[] }>();

/** The numbers that an item states as found; read once for each item object. */
export function statementsOf(mention: Mention): readonly StatedNumber<Place>[] {
  let read = statementsByItem.get(mention.item);
  if (read?.uri !== mention.uri) {
    read = { uri: mention.uri, statements: readStatements(mention) };
    statementsByItem.set(mention.item, read);
  }
  return read.statements;
}

/** The numbers that an item states as found: what evidence measures, what was observed, what an entry of an atlas says. */
function readStatements({ uri, item }: Mention): readonly StatedNumber<Place>[] {
  const meaning = meaningOf(item);
  const stated = (node: CriterionNode, quantity: Quantity | undefined, scope: ScopeNode | undefined): StatedNumber<Place>[] => {
    const numbers = quantity && numbersOf(item, node);
    return numbers ? [{ quantity, numbers, scope: scope && written(item, scope), origin: { uri, item, node } }] : [];
  };
  switch (meaning.kind) {
    case "evidence":
      return meaning.measures.flatMap(({ criteria, join, scope }) =>
        join === "or" ? [] : criteria.flatMap((node) => stated(node, node.quantity && readQuantity(node.quantity), scope ?? meaning.scope)),
      );
    case "prediction": {
      const names = new KnownQuantities(meaning);
      return meaning.observed.flatMap(({ criteria, join, scope }) =>
        join === "or" ? [] : criteria.flatMap((node) => stated(node, node.quantity && names.read(node.quantity), scope ?? meaning.scope)),
      );
    }
    case "part":
      return item.clauses.flatMap(({ word, args: { criterion, scope } }) =>
        word === "quantity" && criterion?.kind === "criterion" && criterion.quantity
          ? stated(criterion, readQuantity(criterion.quantity), scope?.kind === "scope" ? scope : undefined).map((statement) => ({
              ...statement,
              // what an entry of an atlas says is said of that entry
              scope: JSON.stringify([meaning.id?.text, statement.scope]),
            }))
          : [],
      );
    default:
      return [];
  }
}

/** The numbers of a test; one that is said to be equal is as exact as its last digit. */
function numbersOf(item: Item, { test }: CriterionNode): Numbers | undefined {
  if (test?.form !== "compare" || test.comparator !== "=" || test.value.plusMinus !== undefined) return test && numbersOfTest(test);
  const { number, unit, start } = test.value;
  const [, whole = "", decimals = "", exponent = "0"] =
    /^[+-]?(\d*)\.?(\d*)(?:e([+-]?\d+))?/i.exec(item.text.slice(start, start + 40).replace("−", "-")) ?? [];
  if (whole === "" && decimals === "") return { region: between(number, number), unit };
  const half = 0.5 * 10 ** (Number(exponent) - decimals.length);
  return { region: between(number - half, number + half), unit };
}
