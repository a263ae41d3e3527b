/** The picture as rows: the same claims in the same order, every fact that the picture draws in words. */
import { basisSigns, restsOnClaims } from "./basis.ts";
import { standingNames, standings } from "./palette.ts";
import type { Picture, PictureClaim } from "./picture.ts";
import { filtered, type PictureView, strengths } from "./view.ts";

/** A column of the table. */
export interface TableColumn {
  readonly key: ColumnKey;
  readonly heading: string;
  /** Whether cells are numbers, to be set flush right. */
  readonly numeric: boolean;
}

interface ColumnSpec {
  readonly heading: string;
  readonly numeric?: true;
  /** The cell as text. */
  readonly cell: (claim: PictureClaim) => string;
  /** What it is sorted by, where that is not its text. */
  readonly order?: (claim: PictureClaim) => number;
}

/** The two sides of a claim as written; a claim is not split where its words do not say where. */
export function writtenSides(claim: PictureClaim): readonly [left: string, right: string] {
  const joint = claim.negated ? " not as " : " as ";
  const at = claim.written.indexOf(joint);
  return at < 0 ? [claim.written, ""] : [claim.written.slice(0, at), claim.written.slice(at + joint.length)];
}

const named = (claim: PictureClaim, states: boolean): string =>
  (claim.sources ?? []).flatMap((source) => (source.states === states ? source.label : [])).join("; ");

/** Nothing where a claim rests on other claims, because a 0 would say that there is no evidence. */
const counted = (claim: PictureClaim, number: number): string => (restsOnClaims(claim) > 0 ? "" : String(number));

const evidence = (claim: PictureClaim): string => named(claim, false) || (restsOnClaims(claim) > 0 ? basisSigns(claim).join(" ") : "");

/** THE table of headings: what stands in which column, and how it is sorted. */
const columns = {
  id: { heading: "Claim", cell: (claim) => claim.id ?? "" },
  left: { heading: "What", cell: (claim) => writtenSides(claim)[0] },
  right: { heading: "As", cell: (claim) => `${claim.negated ? "not " : ""}${writtenSides(claim)[1]}` },
  standing: { heading: "Standing", cell: (claim) => standingNames[claim.standing], order: (claim) => standings.indexOf(claim.standing) },
  strength: { heading: "Asserted", cell: (claim) => claim.asserted, order: (claim) => strengths.indexOf(claim.asserted) },
  earned: {
    heading: "Earned",
    cell: (claim) => claim.earned ?? "nothing",
    order: (claim) => (claim.earned === undefined ? -1 : strengths.indexOf(claim.earned)),
  },
  for: { heading: "For", numeric: true, cell: (claim) => counted(claim, claim.supports), order: (claim) => claim.supports },
  against: { heading: "Against", numeric: true, cell: (claim) => counted(claim, claim.disputes), order: (claim) => claim.disputes },
  verdicts: { heading: "Predictions", cell: (claim) => claim.verdicts ?? "" },
  statedIn: { heading: "Stated in", cell: (claim) => named(claim, true) },
  sources: { heading: "Evidence", cell: (claim) => evidence(claim) },
  scope: { heading: "Scope", cell: (claim) => claim.scope ?? "" },
  tags: { heading: "Tags", cell: (claim) => (claim.tags ?? []).join(", ") },
} as const satisfies Record<string, ColumnSpec>;

export type ColumnKey = keyof typeof columns;

const specs: readonly (readonly [ColumnKey, ColumnSpec])[] = Object.entries(columns) as [ColumnKey, ColumnSpec][];

export interface TableRow {
  /** The claim's key in the picture. */
  readonly claim: string;
  readonly cells: Readonly<Record<ColumnKey, string>>;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableOrder {
  readonly by: ColumnKey;
  readonly descending?: boolean;
}

/** The claims that a view leaves as rows, in the order of the text or, where one is asked for, in that of a column (ties as in the text). */
export function tableOf(picture: Picture, view: PictureView = {}, order?: TableOrder): Table {
  const claims = [...filtered(picture, view).claims];
  const spec: ColumnSpec | undefined = order && columns[order.by];
  if (order && spec) {
    const sign = order.descending ? -1 : 1;
    const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    const of = spec.order;
    claims.sort((a, b) => sign * (of ? of(a) - of(b) : byText(spec.cell(a), spec.cell(b))));
  }
  return {
    columns: specs.map(([key, { heading, numeric }]) => ({ key, heading, numeric: numeric === true })),
    rows: claims.map((claim) => ({
      claim: claim.key,
      cells: Object.fromEntries(specs.map(([key, { cell }]) => [key, cell(claim)])) as Record<ColumnKey, string>,
    })),
  };
}
