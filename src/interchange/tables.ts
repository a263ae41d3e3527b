/** Claims as rows: what a spreadsheet or a data frame is given. */
import type { ClaimCollection, RecordCitation, RecordClaim, RecordEnd, RecordPlace, RecordSide } from "../records/record.ts";
import type { ExchangeTable } from "./names.ts";
import { oneLine } from "./text.ts";

/** Rows of cells; all rows have as many as there are columns, and an empty cell says nothing. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What parts several values within a cell. */
const BETWEEN = "; ";

const several = (values: readonly (string | undefined)[]): string => values.flatMap((value) => value ?? []).join(BETWEEN);

const cited = (works: readonly RecordCitation[]): string =>
  works.map(({ key, version, place }) => [key, version, place].flatMap((piece) => piece ?? []).join(", ")).join(BETWEEN);

const keysOf = (claim: RecordClaim, stance: string): string =>
  several([...new Set(claim.evidence.filter((piece) => piece.stance === stance).flatMap(({ works }) => works.map(({ key }) => key)))]);

const partsIn = (ends: readonly RecordEnd[]): (string | undefined)[] =>
  ends.map(({ part, claim, written }) => part?.id ?? (claim === undefined ? written : `claim ${claim}`));

/** The parts of a side by their qualified ids; what no atlas knows as it is written. */
function partsOf(side: RecordSide | undefined): string {
  if (!side) return "";
  if (side.open) return "?";
  const first = several(partsIn(side.ends));
  return side.outweighed ? `${first} > ${several(partsIn(side.outweighed))}` : first;
}

interface Column<T> {
  readonly name: string;
  readonly cell: (row: T) => string | number | undefined;
}

function rowsOf<T>(values: readonly T[], columns: readonly Column<T>[]): Rows {
  return {
    columns: columns.map(({ name }) => name),
    rows: values.map((value) => columns.map(({ cell }) => String(cell(value) ?? ""))),
  };
}

const placeColumns = <T>(place: (row: T) => RecordPlace | undefined): readonly Column<T>[] => [
  { name: "file", cell: (row) => place(row)?.path },
  { name: "line", cell: (row) => place(row)?.line },
  { name: "notebook_cell", cell: (row) => place(row)?.cell },
];

const claimColumns: readonly Column<RecordClaim>[] = [
  { name: "key", cell: ({ key }) => key },
  { name: "sort", cell: ({ kind }) => kind },
  { name: "kind", cell: ({ claimKind }) => claimKind },
  { name: "claim", cell: ({ written }) => written },
  { name: "left", cell: ({ left }) => left?.written },
  { name: "left_parts", cell: ({ left }) => partsOf(left) },
  { name: "denied", cell: ({ negated }) => (negated ? "yes" : "no") },
  { name: "right", cell: ({ right }) => right?.written },
  { name: "right_parts", cell: ({ right }) => partsOf(right) },
  { name: "means", cell: ({ means }) => means },
  { name: "asserted", cell: ({ asserted }) => asserted },
  { name: "asserted_by", cell: ({ assertedBy }) => assertedBy },
  { name: "sense", cell: ({ sense }) => sense },
  { name: "earned", cell: ({ earned }) => earned },
  { name: "standing", cell: ({ standing }) => standing },
  { name: "stated_in", cell: ({ statedIn }) => cited(statedIn.flatMap(({ works }) => works)) },
  { name: "supported_by", cell: (claim) => keysOf(claim, "supports") },
  { name: "disputed_by", cell: (claim) => keysOf(claim, "disputes") },
  { name: "qualified_by", cell: (claim) => keysOf(claim, "qualifies") },
  { name: "undisputed_as_of", cell: ({ undisputed }) => undisputed?.date },
  { name: "scope", cell: ({ scope }) => scope },
  { name: "level", cell: ({ level }) => level },
  { name: "informs", cell: ({ informs }) => informs },
  { name: "via", cell: ({ via }) => several(via) },
  { name: "facets", cell: ({ facets }) => several(facets.map(({ text, of }) => (of === undefined ? text : `${text} (of ${of})`))) },
  {
    name: "predictions",
    cell: ({ predictions, undefinedPredictions }) => several([...predictions.map(({ id }) => id), ...undefinedPredictions]),
  },
  { name: "relations", cell: ({ relations }) => several(relations.map(({ relation, to }) => `${relation} ${to}`)) },
  { name: "tags", cell: ({ tags }) => several(tags) },
  { name: "because", cell: ({ because }) => several(because) },
  { name: "notes", cell: ({ notes }) => several(notes) },
  { name: "sentences", cell: ({ sentences }) => several(sentences.map(({ exact }) => oneLine(exact))) },
  ...placeColumns<RecordClaim>(({ place }) => place),
];

type Piece = RecordClaim["evidence"][number] & { readonly claim: string; readonly number: number };

const evidenceColumns: readonly Column<Piece>[] = [
  { name: "claim", cell: ({ claim }) => claim },
  { name: "number", cell: ({ number }) => number },
  { name: "stance", cell: ({ stance }) => stance },
  { name: "works", cell: ({ works }) => cited(works) },
  { name: "id", cell: ({ id }) => id },
  { name: "data", cell: ({ data }) => data },
  { name: "model", cell: ({ model }) => model },
  { name: "own_argument", cell: ({ argument }) => (argument ? "yes" : "no") },
  { name: "type", cell: ({ type }) => type },
  { name: "type_label", cell: ({ typeLabel }) => typeLabel },
  { name: "eco", cell: ({ terms }) => several((terms ?? []).map(({ id, match }) => `${id} (${match})`)) },
  { name: "shows", cell: ({ shows }) => shows },
  { name: "scope", cell: ({ scope }) => scope },
  { name: "read", cell: ({ read }) => read },
  { name: "through", cell: ({ through }) => through },
  { name: "weighed", cell: ({ weighed }) => (weighed ? "yes" : "no") },
];

type Predicted = ClaimCollection["predictions"][number] & { readonly claims: readonly string[] };

const predictionColumns: readonly Column<Predicted>[] = [
  { name: "prediction", cell: ({ id }) => id },
  { name: "claims", cell: ({ claims }) => several(claims) },
  { name: "text", cell: ({ text }) => text },
  { name: "stated_in", cell: ({ statedIn }) => cited(statedIn ?? []) },
  { name: "expects", cell: ({ expects }) => several(expects) },
  { name: "falsified_if", cell: ({ falsifiedIf }) => several(falsifiedIf) },
  { name: "observed", cell: ({ observed }) => several(observed) },
  { name: "observed_in", cell: ({ observedIn }) => cited(observedIn ?? []) },
  { name: "verdict", cell: ({ verdict }) => verdict },
  { name: "reason", cell: ({ reason }) => reason },
  { name: "pending", cell: ({ pending }) => (pending ? "yes" : "no") },
  ...placeColumns<Predicted>(({ place }) => place),
];

type Work = ClaimCollection["works"][number] & { readonly claims: readonly string[] };

const workColumns: readonly Column<Work>[] = [
  { name: "work", cell: ({ key }) => key },
  { name: "claims", cell: ({ claims }) => several(claims) },
  { name: "label", cell: ({ label }) => label },
  { name: "type", cell: ({ type }) => type },
  { name: "title", cell: ({ title }) => title },
  {
    name: "authors",
    cell: ({ authors }) => several((authors ?? []).map(({ family, given }) => (given === undefined ? family : `${family}, ${given}`))),
  },
  { name: "year", cell: ({ year }) => year },
  { name: "doi", cell: ({ doi }) => doi },
  { name: "arxiv", cell: ({ arxiv }) => arxiv },
  { name: "pmid", cell: ({ pmid }) => pmid },
  { name: "isbn", cell: ({ isbn }) => isbn },
  { name: "url", cell: ({ url }) => url },
  { name: "read", cell: ({ source }) => source?.read },
  { name: "through", cell: ({ source }) => source?.through },
  { name: "allows_at_most", cell: ({ source }) => source?.allows },
  { name: "reference", cell: ({ line }) => line },
];

/** The rows of a table. */
export function tableOf(collection: ClaimCollection, table: ExchangeTable): Rows {
  const { claims, predictions, works } = collection;
  switch (table) {
    case "claims":
      return rowsOf(claims, claimColumns);
    case "evidence":
      return rowsOf(
        claims.flatMap(({ key, evidence }) => evidence.map((piece, index): Piece => ({ ...piece, claim: key, number: index + 1 }))),
        evidenceColumns,
      );
    case "predictions": {
      const users = grouped(claims, (claim) => claim.predictions.map(({ id }) => id));
      return rowsOf(
        predictions.map((prediction): Predicted => ({ ...prediction, claims: users.get(prediction.id) ?? [] })),
        predictionColumns,
      );
    }
    case "works": {
      const users = grouped(claims, ({ statedIn, evidence }) =>
        [...statedIn, ...evidence].flatMap(({ works: cites }) => cites.map(({ key }) => key)),
      );
      return rowsOf(
        works.map((work): Work => ({ ...work, claims: users.get(work.key) ?? [] })),
        workColumns,
      );
    }
  }
}

/** The keys of the claims that have to do with each of some things. */
function grouped(
  claims: readonly RecordClaim[],
  things: (claim: RecordClaim) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const claim of claims) {
    for (const thing of new Set(things(claim))) {
      const list = users.get(thing);
      if (list) list.push(claim.key);
      else users.set(thing, [claim.key]);
    }
  }
  return users;
}
