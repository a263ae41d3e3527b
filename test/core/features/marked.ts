/** Places as text: what a service found, between « and » in the files that hold it. */
import type { Span } from "../../../src/core/text.ts";
import { folder, type Project } from "../project.ts";

export interface FoundPlace {
  readonly uri: string;
  readonly span: Span;
}

/** The lines that hold a place, each as `file:line: text with «places»`. Lines count from 1. */
export function marked({ texts }: Project, places: readonly FoundPlace[]): string[] {
  const shown: string[] = [];
  for (const [name, text] of texts) {
    const here = places.filter(({ uri }) => uri === `${folder}/${name}`).sort((a, b) => a.span.start - b.span.start);
    let at = 0;
    text.split("\n").forEach((line, index) => {
      const end = at + line.length;
      let written = "";
      let from = at;
      for (const { span } of here.filter((place) => place.span.start >= at && place.span.end <= end)) {
        written += `${text.slice(from, span.start)}«${text.slice(span.start, span.end)}»`;
        from = span.end;
      }
      if (from > at) shown.push(`${name}:${index + 1}: ${(written + text.slice(from, end)).trim()}`);
      at = end + 1;
    });
  }
  return shown;
}

/** The words of spans of one document. */
export const wordsAt = ({ texts }: Project, spans: readonly Span[], name = "main.lamina"): string[] =>
  spans.map(({ start, end }) => (texts.get(name) ?? "").slice(start, end));
