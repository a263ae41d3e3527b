/** What data files gave to the documents that name them: a part of the snapshot, since the core reads no files. */
import { requestKey, requestOf } from "../data/request.ts";
import type { DataResult } from "../data/result.ts";
import type { DataNode } from "../syntax/tree.ts";

/** The answers of one document's data files, by `dataKey`. */
export type DataAnswers = ReadonlyMap<string, DataResult>;

const keys = new WeakMap<DataNode, string>();

/** Equal where two clauses of one document ask the same of the same file. */
export function dataKey(node: DataNode): string {
  let key = keys.get(node);
  if (key === undefined) {
    key = JSON.stringify([node.file.value, requestKey(requestOf(node))]);
    keys.set(node, key);
  }
  return key;
}

/**
 * The answers after a change, and the documents for which any differs. An answer that says the same as before is the
 * same object as before, so that what was made of it still holds.
 *
 * @param isThere whether a document is there after the change
 */
export function withSameAnswers(
  before: ReadonlyMap<string, DataAnswers>,
  change: ReadonlyMap<string, DataAnswers> | undefined,
  isThere: (uri: string) => boolean,
): { readonly data: ReadonlyMap<string, DataAnswers>; readonly answered: ReadonlySet<string> } {
  const answered = new Set<string>();
  const gone = [...before.keys()].filter((uri) => !isThere(uri));
  if (!change && gone.length === 0) return { data: before, answered };
  const data = new Map(before);
  for (const uri of gone) data.delete(uri);
  for (const [uri, answers] of change ?? []) {
    if (!isThere(uri)) continue;
    const old = before.get(uri);
    let differs = [...(old?.keys() ?? [])].some((key) => !answers.has(key));
    const next = new Map<string, DataResult>();
    for (const [key, answer] of answers) {
      const known = old?.get(key);
      const isSame = known !== undefined && (known === answer || JSON.stringify(known) === JSON.stringify(answer));
      next.set(key, isSame ? known : answer);
      differs ||= !isSame;
    }
    if (!differs) continue;
    answered.add(uri);
    if (next.size > 0) data.set(uri, next);
    else data.delete(uri);
  }
  return { data, answered };
}
