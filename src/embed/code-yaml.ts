/**
 * Comments and strings of YAML. A `#` opens a comment at the start of a line or behind a blank, but not in quotes, nor in
 * a block scalar (`|` or `>`), which goes on as long as its lines are indented further than the line that opens it.
 */

import type { CodePiece } from "./code-scan.ts";
import { afterLineBreak, isBlank, lineEndAt } from "./lines.ts";

/** What a block scalar opens with, at the end of its line. */
const blockHeader = /[|>][-+0-9]{0,2}(?=[ \t\r\n]|$)/y;

/** The comments and strings of a YAML file, in order. */
export function scanYaml(text: string): CodePiece[] {
  const scan = new YamlScan(text);
  for (let lineStart = 0; lineStart < text.length; ) lineStart = scan.readLine(lineStart);
  return scan.pieces;
}

class YamlScan {
  readonly pieces: CodePiece[] = [];
  readonly #text: string;
  /** Brackets that are open: within them a comma comes before a value. */
  #flow = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads from `start`, in a line that starts there; gives the start of a line further on. */
  readLine(start: number): number {
    const text = this.#text;
    /** The columns of the last dash of a list that opens the line, and of what stands behind it. */
    let dash = this.#afterBlanks(start) - start;
    let key = dash;
    /** Whether a value may start: behind an indentation, `- `, `: `, `, ` and the like. */
    let isOpen = true;
    for (let at = start + key; ; ) {
      const character = text[at];
      if (character === undefined) return text.length;
      if (character === "\n" || character === "\r") return afterLineBreak(text, at);
      if (isBlank(text.charCodeAt(at))) at++;
      else if (character === "#" && (at === 0 || isSpace(text[at - 1]))) {
        const end = lineEndAt(text, at);
        this.pieces.push({ kind: "line", start: at, end, innerStart: at + 1, innerEnd: end });
        at = end;
      } else if (isOpen && (character === '"' || character === "'")) {
        at = this.#quoted(at, character);
        isOpen = false;
      } else if (isOpen && this.#flow === 0 && this.#isBlockHeader(at)) {
        return this.#blockScalar(at, at - start === key ? dash : key);
      } else {
        if (character === "[" || character === "{") {
          if (isOpen || this.#flow > 0) this.#flow++;
        } else if ((character === "]" || character === "}") && this.#flow > 0) this.#flow--;
        const endsWord = isSpace(text[at + 1]);
        if (character === "-" && endsWord && at - start === key) {
          dash = key;
          key = this.#afterBlanks(at + 1) - start;
        }
        if (isOpen && (character === "!" || character === "&")) {
          // a tag or an anchor stands before its value
          while (at + 1 < text.length && !isSpace(text[at + 1])) at++;
        } else {
          isOpen =
            ((character === ":" || character === "-" || character === "?") && (endsWord || (this.#flow > 0 && character === ":"))) ||
            (this.#flow > 0 && (character === "," || character === "[" || character === "{"));
        }
        at++;
      }
    }
  }

  #afterBlanks(start: number): number {
    let at = start;
    while (isBlank(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #isBlockHeader(at: number): boolean {
    blockHeader.lastIndex = at;
    if (!blockHeader.test(this.#text)) return false;
    const after = this.#afterBlanks(blockHeader.lastIndex);
    return after >= this.#text.length || /[\n\r#]/.test(this.#text[after] as string);
  }

  #quoted(start: number, quote: string): number {
    const text = this.#text;
    let at = start + 1;
    for (; at < text.length; at++) {
      if (quote === '"' && text[at] === "\\") at++;
      else if (text[at] === quote) {
        if (quote === '"' || text[at + 1] !== "'") break;
        at++;
      }
    }
    const innerEnd = Math.min(at, text.length);
    const end = Math.min(at + 1, text.length);
    this.pieces.push({ kind: "string", start, end, innerStart: start + 1, innerEnd });
    return end;
  }

  /** Passes a block scalar, and reads the comment behind its header; gives the start of the line after it. */
  #blockScalar(header: number, indent: number): number {
    const text = this.#text;
    const headerEnd = lineEndAt(text, header);
    const sign = text.slice(header, headerEnd).search(/[ \t]#/);
    if (sign >= 0) {
      const start = header + sign + 1;
      this.pieces.push({ kind: "line", start, end: headerEnd, innerStart: start + 1, innerEnd: headerEnd });
    }
    const start = afterLineBreak(text, headerEnd);
    let end = start;
    for (let lineStart = start; lineStart < text.length; ) {
      const first = this.#afterBlanks(lineStart);
      const lineEnd = lineEndAt(text, first);
      if (first < lineEnd && first - lineStart <= indent) break;
      end = lineEnd;
      lineStart = afterLineBreak(text, lineEnd);
      if (lineStart === lineEnd) break;
    }
    if (end > start) this.pieces.push({ kind: "string", start, end, innerStart: start, innerEnd: end });
    return afterLineBreak(text, end);
  }
}

const isSpace = (character: string | undefined): boolean => character === undefined || /[ \t\n\r]/.test(character);
