/** Opens a host document for the engine, and follows its edits. */
import { type Configuration, parseConfiguration } from "../core/configuration.ts";
import type { SourceDocument, SourceRegion } from "../core/model/source.ts";
import { OffsetMap } from "../core/offset-map.ts";
import { Document } from "../core/syntax/document.ts";
import { applyEdit, type Edit, type LineMap, type Span } from "../core/text.ts";
import type { Host } from "./embedding.ts";
import { HostFile } from "./host-file.ts";
import { openProgram } from "./program-file.ts";
import { type EditableSource, TextFile } from "./text-file.ts";

export type { EditableSource, ProseTerm } from "./text-file.ts";

/**
 * Opens a document.
 *
 * @param uri its address as the editor writes it
 * @param language of a program, as the editor calls it; else told by the address
 */
export function openSource(uri: string, host: Host, text: string, language: string = uri): EditableSource {
  if (text.includes("\0")) return new NotText(uri, host, text);
  if (host === "lamina") return new LaminaFile(uri, Document.parse(text));
  if (host === "configuration") return new ConfigurationFile(uri, text);
  if (host === "code") return openProgram(uri, text, language);
  return HostFile.open(uri, host, text);
}

/** A file that is there and was not read: one finding, so that nobody takes it for clean. */
export const unreadSource = (uri: string, host: Host): EditableSource => new NotRead(uri, host, "");

/** A file of which nothing is known. */
class NotRead extends TextFile {
  readonly fault = "This file could not be read, so nothing in it is checked: it may not be opened, or is larger than 64 MB.";
  readonly #host: Host;

  constructor(uri: string, host: Host, text: string) {
    super(uri, text);
    this.#host = host;
  }

  edit(edit: Edit): EditableSource {
    return openSource(this.uri, this.#host, applyEdit(this.text, edit));
  }
}

/** A file that is not text: one clear finding, and none on its bytes. */
class NotText extends TextFile {
  readonly fault = "This file is not text: it holds bytes that no text has. Expected UTF-8 (or UTF-16 with a mark at its start).";
  readonly #host: Host;

  constructor(uri: string, host: Host, text: string) {
    super(uri, text);
    this.#host = host;
  }

  edit(edit: Edit): EditableSource {
    return openSource(this.uri, this.#host, applyEdit(this.text, edit));
  }
}

/** A `lamina.json`: no Lamina in it, but what a project says of itself. */
class ConfigurationFile extends TextFile {
  readonly configuration: Configuration;

  constructor(uri: string, text: string) {
    super(uri, text);
    this.configuration = parseConfiguration(text);
  }

  override get bibliographies(): SourceDocument["bibliographies"] {
    return this.configuration.bibliographies;
  }

  edit(edit: Edit): EditableSource {
    return openSource(this.uri, "configuration", applyEdit(this.text, edit));
  }
}

/** A file of Lamina alone: it is its own only region, and its text is never put together. */
class LaminaFile implements EditableSource {
  readonly uri: string;
  readonly regions: readonly SourceRegion[];
  readonly prose: readonly Span[] = [];
  readonly anchors: SourceDocument["anchors"] = [];
  readonly citations: SourceDocument["citations"] = [];
  readonly inputs: SourceDocument["inputs"] = [];
  readonly bibliographies: SourceDocument["bibliographies"] = [];
  readonly #document: Document;

  constructor(uri: string, document: Document) {
    this.uri = uri;
    this.#document = document;
    this.regions = [{ document, map: OffsetMap.identity(document.length) }];
  }

  get lines(): LineMap {
    return this.#document;
  }

  get length(): number {
    return this.#document.length;
  }

  slice(span: Span): string {
    return this.#document.slice(span);
  }

  edit(edit: Edit): EditableSource {
    const next = this.#document.edit(edit);
    return edit.text.includes("\0") ? openSource(this.uri, "lamina", next.text) : new LaminaFile(this.uri, next);
  }
}
