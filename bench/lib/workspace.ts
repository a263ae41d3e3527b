/** A corpus as the engine sees it, for what is measured without files and without a protocol. */
import { builtin, parseBibliography, Snapshot, type SourceDocument } from "../../src/core/service.ts";
import { openSource } from "../../src/embed/source.ts";
import { bibliography, corpus } from "./corpus.ts";

export const folderUri = "file:///bench";

/** The snapshot of a corpus in files of so many claims, complete, with its bibliography. */
export function snapshotOf(claims: number, perFile: number): Snapshot {
  const documents = new Map<string, SourceDocument>();
  for (const { name, text } of corpus({ claims, perFile, cites: true })) {
    const uri = `${folderUri}/${name}`;
    documents.set(uri, openSource(uri, "lamina", text));
  }
  const bibliographies = new Map([[`${folderUri}/references.bib`, parseBibliography(bibliography(), "bibtex")]]);
  return Snapshot.empty(builtin()).with({ documents, bibliographies, roots: [folderUri], complete: true });
}
