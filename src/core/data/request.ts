/** What is asked of a data file: the clause `data "FILE" column … where … mean` as plain data. */
import { nodesOf } from "../syntax/item-nodes.ts";
import type { Comparator, DataNode, Item } from "../syntax/tree.ts";

export type Aggregate = "mean" | "median" | "min" | "max" | "count";

export interface DataRequest {
  /** Undefined where the clause names the file alone. */
  readonly column: string | undefined;
  readonly where: { readonly column: string; readonly comparator: Comparator; readonly value: string | number } | undefined;
  readonly aggregate: Aggregate | undefined;
}

/** What a clause asks for; an aggregate that is not known is left out, since another rule names it. */
export function requestOf(node: DataNode): DataRequest {
  const { column, where, aggregate } = node;
  return {
    column: column?.text,
    where: where && {
      column: where.column.text,
      comparator: where.comparator,
      value: where.value.kind === "text" ? where.value.value : where.value.value,
    },
    aggregate: aggregate?.known ? (aggregate.text as Aggregate) : undefined,
  };
}

/** Equal for requests that ask the same, to keep results by. */
export const requestKey = ({ column, where, aggregate }: DataRequest): string =>
  JSON.stringify([column ?? null, where ? [where.column, where.comparator, where.value] : null, aggregate ?? null]);

/** The clauses of an item that name a data file. */
export const dataNodesOf = (item: Item): readonly DataNode[] => nodesOf(item).data;
