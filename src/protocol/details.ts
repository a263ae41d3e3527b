/**
 * What is told of a claim or a part beside the picture: plain data, which the page makes elements of. Texts that are
 * called Markdown hold the signs of one line of it (`**`, `*`, `` ` ``, links) and nothing else; all others stand as they are.
 */

/** One stretch of the axis of a plot, in the plot's unit; without an end it goes on beyond the axis. */
export interface PlotBand {
  readonly kind: "expected" | "failing";
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What was observed: one number or range or, where it can be one of several, each of them. */
export interface PlotValue {
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
  /** `≈ 5 %` */
  readonly text: string;
  /** Where it comes from: an id, a citation, a file. */
  readonly source: string | undefined;
  readonly lies: "expected" | "failing" | "between" | "not compared";
}

/** Observed numbers of one quantity beside where they are expected and where the prediction fails. */
export interface RangePlot {
  readonly quantity: string;
  readonly of: string | undefined;
  readonly unit: string | undefined;
  /** The ends of the axis, and the numbers that stand along it. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly bands: readonly PlotBand[];
  readonly values: readonly PlotValue[];
}

export interface PredictionDetails {
  readonly id: string;
  readonly text: string | undefined;
  readonly verdict: "confirmed" | "falsified" | "undecided" | "untested";
  readonly sign: string;
  readonly reason: string;
  /** Whether a data file is still to be read. */
  readonly pending: boolean;
  readonly plots: readonly RangePlot[];
  /** Markdown, one line each. */
  readonly expects: readonly string[];
  readonly falsified: readonly string[];
  readonly observed: readonly string[];
}

export interface EvidenceDetails {
  readonly stance: "supports" | "disputes" | "qualifies";
  /** The work, the data file, the model; the writer's own argument is named as such. */
  readonly what: string;
  readonly shows: string | undefined;
  /** `anatomy_light · read: abstract` */
  readonly small: string;
  /** What is not weighed is listed and earns nothing. */
  readonly weighed: boolean;
}

/** A claim that another is made of. */
export interface PartDetails {
  /** Its id, or the claim as written where it has none. */
  readonly name: string;
  readonly standing: Standing;
  readonly earned: Strength | undefined;
}

export type Standing = "supported" | "overstated" | "contested" | "refuted" | "unsupported" | "open";
export type Strength = "analogy" | "functional" | "mechanistic" | "literal";

/** What would change a claim's standing, or mend a finding on it: a text to insert, known by its title. */
export interface Stub {
  readonly title: string;
  /** The rule whose finding it answers. */
  readonly rule: string;
}

/** All that the drawer shows of a claim. */
export interface ClaimDetails {
  readonly claim: string;
  readonly id: string | undefined;
  readonly written: string;
  readonly negated: boolean;
  readonly means: string | undefined;
  readonly standing: Standing;
  readonly standingHelp: string;
  readonly asserted: Strength;
  /** `by its family`, `nothing said`; empty where the claim itself says it. */
  readonly assertedBy: string;
  readonly earned: Strength | undefined;
  /** Whether a data file that it rests on changed since its content was accepted. */
  readonly recheck: boolean;
  /** Who says it, and how far that was read. Markdown. */
  readonly stated: { readonly title: string; readonly lines: readonly string[] };
  readonly because: readonly string[];
  readonly scope: string | undefined;
  readonly predictions: readonly PredictionDetails[];
  /** Predictions that nothing defines. */
  readonly undefinedPredictions: readonly string[];
  readonly evidence: readonly EvidenceDetails[];
  readonly undisputed: string | undefined;
  /** The claims that it is made of, on which it rests where no evidence is given for it itself. */
  readonly parts: readonly PartDetails[];
  /** Markdown. Empty where the claim is supported. */
  readonly why: readonly string[];
  readonly stubs: readonly Stub[];
  /** `hypothesis.lamina:31` */
  readonly place: string;
}

/** A card as the editor's hovers have it. All texts are Markdown. */
export interface CardData {
  readonly title: string;
  readonly kind: string | undefined;
  readonly sections: readonly { readonly title?: string; readonly lines: readonly string[]; readonly list?: boolean }[];
}
