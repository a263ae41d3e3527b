/** Collections whose texts hold all that formats stumble over. */
import fc from "fast-check";
import type { ClaimCollection, RecordClaim, RecordEvidence, RecordWork } from "../../src/records/record.ts";

const pieces = (
  `" ' \` { } [ ] ( ) < > & | \\ / // /* */ # ## % $ _ __ ^ ^^ ~ = == === + - -- --- @ ! ? * ** : . , ; ]]> <!-- --> 1. 1) .a. :a: ` +
  "\\end{longtable} \\input{x} https://example.org/a?b=c www.example.org =1+1 -1 @SUM(A1) é 😀 → — 第4层 a b word"
).split(" ");
const blanks = [" ", "  ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u2028"];
const broken = ["\ud800", "\udc00", "\0", "\u0007", "\u007f", "\ufffe", "\uffff", "\ufeff"];

/** Text of any sort; empty at times. */
export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 3, arbitrary: fc.constantFrom(...blanks) },
      fc.constantFrom(...broken),
    ),
    {
      maxLength: 10,
    },
  )
  .map((list) => list.join(""));

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 3 });
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 2 });

/** Without what is undefined, as records are. */
const compact = <T>(record: object): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const keys = ["smith2001", "a b", "x{y", "名", "a,b", "10.1/x"];
const citation = fc
  .record({ key: fc.constantFrom(...keys), label: nastyText, place: maybe(nastyText), version: maybe(fc.constantFrom("v1", "v2")) })
  .map((record) => compact<RecordEvidence["works"][number]>(record));
const place = fc
  .record({
    path: fc.constantFrom("a.lamina", "a b/ü.md", "%{}#.md"),
    line: fc.integer({ min: 1, max: 99 }),
    column: fc.constant(1),
    cell: maybe(fc.constant(2)),
  })
  .map((record) => compact<RecordClaim["place"]>(record));
const part = fc
  .record({
    id: fc.constantFrom("cortex:L4", "own:a b", "own:<x>"),
    label: nastyText,
    atlas: fc.constantFrom("cortex", 'own "atlas"'),
    kind: maybe(nastyText),
  })
  .map((record) => compact<{ id: string; label: string; atlas: string }>(record));
const end = fc
  .record({ written: nastyText, part: maybe(part), claim: maybe(fc.constantFrom("a", "b", "nowhere")) })
  .map((record) => compact<{ written: string }>(record));
const side = fc
  .record({
    written: nastyText,
    open: fc.boolean(),
    join: fc.constantFrom("one", "all", "any", "each", "outweighs") as fc.Arbitrary<"one">,
    ends: fc.array(end, { maxLength: 3 }),
    outweighed: maybe(few(end)),
  })
  .map((record) => compact<NonNullable<RecordClaim["left"]>>(record));
const evidence = fc
  .record({
    stance: fc.constantFrom("supports", "disputes", "qualifies") as fc.Arbitrary<RecordEvidence["stance"]>,
    id: maybe(nastyText),
    works: few(citation),
    data: maybe(nastyText),
    argument: fc.boolean(),
    type: maybe(fc.constantFrom("anatomy_em", "odd type")),
    typeLabel: maybe(nastyText),
    terms: maybe(
      fc.constant([
        { id: "ECO:0005033", match: "exact" },
        { id: "OWN:1", match: "odd" },
      ]),
    ),
    shows: maybe(nastyText),
    scope: maybe(nastyText),
    weighed: fc.boolean(),
    read: maybe(fc.constantFrom("secondary", "abstract", "odd word")),
    through: maybe(nastyText),
  })
  .map((record) => compact<RecordEvidence>(record));
const prediction = fc
  .record({
    id: fc.constantFrom("p", "q r", "<s>"),
    text: maybe(nastyText),
    expects: few(nastyText),
    falsifiedIf: few(nastyText),
    observed: few(nastyText),
    verdict: fc.constantFrom("confirmed", "falsified", "undecided", "untested") as fc.Arbitrary<"confirmed">,
    reason: nastyText,
    pending: fc.boolean(),
  })
  .map((record) => compact<ClaimCollection["predictions"][number]>(record));

const claim = fc
  .record({
    id: maybe(fc.constantFrom("a", "b", "c'd", "β")),
    claimKind: fc.constantFrom("mapping", "theorem"),
    place,
    written: nastyText,
    text: nastyText,
    negated: fc.boolean(),
    left: maybe(side),
    right: maybe(side),
    means: maybe(nastyText),
    because: few(nastyText),
    notes: few(nastyText),
    asserted: fc.constantFrom("analogy", "functional") as fc.Arbitrary<"analogy">,
    sense: maybe(nastyText),
    earned: maybe(fc.constant("analogy" as const)),
    standing: fc.constantFrom("supported", "overstated", "open", "refuted") as fc.Arbitrary<"open">,
    why: few(nastyText),
    statedIn: few(fc.record({ works: few(citation), inherited: fc.boolean() })),
    evidence: few(evidence),
    undisputed: maybe(fc.constant({ date: "2026-01-02" })),
    scope: maybe(nastyText),
    facets: few(fc.record({ text: nastyText })),
    via: few(nastyText),
    tags: few(nastyText),
    predictions: few(prediction),
    relations: few(fc.record({ relation: fc.constantFrom("assumes", "critiques", "odd"), to: fc.constantFrom("a", "b", "x<y") })),
    sentences: few(fc.record({ place, exact: nastyText, prefix: nastyText, suffix: nastyText, start: fc.nat(99), end: fc.nat(99) })),
  })
  .map((record) => ({ kind: "claim", assertedBy: "claim", undefinedPredictions: [], implementations: [], ...compact<object>(record) }));

const work = fc
  .record({
    label: maybe(nastyText),
    type: fc.constant("article-journal"),
    title: maybe(nastyText),
    authors: maybe(few(fc.record({ family: nastyText, given: nastyText }))),
    year: maybe(nastyText),
    doi: maybe(fc.constantFrom("10.1000/x", "10.1000/a<b>(c);2-#", "no doi")),
    url: maybe(fc.constantFrom("https://example.org/x", "https://example.org/<x> {y}", "javascript:alert(1)")),
    line: maybe(nastyText),
  })
  .map((record) => compact<Omit<RecordWork, "key">>(record));

/** A collection; keys of claims differ, as they do in all collections. */
export const nastyCollection: fc.Arbitrary<ClaimCollection> = fc
  .record({
    title: nastyText,
    claims: fc.array(claim, { maxLength: 4 }),
    works: fc.array(work, { minLength: keys.length, maxLength: keys.length }),
    predictions: few(prediction),
  })
  .map(({ title, claims, works, predictions }) => ({
    format: "lamina-claims",
    version: 1,
    title,
    claims: claims.map((record, index) => ({ key: `k ${index}`, ...record }) as unknown as RecordClaim),
    works: keys.map((key, index) => ({ key, ...works[index] })),
    predictions,
    profile: "draft",
  }));
