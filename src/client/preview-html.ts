/** Figures as HTML of the Markdown preview: an image that holds its picture, or a table; every text escaped. */
import type { DrawFigureResult } from "../protocol/requests.ts";

/** What opens the info string of a fence of Lamina: `lamina`, `{lamina}`, `{.lamina}`; what follows asks for a form. */
const opening = /^\s*(?:\{\s*\.?lamina|lamina)(?=[\s{},]|$)(.*)$/is;

/** Whether a fence with this info string holds Lamina. */
export const isLaminaFence = (info: string): boolean => opening.test(info);

/** What a fence's info string asks for: `lamina {picture}`, `lamina table`, `{lamina} .picture`; undefined where it asks for neither. */
export function fenceForm(info: string): "picture" | "table" | undefined {
  const known = opening.exec(info);
  const word = /(?:^|[\s{.,=])(picture|table)(?=[\s},]|$)/i.exec(known?.[1] ?? "")?.[1]?.toLowerCase();
  return word === "picture" || word === "table" ? word : undefined;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** A figure's HTML; empty where there is none. */
export function figureHtml(drawn: DrawFigureResult): string {
  if (!drawn) return "";
  if (drawn.form === "svg") {
    const source = `data:image/svg+xml;base64,${Buffer.from(drawn.svg).toString("base64")}`;
    const words = escapeHtml(`${drawn.title}. ${drawn.description}`);
    return `<img src="${source}" alt="${words}" style="max-width:100%">`;
  }
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
  return `<div style="overflow-x:auto"><table><thead>${cells("th", drawn.head)}</thead><tbody>${drawn.rows.map((row) => cells("td", row)).join("")}</tbody></table></div>`;
}
