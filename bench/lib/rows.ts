/** A row of the benchmark before it is measured. */
import { Unavailable } from "./processes.ts";
import { rounded } from "./statistics.ts";
import type { Measure, Row } from "./table.ts";

export interface Options {
  /** Whether a rough answer will do: fewer repeats, and no peers that take long. */
  readonly quick: boolean;
}

export interface RowPlan {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  /** Whether it takes so long that it is measured only where it is asked for by name. */
  readonly slow?: boolean;
  measure(options: Options): Promise<Measured> | Measured;
}

export interface Measured {
  readonly ours: Measure;
  readonly floor?: Measure;
  readonly floorIs?: string;
  /** By name: how to measure each. Those that do not run here are named in the row. */
  readonly peers?: Readonly<Record<string, () => number | Promise<number>>>;
  readonly goal?: string;
  /** Whether the goal is reached; asked when the peers are measured. */
  met?(peers: Readonly<Record<string, number>>): boolean;
}

/** Measures a row, peers last. */
export async function measured(plan: RowPlan, options: Options): Promise<Row> {
  const { ours, floor, floorIs, peers: plans = {}, goal, met } = await plan.measure(options);
  const peers: Record<string, number> = {};
  const missing: Record<string, string> = {};
  for (const [name, measurePeer] of Object.entries(plans)) {
    try {
      peers[name] = rounded(await measurePeer());
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      missing[name] = error.message;
    }
  }
  const { id, title, unit, better } = plan;
  return {
    ...{ id, title, unit, better, ours: rounded(ours) },
    floor: floor === undefined ? undefined : rounded(floor),
    ...{ floorIs, peers, missing, goal, met: met?.(peers) },
  };
}
