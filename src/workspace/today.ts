/** The day that it is where the program runs, for doors: the engine has no clock. */

/** The day of a moment by the machine's own calendar, `2026-12-31`. */
export function dayOf(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** Today. */
export const today = (): string => dayOf(new Date());
