/**
 * One line of the Markdown that the editor's cards are written in, as elements: `**strong**`, `*emphasis*`, code, links
 * and escaped signs. Nothing else is read, and nothing is ever markup of the page.
 */
import { element } from "./dom.ts";

export type RichPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly pieces: readonly RichPiece[] }
  | { readonly kind: "em"; readonly pieces: readonly RichPiece[] }
  | { readonly kind: "link"; readonly pieces: readonly RichPiece[]; readonly address: string };

/** Deeper than any card goes. */
const MOST_LEVELS = 8;

/** The pieces of a line. What is not closed stands as it is. */
export function readRich(line: string, level = 0): RichPiece[] {
  const pieces: RichPiece[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") pieces.push({ kind: "text", text: plain });
    plain = "";
  };
  let at = 0;
  while (at < line.length) {
    const found = level < MOST_LEVELS ? spanAt(line, at, level) : undefined;
    if (found) {
      flush();
      pieces.push(found.piece);
      at = found.end;
    } else if (line[at] === "\\" && /[!-/:-@[-`{-~]/.test(line[at + 1] ?? "")) {
      plain += line[at + 1];
      at += 2;
    } else if (line.startsWith("&amp;", at)) {
      plain += "&";
      at += 5;
    } else plain += line[at++];
  }
  flush();
  return pieces;
}

interface Found {
  readonly piece: RichPiece;
  readonly end: number;
}

/** What a sign at `at` opens and something later closes. */
function spanAt(line: string, at: number, level: number): Found | undefined {
  if (line[at] === "`") return codeAt(line, at);
  if (line[at] === "[") return linkAt(line, at, level);
  if (line[at] !== "*") return undefined;
  const mark = line.startsWith("**", at) ? "**" : "*";
  const close = closing(line, at + mark.length, mark);
  if (close === undefined || close === at + mark.length) return undefined;
  const pieces = readRich(line.slice(at + mark.length, close), level + 1);
  return { piece: { kind: mark === "**" ? "strong" : "em", pieces }, end: close + mark.length };
}

function codeAt(line: string, at: number): Found | undefined {
  let open = at;
  while (line[open] === "`") open++;
  const fence = line.slice(at, open);
  let close = line.indexOf(fence, open);
  while (close >= 0 && line[close + fence.length] === "`") {
    while (line[close] === "`") close++;
    close = line.indexOf(fence, close);
  }
  if (close < 0) return undefined;
  const inner = line.slice(open, close);
  // one blank is taken off both ends, as Markdown does
  const padded = inner.length > 2 && inner.startsWith(" ") && inner.endsWith(" ");
  return { piece: { kind: "code", text: padded ? inner.slice(1, -1) : inner }, end: close + fence.length };
}

function linkAt(line: string, at: number, level: number): Found | undefined {
  const close = closing(line, at + 1, "](");
  const end = close === undefined ? -1 : line.indexOf(")", close);
  if (close === undefined || end < 0) return undefined;
  const address = line.slice(close + 2, end).replaceAll("&amp;", "&");
  return { piece: { kind: "link", pieces: readRich(line.slice(at + 1, close), level + 1), address }, end: end + 1 };
}

/** Where a mark stands next that is not escaped, not in code, and for one star not one of two. */
function closing(line: string, from: number, mark: string): number | undefined {
  for (let at = from; at < line.length; ) {
    if (line[at] === "\\") at += 2;
    else if (line[at] === "`") at = codeAt(line, at)?.end ?? at + 1;
    else if (line.startsWith(mark, at)) {
      if (mark !== "*" || line[at + 1] !== "*") return at;
      at += 2;
    } else at++;
  }
  return undefined;
}

/** The elements of a line. A link is a button that asks the extension to open it: the page itself goes nowhere. */
export function richText(line: string, open: (address: string) => void): Node[] {
  return render(readRich(line), open);
}

const render = (pieces: readonly RichPiece[], open: (address: string) => void): Node[] => pieces.map((piece) => renderPiece(piece, open));

function renderPiece(piece: RichPiece, open: (address: string) => void): Node {
  if (piece.kind === "text") return document.createTextNode(piece.text);
  if (piece.kind === "code") return element("code", {}, piece.text);
  const inner = render(piece.pieces, open);
  if (piece.kind !== "link") return element(piece.kind, {}, ...inner);
  const link = element("button", { type: "button", className: "link", title: piece.address }, ...inner);
  link.addEventListener("click", () => open(piece.address));
  return link;
}
