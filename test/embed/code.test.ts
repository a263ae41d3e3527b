/** Where Lamina stands in programs, language by language. */
import { describe, expect, test } from "vitest";
import { embedCode } from "../../src/embed/code.ts";
import { type CodeLanguageId, codeLanguageOf, codeLanguages } from "../../src/embed/code-languages.ts";
import { lineInCode } from "../../src/embed/code-lines.ts";
import { scanCode } from "../../src/embed/code-scan.ts";

const language = (id: CodeLanguageId) => codeLanguages.find((each) => each.id === id) ?? expect.fail(id);
const regions = (id: CodeLanguageId, text: string): string[] => embedCode(text, language(id)).regions.map((region) => region.text);

describe("languages", () => {
  test.each([
    ["python", "python"],
    ["models/gpt.py", "python"],
    ["Model.PY", "python"],
    ["typescriptreact", "javascript"],
    ["a/b.ts", "typescript"],
    ["column.jl", "julia"],
    ["octave", "matlab"],
    ["kernel.cu", "c"],
    ["analysis.R", "r"],
    ["params.yml", "yaml"],
    ["settings.json", "json"],
    ["Cargo.toml", "toml"],
  ])("%s is read as %s", (name, id) => expect(codeLanguageOf(name)?.id).toBe(id));

  test.each(["markdown", "notes.txt", "py", ".py", ""])("%j is none of them", (name) => expect(codeLanguageOf(name)).toBe(undefined));

  test("share no name", () => {
    const names = codeLanguages.flatMap(({ languages, extensions }) => [...languages, ...extensions]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("comments of lines", () => {
  test.each([
    ["one line", "# lamina: claim a: L4 as Value\nx = 1\n", ["claim a: L4 as Value"]],
    ["without blanks", "#lamina:claim", ["claim"]],
    ["several signs, capitals, a wide colon", "## Lamina： a", ["a"]],
    ["nothing behind the colon", "# lamina:", [""]],
    [
      "indented lines go on",
      "# lamina: claim a\n#   supported by [@k]\n#\tlevel circuit\nx",
      ["claim a\n  supported by [@k]\nlevel circuit"],
    ],
    ["marked lines go on", "# lamina: claim a\n# lamina:   level circuit\n", ["claim a\n  level circuit"]],
    ["an ordinary comment ends it", "# lamina: a\n# an ordinary comment\n#   indented\n", ["a"]],
    ["an empty comment between", "# lamina: a\n#\n#   b\n", ["a\n\n  b"]],
    ["an empty comment at the end", "# lamina: a\n#\n# b\n", ["a"]],
    ["a line that is being typed", "# lamina: a\n#   \nx", ["a\n  "]],
    ["a blank line ends it", "# lamina: a\n\n#   b\n# lamina: c", ["a", "c"]],
    ["indented as the code is", "def f():\n    # lamina: a\n    #   b\n    return 1", ["a\n  b"]],
    ["CRLF", "# lamina: a\r\n#   b\r\n", ["a\r\n  b"]],
    ["behind code", "q = 1  # lamina: implements queries as Query\n", ["implements queries as Query"]],
    ["behind code it is alone", "x # lamina: a\n# lamina: b\n", ["a", "b"]],
    ["behind code, indented lines go on", "x # lamina: a\n  #   b\n", ["a\n  b"]],
    ["behind another comment", "# see # lamina: a", []],
    ["another word", "# laminar: a\n# lamina a\n", []],
    ["Chinese text", "# lamina: claim 丘脑输入: 丘脑 -> L4 as Embedding\n", ["claim 丘脑输入: 丘脑 -> L4 as Embedding"]],
  ])("%s", (_, text, expected) => expect(regions("python", text)).toEqual(expected));
});

describe("comments of several lines", () => {
  test.each([
    ["one line", "/* lamina: claim a */ f();", ["claim a"]],
    ["all of it", "/* lamina: claim a\n   supported by [@k]\n   level circuit */", ["claim a\n  supported by [@k]\n  level circuit"]],
    ["all of it, with headers", "/* lamina:\n   claim a\n     level cell\n   claim b\n*/", ["\nclaim a\n  level cell\nclaim b"]],
    ["with stars", "/**\n * Text.\n * lamina: claim a\n *   level cell\n * More text.\n */", ["claim a\n  level cell"]],
    ["a fence", "/**\n * ```lamina\n * claim a\n *   level cell\n * ```\n */", ["claim a\n  level cell"]],
    ["a fence of another language", "/**\n * ```js\n * lamina: a\n * ```\n * lamina: b\n */", ["b"]],
    ["a fence that is not closed", "/**\n * ```lamina\n * claim a\n */", ["claim a"]],
    ["not closed", "f(); /* lamina: a", ["a"]],
    ["in a line", "// /* lamina: a\n// lamina: b */", ["b */"]],
  ])("%s", (_, text, expected) => expect(regions("typescript", text)).toEqual(expected));

  test.each([
    ["rust, documentation", "/// ```lamina\n/// claim a\n/// ```\nfn f() {}\n//! lamina: b", ["claim a", "b"]],
    ["rust, nested", "/* x /* y */ lamina */ // lamina: a", ["a"]],
    ["julia, nested", "#= x #= y =#\nlamina: a\n  b\n=#\n# lamina: c", ["a\n  b", "c"]],
  ] as const)("%s", (name, text, expected) => expect(regions(name.split(",")[0] as CodeLanguageId, text)).toEqual(expected));
  test("MATLAB's stand alone on their lines", () => {
    expect(regions("matlab", "%{\nlamina: a\n%}\nx = 1; %{ lamina: b\ny = 2 % lamina: c")).toEqual(["a", "c"]);
  });
});

describe("docstrings", () => {
  test.each([
    [
      "of a function",
      'def f():\n    """Text.\n\n    ```lamina\n    claim a\n      level cell\n    ```\n    """\n',
      ["claim a\n  level cell"],
    ],
    ["of a file, raw", 'r"""\n~~~{.lamina}\nclaim a\n~~~\n"""\n', ["claim a"]],
    ["of a class, single quotes", "class A(\n    B\n):\n    '''\n    ```lamina\n    a\n    ```'''\n", ["a"]],
    ["no marker counts in it", 'def f():\n    """\n    # lamina: a\n    lamina: b\n    """\n', []],
    ["a value is none", 'x = """\n```lamina\na\n```\n"""\nd = {"k":\n"""\n```lamina\nb\n```\n"""}\n', []],
    ["an argument is none", 'def f(): pass\nf(\n"""\n```lamina\na\n```\n""")\n', []],
    ["below a bracket that is not closed", 'x = f(1,\ndef g():\n    """\n    ```lamina\n    a\n    ```\n    """\n', ["a"]],
    ["nothing in the fence", '"""\n```lamina\n```\n"""', [""]],
  ])("%s", (_, text, expected) => expect(regions("python", text)).toEqual(expected));
});

describe("strings hold no marker", () => {
  test.each([
    ["python", "s = '# lamina: a'", []],
    ["python", 's = """\n# lamina: a\n"""\n# lamina: b', ["b"]],
    ["python", "s = 'a\\'# lamina: a'", []],
    ["python", "s = 'never closed\n# lamina: b", ["b"]],
    ["python", "s = 'goes on \\\n# lamina: a'", []],
    ["python", "s = rb'\\'; # lamina: a'", []],
    ["typescript", "s = `\n// lamina: a\n§{f(`// lamina: b`) /* lamina: c */}\n// lamina: d`; // lamina: e", ["c", "e"]],
    ["typescript", "s = `§{{ a: 1 }}` // lamina: a", ["a"]],
    ["typescript", "r = /\\/[/*]`/; // lamina: a", ["a"]],
    ["typescript", "x = a / b; s = '/'; // lamina: a", ["a"]],
    ["typescript", "x = a! / 2 // lamina: a\ny = (b) / `c` // lamina: d", ["a", "d"]],
    ["typescript", "if (x) /`/.test(y); // lamina: a", ["a"]],
    ["typescript", "return /[`]/g // lamina: a", ["a"]],
    ["typescript", "const f = <T>(x: T) => `§{x}`; // lamina: a", ["a"]],
    ["javascript", "return <p>don't // lamina: a\n `x {/* lamina: b */} </p>; // lamina: c", ["b", "c"]],
    ["javascript", "x = <A b={<C d='`' />} e>/* lamina: a */<br/></A> // lamina: b", ["b"]],
    ["javascript", "x = <A b=\n\nfunction f() { // lamina: b\n}", ["b"]],
    ["javascript", "const f = <T,>(x: T) => x; // lamina: a", ["a"]],
    ["javascript", "if (a < b) x = '>' // lamina: a", ["a"]],
    ["javascript", "#!/usr/bin/env node `\n// lamina: a", ["a"]],
    ["julia", 'x = "# lamina: a $(f("# lamina: b") # lamina: c\n) # lamina: d"', ["c"]],
    ["julia", "y = A' # lamina: a", ["a"]],
    ["julia", "c = '#' # lamina: a", ["a"]],
    ["julia", 'r = raw"$(" # lamina: a', ["a"]],
    ["julia", 's = """\n# lamina: a\n"""', []],
    ["matlab", "y = x' + z.'; % lamina: a", ["a"]],
    ["matlab", "disp('it''s % lamina: a'); s = \"% lamina: b\";", []],
    ["matlab", "y = [1, ... % lamina: a\n 2]; # lamina: b", ["b"]],
    ["c", "char c = '\"'; // lamina: a", ["a"]],
    ["c", "int n = 1'000'000; // lamina: a", ["a"]],
    ["c", 'auto s = R"x(// lamina: a)" )x"; // lamina: b', ["b"]],
    ["c", "// goes on \\\nlamina: a", []],
    ["c", "wchar_t w = L'\\''; // lamina: a", ["a"]],
    ["rust", "fn f<'a>(x: &'a str) {} // lamina: a", ["a"]],
    ["rust", "let c = '\"'; let d = '\\''; // lamina: a", ["a"]],
    ["rust", 'let s = r#"// lamina: a " "#; // lamina: b', ["b"]],
    ["rust", 'let s = "\n// lamina: a"; // lamina: b', ["b"]],
    ["r", "s <- '\n# lamina: a' # lamina: b", ["b"]],
    ["r", 's <- r"--(# lamina: a)-" )--" # lamina: b', ["b"]],
    ["yaml", "a: it's fine # lamina: a\nb: 'x # lamina: b'\nc: x# lamina: c\n# lamina: d", ["a", "d"]],
    ["yaml", "a: | # lamina: a\n  # lamina: b\n\n  x\nb: 1 # lamina: c", ["a", "c"]],
    ["yaml", "- a: >-\n    # lamina: a\n  b: 1 # lamina: b\n- |\n  # lamina: c\n- x # lamina: d", ["b", "d"]],
    ["yaml", "a: {b: \"# lamina: a\", c: ['# lamina: b']} # lamina: c", ["c"]],
    ["json", '{"a": "// lamina: a" /* lamina: b */} // lamina: c', ["b", "c"]],
    ["toml", "a = '\\' # lamina: a\nb = '''\n# lamina: b\n''' # lamina: c", ["a", "c"]],
  ] as const)("%s: %s", (id, text, expected) => expect(regions(id, text.replaceAll("§", "$"))).toEqual(expected));
});

test("a text without the word is not read", () => {
  expect(embedCode("# a comment\n".repeat(1000), language("python")).regions).toEqual([]);
  expect(scanCode("# a comment\n".repeat(1000), language("python"))).toHaveLength(1000);
});

describe("a line that is put into a region", () => {
  test.each([
    ["a clause", "    # lamina: claim a\n", "  level cell", "    # "],
    ["a header", "    ## lamina: claim a\n", "claim b", "    ## lamina: "],
    ["nothing", "# lamina: claim a\n", "", "#"],
    ["behind code", "  x = '#' # lamina: claim a", "  level cell", "  # "],
    ["in a docstring", 'def f():\n    """\n    ```lamina\n    a\n    ```\n    """', "claim b", "    "],
  ])("%s", (_, text, line, expected) => {
    const [region] = embedCode(text, language("python")).regions;
    expect(region && lineInCode(text, region, line)).toBe(expected);
  });

  test.each([
    ["/* lamina: claim a */", "  level cell"],
    ["/**\n * lamina: claim a\n */", "  level cell"],
    ["// lamina: claim a", "claim b"],
    ["x(); // lamina: claim a", "  level cell"],
    ["  // ```lamina\n  // claim a\n  // ```", "claim b"],
  ])("stands in it: %j", (text, line) => {
    const [region] = embedCode(text, language("typescript")).regions;
    if (!region) return expect.fail();
    const end = region.map.hostEnd;
    const next = `${text.slice(0, end)}\n${lineInCode(text, region, line)}${line}${text.slice(end)}`;
    expect(regions("typescript", next)).toEqual([`${region.text}\n${line}`]);
  });
});
