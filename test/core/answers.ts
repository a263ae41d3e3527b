/** What the data files of a project give, for tests: files are texts by their names. */
import { createHash } from "node:crypto";
import { readData } from "../../src/core/data/reader.ts";
import { dataNodesOf, requestOf } from "../../src/core/data/request.ts";
import { type DataResult, failed } from "../../src/core/data/result.ts";
import { type DataAnswers, dataKey } from "../../src/core/model/data-answers.ts";
import type { Snapshot } from "../../src/core/service.ts";
import type { DataNode } from "../../src/core/syntax/tree.ts";
import { resolvePath } from "../../src/core/uri.ts";

/** The hash of a file's text. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** All answers that the documents of a snapshot ask for. `textOf` gives the text of a file by its address. */
export function answersOf(snapshot: Snapshot, textOf: (uri: string) => string | undefined): ReadonlyMap<string, DataAnswers> {
  const answers = new Map<string, DataAnswers>();
  for (const uri of snapshot.documents.keys()) {
    const nodes = snapshot.readingData(uri).flatMap(({ item }) => dataNodesOf(item));
    answers.set(uri, new Map(nodes.map((node) => [dataKey(node), answer(uri, node, textOf)])));
  }
  return answers;
}

function answer(uri: string, node: DataNode, textOf: (uri: string) => string | undefined): DataResult {
  const file = node.file.value;
  const text = textOf(resolvePath(uri, file) ?? file);
  if (text === undefined) return failed({ code: "file-not-found", about: "file", message: `There is no file “${file}”.` });
  return readData(file, text, [requestOf(node)], hashOf(text))[0] as DataResult;
}
