/** Elements of JSX among JavaScript: their tags and text are no code, but for what stands in braces. */

import { lazily } from "../core/lazily.ts";

/** Where in an element code stands. */
export interface ElementPlace {
  /** How many elements are open around it. */
  readonly depth: number;
  /** Whether it is among the attributes of a tag. */
  readonly inTag: boolean;
}

export interface ElementReading {
  /** Where code begins again. */
  readonly end: number;
  /** If that is code in braces: where the element goes on behind them. */
  readonly code?: ElementPlace;
}

/** An attribute's string is looked through this far. */
const longestAttribute = 2000;

/** A line that opens like this is code, whatever element someone has not closed yet. */
const statement = "[\\n\\r](?:export |import |function |const |let |class |async )";

const opening = lazily(() => /<(?:>|([\p{L}_$][\p{L}\p{N}_$.:-]*)([ \t\r\n]*(?:,|extends[ \t\r\n])|>\()?)/uy);

/** Whether `<`, where a value is expected, opens an element: no parameters of a type, as in `<T,>(x: T) => x`. */
export function opensElement(text: string, at: number): boolean {
  opening().lastIndex = at;
  const found = opening().exec(text);
  if (!found) return false;
  const [, name = "", after] = found;
  return after === undefined || (after === ">(" && name.length > 1);
}

/** Reads on within an element, up to its end or to code in braces. What is not closed ends where a statement opens a line. */
export function readElement(text: string, from: number, place: ElementPlace): ElementReading {
  let { depth, inTag } = place;
  let at = from;
  for (;;) {
    if (inTag) {
      const tag = readTag(text, at);
      if (tag.kind === "code") return { end: tag.end, code: { depth, inTag } };
      if (tag.kind === "broken") return { end: tag.end };
      if (tag.kind === "open") depth++;
      at = tag.end;
      inTag = false;
    } else {
      const stop = new RegExp(`[<{]|${statement}`, "g");
      stop.lastIndex = at;
      const found = stop.exec(text);
      if (!found) return { end: text.length };
      if (found[0] === "{") return { end: found.index + 1, code: { depth, inTag } };
      if (found[0] !== "<") return { end: found.index };
      at = found.index + 1;
      if (text[at] === "/") {
        const end = text.slice(at, at + longestAttribute).indexOf(">");
        if (end < 0) return { end: at };
        at += end + 1;
        depth--;
      } else inTag = true;
    }
    if (!inTag && depth <= 0) return { end: at };
  }
}

interface Tag {
  readonly kind: "open" | "alone" | "code" | "broken";
  readonly end: number;
}

/** Reads a tag from behind its `<`, or from among its attributes, up to its end or to code in it. */
function readTag(text: string, start: number): Tag {
  const stop = new RegExp(`["'<>{;]|\\/[/*]|${statement}`, "g");
  let types = 0;
  for (let at = start; ; ) {
    stop.lastIndex = at;
    const found = stop.exec(text);
    if (!found) return { kind: "broken", end: text.length };
    const [sign] = found;
    at = found.index + sign.length;
    if (sign === "{") return { kind: "code", end: at };
    if (sign === ";" || sign.length > 2) return { kind: "broken", end: found.index };
    if (sign === "<") types++;
    else if (sign === ">" && types > 0) types--;
    else if (sign === ">") return { kind: text[found.index - 1] === "/" && found.index > start ? "alone" : "open", end: at };
    else if (sign === "/*" || sign === "//") return { kind: "broken", end: found.index };
    else {
      const end = text.slice(at, at + longestAttribute).indexOf(sign);
      if (end < 0) return { kind: "broken", end: at };
      at += end + 1;
    }
  }
}
