/** A hover card as plain data, and its Markdown. What the card says first matters most. */
import type { Span } from "../text.ts";

export interface CardSection {
  /** A short heading; none for what needs none. */
  readonly title?: string;
  /** Markdown, one entry a line; with `list` each is a list entry. */
  readonly lines: readonly string[];
  readonly list?: boolean;
}

export interface Card {
  /** The words that the card explains, in the host. */
  readonly span: Span;
  readonly title: string;
  /** What sort of thing it is, beside the title. */
  readonly kind?: string;
  readonly sections: readonly CardSection[];
  /** The qualified id of a part whose place in the column or block is to be drawn. */
  readonly figure?: string;
}

export interface CardStyle {
  /** An image to show, as an address; drawn by the door that knows how. */
  readonly figure?: string | undefined;
  /** Whether the reader shows a small set of HTML, so that the picture can stand beside the text. */
  readonly html?: boolean;
}

/** The Markdown of a card. */
export function renderCard(card: Card, style: CardStyle = {}): string {
  const head = `**${card.title}**${card.kind ? `  ·  ${card.kind}` : ""}`;
  const blocks: string[] = [];
  if (style.figure && style.html) blocks.push(`<img align="right" width="132" src="${style.figure}" alt="">`);
  blocks.push(head);
  for (const section of card.sections) {
    if (section.lines.length === 0) continue;
    const body = section.list ? section.lines.map((line) => `- ${line}`).join("\n") : section.lines.join("  \n");
    blocks.push(section.title ? `**${section.title}**${section.list ? "\n\n" : "  \n"}${body}` : body);
  }
  if (style.figure && !style.html) blocks.push(`![where it sits](${style.figure})`);
  return blocks.join("\n\n");
}

const special = /[\\`*_{}[\]<>#|~$&]/g;

/** Text that Markdown shows as it stands, on one line; blanks at its ends are taken off. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(special, "\\$&")
    // signs that make a list, a rule or a heading of a line that starts with them
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** Text as code, whatever it holds, on one line; nothing where there is none. */
export function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  // Markdown takes one blank off both ends
  const pad = longest > 0 || (line.startsWith(" ") && line.endsWith(" ") && line.trim() !== "") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A link that the editor opens; the label is shown as it stands. */
export const link = (label: string, address: string): string => `[${escapeMarkdown(label)}](${linkTarget(address)})`;

/** An address between the brackets of a link: what would end it or mean something there is percent-encoded. */
const linkTarget = (address: string): string =>
  address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`).replaceAll("&", "&amp;");

/** An address of the web with all encoded that must be; undefined where it holds what no address can. */
export function webAddress(text: string): string | undefined {
  try {
    return encodeURI(text);
  } catch {
    return undefined;
  }
}

/** The first entries of a list, and a line that says how many more there are. */
export function firstOf(lines: readonly string[], most: number, more: (count: number) => string): string[] {
  return lines.length <= most + 1 ? [...lines] : [...lines.slice(0, most), more(lines.length - most)];
}
