/** The name at a place of a program, for looking it up among the names that frameworks give to parts. */

import { lazily } from "../core/lazily.ts";
import { type Span, touches } from "../core/text.ts";
import type { CodeLanguage } from "./code-languages.ts";
import { type CodePiece, scanCode } from "./code-scan.ts";
import { symbolsOf } from "./code-symbols.ts";

export interface CodeTerm {
  /** The name with what it belongs to, joined by points, up to the piece at the place: `self.attn.q_proj`. */
  readonly path: string;
  /** Where the piece at the place stands. */
  readonly span: Span;
  /** Whether it stands in a string that holds nothing else, as names of populations do: `pops["L4E"]`. */
  readonly isQuoted: boolean;
}

/** A path is looked at this far before a place. */
const longestPath = 200;
/** A string that is a name has at most this many code units. */
const longestName = 80;

const nameCharacter = lazily(() => /[\p{L}\p{M}\p{N}_$]/u);
/** What joins the pieces of a path, nearest the end. */
const joint = /(?:\?\.|::|->|[.])$/;
const subscript = /\[[\w"']{0,40}\]$/;
const quotedName = lazily(() => /^[\p{L}_][\p{L}\p{M}\p{N}_.{}[\]-]*$/u);

/**
 * The name that `offset` touches in a program: an identifier of its code, a key of YAML, TOML or JSON, or a string that
 * is one name. `undefined` in comments, in other strings, and where no name is.
 * @param pieces the comments and strings of the text, as `scanCode` gives them
 */
export function codeTermAt(
  text: string,
  offset: number,
  language: CodeLanguage,
  pieces: readonly CodePiece[] = scanCode(text, language),
): CodeTerm | undefined {
  const piece = pieceAround(pieces, offset);
  if (language.id === "yaml" || language.id === "json" || language.id === "toml") {
    const key = symbolsOf(text, language).find(({ nameSpan }) => touches(nameSpan, offset));
    if (key) return { path: key.path, span: key.nameSpan, isQuoted: false };
    return piece && quotedTerm(text, offset, piece);
  }
  return piece ? quotedTerm(text, offset, piece) : identifier(text, offset, pieces);
}

/** The comment or string that holds `offset`; between two signs of code is in neither. */
function pieceAround(pieces: readonly CodePiece[], offset: number): CodePiece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as CodePiece).end < offset) low = middle + 1;
    else high = middle;
  }
  const near = [pieces[low], pieces[low + 1]];
  return near.find((piece) => piece && piece.start < offset && (offset < piece.end || (offset === piece.end && piece.kind === "line")));
}

function quotedTerm(text: string, offset: number, { kind, innerStart, innerEnd }: CodePiece): CodeTerm | undefined {
  if (kind !== "string" || innerEnd - innerStart > longestName || offset < innerStart || offset > innerEnd) return undefined;
  const content = text.slice(innerStart, innerEnd);
  if (!quotedName().test(content)) return undefined;
  const start = innerStart + content.lastIndexOf(".", offset - innerStart - 1) + 1;
  const point = content.indexOf(".", Math.max(offset, start) - innerStart);
  const end = point < 0 ? innerEnd : innerStart + point;
  return start < end ? { path: text.slice(innerStart, end), span: { start, end }, isQuoted: true } : undefined;
}

function identifier(text: string, offset: number, pieces: readonly CodePiece[]): CodeTerm | undefined {
  const first = Math.max(0, offset - longestPath);
  const start = nameStart(text, offset, first);
  let end = offset;
  while (end < text.length && end - start < longestPath && nameCharacter().test(text[end] as string)) end++;
  if (start === end || /[\p{N}$]/u.test(text[start] as string)) return undefined;
  const names = [text.slice(start, end)];
  for (let at = start; ; ) {
    const joined = joint.exec(text.slice(Math.max(first, at - 2), at));
    if (!joined) break;
    at -= joined[0].length;
    // a subscript stands between two names: layers[0].q_proj
    const indexed = subscript.exec(text.slice(Math.max(first, at - 44), at));
    if (indexed) at -= indexed[0].length;
    const before = nameStart(text, at, first);
    if (before === at || pieceAround(pieces, at)) break;
    names.unshift(text.slice(before, at));
    at = before;
  }
  return { path: names.join("."), span: { start, end }, isQuoted: false };
}

function nameStart(text: string, offset: number, first: number): number {
  let at = offset;
  while (at > first && nameCharacter().test(text[at - 1] as string)) at--;
  return at;
}
