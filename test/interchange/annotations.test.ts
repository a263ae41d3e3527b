/** Annotations of manuscripts, by the rules of the W3C's Web Annotation Data Model. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotebook } from "../../src/embed/notebook.ts";
import { collectExample, examples, recordsOf } from "../records/examples.ts";
import { runs } from "../support/corpus.ts";
import { nastyCollection } from "./nasty.ts";
import { inFormat } from "./support.ts";

interface Selector {
  readonly type: string;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
  readonly value?: string;
  readonly refinedBy?: readonly Selector[];
}

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly motivation: string;
  readonly created?: string;
  readonly body: readonly { readonly id?: string; readonly type?: string; readonly value?: string }[];
  readonly target: { readonly source: string; readonly selector: readonly Selector[] | Selector };
}

interface Collection {
  readonly "@context": string;
  readonly type: string;
  readonly total: number;
  readonly first: { readonly type: string; readonly items: readonly Annotation[] };
}

const read = (text: string): Collection => JSON.parse(text);
const selectorsOf = ({ target: { selector } }: Annotation): readonly Selector[] =>
  "type" in selector ? (selector.refinedBy ?? []) : selector;

/** What the model demands of each annotation that a collection holds. */
function broken({ "@context": context, type, total, first }: Collection): string[] {
  const problems: string[] = [];
  if (context !== "http://www.w3.org/ns/anno.jsonld") problems.push("its context");
  if (type !== "AnnotationCollection" || first.type !== "AnnotationPage" || total !== first.items.length) problems.push("its form");
  if (new Set(first.items.map(({ id }) => id)).size !== total) problems.push("two of one name");
  for (const item of first.items) {
    if (item.type !== "Annotation" || !/^(?:urn|https):/.test(item.id) || !/^(?:urn|https):/.test(item.target.source))
      problems.push(item.id);
    const [quote, position] = selectorsOf(item);
    if (quote?.type !== "TextQuoteSelector" || quote.exact === undefined) problems.push(`${item.id} quotes nothing`);
    if (position?.type !== "TextPositionSelector" || !Number.isInteger(position.start) || !Number.isInteger(position.end))
      problems.push(`${item.id} stands nowhere`);
  }
  return problems;
}

describe.each(examples)("examples/%s", (name) => {
  it("has an annotation for every sentence, which leads back to it", () => {
    const collection = collectExample(name);
    const annotations = read(inFormat(collection, "annotations"));
    expect(broken(annotations)).toEqual([]);
    expect(annotations.total).toBe(collection.claims.reduce((sum, { sentences }) => sum + sentences.length, 0));
    for (const item of annotations.first.items) {
      const path = decodeURIComponent(item.target.source.replace("urn:lamina:file/", ""));
      const file = readFileSync(new URL(`../../examples/${name}/${path}`, import.meta.url), "utf8");
      const cell = "type" in item.target.selector ? Number(/^cell=(\d+)$/.exec(item.target.selector.value ?? "")?.[1]) : undefined;
      const text = [...(cell === undefined ? file : (readNotebook(file).cells[cell - 1]?.text ?? ""))];
      const [quote, position] = selectorsOf(item);
      expect(text.slice(position?.start, position?.end).join("")).toBe(quote?.exact);
      expect(text.join("")).toContain(`${quote?.prefix}${quote?.exact}${quote?.suffix}`);
    }
  });
});

it("links a sentence to its claim, and is dated only where a date is given", () => {
  const records = recordsOf("# file: a.lamina\nclaim a: L4 as Value\n# file: ü.md\nSo [it is]{claim=a}.\n");
  const [item] = read(inFormat(records, "annotations", { base: "https://example.org/" })).first.items;
  expect(item).toEqual({
    id: "https://example.org/annotation/a/1",
    type: "Annotation",
    motivation: "linking",
    body: [
      { id: "https://example.org/claim/a", purpose: "identifying" },
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: "L4 as Value" },
    ],
    target: {
      source: "https://example.org/file/%C3%BC.md",
      selector: [
        { type: "TextQuoteSelector", exact: "it is", prefix: "So [", suffix: "]{claim=a}.\n" },
        { type: "TextPositionSelector", start: 4, end: 9 },
      ],
    },
  });
  expect(read(inFormat(records, "annotations", { date: "2026-11-24" })).first.items[0]?.created).toBe("2026-11-24T00:00:00Z");
});

it("is whole, whatever the texts hold", () => {
  fc.assert(
    fc.property(nastyCollection, (collection) => {
      expect(broken(read(inFormat(collection, "annotations")))).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});
