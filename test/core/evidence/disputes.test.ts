/** What answers a dispute, and what restores the step of strength that it costs. */
import { describe, expect, it } from "vitest";
import { assess } from "../../../src/core/evidence/standing.ts";
import { isClaim, meaningOf } from "../../../src/core/model/meaning.ts";
import { project } from "../project.ts";

const FILE = "file:///a.lamina";
const recording = "behaviour";

/** The strength earned, the standing, and how many disputes are live, of a functional claim with these lines. */
function weighed(...lines: readonly string[]): readonly (string | number | undefined)[] {
  const text = `claim a: L4 as Value\n  strength functional\n  supported by [@lee2009modulator] ${recording} "so"\n`;
  const { snapshot } = project(`${text}${lines.map((line) => `  ${line}\n`).join("")}evidence e: [@olsen2012gain]\n  type behaviour\n`);
  const [declaration] = snapshot.declarations("a");
  const claim = declaration && meaningOf(declaration.item);
  if (!claim || !isClaim(claim)) throw new Error("The text has no claim a.");
  const { earned, standing, liveDisputes } = assess(claim, declaration?.uri ?? FILE, snapshot);
  return [earned, standing, liveDisputes];
}

const dispute = 'disputed by [@olsen2012gain] behaviour "not so"';
const unanswered = ["analogy", "contested", 1];
const inWords = ["analogy", "overstated", 0];
const restored = ["functional", "supported", 0];

describe("a dispute", () => {
  it.each([
    ["nothing", [dispute], unanswered],
    ["itself once more", [dispute, 'qualified by [@olsen2012gain] behaviour "not so"'], unanswered],
    ["itself by its id", ["disputed by e", "qualified by e"], unanswered],
    ["what its own work says of its limits", [dispute, 'qualified by [@olsen2012gain] behaviour "only at night"'], inWords],
    ["other evidence of its own work", [dispute, 'qualified by [@olsen2012gain] perturbation "only at night"'], restored],
    ["other evidence", [dispute, 'qualified by [@mcadams1999effects] behaviour "only at night"'], restored],
    ["what of is known only by its title", [dispute, 'qualified by [@mcadams1999effects] behaviour "so" read title-only'], inWords],
    ["evidence that does not say its type", [dispute, "qualified by [@mcadams1999effects]"], inWords],
    ["a statement", [dispute, 'qualified by [@harris2015neocortical] statement "areas vary"'], inWords],
    ["an argument", [dispute, 'qualified by "only at night"'], inWords],
  ] as const)("that %s answers", (_, lines, expected) => {
    expect(weighed(...lines)).toEqual(expected);
  });

  it("that is a statement is outweighed by another statement, and not by an argument", () => {
    const said = 'disputed by [@horton2005cortical] statement "not so"';
    expect(weighed(said)).toEqual(["analogy", "overstated", 1]);
    expect(weighed(said, 'qualified by [@harris2015neocortical] statement "areas vary"')).toEqual(restored);
    expect(weighed(said, 'qualified by "areas vary"')).toEqual(inWords);
  });

  it("costs its step as long as one of several is not met with evidence", () => {
    const other = "disputed by e";
    const answer = 'qualified by [@olsen2012gain] behaviour "only at night"';
    expect(weighed(dispute, other, answer, 'qualified by [@mcadams1999effects] behaviour "in the dark"')).toEqual(restored);
    expect(weighed(dispute, "disputed by [@mcadams1999effects] behaviour", answer)).toEqual(
      restored.map((_, at) => (at === 2 ? 0 : inWords[at])),
    );
  });
});
