/** A report as Markdown, as Git hosts, editors and Pandoc read it. */
import { code, escapeMarkdown, link } from "../core/features/card.ts";
import { answerNames, type Block, type Fact, type Inline, type Line, type Report, type Section } from "./report.ts";
import { standingTitle } from "./words.ts";

export interface MarkdownOptions {
  /** The picture's file, as the report shall name it; without it, its caption stands alone. */
  readonly picture?: string;
}

/** Writes a report. Same report, same text. */
export function reportMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const out: string[] = [`# ${textOf(report.title)}`, `*${textOf(report.subtitle)}*`];
  const write = ({ id, title, blocks, sections }: Section, level: number): void => {
    out.push(`${"#".repeat(level)} <a id="${id}"></a>${lineOf(title)}`);
    for (const block of blocks) out.push(blockOf(block, options));
    for (const section of sections) write(section, Math.min(level + 1, 6));
  };
  for (const section of report.sections) write(section, 2);
  return `${out.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Text as it stands, blanks at its ends too: a line is put together of several. */
function textOf(content: string): string {
  const before = /^\s/.test(content) ? " " : "";
  const after = content.trim() !== "" && /\s$/.test(content) ? " " : "";
  return `${before}${escapeMarkdown(content).replaceAll("@", "\\@")}${after}`;
}

function blockOf(block: Block, { picture }: MarkdownOptions): string {
  switch (block.kind) {
    case "paragraph":
      if (block.role === "note") return `> ${lineOf(block.content)}`;
      return block.role === "place" ? `*${lineOf(block.content)}*` : lineOf(block.content);
    case "list":
      return listOf(block.items);
    case "facts":
      return block.facts.map(factOf).join("\n");
    case "table": {
      const rule = block.columns.map(({ numeric }) => (numeric ? "---:" : "---"));
      const rows = [block.columns.map(({ heading }) => textOf(heading)), rule, ...block.rows.map((cells) => cells.map(lineOf))];
      return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    }
    case "figure":
      return picture === undefined ? textOf(block.caption) : `!${link(block.caption, picture)}`;
    case "shares":
      return block.shares.map(({ standing, count }) => `${count} ${standingTitle(standing, count)}`).join(" · ");
    case "references":
      return block.works.map(({ id, content }, index) => `${index + 1}. <a id="${id}"></a>${lineOf(content)}`).join("\n");
  }
}

const listOf = (items: readonly Line[], indent = ""): string => items.map((item) => `${indent}- ${lineOf(item)}`).join("\n");

const factOf = ({ term, lines }: Fact): string =>
  lines.length === 1 ? `- **${textOf(term)}**: ${lineOf(lines[0] ?? [])}` : `- **${textOf(term)}**:\n${listOf(lines, "  ")}`;

const lineOf = (line: Line): string => line.map(inlineOf).join("").trim();

/** Marks hold only where what they mark neither begins nor ends with a blank. */
const marked = (mark: string, content: string): string => (content.trim() === "" ? "" : `${mark}${textOf(content.trim())}${mark}`);

function inlineOf(piece: Inline): string {
  if (typeof piece === "string") return textOf(piece);
  switch (piece.kind) {
    case "strong":
      return marked("**", piece.text);
    case "emphasis":
      return marked("*", piece.text);
    case "code":
      // a bar would end the cell of a table, even in code
      return piece.text.includes("|") ? textOf(piece.text) : code(piece.text);
    case "small":
      return piece.text === "" ? "" : `(${textOf(piece.text)})`;
    case "link":
      return link(piece.text, `#${piece.to}`);
    case "web":
      return link(piece.text, piece.address);
    case "standing":
      return marked("**", piece.text);
    case "answer":
      return answerNames[piece.answer];
  }
}
