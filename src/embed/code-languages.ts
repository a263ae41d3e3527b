/** The table of programming languages that Lamina is read in: how each writes its comments and its strings. */

/** A comment that ends where its closing sign stands. */
export interface BlockComment {
  readonly open: string;
  readonly close: string;
  /** Whether comments of this form nest. */
  readonly nests: boolean;
  /** Whether both signs must stand alone on their lines, as in MATLAB. */
  readonly ownLines?: boolean;
}

/** A form of string. Where several could open at a place, the first in the list does. */
export interface StringForm {
  readonly open: string;
  readonly close: string;
  /** How its closing sign stands within it: behind a backslash, twice, or not at all. */
  readonly escape: "backslash" | "doubled" | "none";
  /** Whether it may go over the end of a line. One that may not ends there, closed or not. */
  readonly multiline: boolean;
  /** What opens code within it, and the brackets that are counted up to its end. */
  readonly code?: { readonly open: string; readonly bracket: string; readonly close: string };
}

/** What a language does that no table says; `code-signs.ts` and `code-brackets.ts` know these words. */
export type CodeHabit =
  /** C++'s raw strings, digit separators, and line comments that a backslash takes over the end of their line. */
  | "c"
  /** Regular expressions between slashes. */
  | "slashes"
  /** Elements of JSX among the code. */
  | "jsx"
  /** Lifetimes beside characters, raw strings with hashes. */
  | "rust"
  /** A quote right behind a value transposes it. */
  | "transpose"
  /** Raw strings with dashes and brackets. */
  | "r";

export type CodeLanguageId = "python" | "javascript" | "typescript" | "julia" | "matlab" | "c" | "rust" | "r" | "yaml" | "json" | "toml";

export interface CodeLanguage {
  readonly id: CodeLanguageId;
  readonly label: string;
  /** Language ids as editors give them. */
  readonly languages: readonly string[];
  /** File name endings, in lower case, with their dot. */
  readonly extensions: readonly string[];
  /** Signs that open a comment up to the end of its line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly BlockComment[];
  readonly strings: readonly StringForm[];
  readonly habits: readonly CodeHabit[];
}

const doubleQuoted: StringForm = { open: '"', close: '"', escape: "backslash", multiline: false };
const singleQuoted: StringForm = { open: "'", close: "'", escape: "backslash", multiline: false };
const tripleDouble: StringForm = { open: '"""', close: '"""', escape: "backslash", multiline: true };
const tripleSingle: StringForm = { open: "'''", close: "'''", escape: "backslash", multiline: true };
const template: StringForm = {
  open: "`",
  close: "`",
  escape: "backslash",
  multiline: true,
  code: { open: "${", bracket: "{", close: "}" },
};
const slashes: BlockComment = { open: "/*", close: "*/", nests: false };
const juliaCode = { open: "$(", bracket: "(", close: ")" } as const;

/** Every language. YAML has a reader of its own, because what its signs mean hangs on its indentation. */
export const codeLanguages: readonly CodeLanguage[] = [
  {
    id: "python",
    label: "Python",
    languages: ["python"],
    extensions: [".py", ".pyi", ".pyw"],
    lineComments: ["#"],
    blockComments: [],
    strings: [tripleDouble, tripleSingle, doubleQuoted, singleQuoted],
    habits: [],
  },
  {
    id: "javascript",
    label: "JavaScript, and TypeScript with JSX",
    languages: ["javascript", "javascriptreact", "typescriptreact"],
    extensions: [".js", ".mjs", ".cjs", ".jsx", ".tsx"],
    lineComments: ["//"],
    blockComments: [slashes],
    strings: [doubleQuoted, singleQuoted, template],
    habits: ["slashes", "jsx"],
  },
  {
    id: "typescript",
    label: "TypeScript",
    languages: ["typescript"],
    extensions: [".ts", ".mts", ".cts"],
    lineComments: ["//"],
    blockComments: [slashes],
    strings: [doubleQuoted, singleQuoted, template],
    habits: ["slashes"],
  },
  {
    id: "julia",
    label: "Julia",
    languages: ["julia"],
    extensions: [".jl"],
    lineComments: ["#"],
    blockComments: [{ open: "#=", close: "=#", nests: true }],
    strings: [
      { ...tripleDouble, code: juliaCode },
      { ...doubleQuoted, multiline: true, code: juliaCode },
      { open: "`", close: "`", escape: "backslash", multiline: true, code: juliaCode },
      singleQuoted,
    ],
    habits: ["transpose"],
  },
  {
    id: "matlab",
    label: "MATLAB and Octave",
    languages: ["matlab", "octave"],
    extensions: [".m"],
    // `#` is Octave's; in MATLAB it stands nowhere but in strings and comments. What follows `...` is not read
    lineComments: ["%", "#", "..."],
    blockComments: [
      { open: "%{", close: "%}", nests: true, ownLines: true },
      { open: "#{", close: "#}", nests: true, ownLines: true },
    ],
    strings: [
      { open: '"', close: '"', escape: "doubled", multiline: false },
      { open: "'", close: "'", escape: "doubled", multiline: false },
    ],
    habits: ["transpose"],
  },
  {
    id: "c",
    label: "C and C++",
    languages: ["c", "cpp", "cuda-cpp"],
    extensions: [".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx", ".cu", ".cuh"],
    lineComments: ["//"],
    blockComments: [slashes],
    strings: [doubleQuoted, singleQuoted],
    habits: ["c"],
  },
  {
    id: "rust",
    label: "Rust",
    languages: ["rust"],
    extensions: [".rs"],
    lineComments: ["//"],
    blockComments: [{ ...slashes, nests: true }],
    strings: [{ ...doubleQuoted, multiline: true }, singleQuoted],
    habits: ["rust"],
  },
  {
    id: "r",
    label: "R",
    languages: ["r"],
    extensions: [".r"],
    lineComments: ["#"],
    blockComments: [],
    strings: [
      { ...doubleQuoted, multiline: true },
      { ...singleQuoted, multiline: true },
      { open: "`", close: "`", escape: "backslash", multiline: false },
    ],
    habits: ["r"],
  },
  {
    id: "yaml",
    label: "YAML",
    languages: ["yaml", "dockercompose", "github-actions-workflow"],
    extensions: [".yaml", ".yml"],
    lineComments: ["#"],
    blockComments: [],
    strings: [],
    habits: [],
  },
  {
    id: "json",
    label: "JSON with comments",
    languages: ["jsonc", "json"],
    extensions: [".jsonc", ".json"],
    lineComments: ["//"],
    blockComments: [slashes],
    strings: [doubleQuoted],
    habits: [],
  },
  {
    id: "toml",
    label: "TOML",
    languages: ["toml"],
    extensions: [".toml"],
    lineComments: ["#"],
    blockComments: [],
    strings: [
      tripleDouble,
      { open: "'''", close: "'''", escape: "none", multiline: true },
      doubleQuoted,
      { open: "'", close: "'", escape: "none", multiline: false },
    ],
    habits: [],
  },
];

const byLanguage = new Map(codeLanguages.flatMap((row) => row.languages.map((name): [string, CodeLanguage] => [name, row])));
const byExtension = new Map(codeLanguages.flatMap((row) => row.extensions.map((name): [string, CodeLanguage] => [name, row])));

/**
 * The programming language of an editor's language id, or else of a file name or path; `undefined` where Lamina is
 * not read in its comments.
 */
export function codeLanguageOf(languageOrFile: string): CodeLanguage | undefined {
  const name = languageOrFile.toLowerCase();
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = file.lastIndexOf(".");
  return byLanguage.get(name) ?? (dot > 0 ? byExtension.get(file.slice(dot)) : undefined);
}
