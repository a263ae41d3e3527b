/** Names as the engine resolves them: every name of every part, what several bear, prefixes, and parts within parts. */
import { describe, expect, it } from "vitest";
import type { AtlasPart } from "../../../src/core/atlas/atlas.ts";
import { indexOf, Names, normalName } from "../../../src/core/atlas/lookup.ts";
import { builtin } from "../../../src/core/service.ts";
import { oracle, qualified } from "./oracle.ts";

const { atlases } = builtin();
const names = new Names(atlases, atlases);
const parts = atlases.flatMap((atlas) => atlas.parts);
const found = (name: string): readonly string[] => names.find(name).parts.map((part) => part.id);

describe("every name", () => {
  const named: readonly (readonly [string, AtlasPart])[] = parts.flatMap((part) =>
    [part.name, part.label, ...part.synonyms.map((synonym) => synonym.text)].map((name) => [name, part] as const),
  );

  it("of every part finds that part, unless it is the id of another", () => {
    expect(named.length).toBeGreaterThan(600);
    for (const [name, part] of named) {
      const match = names.find(name).parts;
      const isIdOfOthers = match.length > 0 && match.every((other) => normalName(other.name) === normalName(name) && other !== part);
      expect(isIdOfOthers || match.includes(part), `${name} of ${part.id}: ${match.map((other) => other.id)}`).toBe(true);
    }
  });

  it("is found with any case, and with blanks, hyphens and underscores for each other", () => {
    for (const [name, part] of named.filter(([text]) => /^[A-Za-z][A-Za-z0-9 _/-]*$/.test(text))) {
      for (const spelled of [name.toUpperCase(), name.toLowerCase(), name.replaceAll(" ", "-"), name.replaceAll("-", "_"), ` ${name} `]) {
        expect(found(spelled)).toEqual(found(name));
      }
      expect(found(`${part.atlas.toUpperCase()}:${name}`).every((id) => id.startsWith(`${part.atlas}:`))).toBe(true);
    }
  });

  it("that several parts bear is one of those that the oracle lists, and the other way round", () => {
    const shared = new Map<string, string[]>();
    const ids = new Set(parts.map((part) => normalName(part.name)));
    for (const [name] of named) {
      const match = found(name);
      if (match.length > 1) shared.set(normalName(name), match.map((id) => id.toLowerCase()).sort());
    }
    const expected = new Map(
      Object.entries(oracle.synonym_collisions)
        // an exact id is never ambiguous
        .filter(([name]) => !ids.has(normalName(name)))
        .map(([name, those]) => [normalName(name), those.map(qualified).sort()]),
    );
    expect(Object.fromEntries(shared)).toEqual(Object.fromEntries(expected));
  });

  it("in Chinese stays what it is when it is composed otherwise", () => {
    expect(found("第4层")).toEqual(["cortex:L4"]);
    expect(found("Ⅰ层")).toEqual(["cortex:L1"]);
    expect(found("丘脑")).toContain("cortex:thalamus");
  });
});

describe("an id", () => {
  it("of the one atlas beats a synonym of the other", () => {
    expect(found("L5B")).toEqual(["cortex:L5B"]);
    expect(found("IT")).toEqual(["cortex:IT"]);
    expect(found("beta")).toEqual(["cortex:beta"]);
  });

  it("with its atlas in front is that of the atlas", () => {
    for (const part of parts) {
      expect(found(part.id)).toEqual([part.id]);
      expect(names.byId(part.id)).toBe(part);
    }
    expect(found("transformer:PE")).toEqual(["transformer:Positional-encoding"]);
    expect(found("cortex:PE")).toEqual(["cortex:prediction-error"]);
    expect(found("cortex:Value")).toEqual([]);
  });

  it("of an atlas that is not in scope is reached by its prefix alone", () => {
    const [cortex] = atlases;
    const narrow = new Names(cortex ? [cortex] : [], atlases);
    expect(narrow.find("Value").parts).toEqual([]);
    expect(narrow.find("transformer:Value").parts.map((part) => part.id)).toEqual(["transformer:Value"]);
  });

  it("with a prefix that is no atlas says so", () => {
    expect(names.find("cortx:L4")).toEqual({ parts: [], whole: undefined, unknownAtlas: "cortx" });
    expect(names.find("nonsense")).toEqual({ parts: [], whole: undefined, unknownAtlas: undefined });
    expect(names.find(":L4").parts).toEqual([]);
    expect(names.byId("L4")).toBeUndefined();
  });
});

describe("a part within a part", () => {
  it.each([
    ["L5.PT", "cortex:L5", "cortex:ET"],
    ["L5.IT", "cortex:L5", "cortex:IT"],
    ["cortex:L5.PT", "cortex:L5", "cortex:ET"],
    ["L2/3.pyramidal", "cortex:L2/3", "cortex:pyramidal"],
  ])("%s is split at its last dot", (name, whole, inner) => {
    const match = names.find(name);
    expect([match.whole?.id, match.parts.map((part) => part.id)]).toEqual([whole, [inner]]);
  });

  it("is no part where either half is unknown", () => {
    for (const name of ["L5.nothing", "nothing.PT", "L5.", ".PT", "."]) expect(found(name)).toEqual([]);
  });

  it("gives way to a name that has the dot itself", () => {
    expect(names.find("cortex.l4")).toMatchObject({ whole: undefined, parts: [{ id: "cortex:L4" }] });
  });
});

describe("what lies within what", () => {
  const cortex = indexOf(atlases[0] as (typeof atlases)[number]);
  const around = (name: string): readonly string[] => {
    const part = cortex.part(name);
    return part ? [...cortex.withAncestors(part)].map((ancestor) => ancestor.name) : [];
  };

  it("holds over several steps", () => {
    expect(around("L2")).toEqual(expect.arrayContaining(["L2", "L2/3", "supragranular", "column", "area", "neocortex"]));
    expect(around("L4")).not.toContain("supragranular");
  });

  it("ends where an atlas goes in a circle", () => {
    const circular = (name: string, within: string): AtlasPart => ({
      ...(parts[0] as AtlasPart),
      id: `c:${name}`,
      atlas: "c",
      name,
      label: name,
      within: [within],
      synonyms: [],
    });
    const index = indexOf({ ...(atlases[0] as (typeof atlases)[number]), id: "c", parts: [circular("a", "b"), circular("b", "a")] });
    expect([...index.withAncestors(index.part("a") as AtlasPart)].map((part) => part.name)).toEqual(["a", "b"]);
  });
});

describe("words that mean several things", () => {
  it("are all those of the oracle, with what each can mean", () => {
    for (const { term, meanings } of oracle.ambiguous_terms) {
      for (const word of term.split(" / ")) {
        const said = names.meaningsOfTerm(word).join("; ");
        expect(said, word).not.toBe("");
        expect(said.split(";").length, `${word}: ${said}`).toBeGreaterThanOrEqual(Math.min(2, meanings.length));
      }
    }
    expect(names.meaningsOfTerm("L5")).toEqual([]);
  });
});
