/**
 * Tables of JSON, read piece by piece: a list of entries with named fields, `[{"share": 12}, …]`, or an object of
 * columns, `{"share": [12, …]}`; or such a list as a field of an object, where no other field is one.
 */
import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import type { Cell } from "./cells.ts";
import type { DataProblem } from "./result.ts";
import type { TableReader, TableSink } from "./table.ts";

type Entry = Readonly<Record<string, Cell>>;

/** Tables are flat; a few levels more do no harm. */
const DEEPEST = 64;

/** Most tokens of an entry, or of a column. */
const LARGEST = 20_000_000;

const isEntry = (value: unknown): value is Entry => typeof value === "object" && value !== null && !Array.isArray(value);

export class JsonReader implements TableReader {
  readonly #sink: TableSink;
  readonly #tokenizer = new Tokenizer();
  readonly #parser = new TokenParser({ paths: ["$", "$.*"], keepStack: false });
  #depth = 0;
  /** How many tokens the entry or column that is being read has so far. */
  #tokens = 0;
  #fault: DataProblem | undefined;
  #headers: readonly string[] | undefined;
  #entries = 0;
  #begun = false;
  /** The fields of an object at the top that are lists. */
  readonly #lists = new Map<string, readonly Cell[]>();

  constructor(sink: TableSink) {
    this.#sink = sink;
    this.#tokenizer.onToken = (token) => {
      if (this.#fault) return;
      this.#measure(token.token);
      if (!this.#fault) this.#parser.write(token);
    };
    this.#parser.onValue = ({ value, key, stack }) => {
      if (stack.length === 0) this.#whole(value);
      else if (typeof key === "number") this.#entry(value);
      else if (typeof key === "string" && Array.isArray(value)) this.#lists.set(key, value as Cell[]);
    };
    const report = (error: Error): void => {
      this.#fault ??= notATable(`it is not JSON; ${firstLine(error.message)}`);
    };
    this.#tokenizer.onError = report;
    this.#parser.onError = report;
  }

  get fault(): DataProblem | undefined {
    return this.#fault;
  }

  write(text: string): void {
    if (this.#fault || text === "") return;
    const piece = !this.#begun && text.startsWith("\ufeff") ? text.slice(1) : text;
    this.#begun = true;
    try {
      if (this.#parser.isEnded) {
        if (piece.trim() !== "") this.#fault = notATable("something follows after the end of the list");
      } else this.#tokenizer.write(piece);
    } catch (error) {
      this.#fault ??= notATable(`it is not JSON; ${firstLine(String(error))}`);
    }
  }

  /** Keeps what is nested without end, or is one value as large as a file, from filling the memory. */
  #measure(token: TokenType): void {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.#depth++;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#depth--;
    this.#tokens = this.#depth <= 1 ? 0 : this.#tokens + 1;
    if (this.#depth > DEEPEST) this.#fault ??= notATable(`it is nested more than ${DEEPEST} levels deep`);
    if (this.#tokens > LARGEST) this.#fault ??= notATable("one entry or column of it is too large to be read");
  }

  end(): void {
    if (this.#fault) return;
    if (!this.#parser.isEnded) {
      this.#fault = notATable(this.#depth > 0 ? "it ends before its last bracket is closed" : expected);
      return;
    }
    if (!this.#headers) this.#readLists();
  }

  #whole(value: unknown): void {
    if (typeof value !== "object" || value === null) this.#fault ??= notATable(expected);
  }

  #entry(value: unknown): void {
    this.#entries++;
    if (!isEntry(value)) {
      this.#fault ??= notATable(`entry ${this.#entries} has no named fields; ${expected}`);
      return;
    }
    if (!this.#headers) {
      this.#headers = Object.keys(value);
      this.#sink.header(this.#headers);
    }
    const number = this.#entries;
    this.#sink.row(
      this.#headers.map((name) => (Object.hasOwn(value, name) ? value[name] : undefined)),
      () => `entry ${number}`,
    );
  }

  #readLists(): void {
    const [first] = this.#lists.values();
    if (!first) {
      this.#fault ??= this.#entries === 0 ? notATable(`it is empty; ${expected}`) : undefined;
      return;
    }
    if (this.#lists.size === 1 && first.some(isEntry)) {
      for (const entry of first) this.#entry(entry);
      return;
    }
    const uneven = [...this.#lists].find(([, list]) => list.length !== first.length);
    if (uneven) {
      const message = `The columns are of different length: “${uneven[0]}” has ${uneven[1].length} values, the first ${first.length}.`;
      this.#fault = { code: "ragged-rows", about: "file", message };
      return;
    }
    this.#headers = [...this.#lists.keys()];
    this.#sink.header(this.#headers);
    const columns = [...this.#lists.values()];
    for (let index = 0; index < first.length; index++) {
      this.#sink.row(
        columns.map((list) => list[index]),
        () => `entry ${index + 1}`,
      );
    }
  }
}

const firstLine = (message: string): string => (message.split("\n")[0] ?? "").slice(0, 120);

const expected = 'expected a list of entries with named fields, such as [{"layer": "L4", "share": 12}]';

const notATable = (why: string): DataProblem => ({ code: "not-a-table", about: "file", message: `This is no table: ${why}.` });
