/** The manuscripts of the benchmark in other hosts hold the claims that they are made from, and nothing that is not understood. */
import { expect, test } from "vitest";
import { latexManuscript, program } from "../../bench/lib/manuscripts.ts";
import { openSource } from "../../src/embed/source.ts";

test.each([
  ["latex", "manuscript.tex", latexManuscript(60_000), 8],
  ["code", "model.py", program(200_000), 10],
] as const)("%s", (host, name, text, fewest) => {
  const { regions, citations } = openSource(`file:///bench/${name}`, host, text);
  const items = regions.flatMap(({ document }) => document.items);
  expect(items.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
  expect(items.filter(({ word }) => word === "claim").length).toBeGreaterThanOrEqual(fewest);
  expect(items.filter(({ word, clauses }) => word === "claim" && clauses.length > 0).length).toBeGreaterThanOrEqual(fewest / 2);
  if (host === "latex") expect(citations.length).toBeGreaterThan(100);
});
