import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { verdictIn } from "../../../src/core/evidence/verdict-world.ts";
import { project } from "../project.ts";
import { predictionsIn } from "./verdict-fixtures.ts";

const folder = new URL("../../../examples/neuroscience-of-transformers/", import.meta.url);
const text = ["predictions.lamina", "evidence.lamina"]
  .map((name) => `# file: ${name}\n${readFileSync(new URL(name, folder), "utf8")}`)
  .join("\n");
const { snapshot } = project(text);
const verdicts = new Map([...predictionsIn(snapshot)].map(([id, prediction]) => [id, verdictIn(prediction, snapshot, () => undefined)]));

describe("the predictions of the example", () => {
  it("leave C08 untested: both observations are of something else", () => {
    const verdict = verdicts.get("thalamic-share");
    expect(verdict?.verdict).toBe("untested");
    expect(verdict?.observations.map(({ comparable, value, source }) => [comparable, value, source])).toEqual([
      [false, "4..6 %", "lee-thalamic"],
      [false, "1.9 %", "potjans-share"],
    ]);
    expect(verdict?.observations[0]?.reason).toContain("“total convergent input to layer 4”");
    expect(verdict?.observations[1]?.reason).toMatch(
      /^another denominator: of “all modelled synapses on L4E cells.*expected of “asymmetric synapses/,
    );
  });

  it("are understood to the last criterion", () => {
    expect(verdicts.size).toBeGreaterThan(20);
    const unclear = [...verdicts].flatMap(([id, { criteria }]) =>
      criteria.filter(({ status }) => status === "unclear").map((criterion) => [id, criterion.text, criterion.reason]),
    );
    expect(unclear).toEqual([]);
  });
});
