/** Whether we find the comments and keys that each language's own readers find. */
import { readdirSync, readFileSync } from "node:fs";
import { parser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import fc from "fast-check";
import { visit } from "jsonc-parser";
import { parseSync } from "rolldown/utils";
import { describe, expect, test } from "vitest";
import { codeLanguageOf } from "../../src/embed/code-languages.ts";
import { scanCode } from "../../src/embed/code-scan.ts";

const root = new URL("../../", import.meta.url);

interface Recorded {
  readonly text: string;
  readonly comments: readonly (readonly [start: number, end: number])[];
}

/** What `python-comments.py` wrote down. */
const recorded: readonly Recorded[] = JSON.parse(readFileSync(new URL("python-comments.json", import.meta.url), "utf8"));

/** The spans of the comments of a file, by its name. */
function comments(name: string, text: string): number[][] {
  const language = codeLanguageOf(name) ?? expect.fail(name);
  return scanCode(text, language)
    .filter(({ kind }) => kind === "line" || kind === "block")
    .map(({ start, end }) => [start, end]);
}

test.each(recorded.map(({ text, comments: spans }) => [text, spans] as const))("Python's tokenizer: %j", (text, expected) => {
  expect(comments("a.py", text)).toEqual(expected);
});

/** The files of a folder and below whose names match, at most `count` of them. */
function filesUnder(folder: string, wanted: RegExp, count: number): { name: string; text: string }[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => wanted.test(name))
    .sort()
    .slice(0, count)
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, root), "utf8") }));
}

describe("Lezer's parsers, which read whole programs", () => {
  test.each([
    ["src/embed", /\.ts$/, 40],
    ["test/embed", /\.ts$/, 40],
    ["node_modules/esbuild/lib", /\.(js|ts)$/, 10],
    ["node_modules/valibot/dist", /\.(mjs|mts)$/, 2],
    ["node_modules/typescript/dist/ast", /\.js$/, 12],
    ["node_modules/fast-check/lib", /\.js$/, 2],
  ] as const)("%s", (folder, wanted, count) => {
    const files = filesUnder(folder, wanted, count);
    expect(files.length).toBeGreaterThan(0);
    for (const { name, text } of files) {
      const expected: number[][] = [];
      const dialect = /\.[cm]?ts$/.test(name) ? "ts" : "jsx";
      parser
        .configure({ dialect })
        .parse(text)
        .iterate({
          enter: ({ name: kind, from, to }) => {
            if (kind === "LineComment" || kind === "BlockComment") expected.push([from, to]);
          },
        });
      expect(comments(name, text), name).toEqual(expected);
    }
  });

  test.each([
    "const a = <p>don't {/* one */} // no\n</p>; // two",
    "const b = <A b={<C d='`' e={`§{x /* one */}`} />} f>\n/* no */ <br/> `</A> // two",
    "const c = x => <>{xs.map(x => <li key={x}>{x} // no</li> /* one */)}</>; // two",
    "const d = <A b=\"//\" c='/* no */' {...e} />; /* one */",
    "const e = a < b ? <b>'</b> : c > d; // one",
  ])("elements of JSX: %j", (marked) => {
    const text = marked.replace("§", "$");
    const expected: number[][] = [];
    parser
      .configure({ dialect: "jsx" })
      .parse(text)
      .iterate({
        enter: ({ name: kind, from, to }) => {
          if (kind === "LineComment" || kind === "BlockComment") expected.push([from, to]);
        },
      });
    expect(expected.length).toBeGreaterThan(0);
    expect(comments("a.jsx", text)).toEqual(expected);
  });

  test("Python, in the models of the example", () => {
    for (const { name, text } of filesUnder("examples/neuroscience-of-transformers/models", /\.py$/, 9)) {
      const expected: number[][] = [];
      pythonParser.parse(text).iterate({
        enter: ({ name: kind, from, to }) => {
          if (kind === "Comment") expected.push([from, to]);
        },
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(comments(name, text), name).toEqual(expected);
    }
  });
});

describe("Oxc's parser, which is a compiler's", () => {
  test.each([
    ["node_modules/micromark-core-commonmark", /\.js$/, 60],
    ["node_modules/@lezer", /dist\/index\.(?:js|d\.ts)$/, 12],
    ["node_modules/vitest/dist", /\.js$/, 30],
    ["node_modules/mocha/lib", /\.m?js$/, 60],
    ["node_modules/typescript/dist", /\.(?:js|d\.ts)$/, 60],
    ["node_modules/@types/node", /\.d\.ts$/, 40],
    ["node_modules/vscode-languageserver/lib", /\.(?:js|d\.ts)$/, 60],
    ["src", /\.ts$/, 60],
  ] as const)("%s", (folder, wanted, count) => {
    const files = filesUnder(folder, wanted, count);
    let found = 0;
    for (const { name, text } of files) {
      const read = parseSync(name, text);
      expect(read.errors, name).toEqual([]);
      const expected = read.comments.map(({ start, end }) => [start, end]);
      found += expected.length;
      expect(comments(name, text), name).toEqual(expected);
    }
    expect(files.length).toBeGreaterThan(4);
    expect(found).toBeGreaterThan(20);
  });
});

test("jsonc-parser, of well-formed files", () => {
  const pieces = fc.constantFrom(
    '"// no",',
    '"\\\\",',
    '"\\"/*",',
    '{"a": 1 /* one */},',
    "// two\n",
    "/* three */",
    "/* // */",
    "//* four\r\n",
    "\n",
    '"é😀",',
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
      const text = `[${list.join("")}0]`;
      const expected: number[][] = [];
      visit(text, { onComment: (offset, length) => expected.push([offset, offset + length]) });
      expect(comments("a.jsonc", text)).toEqual(expected);
      found += expected.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});
