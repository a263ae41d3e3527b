/**
 * The ladder of evidence: which strength a set of evidence earns. It is our rule of thumb, not the paper's; its
 * reasons stand on its page. One table, so that standing, findings and "why is this not green?" never differ.
 */
import { type Strength, strengths } from "../model/meaning.ts";

/** The ids of evidence types, as in `evidence-types.json`, that do one thing in the ladder. */
const recordings: readonly string[] = ["ephys_extracellular", "ephys_intracellular", "ephys_mass", "imaging_optical", "imaging_mri"];
const anatomy: readonly string[] = ["anatomy_light", "anatomy_em"];

/** Types in which something of the cortex itself was measured. */
export const measurements: readonly string[] = [...recordings, ...anatomy, "perturbation", "behaviour"];

/** One way to earn a strength: from every set at least one type of evidence. */
export interface Way {
  /** Each set: any one of these types will do. */
  readonly needs: readonly (readonly string[])[];
  readonly text: string;
  /** Only where both ends are formal. */
  readonly formalOnly?: boolean;
}

export interface Rung {
  readonly strength: Strength;
  readonly ways: readonly Way[];
}

/** Types that say more than that somebody said so. */
export const moreThanStatements: readonly string[] = [
  ...measurements,
  "simulation",
  "model_data_comparison",
  "theory_derivation",
  "analogy_structural",
];

export const ladder: readonly Rung[] = [
  {
    strength: "analogy",
    ways: [{ needs: [moreThanStatements], text: "one source that is more than a statement, on either side" }],
  },
  {
    strength: "functional",
    ways: [
      {
        // a perturbation records what it changes, so it counts where a recording does
        needs: [[...recordings, "perturbation", "behaviour", "model_data_comparison"]],
        text: "one recording (units, intracellular, mass or imaging), perturbation, behaviour or comparison of a model with data",
      },
    ],
  },
  {
    strength: "mechanistic",
    ways: [
      {
        needs: [[...anatomy, "ephys_intracellular"], ["perturbation"]],
        text: "anatomy or intracellular recording, and a perturbation",
      },
      {
        needs: [["theory_derivation"], ["simulation"], measurements],
        text: "a derivation, a simulation, and one measurement on the cortical side",
      },
    ],
  },
  {
    strength: "literal",
    ways: [{ needs: [["theory_derivation"]], text: "a theorem or derivation, both ends being formal", formalOnly: true }],
  },
];

/** How high a strength stands: 0 for analogy. */
export const rank = (strength: Strength | undefined): number => (strength === undefined ? -1 : strengths.indexOf(strength));

/** One step down; analogy stays, since evidence that is there does not vanish by being disputed. */
export const stepDown = (strength: Strength): Strength => strengths[Math.max(0, rank(strength) - 1)] as Strength;

/** The types that a piece of evidence may be of: one, or all of a family where the writer did not say which. */
export type Piece = readonly string[];

/** Whether one of the pieces fills a need, of whichever of its types it is. */
const fills = (pieces: readonly Piece[], need: readonly string[]): boolean =>
  pieces.some((piece) => piece.length > 0 && piece.every((type) => need.includes(type)));

const meets = (pieces: readonly Piece[], way: Way, formal: boolean): boolean =>
  (!way.formalOnly || formal) && way.needs.every((need) => fills(pieces, need));

/**
 * The highest strength that these pieces of evidence earn, disputes left aside; undefined where they earn none.
 *
 * @param formal whether both ends of the claim are formal objects
 */
export function earnedBy(pieces: readonly Piece[], formal: boolean): Strength | undefined {
  let earned: Strength | undefined;
  for (const rung of ladder) if (rung.ways.some((way) => meets(pieces, way, formal))) earned = rung.strength;
  return earned;
}

/** The ways to a strength that a claim could still go, with what each lacks. Shortest first. */
export function lacking(
  pieces: readonly Piece[],
  wanted: Strength,
  formal: boolean,
): { way: Way; missing: readonly (readonly string[])[] }[] {
  const rung = ladder.find((entry) => entry.strength === wanted);
  return (rung?.ways ?? [])
    .filter((way) => !way.formalOnly || formal)
    .map((way) => ({ way, missing: way.needs.filter((need) => !fills(pieces, need)) }))
    .sort((a, b) => a.missing.length - b.missing.length);
}
