/** Records made by hand, for what is made from records; and any records at all, for its laws. */
import fc from "fast-check";
import type {
  ClaimCollection,
  RecordCitation,
  RecordClaim,
  RecordEvidence,
  RecordPrediction,
  RecordWork,
} from "../../src/records/record.ts";

/** Signs that mean something in HTML, in Markdown and in TeX; scripts; and what a terminal would obey. */
export const HOSTILE =
  '皮質 <b onclick="x">&amp; `code` [a](b) | *x* _y_ \\input{/etc/passwd} $x_2^{3}$ #1 %~ -- ]]> </style><script> 😀 \u001b[31m @key';

export const cited = (key: string, more: Partial<RecordCitation> = {}): RecordCitation => ({ key, label: `@${key}`, ...more });

export const evidence = (more: Partial<RecordEvidence> = {}): RecordEvidence => ({
  stance: "supports",
  works: [cited("a1999")],
  argument: false,
  type: "perturbation",
  typeLabel: "Causal perturbation",
  shows: "silencing abolishes it",
  weighed: true,
  ...more,
});

export const prediction = (id: string, more: Partial<RecordPrediction> = {}): RecordPrediction => ({
  id,
  text: `What ${id} says`,
  expects: ['"a" > 5 %'],
  falsifiedIf: ['"a" < 2 %'],
  observed: [],
  verdict: "untested",
  reason: "Nothing was observed.",
  pending: false,
  ...more,
});

const end = (written: string, part?: string) => ({
  written,
  open: written === "?",
  join: "one" as const,
  ends: written === "?" ? [] : [{ written, ...(part && { part: { id: part, label: written, atlas: part.split(":")[0] ?? "" } }) }],
});

/** `L4 as Value`, with an id where one is given. */
export function claim(id: string | undefined, more: Partial<RecordClaim> = {}): RecordClaim {
  const place = more.place ?? { path: "a.lamina", line: 1, column: 1 };
  return {
    key: id ?? `${place.path}#1`,
    ...(id !== undefined && { id }),
    kind: "claim",
    claimKind: "mapping",
    place,
    written: "L4 as Value",
    text: "claim L4 as Value",
    negated: false,
    left: end("L4", "cortex:L4"),
    right: end("Value", "transformer:Value"),
    because: [],
    notes: [],
    asserted: "functional",
    assertedBy: "claim",
    standing: "unsupported",
    why: ["Nothing that is cited earns any strength."],
    statedIn: [],
    evidence: [],
    facets: [],
    via: [],
    tags: [],
    predictions: [],
    undefinedPredictions: [],
    relations: [],
    sentences: [],
    implementations: [],
    ...more,
  };
}

export const sides = (left: string, right: string): Pick<RecordClaim, "left" | "right" | "written"> => ({
  left: end(left),
  right: end(right),
  written: `${left} as ${right}`,
});

export const collection = (claims: readonly RecordClaim[], more: Partial<ClaimCollection> = {}): ClaimCollection => ({
  format: "lamina-claims",
  version: 1,
  title: "tests",
  claims,
  works: [],
  predictions: [],
  profile: "submission",
  ...more,
});

export const work = (key: string, more: Partial<RecordWork> = {}): RecordWork => ({ key, ...more });

const word = fc.constantFrom("layer", "four", "hands", "content", "on", "to", "whoever", "asks", "for", "it", "é", "<b>");
const words = fc.array(word, { maxLength: 8 }).map((all) => all.join(" "));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** An object without the keys whose values are undefined, as records are. */
const present = <T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

const anyEvidence: fc.Arbitrary<RecordEvidence> = fc
  .record({
    stance: fc.constantFrom("supports" as const, "disputes" as const, "qualifies" as const),
    works: fc.array(
      fc.constantFrom("a1999", "b2004", "c2020").map((key) => cited(key)),
      { maxLength: 2 },
    ),
    id: maybe(fc.constantFrom("e1", "e2")),
    argument: fc.boolean(),
    type: maybe(fc.constantFrom("perturbation", "simulation")),
    shows: maybe(words),
    scope: maybe(fc.constantFrom("cat V1", "mouse")),
    read: maybe(fc.constantFrom("abstract", "full-text")),
    weighed: fc.boolean(),
  })
  .map((piece) => present<RecordEvidence>(piece.argument ? { ...piece, works: [], id: undefined } : piece));

const anyPrediction = fc
  .record({
    id: fc.constantFrom("p1", "p2", "p3"),
    text: maybe(words),
    expects: fc.array(words, { maxLength: 2 }),
    verdict: fc.constantFrom("confirmed" as const, "falsified" as const, "untested" as const, "undecided" as const),
  })
  .map(({ id, ...more }) => prediction(id, present<Partial<RecordPrediction>>(more)));

const anyClaim = fc
  .record({
    id: maybe(fc.constantFrom("values", "keys", "queries", "gating", "heads")),
    kind: fc.constantFrom("claim" as const, "claim" as const, "mapping" as const),
    left: fc.constantFrom("L4", "L5", "L6", "?"),
    right: fc.constantFrom("Value", "Key"),
    means: maybe(words),
    asserted: fc.constantFrom("analogy" as const, "functional" as const, "mechanistic" as const, "literal" as const),
    earned: maybe(fc.constantFrom("analogy" as const, "functional" as const)),
    standing: fc.constantFrom("supported" as const, "overstated" as const, "contested" as const, "refuted" as const, "open" as const),
    path: fc.constantFrom("a.lamina", "sub/b.md"),
    evidence: fc.array(anyEvidence, { maxLength: 4 }),
    predictions: fc.uniqueArray(anyPrediction, { maxLength: 2, selector: ({ id }) => id }),
    notes: fc.array(words, { maxLength: 2 }),
    tags: fc.array(word, { maxLength: 3 }),
  })
  .map(({ id, left, right, path, ...more }) =>
    claim(id, { ...present<Partial<RecordClaim>>(more), ...sides(left, right), place: { path, line: 1, column: 1 } }),
  );

/** Any collection, in which every key is there once, as in those that are collected. */
export const anyCollection: fc.Arbitrary<ClaimCollection> = fc
  .record({
    claims: fc.array(anyClaim, { maxLength: 7 }),
    predictions: fc.uniqueArray(anyPrediction, { maxLength: 3, selector: ({ id }) => id }),
    works: fc.uniqueArray(fc.constantFrom("a1999", "b2004", "c2020"), { maxLength: 3 }),
  })
  .map(({ claims, predictions, works }) => {
    const counts = new Map<string, number>();
    const keyed = claims.map((each) => {
      const stem = each.id ?? each.place.path;
      const times = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, times);
      return { ...each, key: each.id === undefined || times > 1 ? `${stem}#${times}` : stem };
    });
    return collection(keyed, { predictions, works: works.sort().map((key) => work(key)) });
  });
