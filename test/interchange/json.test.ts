/** The records as JSON: valid by the published schema, and back without a loss. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimsSchema } from "../../scripts/generate/claims-schema.ts";
import { readCollection } from "../../src/interchange/json.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection } from "./nasty.ts";
import { inFormat } from "./support.ts";

const published = JSON.parse(readFileSync(new URL("../../media/schemas/claims.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(published);

it("is published as the schema by which it is read (npm run generate)", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(claimsSchema())));
});

describe.each(examples)("examples/%s", (name) => {
  it("is valid, and comes back whole", () => {
    const text = inFormat(collectExample(name), "json");
    expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
    expect(readCollection(text)).toEqual(collectExample(name));
  });
});

it("comes back whole, whatever the texts hold", () => {
  fc.assert(
    fc.property(nastyCollection, (collection) => {
      const text = inFormat(collection, "json");
      expect(validate(JSON.parse(text))).toBe(true);
      expect(readCollection(text)).toEqual(JSON.parse(JSON.stringify(collection)));
    }),
    { numRuns: runs(50) },
  );
});

it("is refused by reader and schema alike, wherever something is changed", () => {
  const whole = JSON.parse(inFormat(recordsOf("claim a: L4 as Value supported by [@x] anatomy\n"), "json"));
  /** All places of a value, as paths. */
  const paths = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, each]) => paths(each, [...path, Array.isArray(value) ? Number(key) : key]))]
      : [path];
  const changed = (value: unknown, [first, ...rest]: readonly (string | number)[]): unknown => {
    if (first === undefined) return { unheard: "of" };
    if (Array.isArray(value)) return value.map((each, index) => (index === first ? changed(each, rest) : each));
    return { ...(value as object), [first]: changed((value as Record<string | number, unknown>)[first], rest) };
  };
  for (const path of paths(whole)) {
    const other = changed(whole, path);
    expect(validate(other), path.join(".")).toBe(false);
    expect(() => readCollection(JSON.stringify(other)), path.join(".")).toThrow();
  }
});

it.each([
  ["{", /^this is not JSON: /],
  ["[1]", /expected what “lamina export --format json” writes/],
  ['{"format": "other", "version": 1}', /no collection of claims/],
  ['{"format": "lamina-claims", "version": 2}', /of version 2 of the format, and this Lamina reads version 1/],
  [
    '{"format": "lamina-claims", "version": 1, "title": "x", "claims": [{"key": 5}], "works": [], "predictions": [], "profile": "draft"}',
    /^claims\.0\.key: expected string, found 5$/,
  ],
])("says what is wrong with %s", (text, message) => {
  expect(() => readCollection(text)).toThrow(message);
});
