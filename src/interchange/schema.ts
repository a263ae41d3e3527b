/** The form of the records, as it is published and as it is held against what is read. */
import * as v from "valibot";
import type { ClaimCollection } from "../records/record.ts";

const text = v.string();
const texts = v.pipe(v.array(text), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const list = <T extends v.GenericSchema>(of: T) => v.pipe(v.array(of), v.readonly());
const maybe = v.exactOptional;

const strength = v.picklist(["analogy", "functional", "mechanistic", "literal"]);
const standing = v.picklist(["supported", "overstated", "contested", "refuted", "unsupported", "open"]);

const place = v.strictObject({ path: text, line: positive, column: positive, cell: maybe(positive) });
const term = v.strictObject({ id: text, match: text, label: maybe(text) });
const part = v.strictObject({ id: text, label: text, atlas: text, kind: maybe(text), terms: maybe(list(term)) });
const end = v.strictObject({ written: text, part: maybe(part), along: maybe(list(v.nullable(part))), claim: maybe(text) });
const side = v.strictObject({
  written: text,
  open: v.boolean(),
  join: v.picklist(["one", "all", "any", "each", "outweighs"]),
  ends: list(end),
  outweighed: maybe(list(end)),
});
const citation = v.strictObject({ key: text, version: maybe(text), place: maybe(text), label: text });
const reading = { read: maybe(text), through: maybe(text) };
const statement = v.strictObject({ ...reading, works: list(citation), inherited: v.boolean() });
const evidence = v.strictObject({
  ...reading,
  stance: v.picklist(["supports", "disputes", "qualifies"]),
  id: maybe(text),
  works: list(citation),
  data: maybe(text),
  model: maybe(text),
  argument: v.boolean(),
  type: maybe(text),
  typeLabel: maybe(text),
  terms: maybe(list(term)),
  shows: maybe(text),
  scope: maybe(text),
  weighed: v.boolean(),
});
const prediction = v.strictObject({
  id: text,
  text: maybe(text),
  place: maybe(place),
  expects: texts,
  falsifiedIf: texts,
  observed: texts,
  statedIn: maybe(list(citation)),
  observedIn: maybe(list(citation)),
  verdict: v.picklist(["confirmed", "falsified", "undecided", "untested"]),
  reason: text,
  pending: v.boolean(),
});
const sentence = v.strictObject({ place, exact: text, prefix: text, suffix: text, start: count, end: count });
const claim = v.strictObject({
  key: text,
  id: maybe(text),
  kind: v.picklist(["claim", "mapping"]),
  claimKind: text,
  place,
  written: text,
  text,
  negated: v.boolean(),
  left: maybe(side),
  right: maybe(side),
  means: maybe(text),
  because: texts,
  notes: texts,
  asserted: strength,
  sense: maybe(text),
  assertedBy: v.picklist(["claim", "family", "default"]),
  earned: maybe(strength),
  standing,
  why: texts,
  statedIn: list(statement),
  evidence: list(evidence),
  undisputed: maybe(v.strictObject({ date: text, where: maybe(text) })),
  scope: maybe(text),
  level: maybe(text),
  informs: maybe(text),
  facets: list(v.strictObject({ text, of: maybe(text) })),
  via: texts,
  tags: texts,
  predictions: list(prediction),
  undefinedPredictions: texts,
  relations: list(v.strictObject({ relation: text, to: text })),
  sentences: list(sentence),
  implementations: list(place),
});
const work = v.strictObject({
  key: text,
  label: maybe(text),
  type: maybe(text),
  title: maybe(text),
  authors: maybe(list(v.strictObject({ family: text, given: maybe(text) }))),
  year: maybe(text),
  doi: maybe(text),
  arxiv: maybe(text),
  pmid: maybe(text),
  isbn: maybe(text),
  url: maybe(text),
  line: maybe(text),
  bibtex: maybe(text),
  source: maybe(v.strictObject({ ...reading, allows: maybe(strength), allowsReason: maybe(text) })),
});

/** The schema of a collection; what it says and what the types of the records say is the same. */
export const collectionSchema = v.strictObject({
  format: v.literal("lamina-claims"),
  version: v.literal(1),
  title: text,
  claims: list(claim),
  works: list(work),
  predictions: list(prediction),
  profile: text,
});

/** Pieces that the schema of a collection holds several times, by the names that they have in the published schema. */
export const schemaPieces = {
  strength,
  standing,
  place,
  term,
  part,
  end,
  side,
  citation,
  statement,
  evidence,
  prediction,
  sentence,
  claim,
  work,
};

/** A collection as the schema knows it: does not compile where the two differ. */
export const asSchema = (collection: ClaimCollection): v.InferOutput<typeof collectionSchema> => collection;
