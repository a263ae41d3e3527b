/** A workspace as a door sees it: documents open in the editor, documents on disk, bibliographies. */
import { type Bibliography, builtin, type Change, Checker, parseBibliography, Snapshot } from "../core/service.ts";
import type { Edit } from "../core/text.ts";
import { isInside, normalUri } from "../core/uri.ts";
import type { Host } from "../embed/embedding.ts";
import { hostOf, hosts } from "../embed/host.ts";
import { type EditableSource, openSource } from "../embed/source.ts";
import { AskedData, type DataSource } from "./asked-data.ts";
import type { Files } from "./files.ts";

const bibliographyEndings = [".bib"];
const documentEndings = hosts.flatMap(({ extensions, names }) => [...extensions, ...(names ?? []).map((name) => `/${name}`)]);

/** Whether a document on disk has anything to do with Lamina. */
const concerns = (source: EditableSource): boolean =>
  source.regions.length > 0 ||
  source.anchors.length > 0 ||
  source.configuration !== undefined || (source.publishes && source.bibliographies.length > 0) ||
  (source.fault !== undefined && source.uri.endsWith(".lamina"));

export class Workspace {
  readonly #files: Files;
  readonly checker = new Checker(Snapshot.empty(builtin()));
  #roots: readonly string[] = [];
  /** Documents that the editor has open, which count more than what is on disk. */
  readonly #open = new Map<string, EditableSource>();

  readonly #data: AskedData | undefined;

  /** @param data reads data files; without it, what they give is never known, and never missed */
  constructor(files: Files, data?: DataSource) {
    this.#files = files;
    this.#data = data && new AskedData(data);
  }

  get snapshot(): Snapshot {
    return this.checker.snapshot;
  }

  source(uri: string): EditableSource | undefined {
    return this.#open.get(normalUri(uri));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normalUri(uri));
  }

  /** Reads all documents and bibliographies of the folders. Until then nothing is said to be missing. */
  async load(roots: readonly string[]): Promise<ReadonlySet<string>> {
    this.#roots = roots.map(normalUri);
    this.#data?.foldersChanged();
    const documents = new Map<string, EditableSource>();
    const bibliographies = new Map<string, Bibliography>();
    for (const root of this.#roots) {
      for (const uri of await this.#files.list(root, [...documentEndings, ...bibliographyEndings])) {
        const text = await this.#files.read(uri);
        if (text === undefined) continue;
        const host = hostOf(uri);
        if (host) {
          const source = openSource(uri, host, text);
          if (!this.#open.has(uri) && concerns(source)) documents.set(uri, source);
        } else bibliographies.set(uri, parseBibliography(text, "bibtex"));
      }
    }
    this.#apply({ documents, bibliographies, roots: this.#roots });
    await this.#readLinked();
    return this.#apply({ complete: true });
  }

  /** Bibliographies that documents name and that no ending gave away. */
  async #readLinked(): Promise<ReadonlySet<string>> {
    const wanted = new Set<string>();
    for (const uri of this.snapshot.documents.keys()) {
      for (const link of this.snapshot.bibliographiesOf(uri)) {
        if (link.problem === "not-found" && link.uri && this.#roots.some((root) => isInside(link.uri as string, root)))
          wanted.add(link.uri);
      }
    }
    const bibliographies = new Map<string, Bibliography>();
    for (const uri of wanted) {
      const text = await this.#files.read(uri);
      if (text !== undefined) bibliographies.set(uri, parseBibliography(text, uri.endsWith(".json") ? "csl-json" : "bibtex"));
    }
    return bibliographies.size > 0 ? this.#apply({ bibliographies }) : new Set();
  }

  /** Whether documents ask something of data files that is still to be read. Before all documents are, that is not known. */
  get awaitsData(): boolean {
    return this.snapshot.complete && this.#roots.length > 0 && this.#data?.isWaiting === true;
  }

  /** Reads what documents ask of data files, until nothing is left to be read; one call at a time. */
  async readData(): Promise<ReadonlySet<string>> {
    const concerned = new Set<string>();
    while (this.#data && this.awaitsData) {
      const data = await this.#data.read(this.snapshot);
      for (const uri of this.#apply({ data })) concerned.add(uri);
    }
    return concerned;
  }

  open(address: string, language: string, text: string): ReadonlySet<string> {
    const uri = normalUri(address);
    const host: Host | undefined = hostOf(language) ?? hostOf(uri);
    if (!host) return new Set();
    const source = openSource(uri, host, text);
    this.#open.set(uri, source);
    return this.#apply({ documents: new Map([[uri, source]]) });
  }

  /** Applies edits in order; each counts from the text that the one before left. */
  change(address: string, edits: readonly ((source: EditableSource) => Edit)[]): ReadonlySet<string> {
    const uri = normalUri(address);
    let source = this.#open.get(uri);
    if (!source) return new Set();
    for (const edit of edits) source = source.edit(edit(source));
    this.#open.set(uri, source);
    return this.#apply({ documents: new Map([[uri, source]]) });
  }

  /** The editor closed a document: what is on disk counts again. */
  async close(address: string): Promise<ReadonlySet<string>> {
    const uri = normalUri(address);
    this.#open.delete(uri);
    return this.refresh([uri]);
  }

  /** Files that changed on disk, came, or went. */
  async refresh(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    this.#data?.filesChanged(addresses.map(normalUri));
    const documents = new Map<string, EditableSource | undefined>();
    const bibliographies = new Map<string, Bibliography | undefined>();
    for (const address of addresses) {
      const uri = normalUri(address);
      if (this.#open.has(uri)) continue;
      const host = hostOf(uri);
      const known = this.snapshot.documents.has(uri) || this.snapshot.bibliographies.has(uri);
      if (!known && !this.#roots.some((root) => isInside(uri, root))) continue;
      // a table of data is read when a document asks for it, and never as one text
      if (!known && !host && !uri.endsWith(".bib")) continue;
      const text = this.#roots.some((root) => isInside(uri, root)) ? await this.#files.read(uri) : undefined;
      if (this.#open.has(uri)) continue;
      if (host) {
        const source = text === undefined ? undefined : openSource(uri, host, text);
        documents.set(uri, source && concerns(source) ? source : undefined);
      } else if (uri.endsWith(".bib") || this.snapshot.bibliographies.has(uri)) {
        bibliographies.set(uri, text === undefined ? undefined : parseBibliography(text, uri.endsWith(".json") ? "csl-json" : "bibtex"));
      }
    }
    const concerned = new Set<string>();
    if (documents.size > 0 || bibliographies.size > 0) {
      const change = { ...(documents.size > 0 && { documents }), ...(bibliographies.size > 0 && { bibliographies }) };
      for (const uri of this.#apply(change)) concerned.add(uri);
    }
    for (const uri of await this.#readLinked()) concerned.add(uri);
    return concerned;
  }

  setDefaultAtlases(names: readonly string[]): ReadonlySet<string> {
    return this.#apply({ defaultAtlases: names });
  }

  #apply(change: Change): ReadonlySet<string> {
    const concerned = this.checker.update(this.snapshot.with(change));
    this.#data?.documentsChanged(this.snapshot.difference.changed, this.snapshot);
    return concerned;
  }
}
