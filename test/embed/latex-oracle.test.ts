/** What `@unified-latex` makes of well-formed documents, and what we do: environments, comments, keys, claims. */

import { getParser } from "@unified-latex/unified-latex-util-parse";
import fc from "fast-check";
import { expect, test } from "vitest";
import { embedLatex } from "../../src/embed/latex.ts";
import { wellFormed } from "./latex-documents.ts";

interface OracleNode {
  readonly type: string;
  readonly env?: unknown;
  readonly content?: string | readonly OracleNode[];
  readonly args?: readonly { readonly content: readonly OracleNode[]; readonly closeMark: string }[];
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

const oracle = getParser({
  macros: {
    claim: { signature: "m m" },
    ref: { signature: "m" },
    url: { signature: "m" },
    footnote: { signature: "m" },
    ...Object.fromEntries(["cite", "citep", "citet", "textcite", "parencite"].map((name) => [name, { signature: "s o o m" }])),
  },
});

/** The oracle knows this environment to be verbatim, and does not know ours. */
const asOracleReads = (text: string): string => text.replaceAll("{lamina}", "{verbatim}");

interface Reading {
  readonly environments: string[];
  readonly comments: string[];
  readonly keys: string[];
  readonly claims: [id: string, text: string][];
}

function readByOracle(text: string): Reading {
  const source = asOracleReads(text);
  const reading: Reading = { environments: [], comments: [], keys: [], claims: [] };
  const written = (nodes: readonly OracleNode[]): string => {
    const [first, last] = [nodes[0], nodes.at(-1)];
    return first && last ? source.slice(first.position?.start.offset, endOf(last)).replaceAll("{verbatim}", "{lamina}") : "";
  };
  const visit = (node: OracleNode): void => {
    const { type, content, args } = node;
    if (type === "verbatim" && node.env === "verbatim") reading.environments.push(String(content).replace(/^\n|\n$/g, ""));
    if (type === "comment" && /^ lamina:/.test(String(content))) reading.comments.push(String(content).replace(/^ lamina: /, ""));
    if (type === "macro" && content === "claim")
      reading.claims.push([written(args?.[0]?.content ?? []), written(args?.[1]?.content ?? [])]);
    else if (type === "macro" && /cite/.test(String(content))) reading.keys.push(...written(args?.at(-1)?.content ?? []).split(/,\s*/));
    if (Array.isArray(content)) content.forEach(visit);
    for (const arg of args ?? []) arg.content.forEach(visit);
  };
  visit(oracle.parse(source) as OracleNode);
  return reading;
}

/** Where a node ends, with its arguments, which the oracle counts apart. */
function endOf(node: OracleNode): number {
  let end = node.position?.end.offset ?? 0;
  for (const { content, closeMark } of node.args ?? []) {
    const last = content.at(-1);
    if (last) end = Math.max(end, endOf(last) + closeMark.length);
  }
  return end;
}

function readByUs(text: string): Reading {
  const { regions, citations = [], anchors = [] } = embedLatex(text);
  const isComment = (at: number): boolean => text.slice(text.lastIndexOf("\n", at - 1) + 1, at).includes("%");
  return {
    environments: regions.filter(({ map }) => !isComment(map.hostStart)).map((region) => region.text),
    comments: regions.filter(({ map }) => isComment(map.hostStart)).map((region) => region.text.split("\n")[0] ?? ""),
    keys: citations.map(({ key }) => key),
    claims: anchors.map(({ id, text: { start, end } }) => [id, text.slice(start, end)]),
  };
}

test("generated documents are read alike", () => {
  let found = 0;
  fc.assert(
    fc.property(wellFormed, (text) => {
      const ours = readByUs(text);
      expect(ours).toEqual(readByOracle(text));
      found += ours.environments.length + ours.comments.length + ours.keys.length + ours.claims.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(300);
});
