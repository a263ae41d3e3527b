/**
 * A report as an appendix of a LaTeX document: to be read with \input below a \section or \chapter of the paper. It asks for
 * nothing but the standard classes; hyperref and graphicx are used where the paper has them.
 */
import { texText } from "../figure/tikz-text.ts";
import { answerNames, type Block, type Fact, type Inline, type Line, type Report, type Section } from "./report.ts";

export interface LatexOptions {
  /** The picture's file, as \includegraphics takes it; without it, or without graphicx, its caption stands alone. */
  readonly picture?: string;
}

/** What the text needs, defined only where the paper has not defined it. */
const preamble = String.raw`% A report by Lamina. In the paper: \appendix \input{…}
% Needs no package. With hyperref, what is named is linked; with graphicx, the picture is shown.
% pdfLaTeX writes signs that its fonts have not as their number; LuaLaTeX with a font that has them shows them.
\makeatletter
\@ifundefined{laminasign}{\@ifundefined{directlua}%
  {\DeclareRobustCommand{\laminasign}[2]{[U+#2]}}%
  {\DeclareRobustCommand{\laminasign}[2]{\iffontchar\font"#2 #1\else[U+#2]\fi}}}{}
\@ifundefined{laminaanchor}{\DeclareRobustCommand{\laminaanchor}[1]{\@ifundefined{hypertarget}{}{\hypertarget{#1}{}}}}{}
\@ifundefined{laminalink}{\DeclareRobustCommand{\laminalink}[2]{\@ifundefined{hyperlink}{#2}{\hyperlink{#1}{#2}}}}{}
\@ifundefined{laminaaddress}{\DeclareRobustCommand{\laminaaddress}[2]{\@ifundefined{href}{#2}{\href{#1}{#2}}}}{}
\@ifundefined{laminapicture}{\DeclareRobustCommand{\laminapicture}[1]{\@ifundefined{includegraphics}{}{\includegraphics[width=\linewidth]{#1}}}}{}
\makeatother`;

/** Writes a report. Same report, same text. */
export function reportLatex(report: Report, options: LatexOptions = {}): string {
  const out: string[] = [
    preamble,
    "\\begingroup",
    "\\sloppy\\raggedright",
    `\\section*{${texOf(report.title)}}`,
    `\\noindent\\emph{${texOf(report.subtitle)}}`,
  ];
  for (const section of report.sections) write(section, 0, options, out);
  out.push("\\endgroup");
  return `${out.filter((block) => block !== "").join("\n\n")}\n`;
}

const levels = ["subsection", "subsubsection", "paragraph"] as const;

function write({ id, title, blocks, sections }: Section, depth: number, options: LatexOptions, out: string[]): void {
  const level = levels[Math.min(depth, levels.length - 1)];
  out.push(`\\${level}*{\\laminaanchor{lamina:${id}}${lineOf(title)}}`);
  // below a heading that runs into its paragraph, the first line begins anew
  if (level === "paragraph") out.push("\\hfill\\par\\nopagebreak");
  for (const block of blocks) out.push(blockOf(block, options));
  for (const section of sections) write(section, depth + 1, options, out);
}

/** Text that is set and never run; signs that not every font has, with their number. */
const texOf = (content: string): string =>
  texText(content).replace(/\\laminasign\{(.+?)\}/gsu, (_, sign: string) => {
    const code = sign.codePointAt(0) ?? 0;
    return `\\laminasign{${sign}}{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
  });

function blockOf(block: Block, { picture }: LatexOptions): string {
  switch (block.kind) {
    case "paragraph":
      if (block.role === "note") return `\\begin{quote}\\small ${lineOf(block.content)}\\end{quote}`;
      return block.role === "place"
        ? `\\noindent{\\footnotesize ${lineOf(block.content)}}\\par`
        : `\\noindent ${lineOf(block.content)}\\par`;
    case "list":
      return listOf(block.items);
    case "facts":
      return `\\begin{description}${tight}\n${block.facts.map(factOf).join("\n")}\n\\end{description}`;
    case "table":
      return tableOf(
        block.columns.map(({ heading }) => heading),
        block.rows,
      );
    case "figure": {
      const shown = picture === undefined ? "" : `\\laminapicture{${picture}}\\par\\smallskip\n`;
      return `\\noindent ${shown}{\\small ${texOf(block.caption)}\\par}`;
    }
    case "shares":
      return "";
    case "references":
      return [
        `\\begin{list}{}{\\setlength{\\leftmargin}{2.5em}\\setlength{\\labelwidth}{2em}\\setlength{\\itemsep}{0pt}}`,
        ...block.works.map(({ id, content }, index) => `\\item[{[${index + 1}]}] \\laminaanchor{lamina:${id}}${lineOf(content)}`),
        "\\end{list}",
      ].join("\n");
  }
}

/** Lists as close as text, because a report is full of them. */
const tight = "\\setlength{\\itemsep}{1pt}\\setlength{\\parskip}{0pt}\\setlength{\\parsep}{0pt}";

const listOf = (items: readonly Line[]): string =>
  items.length === 0 ? "" : `\\begin{itemize}${tight}\n${items.map((item) => `\\item {}${lineOf(item)}`).join("\n")}\n\\end{itemize}`;

const factOf = ({ term, lines }: Fact): string =>
  `\\item[{${texOf(term)}:}] ${lines.length === 1 ? lineOf(lines[0] ?? []) : `\\leavevmode\n${listOf(lines)}`}`;

/**
 * A table row by row, each as a list of what its columns say: rows may be longer than a page is high, which the tables of the
 * standard classes are not.
 */
const tableOf = (headings: readonly string[], rows: readonly (readonly Line[])[]): string =>
  rows.length === 0
    ? ""
    : [
        `\\begin{itemize}${tight}`,
        ...rows.map((cells) => {
          const [first = [], ...others] = cells;
          const told = others.map((cell, index) => `\\emph{${texOf(headings[index + 1] ?? "")}:} ${lineOf(cell)}`);
          return `\\item {}${lineOf(first)}\\\\\n${told.join("\\\\\n")}`;
        }),
        "\\end{itemize}",
      ].join("\n");

const lineOf = (line: Line): string => line.map(inlineOf).join("").trim();

function inlineOf(piece: Inline): string {
  if (typeof piece === "string") return texOf(piece);
  switch (piece.kind) {
    case "strong":
      return `\\textbf{${texOf(piece.text)}}`;
    case "emphasis":
      return `\\emph{${texOf(piece.text)}}`;
    case "code":
      return `\\texttt{${texOf(piece.text)}}`;
    case "small":
      return `{\\footnotesize (${texOf(piece.text)})}`;
    case "link":
      return `\\laminalink{lamina:${piece.to}}{${texOf(piece.text)}}`;
    case "web":
      return `\\laminaaddress{${address(piece.address)}}{${texOf(piece.text)}}`;
    case "standing":
      return `\\textbf{${texOf(piece.text)}}`;
    case "answer":
      return `\\textbf{${answerNames[piece.answer]}}`;
  }
}

/** An address as \href takes it inside an argument: signs of TeX are escaped, others that no address can hold are encoded. */
const address = (text: string): string =>
  text.replace(/[\\{}^~"<>|`\s]/g, (sign) => encodeURIComponent(sign)).replace(/[%#&_$]/g, (sign) => `\\${sign}`);
