/** What a document says that bears on all of its items: which atlases and bibliographies are in scope, and its own atlases. */
import { type Atlas, atlasesIn } from "../atlas/atlas.ts";
import type { Item } from "../syntax/tree.ts";
import { languageVersion } from "../syntax/vocabulary.ts";
import { all, as } from "./arguments.ts";
import type { SourceDocument } from "./source.ts";

/** What of a document holds for all of it. */
export interface DocumentFacts {
  readonly uses: readonly string[] | undefined;
  readonly cites: readonly string[];
  readonly atlases: readonly Atlas[];
  /** Whether it says that it is written in a newer version of the language. */
  readonly newer: boolean;
}

const none: readonly never[] = [];

/** All items of a document, region by region. */
export function itemsOf(source: SourceDocument | undefined): readonly Item[] {
  const [only, ...others] = source?.regions ?? none;
  if (!only || !source) return none;
  return others.length === 0 ? only.document.items : source.regions.flatMap((region) => region.document.items);
}

/** Whether an item bears on all of its document. */
export const holdsForDocument = (item: Item): boolean =>
  item.word === "use" || item.word === "cite" || item.word === "atlas" || item.word === "part" || item.word === "lamina";

/** What holds for a document; `shipped` are the atlases that ship with Lamina. */
export function readFacts(document: SourceDocument, shipped: readonly Atlas[]): DocumentFacts {
  let uses: string[] | undefined;
  const cites: string[] = [];
  let newer = false;
  for (const item of itemsOf(document)) {
    if (item.word === "use") uses = [...(uses ?? []), ...all(item.args["atlases"], "name").map((name) => name.text)];
    else if (item.word === "cite") {
      const file = as(item.args["file"], "text");
      if (file) cites.push(file.value);
    } else if (item.word === "lamina") {
      const version = item.args["version"];
      newer ||= version?.kind === "number" && version.value > languageVersion;
    }
  }
  // an atlas that ships with Lamina, open for reading, is not one more atlas
  const own = shipped.some((atlas) => atlas.uri === document.uri) ? [] : document.regions;
  return { uses, cites, newer, atlases: atlasesIn(own, document.uri) };
}

/** Whether all but the atlases is the same. */
export const sameScope = (a: DocumentFacts, b: DocumentFacts): boolean =>
  a.newer === b.newer &&
  a.uses?.join() === b.uses?.join() &&
  a.cites.length === b.cites.length &&
  a.cites.every((path, at) => path === b.cites[at]);

/** Whether the same names hold: documents that bring atlases of their own are not compared. */
export const sameNames = (a: DocumentFacts | undefined, b: DocumentFacts | undefined): boolean =>
  a?.uses?.join("\n") === b?.uses?.join("\n") && (a?.atlases.length ?? 0) === 0 && (b?.atlases.length ?? 0) === 0;

/** The bibliographies that the host names, as one text to compare. */
export const hostPaths = (document: SourceDocument | undefined): string =>
  (document?.bibliographies ?? none).map(({ path }) => path).join("\n");
