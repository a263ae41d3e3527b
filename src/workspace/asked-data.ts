/** What documents ask of data files: which of it is still to be read, and what has to be read again. */
import { type DataRequest, dataNodesOf, requestKey, requestOf } from "../core/data/request.ts";
import type { DataResult } from "../core/data/result.ts";
import { type DataAnswers, dataKey } from "../core/model/data-answers.ts";
import type { Snapshot } from "../core/service.ts";
import type { DataNode } from "../core/syntax/tree.ts";
import { isInside, resolvePath } from "../core/uri.ts";

/** Whoever reads data files; `DataFiles` on a disk. */
export interface DataSource {
  /** Answers requests on one file, by `requestKey`; whatever is wrong is a problem in the result. */
  read(base: string, file: string, requests: readonly DataRequest[], roots: readonly string[]): Promise<ReadonlyMap<string, DataResult>>;
  /** Forgets what is known of files. */
  forget(uris: Iterable<string>): void;
}

export class AskedData {
  readonly #source: DataSource;
  /** Documents of which something may not be answered yet. */
  #waiting = new Set<string>();
  /** By document: the addresses of the files that it names. */
  readonly #files = new Map<string, ReadonlySet<string>>();
  /** Files that changed since they were read. */
  #stale = new Set<string>();

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The addresses of all files that documents name. */
  *named(): IterableIterator<string> {
    for (const files of this.#files.values()) yield* files;
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** Documents that came, changed or went. */
  documentsChanged(uris: Iterable<string>, snapshot: Snapshot): void {
    for (const uri of uris) {
      if (snapshot.readingData(uri).length > 0) this.#waiting.add(uri);
      // one that names no file any more has answers to be forgotten
      else if (this.#files.delete(uri)) this.#waiting.add(uri);
    }
  }

  /** Files, or folders with all that they hold, that changed, came or went. */
  filesChanged(addresses: readonly string[]): void {
    for (const [document, files] of this.#files) {
      for (const file of files) {
        if (!addresses.some((address) => isInside(file, address))) continue;
        this.#stale.add(file);
        this.#waiting.add(document);
      }
    }
  }

  /** Other folders are open: everything is read again. */
  foldersChanged(): void {
    for (const [document, files] of this.#files) {
      for (const file of files) this.#stale.add(file);
      this.#waiting.add(document);
    }
  }

  /** Reads what is not answered yet; gives all answers of the documents concerned. */
  async read(snapshot: Snapshot): Promise<ReadonlyMap<string, DataAnswers>> {
    const { roots } = snapshot;
    const documents = [...this.#waiting];
    const stale = this.#stale;
    // what changes while files are read is for the next time
    this.#waiting = new Set();
    this.#stale = new Set();
    this.#source.forget(stale);
    const asked = documents.map((uri) => ({ uri, open: this.#openIn(uri, snapshot, stale) }));
    await this.#readTogether(
      asked.flatMap(({ uri, open }) => open.map((node) => ({ uri, node }))),
      roots,
    );
    const answers = new Map<string, DataAnswers>();
    for (const { uri, open } of asked) {
      const answered = new Map<string, DataResult>();
      const isOpen = new Set(open.map(dataKey));
      const old = snapshot.dataOf(uri);
      for (const node of nodesIn(uri, snapshot)) {
        const known = isOpen.has(dataKey(node)) ? undefined : old?.get(dataKey(node));
        if (known) answered.set(dataKey(node), known);
      }
      for (const nodes of byFile(open).values()) {
        const [first] = nodes as [DataNode];
        const results = await this.#source.read(uri, first.file.value, nodes.map(requestOf), roots);
        for (const node of nodes) {
          const result = results.get(requestKey(requestOf(node)));
          if (result) answered.set(dataKey(node), result);
        }
      }
      answers.set(uri, answered);
    }
    return answers;
  }

  /** What a document asks and is not answered, or no longer rightly. A document outside the open folders has nothing to ask. */
  #openIn(uri: string, snapshot: Snapshot, stale: ReadonlySet<string>): readonly DataNode[] {
    if (!snapshot.roots.some((root) => isInside(uri, root))) return [];
    const nodes = nodesIn(uri, snapshot);
    const addressOf = (node: DataNode): string => resolvePath(uri, node.file.value) ?? node.file.value;
    if (nodes.length > 0) this.#files.set(uri, new Set(nodes.map(addressOf)));
    const old = snapshot.dataOf(uri);
    return nodes.filter((node) => !old?.has(dataKey(node)) || stale.has(addressOf(node)));
  }

  /** Reads every file once for all that the documents ask of it, so that their own questions find the answers known. */
  async #readTogether(asked: readonly { readonly uri: string; readonly node: DataNode }[], roots: readonly string[]): Promise<void> {
    const files = new Map<string, { readonly uri: string; readonly file: string; readonly requests: DataRequest[] }>();
    for (const { uri, node } of asked) {
      const address = resolvePath(uri, node.file.value);
      if (address === undefined) continue;
      const known = files.get(address);
      if (known) known.requests.push(requestOf(node));
      else files.set(address, { uri, file: node.file.value, requests: [requestOf(node)] });
    }
    for (const { uri, file, requests } of files.values()) await this.#source.read(uri, file, requests, roots);
  }
}

const nodesIn = (uri: string, snapshot: Snapshot): readonly DataNode[] =>
  snapshot.readingData(uri).flatMap(({ item }) => dataNodesOf(item));

function byFile(nodes: readonly DataNode[]): ReadonlyMap<string, readonly DataNode[]> {
  const files = new Map<string, DataNode[]>();
  for (const node of nodes) files.set(node.file.value, [...(files.get(node.file.value) ?? []), node]);
  return files;
}
