/** What each rule costs at the first check of a corpus. */
import { Checker, defaultSettings, rules } from "../../src/core/service.ts";
import { snapshotOf } from "../lib/workspace.ts";

export interface RuleCost {
  readonly code: string;
  readonly reach: string;
  /** Milliseconds for all items of the corpus. */
  readonly time: number;
  readonly findings: number;
}

export const ruleTasks = {
  /** Every rule alone on every item, after a round that warms what all of them use. */
  rules: ({ claims }: { claims: number }): RuleCost[] => {
    const snapshot = snapshotOf(claims, 100);
    const check = (...codes: readonly string[]): Omit<RuleCost, "code" | "reach"> => {
      const checker = new Checker(snapshot);
      const wanted = rules.map(({ code }) => [code, codes.includes(code) ? "warning" : "off"] as const);
      checker.settings = { ...defaultSettings, rules: Object.fromEntries(wanted) };
      const from = performance.now();
      let findings = 0;
      for (const uri of snapshot.documents.keys()) findings += checker.findings(uri).length;
      return { time: performance.now() - from, findings };
    };
    check("unknown-part", "unresolved-citation");
    const { time: idle } = check();
    const costs = rules.map(({ code, reach }): RuleCost => {
      const { time, findings } = check(code);
      return { code, reach, findings, time: Math.max(0, time - idle) };
    });
    return costs.sort((a, b) => b.time - a.time);
  },
};
