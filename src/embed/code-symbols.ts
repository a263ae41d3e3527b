/**
 * The symbols of a program that a claim can name: classes, functions, attributes, fields and keys, by paths such as
 * `CausalSelfAttention.c_attn`.
 *
 * Python, JavaScript, TypeScript, C and C++ are read by Lezer's parsers, JSON by `jsonc-parser`; Julia, MATLAB, R and Rust
 * by a table of how definitions open a line; YAML and TOML by their keys.
 */

import type { Span } from "../core/text.ts";
import type { CodeLanguage } from "./code-languages.ts";
import { scanCode } from "./code-scan.ts";
import { cSymbols } from "./code-symbols-c.ts";
import { definitionSymbols } from "./code-symbols-definitions.ts";
import { jsonSymbols, tomlSymbols, yamlSymbols } from "./code-symbols-keys.ts";
import { pythonSymbols } from "./code-symbols-python.ts";
import { scriptSymbols } from "./code-symbols-script.ts";
import { afterLineBreak, isBlank, lineEndAt, lineStartAt } from "./lines.ts";

export interface CodeSymbol {
  /** Where it stands in the program: `GPT.transformer.wte`, names joined by points. No two symbols share one. */
  readonly path: string;
  readonly name: string;
  readonly kind: "class" | "function" | "method" | "attribute" | "variable" | "key";
  /** The whole definition. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** The last name of what is called to make it, in a list its elements: `Block` of `h = ModuleList([Block() …])`. */
  readonly madeBy?: string;
}

/** The symbols of a program in the order of their names; where a path is defined twice, the first. Never throws. */
export function symbolsOf(text: string, language: CodeLanguage): CodeSymbol[] {
  const symbols = read(text, language);
  const seen = new Set<string>();
  return symbols
    .filter(({ path }) => !seen.has(path) && seen.add(path))
    .sort((a, b) => a.nameSpan.start - b.nameSpan.start || b.span.end - a.span.end);
}

function read(text: string, language: CodeLanguage): CodeSymbol[] {
  switch (language.id) {
    case "python":
      return pythonSymbols(text);
    case "javascript":
    case "typescript":
      return scriptSymbols(text, language.id);
    case "julia":
    case "matlab":
    case "r":
    case "rust":
      return definitionSymbols(text, language.id, scanCode(text, language));
    case "json":
      return jsonSymbols(text);
    case "yaml":
      return yamlSymbols(text, scanCode(text, language));
    case "toml":
      return tomlSymbols(text, scanCode(text, language));
    case "c":
      return cSymbols(text);
  }
}

/**
 * The symbol that a model's `symbol` clause or a path in code names: by its whole path; or through what makes an
 * attribute, so that `Block.attn.c_attn` finds `CausalSelfAttention.c_attn`; or by the end of its path, if only one ends
 * so. Subscripts at the end, `conn_probs[0][2]`, are left to the reader, and C++'s `net::Attention` is `net.Attention`.
 */
export function symbolNamed(symbols: readonly CodeSymbol[], path: string): CodeSymbol | undefined {
  const wanted = path.replace(/(?:\[[^[\]]{0,40}\]){1,8}$/, "").replaceAll("::", ".");
  const byPath = new Map(symbols.map((symbol) => [symbol.path, symbol]));
  const exact = byPath.get(wanted) ?? through(byPath, wanted.split("."));
  if (exact) return exact;
  const ending = `.${wanted}`;
  const matches = symbols.filter((symbol) => symbol.path.endsWith(ending));
  return matches.length === 1 ? matches[0] : undefined;
}

/** Follows names from class to class, by what makes each attribute. */
function through(byPath: ReadonlyMap<string, CodeSymbol>, names: readonly string[]): CodeSymbol | undefined {
  let at: CodeSymbol | undefined;
  for (const name of names) {
    if (/^\d+$/.test(name) && at?.madeBy) continue;
    const owners = at ? [at.path, ...(at.madeBy ? [at.madeBy] : [])] : [""];
    const next = owners.map((owner) => byPath.get(owner === "" ? name : `${owner}.${name}`)).find((each) => each !== undefined);
    if (!next) return undefined;
    at = next;
  }
  return at;
}

/**
 * The symbol that an `implements` comment at `offset` means: the first one named on its line, or else on the next line
 * of code (comments, blank lines and decorators do not count), or else the innermost definition around it; `undefined`
 * if there is none.
 * @param symbols those of the text, as `symbolsOf` gives them
 */
export function symbolAfter(
  text: string,
  offset: number,
  language: CodeLanguage,
  symbols = symbolsOf(text, language),
): CodeSymbol | undefined {
  const lineStart = lineStartAt(text, offset);
  const here = firstIn(symbols, lineStart, lineEndAt(text, offset));
  if (here) return here;
  if (isCommentLine(text, lineStart, language)) {
    for (let start = nextLine(text, lineStart); start !== undefined; start = nextLine(text, start)) {
      if (isCommentLine(text, start, language) || isDecorator(text, start, language)) continue;
      const next = firstIn(symbols, start, lineEndAt(text, start));
      if (next) return next;
      break;
    }
  }
  let around: CodeSymbol | undefined;
  for (const symbol of symbols) if (symbol.span.start <= offset && offset <= symbol.span.end) around = symbol;
  return around;
}

const firstIn = (symbols: readonly CodeSymbol[], start: number, end: number): CodeSymbol | undefined =>
  symbols.find(({ nameSpan }) => nameSpan.start >= start && nameSpan.start < end);

function nextLine(text: string, lineStart: number): number | undefined {
  const end = lineEndAt(text, lineStart);
  return end < text.length ? afterLineBreak(text, end) : undefined;
}

/** Whether a line holds no code, as far as its first characters tell. */
function isCommentLine(text: string, lineStart: number, { lineComments, blockComments }: CodeLanguage): boolean {
  const first = afterBlanks(text, lineStart);
  const signs = [
    ...lineComments,
    ...blockComments.flatMap(({ open, close }) => [open, close]),
    ...(blockComments.length > 0 ? ["* "] : []),
  ];
  return first === lineEndAt(text, first) || signs.some((sign) => text.startsWith(sign, first));
}

const isDecorator = (text: string, lineStart: number, { id }: CodeLanguage): boolean =>
  (text[afterBlanks(text, lineStart)] === "@" && id !== "matlab") || (id === "rust" && text.startsWith("#[", afterBlanks(text, lineStart)));

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}
