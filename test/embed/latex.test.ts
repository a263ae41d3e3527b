import { describe, expect, test } from "vitest";
import type { Span } from "../../src/core/text.ts";
import { embedLatex } from "../../src/embed/latex.ts";

const regions = (text: string): string[] => embedLatex(text).regions.map((region) => region.text);
const slices = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));
const prose = (text: string): string[] => slices(text, embedLatex(text).prose);
const keys = (text: string): string[] => {
  const { citations = [] } = embedLatex(text);
  const found = citations.map(({ key }) => key);
  expect(
    slices(
      text,
      citations.map(({ span }) => span),
    ),
  ).toEqual(found);
  return found;
};
const anchors = (text: string): string[][] =>
  (embedLatex(text).anchors ?? []).map(({ id, idSpan, text: span }) => {
    expect(text.slice(idSpan.start, idSpan.end)).toBe(id);
    return [id, text.slice(span.start, span.end)];
  });
const inputs = (text: string): string[] => (embedLatex(text).inputs ?? []).map(({ path, kind }) => `${kind} ${path}`);
const bibliographies = (text: string): string[] => embedLatex(text).bibliographies.map(({ path }) => path);

describe("the lamina environment", () => {
  test.each([
    ["one line", "\\begin{lamina}\nclaim a: L4 as Value\n\\end{lamina}\n", ["claim a: L4 as Value"]],
    ["options", "\\begin{lamina}[title={One, [two]}]\na\n\\end{lamina}", ["a"]],
    ["options that are not closed", "\\begin{lamina}[title\na\n\\end{lamina}", ["a"]],
    ["blanks behind it", "\\begin{lamina}  \na\n\\end{lamina}", ["a"]],
    ["on one line", "x \\begin{lamina}a\\end{lamina} y", ["a"]],
    ["an indented end", "\\begin{lamina}\n  a\n  b\n  \\end{lamina}", ["  a\n  b"]],
    ["nothing", "\\begin{lamina}\n\\end{lamina}", [""]],
    ["a blank line", "\\begin{lamina}\n\n\\end{lamina}", [""]],
    ["CRLF", "\\begin{lamina}\r\na\r\nb\r\n\\end{lamina}\r\n", ["a\r\nb"]],
    ["marks of LaTeX in it", "\\begin{lamina}\n# 5 % of $x {\n\\end{lamina}\n\\begin{lamina}\nb\n\\end{lamina}", ["# 5 % of $x {", "b"]],
    ["in a list", "\\begin{itemize}\n\\item \\begin{lamina}\na\n\\end{lamina}\n\\end{itemize}", ["a"]],
    ["not closed, up to a blank line", "\\begin{lamina}\na\nb\n\nText.", ["a\nb"]],
    ["not closed, up to a command", "\\begin{lamina}\na\n  \\section{Text}", ["a"]],
    ["not closed, before another", "\\begin{lamina}\na\n\\begin{lamina}\nb\n\\end{lamina}", ["a", "b"]],
    ["not closed, at the end", "\\begin{lamina}\na", ["a"]],
    ["in a comment", "% \\begin{lamina}\n% a\n% \\end{lamina}", []],
    ["behind an escaped mark", "5\\% \\begin{lamina}\na\n\\end{lamina}", ["a"]],
    ["in verbatim", "\\begin{verbatim}\n\\begin{lamina}\na\n\\end{lamina}\n\\end{verbatim}", []],
    ["in a listing", "\\begin{lstlisting}[language=TeX]\n\\begin{lamina}\na\n\\end{lamina}\n\\end{lstlisting}", []],
    ["in a comment environment", "\\begin{comment}\n\\begin{lamina}\na\n\\end{lamina}\n\\end{comment}", []],
    ["in \\verb", "\\verb|\\begin{lamina}| x", []],
    ["in a definition", "\\newenvironment{box}{\\begin{lamina}}{\\end{lamina}}\n", []],
    ["after the document", "\\begin{document}\n\\end{document}\n\\begin{lamina}\na\n\\end{lamina}", []],
    ["another environment", "\\begin{laminate}\na\n\\end{laminate}", []],
  ])("%s", (_, text, expected) => expect(regions(text)).toEqual(expected));
});

describe("comments", () => {
  test.each([
    ["one line", "% lamina: claim a: L4 as Value\nText.\n", ["claim a: L4 as Value"]],
    ["without blanks", "%lamina:claim", ["claim"]],
    ["several marks, capitals, a wide colon", "%%% Lamina： a", ["a"]],
    ["nothing behind the colon", "% lamina:", [""]],
    [
      "indented lines go on",
      "% lamina: claim a: L4 as Value\n%   supported by [@k]\n%\tlevel circuit\nx",
      ["claim a: L4 as Value\n  supported by [@k]\nlevel circuit"],
    ],
    ["marked lines go on", "% lamina: claim a: L4 as Value\n% lamina:   level circuit\n", ["claim a: L4 as Value\n  level circuit"]],
    ["an ordinary comment ends it", "% lamina: a\n% an ordinary comment\n%   indented\n", ["a"]],
    ["an empty comment between", "% lamina: a\n%\n%   b\n", ["a\n\n  b"]],
    ["an empty comment at the end", "% lamina: a\n%\n% b\n", ["a"]],
    ["a line that is being typed", "% lamina: a\n%   \nText", ["a\n  "]],
    ["a blank line ends it", "% lamina: a\n\n%   b\n% lamina: c", ["a", "c"]],
    ["indented as the text is", "  % lamina: a\n  %   b\n", ["a\n  b"]],
    ["CRLF", "% lamina: a\r\n%   b\r\n", ["a\r\n  b"]],
    ["behind text it is alone", "x % lamina: a\n% lamina: b\n", ["a", "b"]],
    ["behind text, indented lines go on", "x % lamina: a\n%   b\n", ["a\n  b"]],
    ["in an open formula and an argument", "$x % lamina: a\n$ \\emph{% lamina: b\n}", ["a", "b"]],
    ["behind another comment", "% see % lamina: a", []],
    ["behind an escaped mark", "5\\% lamina: a", []],
    ["behind an escaped backslash", "\\\\% lamina: a", ["a"]],
    ["in verbatim", "\\begin{verbatim}\n% lamina: a\n\\end{verbatim}", []],
    ["in \\verb and \\lstinline", "\\verb+% lamina: a+ \\lstinline{% lamina: b}", []],
    ["in an address with a blank", "\\url{http://x.y/% lamina:}", []],
    ["in an address without blanks", "\\url{http://x.y/%lamina:a}", []],
    ["no colon", "% lamina claim", []],
  ])("%s", (_, text, expected) => expect(regions(text)).toEqual(expected));

  test("every line keeps its place", () => {
    const text = "x\n% lamina: claim a: L4 as Value\n%   level circuit\n";
    const region = embedLatex(text).regions[0];
    const start = region?.text.indexOf("level") ?? -1;
    expect(region?.map.spanToHost({ start, end: start + 5 })).toEqual({ start: text.indexOf("level"), end: text.indexOf("level") + 5 });
    expect(region?.map.toRegion(text.indexOf("%   level"))).toBeUndefined();
  });
});

describe("claims", () => {
  test.each([
    ["plain", "The \\claim{values}{pathway carries values}.", [["values", "pathway carries values"]]],
    ["braces and commands in it", "\\claim{a}{the \\emph{old {idea}} of $x$}", [["a", "the \\emph{old {idea}} of $x$"]]],
    ["blanks and a comment between", "\\claim{ a }%\n {b}", [["a", "b"]]],
    [
      "one in another",
      "\\claim{a}{x \\claim{b}{y} z}",
      [
        ["a", "x \\claim{b}{y} z"],
        ["b", "y"],
      ],
    ],
    [
      "two in a row",
      "\\claim{a}{x}\\claim{b}{y}",
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    ["an escaped brace", "\\claim{a}{x \\} y}", [["a", "x \\} y"]]],
    ["a bracket and a formula that are open", "\\claim{a}{x \\item[ $y} z", [["a", "x \\item[ $y"]]],
    ["no text yet", "\\claim{a} and", [["a", ""]]],
    ["no id yet", "\\claim{}{x}", [["", "x"]]],
    ["an id that is being typed", "\\claim{val and more", [["val", ""]]],
    ["a text that is not closed ends with its paragraph", "\\claim{a}{x y \n\nNext.", [["a", "x y"]]],
    [
      "in a heading and a footnote",
      "\\section{\\claim{a}{x}}\\footnote{\\claim{b}{y}}",
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    ["where a theorem is called claim", "\\laminaclaim{a}{x}", [["a", "x"]]],
    ["words of Chinese", "\\claim{数值}{第4层传递内容}", [["数值", "第4层传递内容"]]],
    ["not in its definition", "\\newcommand{\\claim}[2]{#2}\\newcommand\\claim[2]{#2}\\def\\claim#1#2{\\claim{#1}{#2}}", []],
    ["not in a comment", "% \\claim{a}{x}", []],
    ["another command", "\\claims{a}{x}", []],
  ])("%s", (_, text, expected) => expect(anchors(text)).toEqual(expected));
});

describe("citations", () => {
  test.each([
    ["one", "\\cite{a}", ["a"]],
    ["several, notes, a star", "\\citep*[see][p.~3]{a, b,c}", ["a", "b", "c"]],
    ["over lines with comments", "\\cite{a,% first, x\n  b}", ["a", "b"]],
    ["a note with a citation and braces", "\\citep[see \\citealp{x}, {]}][]{a}", ["x", "a"]],
    ["biblatex", "\\parencite{a} \\Textcite[3]{b} \\footcite{c} \\autocite*{d}", ["a", "b", "c", "d"]],
    ["several at once", "\\autocites(pre)(post)[1]{a}[see][2]{b}%\n{c} and {d}", ["a", "b", "c"]],
    ["a volume", "\\volcite[see]{2}[3]{a}", ["a"]],
    ["all there are", "\\nocite{*}\\nocite{a}", ["a"]],
    [
      "in an argument, a formula, a drawing",
      "\\caption{x \\cite{a}} $\\cite{b}$ \\begin{tikzpicture}\\node {\\cite{c}};\\end{tikzpicture}",
      ["a", "b", "c"],
    ],
    ["being typed", "see \\cite{a,b and then\nmore", ["a", "b"]],
    ["not closed, before a command", "see \\cite{a, \\emph{x}", ["a"]],
    ["nothing", "\\cite{} \\cite{ , } \\cite", []],
    ["not in a definition", "\\newcommand{\\my}[1]{\\cite{#1}} \\cite{#1}", []],
    ["not in verbatim or a comment", "\\verb|\\cite{a}| % \\cite{b}\n\\begin{lstlisting}\n\\cite{c}\n\\end{lstlisting}", []],
    ["no citation", "\\citestyle{a} \\recite{b} \\ref{c}", []],
  ])("%s", (_, text, expected) => expect(keys(text)).toEqual(expected));
});

test.each([
  ["biblatex", "\\addbibresource[datatype=bibtex]{ refs.bib }", ["refs.bib"]],
  ["BibTeX", "\\bibliography{a, sub/b,c.bib}", ["a.bib", "sub/b.bib", "c.bib"]],
  ["a style is none", "\\bibliographystyle{plain} % \\bibliography{a}", []],
  ["a path of commands", "\\bibliography{\\home/a}", []],
])("bibliographies: %s", (_, text, expected) => expect(bibliographies(text)).toEqual(expected));

test.each([
  ["parts", "\\input{a}\\include{parts/b.tex} \\subfile{c}", ["input a", "include parts/b.tex", "subfile c"]],
  ["without braces, with quotes", '\\input sections/one.tex\n\\input{"my part"}', ["input sections/one.tex", "input my part"]],
  ["from a folder", "\\import{parts/}{a}\\subimport{more}{b}", ["input parts/a", "input more/b"]],
  ["the root", "% !TEX root = ../main.tex  \n%!TeX root=x.tex\n", ["root ../main.tex", "root x.tex"]],
  ["the root behind text", "x % !TEX root = a.tex\n% !TEX program = lualatex", []],
  ["commands, comments, other commands", "\\input{\\dir/a} % \\input{b}\n\\inputenc{c} \\includegraphics{d}", []],
])("files: %s", (_, text, expected) => expect(inputs(text)).toEqual(expected));

describe("prose", () => {
  test.each([
    ["headings and text commands", "\\section[L1]{Layer 4}\nIt \\emph{carries} values.", ["Layer 4", "\nIt ", "carries", " values."]],
    ["no mathematics", "a $L_4$ b \\(x\\) c \\[y\\] d $$z$$ e", ["a ", " b ", " c ", " d ", " e"]],
    ["no displays", "a\n\\begin{align*}\nL4 & x\n\\end{align*}\nb", ["a\n", "\nb"]],
    ["text within mathematics is part of it", "$a \\text{ if $b$ } c$ d", [" d"]],
    ["no comments", "a % L4\nb", ["a ", "\nb"]],
    ["no labels, references, addresses", "\\label{a}x\\ref{b} \\url{c%d} \\href{e}{L4}", ["x", "L4"]],
    ["no options and lengths", "\\includegraphics[width=2cm]{L4}\\hspace{2em}x \\\\[2pt] y", ["x ", " y"]],
    ["a label in brackets of an item", "\\item[L4] x", ["L4", " x"]],
    ["brackets of a sentence", "\\LaTeX [L4] and [x]", [" [L4] and [x]"]],
    ["arguments before the text", "\\textcolor{red}{L4} \\multicolumn{2}{c}{L5}", ["L4", "L5"]],
    ["columns of a table", "\\begin{tabular}{lr}L4 & L5\\\\\\end{tabular}", ["L4 ", " L5"]],
    ["no keys, but the text of a claim", "\\claim{a}{L4 \\citep[see][]{k} x}", ["L4 ", " x"]],
    ["no preamble, but the title", "\\documentclass{article}\nL4\n\\title{Of L5}\n\\begin{document}\nL6", ["Of L5", "\nL6"]],
    ["no drawing", "a \\begin{tikzpicture}\\node {L4};\n\n\\node {L5};\\end{tikzpicture} b", ["a ", " b"]],
    ["a formula that is not closed ends with its paragraph", "costs $5 and L4\n\nL5", ["costs ", "L5"]],
    ["an environment that is not closed", "\\begin{verbatim} a\n\n\\begin{equation} b\n\nc", [" a", "c"]],
    ["braces without meaning", "{a} } b", ["a", " b"]],
    ["a tie", "layer~4", ["layer~4"]],
    ["a byte order mark", "\uFEFFa", ["a"]],
  ])("%s", (_, text, expected) => expect(prose(text)).toEqual(expected));

  test("short formulas are known by their own", () => {
    const text = "a $L_4$, \\(L_{2/3}\\), \\ensuremath{L_5}, $$x$$ \\label{$y$} $z \\mbox{$u$}$";
    expect(slices(text, embedLatex(text).formulas ?? [])).toEqual(["$L_4$", "\\(L_{2/3}\\)", "L_5", "$z \\mbox{$u$}$"]);
  });
});
