/** The card of a part in a claim that is read pair by pair shows its own partner, and not the whole table. */
import { expect, it } from "vitest";
import { hover, renderCard } from "../../../src/core/service.ts";
import { project } from "../project.ts";

const cardOf = (text: string): string => {
  const { snapshot, caret } = project(text);
  const card = hover(snapshot, caret.uri, caret.offset);
  return card ? renderCard(card) : "";
};

it("shows the partner alone", () => {
  const table = "claim table: each L1, L2/3, L4, L5 as Query, Key, Value, Key\n";
  expect(cardOf(table.replace("L4", "L‸4"))).toContain("**Value** — L4 ·");
  expect(cardOf(table.replace("Key\n", "K‸ey\n"))).toContain("**L2/3, L5** — Key ·");
});

it("shows all of the other side where the ends stand together", () => {
  expect(cardOf("claim together: L4‸, L5 as Query, Key\n")).toContain("**Query, Key** — L4, L5 ·");
});
