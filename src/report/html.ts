/**
 * A report as one page that works by itself, offline and in any archive. It has no script, and its policy allows its own style
 * sheet and nothing else.
 */
import { sha256 } from "../core/sha256.ts";
import { escapeXml } from "../diagram/svg.ts";
import { reportStyles, shareRule } from "./html-styles.ts";
import { answerNames, type Block, type Fact, type Inline, type Line, plainText, type Report, type Section } from "./report.ts";
import { standingTitle } from "./words.ts";

/** Writes a page. Same report, same bytes. */
export function reportHtml(report: Report): string {
  const blocks = allBlocks(report.sections);
  const figureStyles = blocks.flatMap((block) => (block.kind === "figure" ? [block.styles] : []))[0];
  const shares = blocks.flatMap((block) => (block.kind === "shares" ? block.shares : []));
  const style = reportStyles(
    figureStyles,
    shares.map(({ standing, count }) => shareRule(standing, count)),
  );
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(style))}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lamina">
<title>${text(report.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${text(report.title)}</h1>
<p class="subtitle">${text(report.subtitle)}</p>
</header>
${contents(report)}<main>
${report.sections.map((section) => sectionHtml(section, 2)).join("\n")}
</main>
</body>
</html>
`;
}

const allBlocks = (sections: readonly Section[]): readonly Block[] =>
  sections.flatMap((section) => [...section.blocks, ...allBlocks(section.sections)]);

/** Text, and the value of an attribute. */
const text = (content: string): string => escapeXml(content);

/** Hexadecimal digits as base 64. */
function base64(hexadecimal: string): string {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let bits = "";
  for (const digit of hexadecimal) bits += Number.parseInt(digit, 16).toString(2).padStart(4, "0");
  let out = "";
  for (let at = 0; at < bits.length; at += 6) out += signs[Number.parseInt(bits.slice(at, at + 6).padEnd(6, "0"), 2)];
  return out.padEnd(Math.ceil(out.length / 4) * 4, "=");
}

/** Sections, and what stands in them where these are few words. */
function contents({ sections }: Report): string {
  if (sections.length < 2) return '<nav hidden aria-label="Contents"></nav>\n';
  const entry = ({ id, title }: Section, inner: string): string => `<li><a href="#${id}">${text(plainText(title))}</a>${inner}</li>`;
  const items = sections.map((section) => {
    const inner = section.id === "claims" || section.id === "open" ? section.sections : [];
    return entry(section, inner.length === 0 ? "" : `<ol>${inner.map((each) => entry(each, "")).join("")}</ol>`);
  });
  return `<nav aria-label="Contents">\n<h2>Contents</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</nav>\n`;
}

function sectionHtml(section: Section, level: 2 | 3 | 4): string {
  const { id, title, standing, blocks, sections } = section;
  const next = level === 2 ? 3 : 4;
  const isClaim = standing !== undefined && id.startsWith("claim-");
  const isItem = !isClaim && id.startsWith("prediction-");
  const inner = [...blocks.map(blockHtml), ...sections.map((each) => sectionHtml(each, next))].join("\n");
  const heading = `<h${isItem ? 4 : level}>${lineHtml(title)}</h${isItem ? 4 : level}>`;
  const named = `id="${id}"`;
  if (isClaim) return `<article ${named} class="claim standing-${standing}">\n<h4>${lineHtml(title)}</h4>\n${inner}\n</article>`;
  if (isItem) return `<article ${named} class="item">\n${heading}\n${inner}\n</article>`;
  return `<section ${named}>\n${heading}\n${inner}\n</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p${block.role === undefined ? "" : ` class="${block.role}"`}>${lineHtml(block.content)}</p>`;
    case "list":
      return listHtml(block.items);
    case "facts":
      return `<dl>\n${block.facts.map(factHtml).join("\n")}\n</dl>`;
    case "table": {
      const className = (index: number): string => (block.columns[index]?.numeric ? ' class="number"' : "");
      const head = block.columns.map(({ heading }, index) => `<th scope="col"${className(index)}>${text(heading)}</th>`).join("");
      const rows = block.rows.map(
        (cells) => `<tr>${cells.map((cell, index) => `<td${className(index)}>${lineHtml(cell)}</td>`).join("")}</tr>`,
      );
      return `<div class="scroll" tabindex="0" role="group" aria-label="Table">\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>\n</div>`;
    }
    case "figure":
      return `<figure>\n${block.svg.trim()}\n<figcaption>${text(block.caption)}</figcaption>\n</figure>`;
    case "shares": {
      const told = block.shares.map(({ standing, count }) => `${count} ${standingTitle(standing, count)}`).join(", ");
      const parts = block.shares.map(
        ({ standing, count }) => `<span class="standing-${standing}" title="${count} ${standingTitle(standing, count)}"></span>`,
      );
      return `<div class="shares" role="img" aria-label="${text(told)}">${parts.join("")}</div>`;
    }
    case "references":
      return `<ol class="references">\n${block.works.map(({ id, content }) => `<li id="${id}">${lineHtml(content)}</li>`).join("\n")}\n</ol>`;
  }
}

const listHtml = (items: readonly Line[]): string => `<ul>\n${items.map((item) => `<li>${lineHtml(item)}</li>`).join("\n")}\n</ul>`;

const factHtml = ({ term, lines }: Fact): string =>
  `<dt>${text(term)}</dt><dd>${lines.length === 1 ? lineHtml(lines[0] ?? []) : listHtml(lines)}</dd>`;

const lineHtml = (line: Line): string => line.map(inlineHtml).join("");

function inlineHtml(piece: Inline): string {
  if (typeof piece === "string") return text(piece);
  switch (piece.kind) {
    case "strong":
      return `<strong>${text(piece.text)}</strong>`;
    case "emphasis":
      return `<em>${text(piece.text)}</em>`;
    case "code":
      return `<code>${text(piece.text)}</code>`;
    case "small":
      return `<span class="small">${text(piece.text)}</span>`;
    case "link":
      return `<a href="#${piece.to}">${text(piece.text)}</a>`;
    case "web":
      return `<a href="${text(piece.address)}" rel="noreferrer">${text(piece.text)}</a>`;
    case "standing":
      return `<span class="standing standing-${piece.standing}">${text(piece.text)}</span>`;
    case "answer":
      return `<span class="answer">${answerNames[piece.answer]}</span>`;
  }
}
