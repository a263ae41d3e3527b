/** Reads the pattern strings of the vocabulary into lists that the parser follows. */
import { type PieceName, pieces } from "./vocabulary.ts";

export type Element =
  | { readonly type: "word"; readonly word: string }
  | { readonly type: "piece"; readonly role: string; readonly pieces: readonly (PieceName | "?")[]; readonly list: boolean }
  | { readonly type: "optional"; readonly elements: readonly Element[] };

const compiled = new Map<string, readonly Element[]>();

/** The elements of a pattern. Throws where the table itself is wrong, which its test finds. */
export function compilePattern(pattern: string): readonly Element[] {
  const known = compiled.get(pattern);
  if (known) return known;
  const words = pattern.replaceAll("[", " [ ").replaceAll("]", " ] ").split(/\s+/).filter(Boolean);
  let at = 0;
  const read = (nested: boolean): Element[] => {
    const elements: Element[] = [];
    while (at < words.length) {
      const word = words[at++] as string;
      if (word === "[") elements.push({ type: "optional", elements: read(true) });
      else if (word === "]") {
        if (!nested) throw new Error(`unbalanced ] in pattern: ${pattern}`);
        return elements;
      } else elements.push(readElement(word, pattern));
    }
    if (nested) throw new Error(`unbalanced [ in pattern: ${pattern}`);
    return elements;
  };
  const elements = read(false);
  compiled.set(pattern, elements);
  return elements;
}

function readElement(word: string, pattern: string): Element {
  if (/^[a-z]+$/.test(word)) return { type: "word", word };
  const list = word.endsWith(",…");
  // in `parts:END,…|?` the list mark stands inside the alternatives
  const bare = word.replaceAll(",…", "");
  const colon = bare.indexOf(":");
  const role = colon < 0 ? bare.toLowerCase() : bare.slice(0, colon);
  const names = (colon < 0 ? bare : bare.slice(colon + 1)).split("|");
  for (const name of names) {
    if (name !== "?" && !(name in pieces)) throw new Error(`unknown piece ${name} in pattern: ${pattern}`);
  }
  return { type: "piece", role, pieces: names as (PieceName | "?")[], list: list || word.includes(",…|") };
}
