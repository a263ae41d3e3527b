/** What the workspace holds by name: claims, predictions, evidence, sources, models, and the entries of its own atlases. */
import { shippedTexts } from "../atlas/builtin.ts";
import { as } from "../model/arguments.ts";
import { claimLine, isClaim, meaningOf } from "../model/meaning.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import type { ItemWord } from "../syntax/vocabulary.ts";
import type { Span } from "../text.ts";
import { placedItems } from "./occurrences.ts";

export interface WorkspaceSymbol {
  readonly name: string;
  /** What it says, or the atlas that it is an entry of. */
  readonly detail: string;
  readonly word: ItemWord;
  readonly uri: string;
  /** The header, in the host. */
  readonly span: Span;
}

/** How many are given at most; whoever sees that many types one letter more. */
const mostSymbols = 500;

interface Candidate {
  readonly symbol: Omit<WorkspaceSymbol, "span">;
  readonly score: number;
  readonly place: () => Span;
}

/**
 * The items whose name, or what they say, holds the letters of `query` in this order, the best first. An empty query
 * gives the first ones of the workspace.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string): WorkspaceSymbol[] {
  const wanted = query.replace(/\s+/g, "").toLowerCase();
  const found: Candidate[] = [];
  for (const [uri, source] of snapshot.documents) {
    if (shippedTexts.has(uri)) continue;
    for (const { item, atlas, toHost } of placedItems(source)) {
      const label = labelOf(item, atlas);
      if (!label) continue;
      const score = Math.max(scoreOf(wanted, label.name), scoreOf(wanted, label.detail) / 2);
      if (score > 0) found.push({ symbol: { ...label, uri }, score, place: () => toHost(item.header) });
    }
  }
  if (wanted !== "") found.sort((a, b) => b.score - a.score || a.symbol.name.length - b.symbol.name.length);
  return found.slice(0, mostSymbols).map(({ symbol, place }) => ({ ...symbol, span: place() }));
}

interface Label {
  readonly name: string;
  readonly detail: string;
  readonly word: ItemWord;
}

/** Labels of items by the atlas that they are in, so that the next letter of a query reads no item again. */
const labels = new WeakMap<Item, { readonly atlas: string | undefined; readonly label: Label | undefined }>();

/** What an item is called; undefined for one that nobody looks for. */
function labelOf(item: Item, atlas: string | undefined): Label | undefined {
  const known = labels.get(item);
  if (known && known.atlas === atlas) return known.label;
  const label = readLabel(item, atlas);
  labels.set(item, { atlas, label });
  return label;
}

function readLabel(item: Item, atlas: string | undefined): Label | undefined {
  const { word } = item;
  if (!word || word === "use" || word === "cite" || word === "lamina" || word === "implements") return undefined;
  const id = as(item.args["id"], "name")?.text;
  if (word === "claim" || word === "mapping") {
    const meaning = meaningOf(item);
    const line = isClaim(meaning) ? claimLine(meaning) : "";
    return { name: id ?? line, detail: id === undefined ? "" : line, word };
  }
  if (word === "source") {
    const key = as(item.args["key"], "name")?.text;
    return key === undefined ? undefined : { name: `@${key}`, detail: "source", word };
  }
  if (id === undefined) return undefined;
  const text = as(item.args["label"], "text") ?? as(item.args["text"], "text") ?? as(item.args["file"], "text");
  const cited = as(item.args["cited"], "citation")
    ?.cites.map((cite) => `@${cite.key}`)
    .join("; ");
  return { name: id, detail: [atlas, text?.value ?? cited].filter(Boolean).join(" · "), word };
}

/**
 * How well the letters fit a text; 0 where it does not hold them in order. Letters that follow each other count more than
 * scattered ones, letters at the start of a word more than those within.
 *
 * @param wanted in lower case, without blanks
 */
export function scoreOf(wanted: string, text: string): number {
  if (wanted === "") return 1;
  const low = text.toLowerCase();
  let at = -1;
  let score = 0;
  for (const letter of wanted) {
    const next = low.indexOf(letter, at + 1);
    if (next < 0) return 0;
    const follows = next === at + 1 && at >= 0;
    score += 1 + (follows ? 2 : 0) + (isWordStart(low, next) ? 2 : 0);
    at = next + letter.length - 1;
  }
  // the whole as it stands beats any scatter
  const whole = low.indexOf(wanted);
  return score + (whole < 0 ? 0 : wanted.length * (isWordStart(low, whole) ? 4 : 2)) + (low === wanted ? wanted.length * 2 : 0);
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s\-_./:@>]/.test(text.charAt(at - 1));
