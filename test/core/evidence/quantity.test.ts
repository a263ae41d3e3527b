import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersDisagree, type StatedNumber, sameQuantity, statedNumber, unitConflict } from "../../../src/core/evidence/quantity.ts";
import { point } from "../../../src/core/evidence/quantity-region.ts";
import { meaningOf } from "../../../src/core/model/meaning.ts";
import { project } from "../project.ts";

/** What evidence measures, as statements that know their own text. */
function stated(measures: readonly string[], scopes: readonly (string | undefined)[] = []): StatedNumber<string>[] {
  const { snapshot } = project(`evidence e: [@key]\n${measures.map((line) => `  measures ${line}`).join("\n")}`);
  const meaning = meaningOf(snapshot.declarations("e")[0]?.item as never);
  if (meaning.kind !== "evidence") throw new Error("The text has no evidence.");
  return meaning.measures.flatMap(({ criteria }, index) =>
    criteria.flatMap((node) => statedNumber(node, scopes[index], measures[index] ?? "") ?? []),
  );
}

const disagreements = (measures: readonly string[], scopes?: readonly (string | undefined)[]): readonly string[] =>
  numbersDisagree(stated(measures, scopes)).map(({ message }) => message);

describe("numbers that disagree", () => {
  it("are of the same quantity and cannot both be true, whatever their units", () => {
    expect(disagreements(['"width" = 0.5 mm', '"width" = 500 um', '"width" = 0.6 mm'])).toEqual(["0.5 mm and 0.6 mm"]);
    expect(disagreements(['"share" of "all" within 10..15 %', '"share" of "all" = 1.9 %'])).toEqual(["10..15 % and 1.9 %"]);
    expect(disagreements(['"share" of "all" within 10..15 %', '"share" of "all" ~ 0.1 ratio'])).toEqual([]);
    expect(disagreements(['"n" > 500 um', '"n" < 0.4 mm'])).toEqual(["> 500 um and < 0.4 mm"]);
  });

  it("are never of other denominators, names, units or scopes, or of what is not said", () => {
    expect(disagreements(['"share" of "all" = 5 %', '"share" of "local" = 9 %'])).toEqual([]);
    expect(disagreements(['"share" of ? = 5 %', '"share" of ? = 9 %'])).toEqual([]);
    expect(disagreements(['"share" = 5 %', '"portion" = 9 %'])).toEqual([]);
    expect(disagreements(['"width" = 5 ms', '"width" = 9 mV', '"width" = 5 ms'])).toEqual([]);
    expect(disagreements(['"rise" = 8 %', '"rise" = 26 %'], ["macaque V1", "macaque V4"])).toEqual([]);
    expect(disagreements(['"rise" = 8 %', '"rise" = 26 %'], ["macaque  V1", "macaque V1"])).toEqual(["8 % and 26 %"]);
    expect(disagreements(['"fixed"', '"fixed" > "other"'])).toEqual([]);
  });

  it("of a name that is many times told differ from the lowest or the highest", () => {
    expect(disagreements(['"a" within 1..5 ms', '"a" within 4..9 ms', '"a" = 0 ms', '"a" = 20 ms', '"a" = 4.5 ms'])).toEqual([
      "1..5 ms and 0 ms",
      "0 ms and 20 ms",
      "0 ms and 4.5 ms",
    ]);
  });

  it("are found for every number that is apart from another, in time that grows with their count", () => {
    const statement = fc.integer({ min: 0, max: 12 });
    const numbers = (values: readonly number[]): StatedNumber<number>[] =>
      values.map((value) => ({
        quantity: { name: "a", denominator: undefined },
        numbers: { region: point(value), unit: "ms" },
        scope: undefined,
        origin: value,
      }));
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 20 }), (values) => {
        const found = numbersDisagree(numbers(values));
        const apart = values.filter((value, index) => values.slice(0, index).some((other) => other !== value)).length;
        expect(found.length).toBe(apart);
        expect(found.every(({ first, second }) => first.origin !== second.origin)).toBe(true);
      }),
    );
    expect(numbersDisagree(numbers(Array.from({ length: 20_000 }, (_, index) => index % 7))).length).toBe(19_999);
  });
});

describe("quantities", () => {
  it("are the same by name and denominator", () => {
    const of = (said: string) => ({ name: "share", denominator: { said } });
    expect(sameQuantity(of("all"), of("all"))).toBe(true);
    expect(sameQuantity(of("all"), of("local"))).toBe(false);
    expect(sameQuantity({ name: "share", denominator: "?" }, { name: "share", denominator: "?" })).toBe(false);
    expect(sameQuantity({ name: "share", denominator: undefined }, { name: "share", denominator: undefined })).toBe(true);
  });

  it("say why two numbers cannot be compared", () => {
    const number = (unit: string | undefined, value = 1) => ({ region: point(value), unit });
    expect(unitConflict(number("ms"), number("s"))).toBeUndefined();
    expect(unitConflict(number(undefined, 0), number("s"))).toBeUndefined();
    expect(unitConflict(number("mV"), number("s"))).toBe("another unit: “mV” (potential), expected “s” (time)");
    expect(unitConflict(number("km", 1e308), number("nm", 1e-320))).toMatch(/too large or too small/);
  });
});
