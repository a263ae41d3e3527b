/** Real texts of the project, for laws that must hold on what people write, and ways to spoil them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Edit } from "../../src/core/text.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const laminaFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".lamina"))
    .sort()
    .map((name) => join(folder, name));

/** The examples and the built-in atlases, by path. */
export const corpus: ReadonlyMap<string, string> = new Map(
  [...laminaFiles(join(root, "examples")), ...laminaFiles(join(root, "src/core/atlas"))].map((path) => [
    path.slice(root.length),
    readFileSync(path, "utf8"),
  ]),
);

/** Pieces of Lamina and of what is not Lamina, to be put where they hurt. */
export const shards: readonly string[] = [
  ..." \t\n\r\"'#@[]?,:;.-~<>=%|\\/()—–“”„→≈，：？　第",
  "\r\n",
  "\n\n",
  "\n  ",
  "\n\n  ",
  "\n# ",
  "\n\n# note\n  ",
  "\n\n# note\n  unknown words\n",
  "\n  unknown words\n",
  "\r\n\r\n",
  " # ",
  '\n"',
  "\n,",
  "\n    , ",
  ' "a text" ',
  '"\\"',
  "claim ",
  "\nclaim x: L4 as Value\n",
  "prediction p: ",
  "evidence e: [@k]",
  "part ",
  "atlas ",
  "  supported by ",
  '\n  supported by [@key] anatomy "shown" in cat V1 read abstract\n',
  "disputed [@x]",
  "strength functional",
  " as ",
  " or ",
  " -> ",
  " <- ",
  "..",
  "10-15 %",
  "20,000",
  "within 10..15 %",
  " ~ 5 ± 1 ms",
  "falsified if",
  "with n >= 6",
  "x-own words",
  "unknown words",
  "\nunknown words at the margin\n",
  "\ufeff",
  "\u0000",
  "\u2028",
  "𝛃",
  "\ud835",
  "丘脑",
  "lamina 2\n",
  "a-name-that-does-not-end".repeat(20),
];

const pieceOfText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...shards) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant("") },
);

/** An edit somewhere in a text, as fractions of its length, so that it fits whatever the edits before it left. */
export interface WildEdit {
  readonly at: number;
  readonly length: number;
  readonly atLineStart: boolean;
  readonly text: string;
}

export const wildEdit: fc.Arbitrary<WildEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(3) },
    { weight: 2, arbitrary: fc.nat(60) },
    { weight: 1, arbitrary: fc.nat(900) },
  ),
  atLineStart: fc.boolean(),
  text: fc.array(pieceOfText, { maxLength: 3 }).map((pieces) => pieces.join("")),
});

/** The edit that a wild one makes of a text. */
export function tame(wild: WildEdit, text: string): Edit {
  let start = Math.floor(wild.at * text.length);
  if (wild.atLineStart) start = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return { span: { start, end: Math.min(text.length, start + wild.length) }, text: wild.text };
}

/** Lines that follow each other in a text of the corpus. */
export const passage: fc.Arbitrary<string> = fc
  .record({
    text: fc.constantFrom(...corpus.values()),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 40 }),
    breaks: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
  })
  .map(({ text, from, lines, breaks }) => {
    const all = text.split("\n");
    const first = Math.floor(from * all.length);
    return all.slice(first, first + lines).join(breaks);
  });

/** A passage that was spoilt in a few places. */
export const spoilt: fc.Arbitrary<string> = fc.tuple(passage, fc.array(wildEdit, { maxLength: 6 })).map(([text, edits]) => {
  let result = text;
  for (const wild of edits) {
    const { span, text: put } = tame(wild, result);
    result = result.slice(0, span.start) + put + result.slice(span.end);
  }
  return result;
});

/** Text of any sort: spoilt Lamina, shards of it, and noise. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: spoilt },
  { weight: 2, arbitrary: fc.array(pieceOfText, { maxLength: 30 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

/** How often a law is tried: the environment variable `LAMINA_RUNS` asks for more. */
export const runs = (usual: number): number => Number(process.env.LAMINA_RUNS ?? usual);
