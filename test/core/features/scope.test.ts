/** What a scope explains and offers: its phrases by hover, and those that could stand there. */
import { describe, expect, it } from "vitest";
import { complete, hover, renderCard } from "../../../src/core/service.ts";
import { project } from "../project.ts";

const cardAt = (text: string): string => {
  const { snapshot, caret } = project(text);
  const card = hover(snapshot, caret.uri, caret.offset);
  return card ? renderCard(card) : "";
};

const offered = (text: string): readonly string[] => {
  const { snapshot, caret } = project(text);
  return complete(snapshot, caret.uri, caret.offset).map(({ label }) => label);
};

const claim = (scope: string): string => `claim values: L4 -> L2/3 as Value\n  scope ${scope}\n`;

describe("hover over a scope", () => {
  it("explains a phrase, what it lies within and which layers it has", () => {
    const card = cardAt(claim("mouse M‸1, adult"));
    expect(card).toContain("area of a scope");
    expect(card).toContain("**Layers**");
    expect(card).toContain("within");
    expect(card).toContain("@yamawaki2014genuine");
  });

  it("explains the words of one kind each", () => {
    expect(cardAt(claim("mo‸use V1"))).toContain("species of a scope");
    expect(cardAt(claim("mouse V1, in vi‸vo"))).toContain("preparation of a scope");
    expect(cardAt(claim("mouse V1, P1‸4"))).toContain("14 days");
    expect(cardAt(claim("L‸4, mouse"))).toContain("layer of a scope");
  });

  it("says of words that it does not know, and of quotes, that they are compared with nothing", () => {
    expect(cardAt(claim("frob‸nicated"))).toContain("does not know");
    expect(cardAt(claim('mouse, "while run‸ning"'))).toContain("compared with nothing");
  });

  it("knows the terms of an atlas of the writer's own, here and in evidence", () => {
    const own = 'atlas mine: "Mine"\npart vole: "Prairie vole"\n  kind species\n';
    expect(cardAt(`${own}${claim("vo‸le")}`)).toContain("Prairie vole");
    expect(cardAt(`${own}claim a: L4 as Value\n  supported by [@k] anatomy "x" in vol‸e\n`)).toContain("Prairie vole");
  });
});

describe("completion in a scope", () => {
  it("offers the phrases of the vocabulary, with what they mean", () => {
    for (const text of [claim("‸"), claim("mouse ‸"), claim("mouse, ‸"), claim("mouse or ‸"), claim("mouse V1, ad‸")]) {
      expect(offered(text)).toEqual(expect.arrayContaining(["mouse", "V1", "adult", "awake", "in vivo"]));
    }
    const { snapshot, caret } = project(claim("M‸"));
    const motor = complete(snapshot, caret.uri, caret.offset).find(({ label }) => label === "M1");
    expect(motor?.detail).toContain("area");
    expect(motor?.documentation).toContain("within");
    expect(motor?.filter).toContain("primary motor cortex");
  });

  it("offers them after `in` of a piece of evidence, and the terms of an atlas in use", () => {
    expect(offered('claim a: L4 as Value\n  supported by [@k] anatomy "x" in ‸\n')).toContain("macaque");
    expect(offered(`atlas mine: "Mine"\npart vole: "Prairie vole"\n  kind species\n${claim("‸")}`)).toContain("vole");
  });
});
