/** Some claims of a collection, with what belongs to them. */
import type { ClaimCollection, RecordClaim, RecordWork } from "./record.ts";

/** The claims that are wanted, with the works that they cite and the predictions that they make. */
export function chosenClaims(collection: ClaimCollection, wanted: (claim: RecordClaim) => boolean): ClaimCollection {
  const claims = collection.claims.filter(wanted);
  const predicted = new Set(claims.flatMap(({ predictions }) => predictions.map(({ id }) => id)));
  const predictions = collection.predictions.filter(({ id }) => predicted.has(id));
  const cited = new Set(
    [
      ...claims.flatMap(({ statedIn, evidence }) => [...statedIn, ...evidence].flatMap(({ works }) => works)),
      ...[...predictions, ...claims.flatMap((claim) => claim.predictions)].flatMap(({ statedIn, observedIn }) => [
        ...(statedIn ?? []),
        ...(observedIn ?? []),
      ]),
    ].map(({ key }) => key),
  );
  // a work is in another (`crossref`), that in a third …
  for (const work of collection.works.filter(({ key }) => cited.has(key))) {
    for (let within = crossrefOf(work); within !== undefined && !cited.has(within); ) {
      cited.add(within);
      const holder = collection.works.find(({ key }) => key === within);
      within = holder && crossrefOf(holder);
    }
  }
  return { ...collection, claims, predictions, works: collection.works.filter(({ key }) => cited.has(key)) };
}

/** The key of the work that a work is in, by its BibTeX entry. */
export const crossrefOf = ({ bibtex }: RecordWork): string | undefined =>
  bibtex === undefined ? undefined : /\bcrossref\s{0,8}=\s{0,8}[{"]\s{0,8}([^{}"\s]{1,200})\s{0,8}[}"]/i.exec(bibtex)?.[1];
