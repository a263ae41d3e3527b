/** What a column view shows of a document, and what it asks for: plain data, the same for server, client and page. */
import type { ComparisonVerdict } from "../diagram/comparison.ts";
import type { AtlasCoverage } from "../diagram/coverage.ts";
import type { SceneDifference } from "../diagram/difference.ts";
import type { PictureStanding } from "../diagram/picture.ts";
import type { Scene } from "../diagram/scene.ts";
import type { ColumnKey, Table } from "../diagram/table.ts";
import type { Facet, FacetCount } from "../diagram/view.ts";
import type { ClaimDetails } from "./details.ts";

/** Drawn, or in rows: whatever is shown can be seen as both. */
export const modes = ["picture", "table"] as const;
export type ColumnMode = (typeof modes)[number];

/** The claims themselves, what they leave out, or what two sides say differently. */
export const topics = ["claims", "coverage", "compare"] as const;
export type ColumnTopic = (typeof topics)[number];

/** All claims of the document as it stands, as one side of a comparison. */
export const THIS_TEXT = "this";
/** Another text of the document, such as that of its last revision. */
export const OTHER_TEXT = "other";

/** What is asked of a view. */
export interface ColumnView {
  readonly mode: ColumnMode;
  readonly topic: ColumnTopic;
  /** By facet the values that are shown; a facet that is left out, or empty, lets all pass. */
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Words that a claim must hold, each of them somewhere. */
  readonly search: string;
  /** The claim or part to which all else is left out that has nothing to do with it. */
  readonly focus: { readonly kind: "claim" | "part"; readonly key: string } | null;
  /** `this`, `other`, a source as `@key`, or a mapping as `mapping:id`; null chooses two by itself. */
  readonly compare: { readonly left: string; readonly right: string } | null;
  /** What the table is sorted by; null is the order of the text. */
  readonly order: { readonly by: string; readonly descending: boolean } | null;
}

export const everything: ColumnView = {
  mode: "picture",
  topic: "claims",
  chosen: {},
  search: "",
  focus: null,
  compare: null,
  order: null,
};

/** A claim in a comparison. */
export interface ComparedClaim {
  /** Its key in the text at hand; null for a claim of another text. */
  readonly claim: string | null;
  readonly id: string | null;
  readonly text: string;
  readonly standing: PictureStanding;
  readonly negated: boolean;
}

/** One thing that a side gives a role; `changed` where two texts of a document differ in how well the same is supported. */
export interface ComparisonRow {
  readonly key: string;
  readonly label: string;
  readonly verdict: ComparisonVerdict | "changed";
  readonly left: readonly ComparedClaim[];
  readonly right: readonly ComparedClaim[];
}

export interface ComparisonTable {
  readonly left: string;
  readonly right: string;
  readonly rows: readonly ComparisonRow[];
}

/** What a side of a comparison may be. */
export interface SideChoice {
  readonly value: string;
  readonly label: string;
}

/** The two sides that may be chosen from, and those that are. */
export interface Sides {
  readonly choices: readonly SideChoice[];
  readonly left: string | null;
  readonly right: string | null;
}

/** What a view shows. What is left out of a message is as it was. */
export interface ColumnContent {
  readonly title?: string;
  readonly shown?: number;
  readonly all?: number;
  readonly facets?: readonly FacetCount[];
  readonly scene?: Scene;
  /** What makes the scene that was sent last into the next; never beside a whole scene. */
  readonly sceneChange?: SceneDifference;
  readonly table?: Table;
  readonly coverage?: readonly AtlasCoverage[];
  readonly sides?: Sides;
  readonly comparison?: ComparisonTable | null;
  readonly details?: ClaimDetails | null;
}

export type { ColumnKey };
