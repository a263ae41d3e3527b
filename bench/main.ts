/** npm run bench [-- ROW…] [--quick]: measures rows, prints them, and writes them where the README and others read them. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { bench, resultOf, root } from "./lib/processes.ts";
import { withSpeed } from "./lib/readme.ts";
import { measured, type RowPlan } from "./lib/rows.ts";
import { shown } from "./lib/statistics.ts";
import { columns, type Row, terminalTable } from "./lib/table.ts";
import { documentRows } from "./rows/documents.ts";
import { keystrokeRows } from "./rows/keystrokes.ts";
import { openingRows } from "./rows/opening.ts";
import { parseRows } from "./rows/parse.ts";
import { pictureRows } from "./rows/pictures.ts";
import { programRows } from "./rows/programs.ts";
import type { RuleCost } from "./tasks/rules.ts";

const plans: readonly RowPlan[] = [...parseRows, ...keystrokeRows, ...openingRows, ...programRows, ...documentRows, ...pictureRows];

/** The rows that the words ask for: an id, or how ids start. Without words all but the slow ones. */
function chosen(words: readonly string[]): readonly RowPlan[] {
  for (const word of words) {
    if (!plans.some(({ id }) => id.startsWith(word))) {
      throw new Error(`there is no row “${word}”, expected: ${plans.map(({ id }) => id).join(", ")}, or rules`);
    }
  }
  if (words.length === 0) return plans.filter(({ slow }) => !slow);
  return plans.filter(({ id }) => words.some((word) => id === word || (!plans.some((plan) => plan.id === word) && id.startsWith(word))));
}

/** What each rule costs, as a table. */
function ruleTable(claims: number): string {
  const costs = resultOf<RuleCost[]>("rules", { claims });
  const total = costs.reduce((sum, { time }) => sum + time, 0);
  const rows = costs.map(({ code, reach, time, findings }) => [code, reach, shown(time), shown((time * 1000) / claims), String(findings)]);
  const head = ["rule", "reach", "ms", "µs a claim", "findings"];
  return `${columns([head, ...rows])}\n\n${shown(total)} ms for all rules on ${claims} claims, at their first check`;
}

function machine(): string {
  const { length } = cpus();
  return `${length} ${length === 1 ? "core" : "cores"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
}

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const quick = process.argv.includes("--quick");

if (words[0] === "rules") console.log(ruleTable(Number(words[1] ?? 1000)));
else {
  const rows: Row[] = [];
  const unmeasured: string[] = [];
  for (const plan of chosen(words)) {
    process.stderr.write(`[bench] ${plan.id}: ${plan.title}\n`);
    try {
      rows.push(await measured(plan, { quick }));
    } catch (error) {
      // one row that fails must not take the others with it
      unmeasured.push(`${plan.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(terminalTable(rows));
  const missed = rows.filter(({ met }) => met === false).map(({ id }) => id);
  if (missed.length > 0) console.log(`\nmissed: ${missed.join(", ")}`);
  if (unmeasured.length > 0) {
    console.log(`\nnot measured:\n  ${unmeasured.join("\n  ")}`);
    process.exitCode = 1;
  }
  // what is written down is a whole run
  if (words.length === 0 && !quick) {
    const run = { date: new Date().toISOString().slice(0, 10), machine: machine(), rows };
    writeFileSync(join(bench, "results.json"), `${JSON.stringify(run, null, 2)}\n`);
    const readme = join(root, "README.md");
    writeFileSync(readme, withSpeed(readFileSync(readme, "utf8"), run));
  }
}
