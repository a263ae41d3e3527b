/** The cited works as BibTeX. */
import { crossrefOf } from "../records/chosen.ts";
import type { ClaimCollection, RecordWork } from "../records/record.ts";
import { oneLine, wellFormed } from "./text.ts";

/** Entries as they stand in their bibliographies; what is known of a work that has none there; a remark where that is nothing. */
export function bibtexOf({ title, works }: ClaimCollection): string {
  // BibTeX wants a work behind those that are in it
  const holders = new Set(works.flatMap((work) => crossrefOf(work) ?? []));
  const ordered = [...works.filter(({ key }) => !holders.has(key)), ...works.filter(({ key }) => holders.has(key))];
  return wellFormed([remark(`The works that the claims of ${title} cite`), ...ordered.map(entry)].join("\n\n").concat("\n"));
}

/** A line outside all entries, which BibTeX passes over as long as no sign in it begins one. */
const remark = (text: string): string => `% ${oneLine(text).replaceAll("@", "(at)")}`;

function entry(work: RecordWork): string {
  if (work.bibtex !== undefined) return work.bibtex;
  if (work.label === undefined) return remark(`${work.key}: no bibliography of the project has it`);
  if (!/^[^\s"#%'(),={}~\\@]+$/.test(work.key)) return remark(`${work.key}: ${work.line ?? work.label}`);
  const fields: (readonly [string, string | undefined])[] = [
    ["title", work.title === undefined ? undefined : `{${inTex(work.title)}}`],
    [
      "author",
      work.authors
        ?.map(({ family, given }) => (given === undefined ? `{${inTex(family)}}` : `${inTex(family)}, ${inTex(given)}`))
        .join(" and "),
    ],
    ["year", work.year === undefined ? undefined : inTex(work.year)],
    ["doi", work.doi === undefined ? undefined : withoutBraces(work.doi)],
    ["eprint", work.arxiv === undefined ? undefined : withoutBraces(work.arxiv)],
    ["archiveprefix", work.arxiv === undefined ? undefined : "arXiv"],
    ["isbn", work.isbn === undefined ? undefined : withoutBraces(work.isbn)],
    ["url", work.url === undefined ? undefined : withoutBraces(work.url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${value}}`));
  return `@misc{${work.key},\n${lines.join(",\n")}\n}`;
}

const withoutBraces = (text: string): string => oneLine(text).replace(/[{}]/g, "");

/** Plain text as TeX prints it. Braces stay balanced, because a value ends with the brace that closes it. */
export const inTex = (text: string): string => oneLine(text).replace(/[\\{}%&$#_~^]/g, (sign) => texSigns[sign] ?? sign);

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "%": "\\%",
  "&": "\\&",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
