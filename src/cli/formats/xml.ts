/** XML, written so that every reader takes it. */
import { wellFormed } from "./text.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as content or in an attribute; what XML 1.0 has no way to say stands as a replacement character. */
export const escapeXml = (text: string): string =>
  wellFormed(text)
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (sign) => (isAllowed(sign) ? sign : "\ufffd"))
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
    // a reader would take them for blanks in an attribute, and breaks for other breaks
    .replace(/[\t\n\r\u0085\u2028]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Whether a control character may stand in XML 1.0. */
const isAllowed = (sign: string): boolean => sign === "\t" || sign === "\n" || sign === "\r" || (sign >= "\u007f" && sign <= "\u009f");

/** An element; what is undefined among its attributes is left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content?: string): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** A document of its lines. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

/** Elements a line each, indented. */
export const lines = (elements: readonly string[], indent: string): string =>
  elements.length === 0 ? "" : `\n${elements.map((each) => indent + each).join("\n")}\n${indent.slice(2)}`;
