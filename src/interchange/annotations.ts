/** Sentences that state claims, as annotations of their manuscripts (W3C Web Annotation Data Model). */
import type { ClaimCollection, RecordClaim, RecordSentence } from "../records/record.ts";
import { Addresses } from "./rdf-names.ts";
import { oneLine, wellFormed } from "./text.ts";

/** A collection with all annotations on its one page, as JSON-LD. */
export function annotationsOf(collection: ClaimCollection, base: string, date: string | undefined): string {
  const addresses = new Addresses(base, []);
  const items = collection.claims.flatMap((claim) =>
    claim.sentences.map((sentence, index) => annotation(claim, sentence, addresses.annotation(claim.key, index + 1), addresses, date)),
  );
  const document = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${base}annotations`,
    type: "AnnotationCollection",
    label: `Sentences that state claims: ${wellFormed(oneLine(collection.title))}`,
    total: items.length,
    first: { id: `${base}annotations/1`, type: "AnnotationPage", partOf: `${base}annotations`, startIndex: 0, items },
    last: `${base}annotations/1`,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function annotation(claim: RecordClaim, sentence: RecordSentence, id: string, addresses: Addresses, date: string | undefined): object {
  const { place, exact, prefix, suffix, start, end } = sentence;
  const selectors = [
    { type: "TextQuoteSelector", exact: wellFormed(exact), prefix: wellFormed(prefix), suffix: wellFormed(suffix) },
    { type: "TextPositionSelector", start, end },
  ];
  return {
    id,
    type: "Annotation",
    motivation: "linking",
    ...(date !== undefined && { created: date.includes("T") ? date : `${date}T00:00:00Z` }),
    body: [
      { id: addresses.claim(claim.key), purpose: "identifying" },
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: wellFormed(claim.written) },
    ],
    target: {
      source: addresses.file(place.path),
      // what is read in a notebook is a cell; offsets count in it
      selector: place.cell === undefined ? selectors : { type: "FragmentSelector", value: `cell=${place.cell}`, refinedBy: selectors },
    },
  };
}
