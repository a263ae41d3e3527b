/** Reads a stretch of Markdown that starts and ends between blocks: the work that `remark-parse` does for us. */

import type { Definition, Nodes, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../core/text.ts";
import { colonFences } from "./colon-fences.ts";
import type { BlockReach, LinkDefinition, MarkdownBlock, Region } from "./embedding.ts";
import { fenceRegion, fenceState, isLaminaInfo } from "./fences.ts";
import { afterLineBreak, lineEndAt, lineStartAt, longestLine } from "./lines.ts";
import { mathAndAddresses, withoutSpans } from "./prose.ts";

/** What a stretch of Markdown holds; all offsets are the document's. */
export interface BlockReading {
  readonly regions: readonly Region[];
  readonly prose: readonly Span[];
  readonly blocks: readonly MarkdownBlock[];
  readonly definitions: readonly LinkDefinition[];
}

const processor = unified().use(remarkParse).data("micromarkExtensions", [colonFences]).freeze();

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads `text` from `start`, the start of a line between blocks, to `end`.
 * @param outside definitions elsewhere in the document, to which links in this stretch may refer
 */
export function readBlocks(text: string, start: number, end: number, outside: readonly LinkDefinition[] = []): BlockReading {
  const stretch = text.slice(start, end);
  const { shortened, cuts } = shortenLines(stretch);
  let before = "";
  if (outside.length > 0 && stretch.includes("[")) before = `${outside.map((definition) => `[${definition.label}]: x`).join("\n")}\n\n`;
  // the parser would take this for the mark of a file
  else if (stretch.charCodeAt(0) === BYTE_ORDER_MARK) before = "\n";
  const parsed = before + shortened;
  const shift = start - before.length;
  const reader = new TreeReader(parsed, text, shift);
  for (const child of processor.parse(parsed).children) {
    if (startOf(child) >= before.length) reader.readBlock(child);
  }
  const hidden = cuts.map((cut) => ({ start: cut.start + start, end: cut.end + start }));
  return { regions: reader.regions, prose: withoutSpans(reader.prose, hidden), blocks: reader.blocks, definitions: reader.definitions };
}

/** Whether the HTML of a stretch of Markdown, which starts and ends between blocks, holds an offset: not its code, nor its text. */
export function isHtmlAt(stretch: string, offset: number): boolean {
  const stack: Nodes[] = [processor.parse(shortenLines(stretch).shortened)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (offset < startOf(node) || offset >= endOf(node)) continue;
    if (node.type === "html") return true;
    if ("children" in node) for (const child of node.children) stack.push(child);
  }
  return false;
}

/** Puts letters in place of what lies beyond the longest line, so that all offsets stay. */
function shortenLines(text: string): { shortened: string; cuts: readonly Span[] } {
  const cuts: Span[] = [];
  let shortened = "";
  let copied = 0;
  for (let at = 0; at + longestLine < text.length; ) {
    const end = lineEndAt(text, at);
    if (end - at > longestLine) {
      const cut = { start: at + longestLine, end };
      cuts.push(cut);
      shortened += text.slice(copied, cut.start) + "x".repeat(cut.end - cut.start);
      copied = end;
    }
    at = Math.max(afterLineBreak(text, end), end + 1);
  }
  return { shortened: copied === 0 ? text : shortened + text.slice(copied), cuts };
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Collects what Lamina needs of a tree. Walks with a stack of its own, because nothing bounds how deep Markdown nests. */
class TreeReader {
  readonly regions: Region[] = [];
  readonly prose: Span[] = [];
  readonly blocks: MarkdownBlock[] = [];
  readonly definitions: LinkDefinition[] = [];
  readonly #parsed: string;
  readonly #host: string;
  readonly #shift: number;

  constructor(parsed: string, host: string, shift: number) {
    this.#parsed = parsed;
    this.#host = host;
    this.#shift = shift;
  }

  readBlock(block: RootContent): void {
    this.blocks.push({ start: lineStartAt(this.#parsed, startOf(block)) + this.#shift, reach: this.#reach(block) });
    const stack: Nodes[] = [block];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === "paragraph" || node.type === "heading") this.#readText(node);
      else if (node.type === "code") this.#readCode(node);
      else if (node.type === "definition") this.#readDefinition(node);
      else if ("children" in node)
        for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes);
    }
  }

  #reach(block: RootContent): BlockReach {
    if (block.type === "list") return "continuing";
    if (block.type === "html") return "latent";
    if (block.type !== "code") return "settled";
    const state = fenceState(this.#parsed, startOf(block), endOf(block));
    return state === "closed" ? "settled" : state === "unclosed" ? "latent" : "indented";
  }

  #readCode(node: Nodes & { type: "code" }): void {
    const info = node.meta ? `${node.lang ?? ""} ${node.meta}` : (node.lang ?? "");
    if (isLaminaInfo(info)) this.regions.push(fenceRegion(node, this.#parsed, this.#host, this.#shift));
  }

  #readDefinition(node: Definition): void {
    const start = startOf(node);
    let end = start + 1;
    while (end < this.#parsed.length && this.#parsed[end] !== "]") end += this.#parsed[end] === "\\" ? 2 : 1;
    const label = this.#parsed.slice(start + 1, end);
    this.definitions.push({
      identifier: node.identifier,
      label: /[\r\n]/.test(label) ? undefined : label,
      start: start + this.#shift,
    });
  }

  /** Running text: its text nodes without mathematics and addresses. */
  #readText(block: Nodes): void {
    const texts: Span[] = [];
    const opaque: Span[] = [];
    const stack: Nodes[] = [block];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const span = { start: startOf(node), end: endOf(node) };
      if (node.type === "text") texts.push(span);
      else if (node.type === "inlineCode" || node.type === "html") opaque.push(span);
      // an address in angle brackets is a link whose text is the address
      else if (node.type === "link" && this.#parsed[span.start] === "<") opaque.push(span);
      else if ("children" in node)
        for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] as Nodes);
    }
    const source = { start: startOf(block), end: endOf(block) };
    for (const { start, end } of withoutSpans(texts, mathAndAddresses(this.#parsed, source, opaque))) {
      this.prose.push({ start: start + this.#shift, end: end + this.#shift });
    }
  }
}
