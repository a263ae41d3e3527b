/** Statements of RDF as plain data, before they are written in one form or another. There are no blank nodes: all has a name. */
import { named, type Prefix } from "./rdf-names.ts";
import { wellFormed } from "./text.ts";

/** What a statement says of its subject: another thing, or a text, maybe of a type. */
export type QuadObject = { readonly address: string } | { readonly text: string; readonly type?: string };

export interface Quad {
  readonly subject: string;
  readonly predicate: string;
  readonly object: QuadObject;
  readonly graph: string;
}

type Short = `${Prefix}:${string}`;

/** A thing that statements of one graph are about. */
export class Subject {
  readonly address: string;
  readonly #graph: Graph;

  constructor(address: string, graph: Graph) {
    this.address = address;
    this.#graph = graph;
  }

  is(type: Short): this {
    return this.to("rdf:type", named(type));
  }

  /** Relates it to another thing. */
  to(predicate: Short, address: string): this {
    this.#graph.add(this.address, named(predicate), { address });
    return this;
  }

  /** Says a text of it; nothing where there is none. */
  says(predicate: Short, text: string | undefined, type?: Short): this {
    if (text !== undefined)
      this.#graph.add(this.address, named(predicate), { text: wellFormed(text), ...(type !== undefined && { type: named(type) }) });
    return this;
  }

  /** Says a word of Lamina's closed lists; one that is of none is a text. */
  word(predicate: Short, word: string | undefined): this {
    if (word === undefined) return this;
    return /^[a-z][a-z0-9-]*$/.test(word) ? this.to(predicate, named(`lamina:${word}`)) : this.says(predicate, word);
  }
}

/** The statements of one named graph, each once, those about a thing together, in the order in which things were first spoken of. */
export class Graph {
  readonly address: string;
  /** By subject, then by predicate. */
  readonly #said = new Map<string, Map<string, QuadObject[]>>();
  readonly #known = new Set<string>();

  constructor(address: string) {
    this.address = address;
  }

  about(address: string): Subject {
    return new Subject(address, this);
  }

  add(subject: string, predicate: string, object: QuadObject): void {
    const key = JSON.stringify([subject, predicate, object]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const ofSubject = this.#said.get(subject) ?? new Map<string, QuadObject[]>();
    this.#said.set(subject, ofSubject);
    const objects = ofSubject.get(predicate);
    if (objects) objects.push(object);
    else ofSubject.set(predicate, [object]);
  }

  get quads(): Quad[] {
    const graph = this.address;
    return [...this.#said].flatMap(([subject, said]) =>
      [...said].flatMap(([predicate, objects]) => objects.map((object): Quad => ({ subject, predicate, object, graph }))),
    );
  }
}
