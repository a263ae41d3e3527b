/** A workspace as a door sees it: documents open in the editor, documents on disk, bibliographies. */

import { usesLamina } from "../core/features/prose-hover.ts";
import { type Bibliography, builtin, type Change, Checker, parseBibliography, Snapshot } from "../core/service.ts";
import type { Edit } from "../core/text.ts";
import { isInside, normalUri } from "../core/uri.ts";
import type { Host } from "../embed/embedding.ts";
import { hostOf, hosts, mayHoldLamina } from "../embed/host.ts";
import { type EditableSource, openSource, unreadSource } from "../embed/source.ts";
import { AskedData, type DataSource } from "./asked-data.ts";
import { type Files, MOST_FILES } from "./files.ts";
import { readAhead } from "./read-ahead.ts";

const bibliographyEndings = [".bib"];
const endingsOf = (wanted: readonly { readonly extensions: readonly string[]; readonly names?: readonly string[] }[]): readonly string[] =>
  wanted.flatMap(({ extensions, names }) => [...extensions, ...(names ?? []).map((name) => `/${name}`)]);
const documentEndings = endingsOf(hosts.filter(({ host }) => host !== "code"));
const programEndings = endingsOf(hosts.filter(({ host }) => host === "code"));

/** Whether a document on disk has anything to do with Lamina. */
const concerns = (source: EditableSource): boolean =>
  source.regions.length > 0 ||
  source.anchors.length > 0 ||
  source.configuration !== undefined ||
  (source.publishes && source.bibliographies.length > 0) ||
  (source.fault !== undefined && source.uri.endsWith(".lamina"));

export class Workspace {
  readonly #files: Files;
  readonly checker = new Checker(Snapshot.empty(builtin()));
  #roots: readonly string[] = [];
  #isCutShort = false;
  /** Documents that the editor has open, which count more than what is on disk. */
  readonly #open = new Map<string, EditableSource>();

  readonly #data: AskedData | undefined;
  /** Programs that documents name as models: they matter whether or not Lamina stands in them. */
  #models: ReadonlySet<string> = new Set();
  #modelsChanged = false;
  /** Whether programs were looked through, which is not done before the project uses Lamina. */
  #programsRead = false;
  /** The cells that are open, by the notebook that they are of. */
  readonly #cells = new Map<string, Set<string>>();

  /** @param data reads data files; without it, what they give is never known, and never missed */
  constructor(files: Files, data?: DataSource) {
    this.#files = files;
    this.#data = data && new AskedData(data);
  }

  /** Whether there were more files than are read, so that some are not known. */
  get isCutShort(): boolean {
    return this.#isCutShort;
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
    const documents = new Map<string, EditableSource | undefined>();
    const bibliographies = new Map<string, Bibliography | undefined>();
    const unread = new Map<string, EditableSource>();
    this.#isCutShort = false;
    for (const root of this.#roots) {
      const listed = await this.#files.list(root, [...documentEndings, ...bibliographyEndings]);
      if (listed.length >= MOST_FILES) this.#isCutShort = true;
      for await (const [uri, text] of readAhead(this.#files, listed)) {
        const host = hostOf(uri);
        if (text === undefined) {
          if (host) unread.set(uri, unreadSource(uri, host));
        } else if (host) {
          const source = mayHoldLamina(text, host) ? openSource(uri, host, text) : undefined;
          if (source && concerns(source)) documents.set(uri, source);
        } else bibliographies.set(uri, parseBibliography(text, "bibtex"));
      }
    }
    const isOfLamina = [...documents.values()].some((source) => source && source.regions.length > 0);
    for (const [uri, source] of unread) if (isOfLamina || uri.endsWith(".lamina")) documents.set(uri, source);
    this.#forgetOthers(documents, bibliographies);
    this.#withoutOpen(documents);
    this.#programsRead = false;
    this.#apply({ documents, bibliographies, roots: this.#roots });
    await this.#readPrograms();
    await this.#readModels();
    await this.#readLinked();
    return this.#apply({ complete: true });
  }

  /** What an earlier reading found, and this one did not, is gone. */
  #forgetOthers(documents: Map<string, EditableSource | undefined>, bibliographies: Map<string, Bibliography | undefined>): void {
    for (const uri of this.snapshot.documents.keys()) if (!documents.has(uri)) documents.set(uri, undefined);
    for (const uri of this.snapshot.bibliographies.keys()) if (!bibliographies.has(uri)) bibliographies.set(uri, undefined);
  }

  /** Takes out what the editor has open, now that all is read: its text counts, and the cells of a notebook stand for its file. */
  #withoutOpen(documents: Map<string, EditableSource | undefined>): void {
    for (const uri of this.#open.keys()) documents.delete(uri);
    for (const notebook of this.#cells.keys()) documents.set(notebook, undefined);
  }

  /** Programs with Lamina in their comments, in a project that uses Lamina at all. */
  async #readPrograms(): Promise<ReadonlySet<string>> {
    if (!usesLamina(this.snapshot)) return new Set();
    this.#programsRead = true;
    const documents = new Map<string, EditableSource | undefined>();
    for (const root of this.#roots) {
      const programs = (await this.#files.list(root, programEndings)).filter((uri) => !this.#open.has(uri) && hostOf(uri) === "code");
      for await (const [uri, text] of readAhead(this.#files, programs)) {
        const source = text !== undefined && mayHoldLamina(text, "code") ? openSource(uri, "code", text) : undefined;
        if (source && concerns(source)) documents.set(uri, source);
      }
    }
    for (const uri of this.#open.keys()) documents.delete(uri);
    return documents.size > 0 ? this.#apply({ documents }) : new Set();
  }

  /** Programs that `model` items name, so that their symbols can be looked up. */
  async #readModels(): Promise<ReadonlySet<string>> {
    this.#modelsChanged = false;
    this.#models = new Set(this.snapshot.modelFiles());
    const documents = new Map<string, EditableSource>();
    const missing = new Set<string>();
    for (const uri of this.#models) {
      // what lies outside the open folders is not looked for
      if (this.snapshot.documents.has(uri) || !this.#roots.some((root) => isInside(uri, root))) continue;
      const text = hostOf(uri) === "code" ? await this.#files.read(uri) : undefined;
      if (text === undefined && !(await this.#files.exists(uri))) missing.add(uri);
      if (text !== undefined && !this.#open.has(uri)) documents.set(uri, openSource(uri, "code", text));
    }
    return this.#apply({ documents, missing });
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

  /** The addresses of the data files that documents name. */
  get dataFiles(): ReadonlySet<string> {
    return new Set(this.#data?.named());
  }

  /** Whether documents ask something of data files that is still to be read. Before all documents are, that is not known. */
  get awaitsData(): boolean {
    return (
      this.snapshot.complete && this.#roots.length > 0 && (this.#modelsChanged || this.#awaitsPrograms || this.#data?.isWaiting === true)
    );
  }

  /** Whether the project has come to use Lamina since it was read. */
  get #awaitsPrograms(): boolean {
    return !this.#programsRead && usesLamina(this.snapshot);
  }

  /** Reads what documents ask of data files, until nothing is left to be read; one call at a time. */
  async readData(): Promise<ReadonlySet<string>> {
    const concerned = new Set<string>();
    if (this.#awaitsPrograms) for (const uri of await this.#readPrograms()) concerned.add(uri);
    if (this.#modelsChanged) for (const uri of await this.#readModels()) concerned.add(uri);
    while (this.#data?.isWaiting && this.awaitsData) {
      const data = await this.#data.read(this.snapshot);
      for (const uri of this.#apply({ data })) concerned.add(uri);
    }
    return concerned;
  }

  open(address: string, language: string, text: string): ReadonlySet<string> {
    const uri = normalUri(address);
    const host: Host | undefined = hostOf(language) ?? hostOf(uri);
    if (!host) return new Set();
    const source = openSource(uri, host, text, language);
    this.#open.set(uri, source);
    const documents = new Map<string, EditableSource | undefined>([[uri, source]]);
    const notebook = notebookOf(uri);
    if (notebook !== undefined) {
      // the cells stand for the notebook as long as they are open
      this.#cells.set(notebook, (this.#cells.get(notebook) ?? new Set()).add(uri));
      documents.set(notebook, undefined);
    }
    return this.#apply({ documents });
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
    const notebook = notebookOf(uri);
    if (notebook === undefined) return this.refresh([uri]);
    const concerned = new Set(this.#apply({ documents: new Map([[uri, undefined]]) }));
    const cells = this.#cells.get(notebook);
    cells?.delete(uri);
    if (cells?.size === 0) {
      this.#cells.delete(notebook);
      for (const other of await this.refresh([notebook])) concerned.add(other);
    }
    return concerned;
  }

  /** Files that changed on disk, came, or went. */
  async refresh(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    if (addresses.some((address) => this.#models.has(normalUri(address)))) this.#modelsChanged = true;
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
        const isModel = this.#models.has(uri);
        const source = text !== undefined && (isModel || mayHoldLamina(text, host)) ? openSource(uri, host, text) : undefined;
        documents.set(uri, source && (isModel || concerns(source)) && !this.#cells.has(uri) ? source : undefined);
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
    const { changed, replaced } = this.snapshot.difference;
    this.#data?.documentsChanged(changed, this.snapshot);
    if (replaced.some(({ added }) => added.some(({ word }) => word === "model"))) this.#modelsChanged = true;
    return concerned;
  }
}

/** The file of the notebook that an open cell is of; undefined for other documents. */
function notebookOf(uri: string): string | undefined {
  const found = /^vscode-notebook-cell:(?:\/\/[^/#]*)?(\/[^#]*)#/.exec(uri);
  return found ? normalUri(`file://${found[1]}`) : undefined;
}
