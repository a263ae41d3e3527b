/** Which parts a name in a program stands for, by the `code` clauses of the atlases. */

import type { Atlas, AtlasPart, Beware } from "./atlas.ts";

/** A part that a framework gives this name to. */
export interface NamedInCode {
  readonly part: AtlasPart;
  /** The name as the atlas writes it. */
  readonly name: string;
  readonly framework: string;
  /** Whether someone looked it up in the framework's code. */
  readonly checked: boolean;
  readonly detail: string | undefined;
  /**
   * How the name was found: `exact`, as written; `end`, by the last pieces of a path (`self.attn.q_proj`); `bare`, by the
   * last piece of the atlas's own name (`MultiheadAttention` of `nn.MultiheadAttention`).
   */
  readonly how: "exact" | "end" | "bare";
  /** Whether programs use the word for much else, so that it alone tells little: `key`, `h`, `decoder`. */
  readonly isCommonWord: boolean;
}

/** Names that ordinary programs are full of. Frameworks use them for parts; so does everyone for other things. */
const commonWords = new Set(
  (
    "h o q k v ss sp ii dp Th wi wo key keys value values query score scores out norm gate gate experts layer layers block blocks shared dense " +
    "encoder decoder classifier residual attention scaling mlp attn softmax norm1 norm2 linear1 linear2 fc1 fc2 tON tOFF LayerNorm layer_norm unembed"
  ).split(" "),
);

/** Pieces at the end of a path that are of the part before them: its parameters, and what is done with it. */
const ofThePart = new Set([
  "weight",
  "bias",
  "kernel",
  "scale",
  "embedding",
  "data",
  "grad",
  "shape",
  "forward",
  "T",
  "in_features",
  "out_features",
]);

/** Pieces that stand for the object a method belongs to. */
const itself = new Set(["self", "this"]);

interface Entry {
  readonly part: AtlasPart;
  readonly name: string;
  readonly framework: string;
  readonly checked: boolean;
  readonly detail: string | undefined;
}

interface Names {
  readonly whole: ReadonlyMap<string, readonly Entry[]>;
  /** By the last piece of names that have several. */
  readonly last: ReadonlyMap<string, readonly Entry[]>;
}

const known = new WeakMap<Atlas, Names>();

function namesOf(atlas: Atlas): Names {
  let names = known.get(atlas);
  if (names === undefined) {
    const whole = new Map<string, Entry[]>();
    const last = new Map<string, Entry[]>();
    const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
      const list = map.get(key);
      if (list) list.push(entry);
      else map.set(key, [entry]);
    };
    for (const part of atlas.parts) {
      for (const { names: written, framework, checked, detail } of part.codes) {
        for (const name of written) {
          const entry = { part, name, framework, checked, detail };
          // "ss (spiny stellate)" is the name ss with what it means
          const bare = name.replace(/ \([^()]*\)$/, "");
          add(whole, bare, entry);
          const piece = bare.slice(bare.lastIndexOf(".") + 1);
          if (piece !== bare && /^\w+$/.test(piece)) add(last, piece, entry);
        }
      }
    }
    names = { whole, last };
    known.set(atlas, names);
  }
  return names;
}

/**
 * The parts that a name in a program may stand for: those of the longest end of the path that any atlas knows, all of
 * them if it is ambiguous, in the order of the atlases. Letters in capitals count: `L23E` and `L23e` are names of
 * different ports of one model.
 * @param identifier a name or a path with points: `q_proj`, `self.attn.q_proj`, `nn.MultiheadAttention`, `L23E`
 */
export function partsNamed(identifier: string, atlases: readonly Atlas[]): NamedInCode[] {
  const pieces = identifier.split(".");
  while (pieces.length > 1 && ofThePart.has(pieces.at(-1) as string)) pieces.pop();
  const isOwn = pieces.length > 1 && itself.has(pieces[0] as string);
  for (let first = 0; first < pieces.length; first++) {
    const name = pieces.slice(first).join(".");
    const found = lookUp(name, atlases, ({ whole }) => whole);
    if (found.length > 0)
      return found.map((entry) => ({ ...entry, how: first === 0 ? "exact" : "end", isCommonWord: !isOwn && commonWords.has(name) }));
  }
  const last = pieces.at(-1) as string;
  return lookUp(last, atlases, (names) => names.last).map((entry) => ({
    ...entry,
    how: "bare",
    isCommonWord: !isOwn && commonWords.has(last),
  }));
}

function lookUp(name: string, atlases: readonly Atlas[], table: (names: Names) => ReadonlyMap<string, readonly Entry[]>): Entry[] {
  // blocks.3 is blocks.{layer}
  const pattern = name.replace(/(^|\.)\d+(?=\.|$)/g, "$1{layer}");
  const found = atlases.flatMap((atlas) => {
    const entries = table(namesOf(atlas));
    return entries.get(name) ?? entries.get(pattern) ?? [];
  });
  const seen = new Set<string>();
  return found.filter(({ part, framework }) => {
    const key = `${part.id} ${framework}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What the atlases warn of where a program uses a name: `c_attn` is one matrix for query, key and value. */
export function codeTraps(identifier: string, atlases: readonly Atlas[]): Beware[] {
  const name = identifier.slice(identifier.lastIndexOf(".") + 1);
  const traps = atlases.flatMap(({ bewares }) => bewares.filter(({ term }) => term === identifier || term === name));
  const seen = new Set<string>();
  return traps.filter(({ text }) => !seen.has(text) && seen.add(text));
}
