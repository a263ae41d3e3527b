/** Atlases of a writer's own: what they say of parts of others, and that any number of them may stand in a file. */
import { describe, expect, it } from "vitest";
import { pairingsOf } from "../../../src/core/model/pairings.ts";
import { claimsOf } from "../../../src/core/service.ts";
import { check, project } from "../project.ts";

const mine = `atlas mine: "Mine"
part claustrum: "Claustrum"
  also "the thin sheet"
part sheet-path: "Claustrum to layer 4"
  kind pathway
  joins claustrum -> cortex:L4
part L4-bundle: "Bundles in layer 4"
  in cortex:L4
part bundle-path: "Bundle to claustrum"
  joins L4-bundle -> claustrum
`;

const ends = (text: string): readonly string[] => {
  const { snapshot } = project(text);
  return [...claimsOf(snapshot)].flatMap(({ uri, claim }) =>
    pairingsOf(claim, snapshot.names(uri)).map(({ left, right }) => `${left.key} as ${right.key}`),
  );
};

describe("an atlas of one's own", () => {
  it("joins parts of another", () => {
    expect(ends(`${mine}use cortex, transformer, mine\nclaim a: claustrum -> L4 as Value\n`)).toEqual([
      "mine:sheet-path as transformer:Value",
    ]);
    expect(ends(`${mine}use cortex, transformer, mine\nclaim a: L4 <- claustrum as Value\n`)).toEqual([
      "mine:sheet-path as transformer:Value",
    ]);
  });

  it("has parts within those of another, near and far", () => {
    expect(ends(`${mine}use cortex, transformer, mine\nclaim a: L4 -> claustrum as Value\n`)).toEqual([
      "mine:bundle-path as transformer:Value",
    ]);
    expect(ends(`${mine}use cortex, transformer, mine\nclaim a: column -> claustrum as Value\n`)).toEqual([
      "mine:bundle-path as transformer:Value",
    ]);
    const { snapshot, texts } = project(`${mine}use cortex, mine\n`);
    const names = snapshot.names([...snapshot.documents.keys()][0] as string);
    expect(texts.size).toBe(1);
    expect([...names.withAncestors(names.find("L4-bundle").parts[0] as never)].map(({ id }) => id)).toEqual([
      "mine:L4-bundle",
      "cortex:L4",
      "cortex:column",
      "cortex:area",
      "cortex:neocortex",
    ]);
  });

  it("leaves the pathways of others as they are", () => {
    expect(ends(`${mine}use cortex, transformer, mine\nclaim a: L4 -> L2/3 as Value\n`)).toEqual([
      "cortex:L4-to-L2/3 as transformer:Value",
    ]);
    const rival = `${mine}part other-path: "Another name for it"\n  joins cortex:L4 -> cortex:L2/3\n`;
    const found = check(`${rival}use cortex, transformer, mine\nclaim a: L4 -> L2/3 as Value\n`).filter(
      ({ rule }) => rule === "ambiguous-name",
    );
    expect(found[0]?.message).toContain("Several pathways");
  });

  it("may stand beside others in one file, of which each name may be used by any synonym", () => {
    const two = `${mine}atlas yours: "Yours"\npart sulcus: "Sulcus"\n  also "Furche" in de\n  in mine:claustrum\n`;
    expect(ends(`${two}use mine, yours\nclaim a: "the thin sheet" as Furche\n`)).toEqual(["mine:claustrum as yours:sulcus"]);
    expect(ends(`# file: a.lamina\n${two}# file: b.lamina\nuse yours, mine\nclaim a: mine:claustrum as Sulcus\n`)).toEqual([
      "mine:claustrum as yours:sulcus",
    ]);
  });

  it("may go round in a circle over two atlases", () => {
    const circle =
      'atlas one: "One"\npart a: "A"\n  in two:b\natlas two: "Two"\npart b: "B"\n  in one:a\nuse one, two\nclaim c: a -> b as b\n';
    expect(ends(circle)).toEqual(["one:a -> two:b as two:b"]);
  });
});

describe("what a claim sets beside what", () => {
  it("is pair by pair with `each`, and together without", () => {
    expect(ends("claim a: each L4, L5 as Value, Key\n")).toEqual(["cortex:L4 as transformer:Value", "cortex:L5 as transformer:Key"]);
    expect(ends("claim a: L4, L5 as each Value, Key\n")).toEqual(["cortex:L4 as transformer:Value", "cortex:L5 as transformer:Key"]);
    expect(ends("claim a: L5, L4 as Value\n")).toEqual(["cortex:L4, cortex:L5 as transformer:Value"]);
    expect(ends("claim a: L5 or L4 as Value\n")).toEqual(["cortex:L4 or cortex:L5 as transformer:Value"]);
  });

  it("is nothing where a side is open, compared, or not known", () => {
    for (const text of ["L4 as ?", "L4 > L5 as Value > Key", "nowhere as Value", "each L4, L5 as Value"]) {
      expect(ends(`claim a: ${text}\n`)).toEqual([]);
    }
  });
});
