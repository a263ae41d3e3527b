/** What commands of LaTeX name: claims, cited works, bibliographies, other files. */

import type { Span } from "../core/text.ts";
import type { Anchor, BibliographyLink, InputLink, ProseCitation, Region } from "./embedding.ts";
import { isSpace, readWords, type Word } from "./latex-arguments.ts";
import type { Role } from "./latex-commands.ts";
import type { Awaiting } from "./latex-groups.ts";

export interface NamesReading {
  /** The offset of the `}`, if it is closed. */
  readonly end: number;
  readonly isClosed: boolean;
  /** What its command awaits next. */
  readonly after: Awaiting;
}

/** Collects what is found, in the order of the text. */
export class LatexFound {
  readonly regions: Region[] = [];
  readonly bibliographies: BibliographyLink[] = [];
  readonly anchors: Anchor[] = [];
  readonly citations: ProseCitation[] = [];
  readonly inputs: InputLink[] = [];
  readonly comments: Span[] = [];

  /** Reads an argument in the role of names, from behind its `{`; undefined if names are not what the role wants. */
  readNames(text: string, role: Role, start: number, awaiting: Awaiting): NamesReading | undefined {
    const isList = role === "keys" || role === "bibliography";
    if (!isList && role !== "id" && role !== "path" && role !== "folder" && role !== "resource") return undefined;
    const { words, end, isClosed } = readWords(text, start, isList);
    const first = words[0];
    let after = awaiting;
    if (role === "keys") this.#addCitations(words);
    else if (role === "bibliography") for (const word of words) this.bibliographies.push({ path: withEnding(word.text), span: word.span });
    else if (role === "id") after = { ...awaiting, anchor: this.#addAnchor(text, first, start, end, isClosed) };
    else if (role === "folder") after = { ...awaiting, folder: first?.text ?? "" };
    else if (first !== undefined && role === "resource") this.bibliographies.push({ path: first.text, span: first.span });
    else if (first !== undefined && awaiting.command.link) this.addInput(first, awaiting.command.link, awaiting.folder);
    return { end, isClosed, after };
  }

  addInput(word: Word, kind: InputLink["kind"], folder = ""): void {
    const { text, span } = unquoted(word);
    if (text === "") return;
    const path = folder === "" || folder.endsWith("/") ? folder + text : `${folder}/${text}`;
    this.inputs.push({ path, span, kind });
  }

  /** Gives an anchor its text, once it is known. */
  setStatement(index: number, text: Span): void {
    const anchor = this.anchors[index];
    if (anchor !== undefined) this.anchors[index] = { ...anchor, text };
  }

  #addCitations(words: readonly Word[]): void {
    // \nocite{*} stands for all there are
    for (const { text, span } of words) if (text !== "*") this.citations.push({ key: text, span });
  }

  /** The place of a new anchor among all; undefined if the argument holds something else than a name. */
  #addAnchor(text: string, id: Word | undefined, start: number, end: number, isClosed: boolean): number | undefined {
    let blank = start;
    while (blank < end && isSpace(text.charCodeAt(blank))) blank++;
    if (id === undefined && !(isClosed && blank === end)) return undefined;
    const after = isClosed ? end + 1 : (id?.span.end ?? start);
    this.anchors.push({
      id: id?.text ?? "",
      idSpan: id?.span ?? { start, end: start },
      text: { start: after, end: after },
    });
    return this.anchors.length - 1;
  }
}

/** BibTeX's own habit: `\bibliography{refs}` is the file `refs.bib`. */
const withEnding = (path: string): string => (path.toLowerCase().endsWith(".bib") ? path : `${path}.bib`);

/** Quotes around a path let it hold blanks. */
function unquoted({ text, span }: Word): Word {
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? { text: text.slice(1, -1), span: { start: span.start + 1, end: span.end - 1 } } : { text, span };
}
