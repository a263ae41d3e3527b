/** Results for tests of formats: one as a project would have it, one of nasty text, and any that there may be. */
import fc from "fast-check";
import type { CheckedFinding, CheckedPlace, CheckedSilence, CheckResult } from "../../../src/cli/check-result.ts";
import type { FormatContext } from "../../../src/cli/formats/format.ts";
import { rules } from "../../../src/core/service.ts";
import { profiles, severities } from "../../../src/core/settings.ts";

export const context: FormatContext = { colour: false, version: "1.2.3", folder: "file:///project/" };

const at = (line: number, character: number): { line: number; character: number } => ({ line, character });

export const empty: CheckResult = { findings: [], silenced: [], files: 0, claims: 0, unreadable: [], foreign: [] };

export const bare: CheckedFinding = {
  path: "claims/values.lamina",
  start: at(2, 6),
  end: at(2, 12),
  rule: "claim-without-evidence",
  severity: "warning",
  message: "No evidence supports the claim “values”, expected at least one “supported by” with a source.",
  lineText: "claim values: L4 -> L2/3 as Value",
  item: { start: 2, end: 4, name: "claim values" },
  related: [],
  fixes: [{ title: "Add evidence", edits: [{ start: at(2, 33), end: at(2, 33), text: "\n  supported by [@key]" }] }],
  fingerprint: "0a1b2c3d4e5f60718293",
};

export const twice: CheckedFinding = {
  ...bare,
  path: "notes.md",
  start: at(9, 6),
  end: at(9, 12),
  rule: "duplicate-id",
  severity: "error",
  message: "The id “values” is taken.",
  related: [{ path: "claims/values.lamina", start: at(2, 6), end: at(2, 12), message: "“values” is here, too" }],
  fingerprint: "1111111111111111aaaa",
};

/** In a notebook, whose file holds each line of a cell as a line of JSON. */
export const inCell: CheckedFinding = {
  ...bare,
  path: "analysis.ipynb",
  start: at(40, 11),
  end: at(40, 15),
  lineText: '    "claim keys: L2/3 -- L2/3 as \\"Key\\"\\n",',
  severity: "information",
  message: "No evidence supports the claim “keys”.",
  cell: { number: 3, start: at(1, 6), end: at(1, 10) },
  fingerprint: "2222222222222222bbbb",
};

export const silence: CheckedSilence = {
  ...bare,
  path: "old.lamina",
  reason: "the recordings are in review",
  owner: "@ada",
  until: "2026-12-31",
  fingerprint: "3333333333333333cccc",
};

export const usual: CheckResult = {
  findings: [inCell, bare, twice],
  silenced: [silence],
  files: 4,
  claims: 12,
  unreadable: [],
  foreign: [],
  profile: "review",
  version: "1.2.3",
  folder: "project",
  paths: ["."],
};

const nastyText =
  "quotes \" ' ` ]]> --> <script>alert(1)</script> &amp; :: %0A % \r\n\u0000\u0007\u001b[31mred\u001b[0m 皮层柱 🧠👩‍🔬 \ud800 half \udc00 ,;|*_{}[](x) # SKIP @larkum \u202eback \u2028 \u0085 \ufeff \uffff";

/** Everything that could break a format, everywhere. */
export const nasty: CheckResult = {
  ...usual,
  findings: [
    {
      ...bare,
      path: 'a "b" <c>|%:,\n皮.lamina',
      message: nastyText,
      lineText: nastyText,
      start: at(0, 5),
      end: at(0, 30),
      related: [{ path: nastyText, start: at(0, 0), end: at(3, 0), message: nastyText }],
      fixes: [{ title: nastyText, edits: [{ start: at(0, 0), end: at(0, 5), text: nastyText }] }],
    },
    { ...bare, path: "long.lamina", lineText: "皮层柱 is a token ".repeat(20_000), start: at(0, 150_000), end: at(0, 150_003) },
    { ...bare, path: "over.lamina", start: at(1, 3), end: at(7, 2), lineText: "\tsupported by\t[@x]" },
  ],
  silenced: [{ ...silence, reason: nastyText, owner: nastyText, message: nastyText }],
  unreadable: ["not there\n.lamina"],
  foreign: ["picture.png"],
};

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 40 }), fc.constant(nastyText));
const halves = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(""));
const anyText = fc.oneof(text, halves);
const position = fc.record({ line: fc.nat(500), character: fc.nat(300) });
const stretch = fc
  .tuple(position, position)
  .map(([a, b]) => (a.line < b.line || (a.line === b.line && a.character <= b.character) ? { start: a, end: b } : { start: b, end: a }));
const path = fc.oneof(
  fc.constantFrom("a.lamina", "b/c.md", "n.ipynb"),
  anyText.filter((each) => each.length > 0),
);
const place: fc.Arbitrary<CheckedPlace> = fc
  .tuple(path, stretch, fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), stretch), { nil: undefined }))
  .map(([where, own, cell]) => ({ path: where, ...own, ...(cell && { cell: { number: cell[0], ...cell[1] } }) }));
const hex = fc.stringMatching(/^[0-9a-f]{20}$/);

export const anyFinding: fc.Arbitrary<CheckedFinding> = fc
  .record({
    place,
    rule: fc.constantFrom(...rules.map(({ code }) => code)),
    severity: fc.constantFrom(...severities),
    message: anyText,
    lineText: anyText,
    related: fc.array(
      fc.tuple(place, anyText).map(([where, message]) => ({ ...where, message })),
      { maxLength: 2 },
    ),
    fixes: fc.array(fc.record({ title: anyText, edits: fc.array(fc.tuple(stretch, anyText), { maxLength: 2 }) }), { maxLength: 2 }),
    fingerprint: hex,
  })
  .map(({ place: where, fixes, ...rest }) => ({
    ...where,
    ...rest,
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map(([own, inserted]) => ({ ...own, text: inserted })) })),
  }));

/** Any result, of whatever text. */
export const anyResult: fc.Arbitrary<CheckResult> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 5 }),
    silenced: fc.array(fc.tuple(anyFinding, anyText), { maxLength: 2 }),
    known: fc.option(fc.array(anyFinding, { maxLength: 2 }), { nil: undefined }),
    files: fc.nat(99),
    claims: fc.nat(99),
    unreadable: fc.array(path, { maxLength: 2 }),
    foreign: fc.array(path, { maxLength: 1 }),
    profile: fc.option(fc.constantFrom(...profiles), { nil: undefined }),
  })
  .map(({ silenced, known, profile, ...rest }) => ({
    ...rest,
    silenced: silenced.map(([finding, reason]) => ({ ...finding, reason })),
    ...(known && { baseline: { path: "lamina-baseline.json", known, raised: 0, gone: 1 } }),
    ...(profile && { profile }),
    version: "1.2.3",
  }));

export const runs = { numRuns: 60 };
