/** Several collections as one. */
import type { ClaimCollection, RecordClaim, RecordWork } from "./record.ts";

/**
 * Collections of several projects as one. A claim whose key another has before it gets a number behind its key; of a work that
 * several have, the first that a bibliography knows counts.
 */
export function joined(collections: readonly ClaimCollection[], title: string): ClaimCollection {
  const [only, other] = collections;
  if (only && !other) return { ...only, title };
  const taken = new Set<string>();
  const claims = collections.flatMap((collection) =>
    collection.claims.map((claim): RecordClaim => {
      let key = claim.key;
      for (let number = 2; taken.has(key); number++) key = `${claim.key}#${number}`;
      taken.add(key);
      return key === claim.key ? claim : { ...claim, key };
    }),
  );
  const works = new Map<string, RecordWork>();
  for (const work of collections.flatMap((collection) => collection.works)) {
    const known = works.get(work.key);
    if (!known || (known.label === undefined && work.label !== undefined)) works.set(work.key, work);
  }
  return {
    format: "lamina-claims",
    version: 1,
    title,
    claims,
    works: [...works.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    predictions: collections.flatMap(({ predictions }) => predictions),
    profile: [...new Set(collections.map(({ profile }) => profile))].join(", "),
  };
}
