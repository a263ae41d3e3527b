/**
 * What the rules on entries of bibliographies have in common. A bibliography is no document of the engine, so what is
 * amiss with an entry is said where a document first cites it, and there only.
 */
import { citesIn, firstToCite } from "../model/citations.ts";
import type { FoundReference } from "../model/snapshot.ts";
import type { Cite } from "../syntax/tree.ts";
import { baseName } from "../uri.ts";
import { perItem } from "./claim-support.ts";
import { quote, type Report, type RuleContext } from "./define.ts";

/** A work that an item cites. */
export interface CitedWork extends FoundReference {
  readonly cite: Cite;
}

/** The works that an item cites, each once. */
const worksCited = perItem(({ item, uri, snapshot }): readonly CitedWork[] => {
  const works: CitedWork[] = [];
  for (const cite of citesIn(item)) {
    const reference = works.some((work) => work.cite.key === cite.key) ? undefined : snapshot.reference(uri, cite.key);
    if (reference) works.push({ cite, ...reference });
  }
  return works;
});

/**
 * Reports on the works that an item is the first of its document to cite.
 *
 * @param check what is amiss with a work; asked before it is known whether the item is the first, so it must be cheap
 */
export function onCitedWorks(context: RuleContext, check: (work: CitedWork) => Omit<Report, "span"> | undefined): void {
  const { item, uri, snapshot, report } = context;
  for (const work of worksCited(context)) {
    const amiss = check(work);
    if (amiss && firstToCite(work.cite.key, uri, snapshot) === item) report({ span: work.cite, ...amiss });
  }
}

/** How a message names an entry: its key, and the file in which it is mended. */
export const calledEntry = ({ cite, uri }: CitedWork): string => `The entry ${quote(cite.key)} of ${baseName(uri)}`;
