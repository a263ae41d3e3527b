import { as } from "../model/arguments.ts";
import type { BibliographyLink } from "../model/snapshot.ts";
import { defineRule, quote, severity } from "./define.ts";

export const bibliographyNotFound = defineRule({
  code: "bibliography-not-found",
  title: "A bibliography that is not there",
  reach: "linked",
  items: ["cite"],
  severity: severity("e/e/e"),
  check({ item, uri, snapshot, report }) {
    if (item.word !== "cite") return;
    const file = as(item.args["file"], "text");
    if (!file) return;
    const message = fault(file.value, snapshot.bibliographiesOf(uri));
    if (message) report({ span: file, message });
  },
  checkHost({ source, snapshot, report }) {
    if (source.bibliographies.length === 0) return;
    const links = snapshot.bibliographiesOf(source.uri);
    for (const { path, span } of source.bibliographies) {
      const message = fault(path, links);
      if (message) report({ span, message });
    }
  },
});

function fault(path: string, links: readonly BibliographyLink[]): string | undefined {
  const problem = links.find((link) => link.path === path)?.problem;
  if (problem === "outside")
    return `The bibliography ${quote(path)} lies outside the open folder, expected a file inside it. It is not read.`;
  if (problem === "not-found") {
    return `The bibliography ${quote(path)} is not there, expected a .bib or CSL-JSON file. Until it is, keys that are not found are not reported.`;
  }
  return undefined;
}
