import { isClaim, written } from "../model/meaning.ts";
import { defineRule, quote, severity } from "./define.ts";

export const openGap = defineRule({
  code: "open-gap",
  title: "A gap that is declared and still open",
  reach: "local",
  items: ["claim", "mapping"],
  severity: severity("h/h/h"),
  check({ item, meaning, report }) {
    if (!isClaim(meaning)) return;
    const { left, right } = meaning;
    for (const [open, other] of [
      [left, right],
      [right, left],
    ]) {
      if (!open?.open) continue;
      const what = other && !other.open ? `The counterpart of ${quote(written(item, other))} is` : "Nothing is said: both ends are";
      report({ span: open, message: `${what} a declared gap, expected a part once one is known.` });
    }
  },
});
