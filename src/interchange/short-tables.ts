/** Tables that fit on a page: fewer columns than a spreadsheet is given, works by the names that readers know. */
import type { ClaimCollection, RecordCitation, RecordClaim } from "../records/record.ts";
import type { ExchangeTable } from "./names.ts";

/** A cell of a table on a page: text, or works that are cited. */
export type PageCell = string | { readonly cites: readonly RecordCitation[] };

export interface PageTable {
  readonly columns: readonly { readonly title: string /** Of the width of the page. */; readonly share: number }[];
  readonly rows: readonly (readonly PageCell[])[];
}

const worksOf = (claim: RecordClaim, stance: string): PageCell => ({
  cites: claim.evidence.filter((piece) => piece.stance === stance).flatMap(({ works }) => works),
});

/** One side of a claim with its arrows as they are printed. */
export const sideText = (side: RecordClaim["left"]): string =>
  (side?.written ?? "…").replaceAll("<->", "↔").replaceAll("->", "→").replaceAll("<-", "←").replaceAll(" -- ", " — ");

/** What is asserted and what is earned; of a gap nothing is. */
export const strengthText = ({ standing, asserted, earned }: RecordClaim): string =>
  standing === "open" || earned === asserted ? asserted : `${asserted} (earned: ${earned ?? "nothing"})`;

/** What the claim has at its right end, a denial with its word. */
export const rightText = ({ negated, right }: RecordClaim): string => `${negated ? "not " : ""}${sideText(right)}`;

/** The table of a page. */
export function pageTable({ claims, predictions, works }: ClaimCollection, table: ExchangeTable): PageTable {
  switch (table) {
    case "claims":
      return {
        columns: columns(["Claim", 14], ["From", 16], ["To", 14], ["Strength", 13], ["Standing", 11], ["For", 16], ["Against", 16]),
        rows: claims.map((claim) => [
          claim.id ?? `${claim.place.path}:${claim.place.line}`,
          sideText(claim.left),
          rightText(claim),
          strengthText(claim),
          claim.standing,
          worksOf(claim, "supports"),
          worksOf(claim, "disputes"),
        ]),
      };
    case "evidence":
      return {
        columns: columns(["Claim", 15], ["Stance", 10], ["Work", 16], ["Type", 15], ["What it shows", 26], ["Read", 18]),
        rows: claims.flatMap(({ key, evidence }) =>
          evidence.map(({ stance, works: cites, argument, data, model, id, typeLabel, type, shows, read, through }): PageCell[] => [
            key,
            stance,
            cites.length > 0 ? { cites } : argument ? "the writer's own argument" : (data ?? model ?? id ?? ""),
            typeLabel ?? type ?? "",
            shows ?? "",
            [read, through].flatMap((text) => text ?? []).join(", "),
          ]),
        ),
      };
    case "predictions":
      return {
        columns: columns(["Prediction", 16], ["What is predicted", 26], ["Expected", 22], ["Verdict", 10], ["Why", 26]),
        rows: predictions.map(({ id, text, expects, verdict, reason }) => [
          id,
          text ?? "not transcribed",
          expects.join("; "),
          verdict,
          reason,
        ]),
      };
    case "works":
      return {
        columns: columns(["Work", 28], ["Reference", 52], ["Read", 20]),
        rows: works.map(({ key, line, source }) => [
          key,
          line ?? "no bibliography has it",
          [source?.read, source?.through].flatMap((text) => text ?? []).join(", "),
        ]),
      };
  }
}

const columns = (...named: readonly (readonly [string, number])[]): PageTable["columns"] =>
  named.map(([title, percent]) => ({ title, share: percent / 100 }));
