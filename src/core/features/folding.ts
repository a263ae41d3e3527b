/** What can be folded away: items, atlases with their entries, runs of comments, and what `# region` marks. */
import type { SourceDocument } from "../model/source.ts";
import type { Item } from "../syntax/tree.ts";
import { lineStarts, type Span } from "../text.ts";
import { placedItems } from "./occurrences.ts";

export interface Fold {
  /** From the first line that stays in sight to the end of the last that does not, in the host. */
  readonly span: Span;
  readonly kind: "item" | "comment" | "region";
}

/** The folds of a document, in the order of the text. None is of one line. */
export function folds(source: SourceDocument): Fold[] {
  const found: Fold[] = [];
  const comments = new Comments(found);
  let atlas: Span | undefined;
  const closeAtlas = (): void => {
    if (atlas) found.push({ span: atlas, kind: "item" });
    atlas = undefined;
  };
  for (const { item, toHost } of placedItems(source)) {
    comments.read(item, toHost);
    if (item.form === "loose") continue;
    const own = toHost({ start: item.wordSpan.start, end: Math.max(item.contentEnd, item.header.end) });
    if (item.word === "atlas") {
      closeAtlas();
      atlas = own;
    } else if (item.word === "part" && atlas) atlas = { start: atlas.start, end: own.end };
    else closeAtlas();
    if (item.word !== "atlas") found.push({ span: own, kind: "item" });
  }
  closeAtlas();
  return found.filter(({ span }) => spansLines(source, span)).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const spansLines = ({ lines }: SourceDocument, { start, end }: Span): boolean => lines.positionAt(start).line < lines.positionAt(end).line;

/** Lines that hold a comment and nothing else. */
class Comments {
  readonly #found: Fold[];
  /** Starts of `# region` marks that are still open. */
  readonly #open: number[] = [];

  constructor(found: Fold[]) {
    this.#found = found;
  }

  read(item: Item, toHost: (span: Span) => Span): void {
    if (!item.text.includes("#")) return;
    const starts = lineStarts(item.text);
    let run: Span | undefined;
    const close = (): void => {
      if (run) this.#found.push({ span: toHost(run), kind: "comment" });
      run = undefined;
    };
    starts.forEach((start, index) => {
      const line = item.text.slice(start, starts[index + 1] ?? item.text.length);
      const content = line.trimStart();
      if (!content.startsWith("#")) {
        close();
        return;
      }
      const span = { start: start + line.length - content.length, end: start + line.trimEnd().length };
      const mark = /^#\s*(end)?region\b/.exec(content);
      if (!mark) {
        run = { start: run?.start ?? span.start, end: span.end };
        return;
      }
      close();
      const place = toHost(span);
      if (!mark[1]) this.#open.push(place.start);
      else {
        const from = this.#open.pop();
        if (from !== undefined) this.#found.push({ span: { start: from, end: place.end }, kind: "region" });
      }
    });
    close();
  }
}
