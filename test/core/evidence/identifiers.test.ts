/** The syntax and the check digits of identifiers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isArxiv, isDoi, isIsbn, isOrcid, isPubmed, isPubmedCentral } from "../../../src/core/evidence/identifiers.ts";
import { typeWords } from "../../../src/core/evidence/type-words.ts";
import { evidenceType, evidenceTypes } from "../../../src/core/evidence/types.ts";

const digit = fc.integer({ min: 0, max: 9 });
const change = (text: string, at: number, by: number): string => {
  const places = [...text].flatMap((character, index) => (/\d/.test(character) ? index : []));
  const place = places[at % places.length] as number;
  return text.slice(0, place) + ((Number(text[place]) + by) % 10) + text.slice(place + 1);
};

describe("check digits", () => {
  it.each([["978-0-306-40615-7"], ["0-306-40615-2"], ["0-8044-2957-X"], ["9780306406157"]])(
    "of the ISBN %s are right, and of no neighbour",
    (isbn) => {
      expect(isIsbn(isbn)).toBe(true);
      fc.assert(fc.property(fc.nat(30), fc.integer({ min: 1, max: 9 }), (at, by) => !isIsbn(change(isbn, at, by))));
    },
  );

  it.each([["0000-0002-1825-0097"], ["0000-0001-5109-3700"], ["0000-0002-1694-233X"]])(
    "of the ORCID %s are right, and of no neighbour",
    (orcid) => {
      expect(isOrcid(orcid)).toBe(true);
      fc.assert(fc.property(fc.nat(30), fc.integer({ min: 1, max: 9 }), (at, by) => !isOrcid(change(orcid, at, by))));
    },
  );

  it("are right for one last digit of eleven", () => {
    fc.assert(
      fc.property(fc.array(digit, { minLength: 15, maxLength: 15 }), (digits) => {
        const right = [..."0123456789X"].filter((last) => isOrcid(digits.join("") + last));
        return right.length === 1;
      }),
    );
  });
});

describe("syntax", () => {
  it.each([
    ["2603.15339"],
    ["2603.15339v1"],
    ["0704.0001"],
    ["1412.9999"],
    ["1501.00001"],
    ["q-bio/0401001"],
    ["hep-th/9901001v2"],
    ["math.GT/0309136"],
  ])("arXiv gave %s", (number) => expect(isArxiv(number)).toBe(true));
  it.each([
    ["2613.15339"],
    ["2600.15339"],
    ["1412.12345"],
    ["1501.0001"],
    ["2603.153391"],
    ["2603.15339v"],
    ["q-bio/041001"],
    ["hep-th/9913001"],
    ["bio 0401001"],
    [""],
  ])("arXiv did not give %s", (number) => expect(isArxiv(number)).toBe(false));

  it("tells DOIs, PMIDs and PMCIDs from what is none", () => {
    expect(["10.1000/1", "10.1016/S0306-4522(97)00581-2", "10.1002/(SICI)1096-9861<1::AID>3.0"].map(isDoi)).toEqual([true, true, true]);
    expect(["10.1000", "10.1000/", "10.1/x", "doi:10.1000/1", "10.1000/a b", ""].map(isDoi)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(["1", "10660881", "0", "123456789", "PMC1"].map(isPubmed)).toEqual([true, true, false, false, false]);
    expect(["PMC2654017", "pmc1", "2654017", "PMC"].map(isPubmedCentral)).toEqual([true, true, false, false]);
  });

  it("takes no time over any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) =>
        [isArxiv, isDoi, isIsbn, isOrcid, isPubmed].every((check) => typeof check(text) === "boolean"),
      ),
    );
  });
});

describe("the fewest words for types", () => {
  it("are families where a family is whole, and types where it is not", () => {
    expect(typeWords(["anatomy_em", "behaviour", "anatomy_light"])).toEqual(["anatomy", "behaviour"]);
    expect(typeWords(["ephys_intracellular", "anatomy_em"])).toEqual(["anatomy_em", "ephys_intracellular"]);
    expect(typeWords([])).toEqual([]);
  });

  it("stand for the same types again", () => {
    fc.assert(
      fc.property(fc.subarray(evidenceTypes.map(({ id }) => id)), (types) => {
        const meant = typeWords(types).flatMap((word) => evidenceType(word)?.types.map(({ id }) => id) ?? []);
        expect(meant.sort()).toEqual([...types].sort());
      }),
    );
  });
});
