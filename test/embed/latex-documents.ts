/** LaTeX documents for property tests: well-formed ones, for which there is an oracle, and anything else. */

import fc from "fast-check";

const word = fc.constantFrom("layer", "4", "of", "column", "L2/3", "第4层", "x, y", "(see)", "[1]", "a~b");
const key = fc.constantFrom("binzegger2004quantitative", "a:b-c", "König2020", "k_1", "lee.2009");
const keys = fc.array(key, { minLength: 1, maxLength: 3 }).map((list) => list.join(", "));
const cite = fc
  .tuple(fc.constantFrom("cite", "citep", "textcite", "parencite", "citet*"), fc.constantFrom("", "[p.~3]", "[see][]"), keys)
  .map(([name, notes, list]) => `\\${name}${notes}{${list}}`);

const { inline } = fc.letrec<{ inline: string; claim: string }>((tie) => ({
  claim: fc
    .tuple(key, fc.array(tie("inline"), { minLength: 1, maxLength: 3 }))
    .map(([id, content]) => `\\claim{${id}}{${content.join(" ")}}`),
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    cite,
    fc.constantFrom(
      "$L_4$",
      "\\(x_{2/3}\\)",
      "5\\% \\{ \\}",
      "\\verb|\\claim{a}{b} % lamina: c|",
      "{\\bf a}",
      "\\ref{fig:a}",
      "\\cite {a}",
    ),
    fc.constantFrom("% \\cite{no} $ {\n", "\\footnote{a % } }\n b}", "\\url{http://x.y/~a}", "\\includegraphics[width=2cm]{a}"),
    fc.array(tie("inline"), { minLength: 1, maxLength: 2 }).map((content) => `\\emph{${content.join(" ")}}`),
    tie("claim"),
  ),
}));

const block = fc.oneof(
  fc.array(inline, { minLength: 1, maxLength: 6 }).map((content) => `${content.join(" ")}\n\n`),
  fc.constantFrom(
    "\\begin{lamina}\nclaim a: L4 as Value\n  supported by [@k] # 5 % { $\n\\end{lamina}\n\n",
    "\\begin{lamina}\n\nclaim b: L5 as ?\n\n\\end{lamina} x\n\n",
    "% lamina: claim c: L4 as Key\n%   level circuit\nText.\n\n",
    "Text % lamina: claim d: L4 as Key\ngoes on.\n\n",
    "  % lamina: use cortex\n  % an ordinary comment\n\n",
    "\\begin{lstlisting}\n% lamina: no\n\\claim{a}{b} \\cite{no} $\n\\end{lstlisting}\n\n",
    "\\begin{comment}\n\\begin{lamina}\nno\n\\end{lamina}\n\\end{comment}\n\n",
    "\\begin{equation}\n  y % lamina: claim e: L6 as ?\n  = \\text{if $x$}\n\\end{equation}\n\n",
    "\\begin{itemize}\n\\item[L4] \\cite{k}\n\\end{itemize}\n\n",
  ),
);

/** Documents that LaTeX would take, but for commands that it does not know. */
export const wellFormed = fc.array(block, { maxLength: 8 }).map((list) => list.join(""));

const pieces = [
  ...[
    "\\begin{lamina}\n",
    "\\end{lamina}",
    "\\begin{lamina}[x]",
    "claim a: L4\n",
    "% lamina: a\n",
    "%   b\n",
    "%\n",
    "%",
    "\\",
    "{",
    "}",
    "[",
  ],
  ...[
    "]",
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "&",
    "(",
    ")",
    "\\claim",
    "\\claim{a}{",
    "\\claim{",
  ],
  ...["\\cite", "\\cite{a,", "\\autocites(", "\\verb|", "\\verb", "\\url{", "\\begin{verbatim}", "\\end{verbatim}", "\\begin{equation}"],
  ...[
    "\\end{equation}",
    "\\begin{tikzpicture}",
    "\\end{tikzpicture}",
    "\\begin{document}",
    "\\end{document}",
    "\\newcommand\\x[1]{",
    "\\def",
  ],
  ...[
    "\\input ",
    "\\input{a}",
    "\\import{a}",
    "\\bibliography{a,",
    "% !TEX root = a\n",
    "\\item[",
    "\\text{",
    "\\title{",
    "\uFEFF",
    "😀",
    "第4层",
  ],
  ...["layer~4", "L\\textsubscript{4}", "$L_{2/3}$", "\\mbox{", "#", "*", "@", "lamina:"],
];

/** Whatever may be found in a file: pieces of LaTeX put together at random, and texts that are none. */
export const anything = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join("")),
  fc.tuple(wellFormed, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))),
  fc.string({ unit: "binary" }),
);

/** What an edit may put in a text. */
export const insertion = fc.oneof(fc.constantFrom("", "x", " ", "\n", "{", "}", "%", "\\"), fc.constantFrom(...pieces));
