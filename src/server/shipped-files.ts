/**
 * The documents that ship with Lamina, for editors that open files alone: the cards of the atlases' parts and the pages of the
 * rules have addresses of a scheme of their own, which only Lamina's own client knows. For others each such address stands as
 * that of a file, which is written into a folder when it is first spoken of; what they say of that file is heard as said of the
 * document.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { shippedTexts } from "../core/service.ts";
import { SHIPPED_SCHEME } from "../protocol/requests.ts";

const SCHEME = `${SHIPPED_SCHEME}:/`;

/** The members of messages in which addresses stand; nothing else is touched, least of all the text of documents. */
const addressed: ReadonlySet<string> = new Set(["uri", "rootUri", "targetUri", "href", "target"]);

export class ShippedFiles {
  readonly #folder: string;
  /** The folder as an address, with the slash behind it. */
  readonly #address: string;
  readonly #written = new Set<string>();

  /** @param folder where the files are to lie, one of the user's own; made when it is needed */
  constructor(folder: string) {
    this.#folder = folder;
    this.#address = `${pathToFileURL(folder).href}/`;
  }

  /** A message as the client is to hear it. */
  toClient<Message>(message: Message): Message {
    return replaced(message, (value, key) => {
      if (addressed.has(key)) return value.startsWith(SCHEME) ? this.#fileOf(value) : value;
      // the links of a card
      return key === "value" ? value.replace(/(?<=\]\()lamina-atlas:\/[\w./-]+/g, (uri) => this.#fileOf(uri)) : value;
    });
  }

  /** A message as the server is to hear it. */
  toServer<Message>(message: Message): Message {
    return replaced(message, (value, key) => {
      // an editor may take the folder for a project, whose files would then be there a second time
      const address = addressed.has(key) && `${value}/` === this.#address ? this.#address : value;
      return addressed.has(key) && address.startsWith(this.#address) ? SCHEME + address.slice(this.#address.length) : value;
    });
  }

  /** The address of a document's file; the document's own where no file can be written, so that nothing false is opened. */
  #fileOf(uri: string): string {
    // a link may lead into a document
    const [name = "", fragment] = uri.slice(SCHEME.length).split("#");
    const text = shippedTexts.get(SCHEME + name);
    if (text === undefined || !this.#write(name, text)) return uri;
    return `${this.#address}${name}${fragment === undefined ? "" : `#${fragment}`}`;
  }

  #write(name: string, text: string): boolean {
    if (this.#written.has(name)) return true;
    const path = join(this.#folder, ...name.split("/"));
    try {
      if (readIfThere(path) !== text) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      this.#written.add(name);
      return true;
    } catch {
      return false;
    }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A copy of plain data with each text in place of which something else stands; the same object where nothing does. */
function replaced<Data>(data: Data, replace: (text: string, key: string) => string): Data {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return replace(value, key);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      // the numbers of semantic tokens come by the hundred thousand
      if (typeof value[0] === "number") return value;
      const entries = value.map((entry) => visit(entry, key));
      return entries.some((entry, at) => entry !== value[at]) ? entries : value;
    }
    const members = Object.entries(value).map(([name, member]) => [name, visit(member, name), member] as const);
    return members.some(([, now, before]) => now !== before) ? Object.fromEntries(members.map(([name, now]) => [name, now])) : value;
  };
  return visit(data, "") as Data;
}
