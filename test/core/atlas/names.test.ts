/** Names in the atlas files: what they refer to, and which of them more than one part bears. */
import { describe, expect, it } from "vitest";
import { oracle, qualified } from "./oracle.ts";
import {
  type AtlasName,
  atlasNames,
  atlasText,
  bibliographyKeys,
  citedKeys,
  logicalLines,
  normalise,
  readEntries,
  sharedText,
  synonymsOf,
} from "./read.ts";

const parts = atlasNames.flatMap((atlas) =>
  readEntries(atlasText(atlas))
    .filter((entry) => entry.word === "part")
    .map((entry) => ({ atlas, id: entry.id, entry })),
);

/** The parts that bear a name, as `atlas:id`, by the normalised name; ids, labels and synonyms count as names. */
function bearers(notations: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { atlas, id, entry } of parts) {
    const label = /: "(.*)"$/.exec(entry.header)?.[1] ?? "";
    const synonyms = synonymsOf(entry).filter((synonym) => notations.includes(synonym.notation));
    for (const name of [id, label, ...synonyms.map((synonym) => synonym.name)]) {
      const key = normalise(name);
      found.set(key, (found.get(key) ?? new Set()).add(`${atlas}:${id}`));
    }
  }
  return found;
}

const shared = (notations: readonly string[]): Map<string, string[]> =>
  new Map(
    [...bearers(notations)]
      .filter(([, ids]) => ids.size > 1)
      .map(([name, ids]) => [name, [...ids].map((id) => id.toLowerCase()).toSorted()]),
  );

describe("names", () => {
  it("give every part an id of its own", () => {
    for (const atlas of atlasNames) {
      const ids = parts.filter((part) => part.atlas === atlas).map((part) => normalise(part.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(parts).toHaveLength(93);
  });

  it("are shared wherever the oracle says so", () => {
    const found = shared(["en", "abbr", "zh"]);
    for (const [name, ids] of Object.entries(oracle.synonym_collisions)) {
      expect(found.get(normalise(name)), name).toEqual(ids.map(qualified).toSorted());
    }
  });

  it("are shared nowhere else, formulas and bare names included", () => {
    const known = new Set(Object.keys(oracle.synonym_collisions).map(normalise));
    const others = [...shared(["en", "abbr", "zh", "latex", "unicode"])].filter(([name]) => !known.has(name));
    expect(Object.fromEntries(others)).toEqual({});
  });
});

describe("references", () => {
  const ids = (atlas: AtlasName): Set<string> => new Set(parts.filter((part) => part.atlas === atlas).map((part) => part.id));

  it("of a part to what it lies in and what it joins are ids of its atlas", () => {
    for (const { atlas, id, entry } of parts) {
      for (const line of entry.lines.filter((candidate) => /^(in|joins) /.test(candidate))) {
        for (const name of line.replace(/^\w+ /, "").split(/, | -> | <-> | -- /)) expect(ids(atlas), `${id}: ${line}`).toContain(name);
      }
    }
  });

  it("of roles and warnings to parts are written as the parts are", () => {
    for (const atlas of atlasNames) {
      for (const line of logicalLines(atlasText(atlas))) {
        for (const [, prefix, name] of line.matchAll(/\b(cortex|transformer):([A-Za-z][\w/-]*)/g)) {
          expect(ids(prefix as AtlasName), line).toContain(name);
        }
      }
    }
  });

  it("to what lies within what have no circle", () => {
    const within = new Map(
      parts.map(({ atlas, id, entry }) => [
        `${atlas}:${id}`,
        entry.lines
          .filter((line) => line.startsWith("in "))
          .flatMap((line) =>
            line
              .slice(3)
              .split(", ")
              .map((name) => `${atlas}:${name}`),
          ),
      ]),
    );
    const above = (id: string, path: readonly string[]): void => {
      expect(path).not.toContain(id);
      for (const next of within.get(id) ?? []) above(next, [...path, id]);
    };
    for (const id of within.keys()) above(id, []);
    expect(within.get("cortex:L5B")).toEqual(["cortex:L5"]);
  });

  it("to works are in the bibliography that ships", () => {
    const keys = bibliographyKeys(sharedText("src/core/evidence/references.bib"));
    expect(keys.size).toBeGreaterThan(100);
    for (const atlas of atlasNames) {
      const cited = new Set(citedKeys(atlasText(atlas)));
      expect(cited.size).toBeGreaterThan(20);
      for (const key of cited) expect(keys).toContain(key);
    }
  });
});
