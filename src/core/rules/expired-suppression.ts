import { proseSuppressions } from "../prose/suppressions.ts";
import { expired, isDay } from "../suppression-reason.ts";
import { suppressionsOf } from "../suppressions.ts";
import type { Span } from "../text.ts";
import { defineRule, quote, severity } from "./define.ts";

export const expiredSuppression = defineRule({
  code: "expired-suppression",
  title: "A suppression whose day is over",
  reach: "local",
  severity: severity("w/w/e"),
  keepsHouse: true,
  checkHost({ source, report, today }) {
    for (const suppression of proseSuppressions(source)) {
      const message = fault(suppression, today);
      if (message !== undefined) report({ span: suppression.tail ?? suppression.span, message });
    }
  },
  check({ item, report, today }) {
    for (const suppression of suppressionsOf(item)) {
      const message = fault(suppression, today);
      if (message !== undefined) report({ span: suppression.tail ?? suppression.span, message });
    }
  },
});

interface Term {
  readonly until?: string;
  readonly owner?: string;
  readonly tail?: Span;
}

function fault({ until, owner }: Term, today: string | undefined): string | undefined {
  if (until === undefined) return undefined;
  if (!isDay(until)) return `Unexpected “until: ${until}”, expected a day of the calendar, such as “until: 2026-12-31”.`;
  if (!expired(until, today)) return undefined;
  const who = owner === undefined ? "" : ` by ${quote(owner)}`;
  return `This held until ${until}, expected that what it silences is mended by now${who}, or a later day with the reason for it.`;
}
