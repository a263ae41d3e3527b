/**
 * What the picture is drawn from: claims already resolved and weighed, as plain data. The diagram ring knows
 * nothing of syntax or rules; whoever calls it (server, command line) fills this in from a snapshot.
 */

/** What the evidence makes of a claim. */
export type PictureStanding = "supported" | "overstated" | "contested" | "refuted" | "unsupported" | "open";

/** How much is asserted, weakest first. */
export type PictureStrength = "analogy" | "functional" | "mechanistic" | "literal";

/** One end of a claim: a part or a pathway, as written and as resolved. */
export interface PictureEnd {
  /** As the writer wrote it: `L4 -> L2/3`. */
  readonly written: string;
  /** The qualified id of the part that it stands for (`cortex:L4-to-L2/3`); undefined where nothing is known by that name. */
  readonly part: string | undefined;
  /** For a pathway, the qualified ids of the parts along it, in order; undefined entries are unknown names. */
  readonly along: readonly (string | undefined)[];
  /**
   * For an end that is a claim (`claim queries, claim values as Self-attention`), the key of that claim. It is drawn
   * as a thread along the rail to that claim's chip, because a claim has no place in either drawing.
   */
  readonly claim?: string | undefined;
}

export interface PictureSide {
  /** `?`: a declared gap. */
  readonly open: boolean;
  /**
   * How several ends belong together: all of them, any of them, pairwise with the other side, or the first
   * outweighing the second (`A > B`), which is none of the others and must not be drawn as one of them.
   */
  readonly join: "one" | "all" | "any" | "each" | "outweighs";
  readonly ends: readonly PictureEnd[];
}

export interface PictureClaim {
  /** Stable through edits: the id, or for a claim without one its document and ordinal. */
  readonly key: string;
  readonly id: string | undefined;
  /** The ends as written: `L4 → L2/3 as Value`. */
  readonly written: string;
  readonly standing: PictureStanding;
  readonly asserted: PictureStrength;
  /** The strength that the evidence earns; undefined where it earns nothing. */
  readonly earned: PictureStrength | undefined;
  readonly negated: boolean;
  readonly left: PictureSide;
  readonly right: PictureSide;
  readonly supports: number;
  readonly disputes: number;
  /** The verdicts on its predictions: `1 falsified, 2 untested`; left out where nothing was observed. */
  readonly verdicts?: string;
  /** The claim in a sentence. */
  readonly means?: string;
  /** The works that state it, or its family for it, and then those that it cites as evidence; each once. */
  readonly sources?: readonly PictureSource[];
  /** The ids of the mappings and composite claims that it belongs to. */
  readonly mappings?: readonly string[];
  /** Where it holds, as written, and each phrase of that alone; its family's where it says nothing itself. */
  readonly scope?: string;
  readonly scopes?: readonly string[];
  readonly tags?: readonly string[];
  /** Keys of the claims of this picture that give the same thing another role, or that it calls its rivals. */
  readonly rivals?: readonly string[];
  /** Keys of the claims of this picture that assert what this one denies, or deny what it asserts. */
  readonly contradicts?: readonly string[];
}

/** A work that a claim has to do with. */
export interface PictureSource {
  /** The citation key. */
  readonly key: string;
  /** `Bastos et al. 2012`; the key with its `@` where no bibliography has it. */
  readonly label: string;
  /** Whether it states the claim; otherwise it is evidence for or against it. */
  readonly states: boolean;
  /** Whether it is cited in support of the claim, and against it; left out where it is not known to be. */
  readonly supports?: boolean;
  readonly disputes?: boolean;
}

/** A part as the picture needs it; used to draw atlases that have no drawing of their own. */
export interface PicturePart {
  /** Qualified id: `hippocampus:CA1`. */
  readonly id: string;
  readonly label: string;
  readonly kind: string | undefined;
  /** Qualified ids of the parts that it lies within. */
  readonly within?: readonly string[];
  /** How its atlas asks for it to be drawn: `draw band 4`. */
  readonly draw?: PictureDraw;
}

/** A hint of an atlas on how to draw a part. */
export interface PictureDraw {
  readonly mark: "band" | "cell" | "fibre" | "box" | "none";
  /** For a band its place from the top down, for a cell the band that it lies in. */
  readonly amount?: number;
}

/** An atlas in scope, with all its parts, mentioned or not: what a picture can say nothing of is counted from it. */
export interface PictureAtlas {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly PicturePart[];
}

export interface Picture {
  /** The title of the picture: a document's name. */
  readonly title: string;
  readonly claims: readonly PictureClaim[];
  /** Labels of all parts that the claims mention. */
  readonly parts: readonly PicturePart[];
  /** The atlases in scope; the two built-in ones where this is left out. */
  readonly atlases?: readonly PictureAtlas[];
  /** How many claims there were before some were filtered away; the picture then says `3 of 24 claims`. */
  readonly total?: number;
}
