/** Cards speak to readers: how far a thing was seen is said in words, and not in the code words of those who collected it. */
import { expect, it } from "vitest";
import { builtin, hover, renderCard } from "../../../src/core/service.ts";
import { CARET, project } from "../project.ts";

const codeWords = /\bseed\b|wispaper|seen-(?:primary|index|once)|third-party-note|not-seen/i;

function cardOf(text: string): string {
  const { snapshot, caret } = project(text);
  const card = hover(snapshot, caret.uri, caret.offset);
  return card ? renderCard(card) : "";
}

it.each(builtin().atlases.flatMap((atlas) => atlas.parts.map(({ id }) => id)))("the card of %s has none of them", (id) => {
  const card = cardOf(`claim a: ${id.slice(0, 2)}${CARET}${id.slice(2)} as ?\n`);
  expect(card).toContain("**");
  expect(card).not.toMatch(codeWords);
});

it("nor has the card of a work", () => {
  const card = cardOf(`claim a: L4 as ?\n  stated in [@koenig${CARET}2026neuroscience]\n`);
  expect(card).toContain("identifier seen at the publisher or archive");
  expect(card).not.toMatch(codeWords);
});
