/** What can be said of one text alone, at once and without any other: its layout, its colours, its picture. */
import { format as formatEdits } from "../core/features/formatting.ts";
import { semanticTokens, tokenModifiers, tokenTypes } from "../core/features/semantic-tokens.ts";
import { rulePages } from "../core/rules/pages.ts";
import { builtin, Snapshot } from "../core/service.ts";
import { drawnRows, drawnSvg, pictureOfText } from "../diagram/drawn-text.ts";
import { hostOf } from "../embed/host.ts";
import { type EditableSource, openSource } from "../embed/source.ts";
import type { ClaimTable, DrawnPicture, PictureOptions, Rule, Token } from "./types.ts";

/** What a text is where nothing is said: a file of Lamina. */
const UNNAMED = "untitled.lamina";

const addressOf = (path: string): string => `file:///${encodeURIComponent(path.replace(/^.*[\\/]/, ""))}`;

/** @param path its ending says what the text is */
function sourceOf(text: string, path: string): EditableSource {
  const host = hostOf(path);
  if (!host) throw new RangeError(`${path} is not a file that Lamina reads; its ending says what a file is`);
  return openSource(addressOf(path), host, text);
}

const snapshotOf = (source: EditableSource): Snapshot =>
  Snapshot.empty(builtin()).with({ documents: new Map([[source.uri, source]]), complete: true });

/**
 * Lays Lamina out as the editor and `lamina fmt` do; in a manuscript, its fences alone. What is not understood stays as it is.
 * Throws a `RangeError` where the path is of no sort that Lamina reads.
 *
 * @param path its ending says what the text is; a file of Lamina where it is left out
 */
export function format(text: string, path: string = UNNAMED): string {
  const source = sourceOf(text, path);
  let formatted = "";
  let at = 0;
  for (const { span, text: next } of [...formatEdits(source)].sort((a, b) => a.span.start - b.span.start)) {
    formatted += text.slice(at, span.start) + next;
    at = span.end;
  }
  return formatted + text.slice(at);
}

/** What the words of a text are, in their order, so that they can be coloured. None goes over the end of a line. */
export function tokens(text: string, path: string = UNNAMED): Token[] {
  const source = sourceOf(text, path);
  return semanticTokens(snapshotOf(source), source.uri).map(({ start, end, type, modifiers }) => ({
    start,
    end,
    type: tokenTypes[type]?.name ?? "part",
    modifiers: tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0).map(({ name }) => name),
  }));
}

/** The claims of a text as the column view draws them. */
export function draw(
  text: string,
  { theme = "light", width, title = "Claims", line }: PictureOptions = {},
  path: string = UNNAMED,
): DrawnPicture {
  const source = sourceOf(text, path);
  const picture = pictureOfText(snapshotOf(source), source, title, line === undefined ? undefined : line - 1);
  return drawnSvg(picture, theme, width);
}

/**
 * The claims of a text as rows.
 *
 * @param line where a fence opens whose claims alone are meant, from 1
 */
export function table(text: string, { line }: Pick<PictureOptions, "line"> = {}, path: string = UNNAMED): ClaimTable {
  const source = sourceOf(text, path);
  return drawnRows(pictureOfText(snapshotOf(source), source, "", line === undefined ? undefined : line - 1));
}

/** The rules, each with its page. */
export const rules: readonly Rule[] = [...rulePages].map(([name, page]) => ({ name, page }));
