import fc from "fast-check";
import { expect, it } from "vitest";
import { isDay } from "../../src/core/suppression-reason.ts";
import { dayOf, today } from "../../src/workspace/today.ts";

it("is the day on the machine's calendar", () => {
  expect(dayOf(new Date(2026, 0, 2, 0, 0))).toBe("2026-01-02");
  expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe("2026-12-31");
  expect(isDay(today())).toBe(true);
});

it("is a day, and later moments are on no earlier day", () => {
  const moment = fc.date({ min: new Date(1900, 0, 1), max: new Date(2999, 11, 31), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(isDay(dayOf(a))).toBe(true);
      expect(dayOf(a) <= dayOf(b) || a > b).toBe(true);
    }),
  );
});
