/** Tables in LaTeX: rows of claims for `\laminatable`, and long tables of the rest. */
import type { ClaimCollection } from "../records/record.ts";
import type { ExchangeTable } from "./names.ts";
import { type PageCell, pageTable, rightText, sideText, strengthText } from "./short-tables.ts";
import { oneLine, wellFormed } from "./text.ts";

/**
 * Of the table of claims the rows alone, for a file that `\laminatable` of lamina.sty reads; any other as a `longtable`, for
 * `\input`.
 */
export function latexOf(collection: ClaimCollection, table: ExchangeTable): string {
  if (table !== "claims") return longTable(collection, table);
  return collection.claims
    .map((claim) => {
      const id = claim.id ?? `${claim.place.path}:${claim.place.line}`;
      const cells = [sideText(claim.left), rightText(claim), strengthText(claim), claim.standing].map((text) => `{${inLatex(text)}}`);
      return `\\laminarow{${inDetokenized(id)}}${cells.join("")}\n`;
    })
    .join("");
}

function longTable(collection: ClaimCollection, table: ExchangeTable): string {
  const { columns, rows } = pageTable(collection, table);
  // between two columns is room of its own
  const layout = columns.map(({ share }) => `p{\\dimexpr ${share.toFixed(2)}\\linewidth-2\\tabcolsep}`).join("");
  const heads = columns.map(({ title }) => `\\textbf{${title}}`).join(" & ");
  return (
    `\\begin{longtable}{${layout}}\n${heads} \\\\\\hline\n\\endhead\n` +
    rows.map((row) => `${row.map((cell) => `\\raggedright ${cellText(cell)}`).join(" & ")} \\tabularnewline\n`).join("") +
    "\\end{longtable}\n"
  );
}

/** A key that `\cite` takes as it is. */
const CITABLE = /^[\p{L}\p{N}:_./+-]+$/u;

const cellText = (cell: PageCell): string =>
  typeof cell === "string"
    ? inLatex(cell)
    : cell.cites
        .map(({ key, label, version, place }) => {
          const where = inLatex([version, place].flatMap((piece) => piece ?? []).join(", "));
          if (!CITABLE.test(key)) return inLatex(where === "" ? label : `${label}, ${where}`);
          return where === "" ? `\\cite{${key}}` : `\\cite[{${where}}]{${key}}`;
        })
        .join("; ");

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "%": "\\%",
  "&": "\\&",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  "→": "$\\rightarrow$",
  "←": "$\\leftarrow$",
  "↔": "$\\leftrightarrow$",
  "—": "---",
  "–": "--",
  "−": "$-$",
  "≤": "$\\leq$",
  "≥": "$\\geq$",
  "±": "$\\pm$",
  "×": "$\\times$",
  µ: "$\\mu$",
  μ: "$\\mu$",
  "…": "\\dots{}",
};

/** Plain text as LaTeX prints it. */
export const inLatex = (text: string): string =>
  wellFormed(oneLine(text))
    .replace(/\p{Cc}/gu, "")
    // two hyphens would be printed as one dash
    .replace(/-(?=-)|[\\{}%&$#_~^<>|"`→←↔—–−≤≥±×µμ…]/g, (sign) => (sign === "-" ? "-{}" : (signs[sign] ?? sign)));

/** A name within `\detokenize`, which prints every sign as it is but cannot be given some of them. */
const inDetokenized = (text: string): string =>
  wellFormed(oneLine(text))
    .replace(/\p{Cc}/gu, "")
    .replace(/[\\{}%#]/g, "-")
    .replace(/\^(?=\^)/g, "^ ");
