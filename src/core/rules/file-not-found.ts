import { dataNodesOf } from "../data/request.ts";
import type { DataProblem, DataProblemCode } from "../data/result.ts";
import { meaningOf } from "../model/meaning.ts";
import { modelFile } from "../model/model-file.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { DataNode, Item } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { defineRule, type Fix, quote, type RuleContext, severity } from "./define.ts";

/** What matters of a file that is named as a whole: whether it is there, not how it is written. */
const ofTheWhole: ReadonlySet<DataProblemCode> = new Set(["file-not-found", "outside-workspace", "unreadable-file"]);

export const fileNotFound = defineRule({
  code: "file-not-found",
  title: "A data file that is not there, or does not hold what is asked of it",
  reach: "outward",
  severity: severity("w/e/e"),
  check({ item, uri, snapshot, report }) {
    checkModel(item, uri, snapshot, report);
    const observed = observedIn(item);
    for (const node of dataNodesOf(item)) {
      const problem = snapshot.data(uri, node)?.problems[0];
      if (!problem) continue;
      // evidence may rest on any file; what was observed must be a number of a column
      if (node.column === undefined && !observed.has(node) && !ofTheWhole.has(problem.code)) continue;
      report({ span: spanOf(problem, node), message: messageOf(problem, node), fixes: fixesFor(problem, node) });
    }
  },
});

function checkModel(item: Item, uri: string, snapshot: Snapshot, report: RuleContext["report"]): void {
  const meaning = item.word === "model" ? meaningOf(item) : undefined;
  const file = meaning?.kind === "model" ? meaning.file : undefined;
  const address = file && modelFile(item, uri);
  if (!file || address === undefined || !snapshot.isMissing(address)) return;
  report({ span: file, message: `The model's file ${quote(file.value)} is not there, expected a file relative to this one.` });
}

function observedIn(item: Item): ReadonlySet<DataNode> {
  const found = new Set<DataNode>();
  for (const { word, args } of item.clauses) {
    const result = args["result"];
    if (word === "observed" && result?.kind === "result") for (const { data } of result.criteria) if (data) found.add(data);
  }
  return found;
}

const spanOf = ({ about }: DataProblem, { file, column, where }: DataNode): Span =>
  about === "column" ? (column ?? file) : about === "where" && where ? { start: where.column.start, end: where.value.end } : file;

/** The problem's own words; what they say of a place in a file names the file. */
const messageOf = ({ message, code }: DataProblem, { file }: DataNode): string =>
  ofTheWhole.has(code) || code === "unknown-format" ? message : `In ${quote(file.value)}: ${message}`;

function fixesFor({ nearest, about, code }: DataProblem, { file, column, where }: DataNode): readonly Fix[] {
  if (nearest === undefined) return [];
  const target = about === "file" ? file : about === "column" ? column : code === "empty-selection" ? where?.value : where?.column;
  if (!target) return [];
  // a nearest value is a text, and so is the name of a file; a column may be a name that stands without quotes
  const isName = target.kind === "name" && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(nearest);
  return [{ title: `Change to ${quote(nearest)}`, edits: [{ span: target, text: isName ? nearest : `"${nearest}"` }] }];
}
