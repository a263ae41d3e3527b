/** Symbols of files of parameters: the keys of JSON, YAML and TOML. */

import { visit } from "jsonc-parser";
import type { CodePiece } from "./code-scan.ts";
import type { CodeSymbol } from "./code-symbols.ts";
import { isTooDeep } from "./json-depth.ts";
import { afterLineBreak, lineEndAt } from "./lines.ts";

/** Keys are read this deep, so that no path grows without bound. */
const deepest = 12;

/** The keys of a JSON file, with comments or without. */
export function jsonSymbols(text: string): CodeSymbol[] {
  const symbols: CodeSymbol[] = [];
  if (isTooDeep(text)) return symbols;
  visit(text, {
    onObjectProperty: (name, offset, length, _line, _character, path) => {
      const names = [...path(), name].filter((each) => typeof each === "string");
      if (names.length > deepest) return;
      const nameSpan = { start: offset + 1, end: Math.max(offset + 1, offset + length - 1) };
      symbols.push({ path: names.join("."), name, kind: "key", span: { start: offset, end: offset + length }, nameSpan });
    },
  });
  return symbols;
}

const yamlKey =
  /([ \t]{0,200}(?:-[ \t]{1,20}){0,9})(?:"([^"\n\r\\]{1,99})"|'([^'\n\r]{1,99})'|([^\s#"'&*!|>%@`{}[\],:-][^\n\r:#{}[\],]{0,99}?))[ \t]{0,20}:(?=[ \t\r\n]|$)/y;

/** The keys of a YAML file in block style, by their indentation. */
export function yamlSymbols(text: string, pieces: readonly CodePiece[]): CodeSymbol[] {
  const symbols: CodeSymbol[] = [];
  let open: { readonly indent: number; readonly name: string }[] = [];
  eachLine(text, pieces, (start, end) => {
    yamlKey.lastIndex = start;
    const found = yamlKey.exec(text);
    if (!found || yamlKey.lastIndex > end) return;
    const [, before = "", double, single, plain] = found;
    const name = double ?? single ?? plain ?? "";
    open = open.filter(({ indent }) => indent < before.length);
    open.push({ indent: before.length, name });
    if (open.length > deepest) return;
    const nameStart = start + before.length + (plain === undefined ? 1 : 0);
    symbols.push({
      path: open.map((each) => each.name).join("."),
      name,
      kind: "key",
      span: { start: start + before.length, end },
      nameSpan: { start: nameStart, end: nameStart + name.length },
    });
  });
  return symbols;
}

const tomlTable = /[ \t]{0,80}\[{1,2}[ \t]{0,20}([^\n\r[\]#]{1,200}?)[ \t]{0,20}\]/y;
const tomlKey = /[ \t]{0,80}([\w"'.-]{1,200})[ \t]{0,80}=/y;

/** The tables and keys of a TOML file. */
export function tomlSymbols(text: string, pieces: readonly CodePiece[]): CodeSymbol[] {
  const symbols: CodeSymbol[] = [];
  let prefix = "";
  eachLine(text, pieces, (start, end) => {
    for (const pattern of [tomlTable, tomlKey]) {
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (!found || pattern.lastIndex > end) continue;
      const written = found[1] as string;
      const path = written.replace(/["']/g, "");
      if (path === "") return;
      const nameStart = start + found[0].indexOf(written);
      const name = path.slice(path.lastIndexOf(".") + 1);
      const full = pattern === tomlTable ? path : prefix + path;
      if (pattern === tomlTable) prefix = `${path}.`;
      symbols.push({
        path: full,
        name,
        kind: "key",
        span: { start: nameStart, end },
        nameSpan: { start: nameStart, end: nameStart + written.length },
      });
      return;
    }
  });
  return symbols;
}

/** Calls `read` for every line that does not start within a comment or a string. */
function eachLine(text: string, pieces: readonly CodePiece[], read: (start: number, end: number) => void): void {
  let piece = 0;
  for (let start = 0; start < text.length; ) {
    const end = lineEndAt(text, start);
    while ((pieces[piece]?.end ?? Number.POSITIVE_INFINITY) <= start) piece++;
    const { start: from, kind } = pieces[piece] ?? { start: Number.POSITIVE_INFINITY };
    // a block scalar starts with its line
    if (from > start || (from === start && kind === "string" && text[start] !== " " && /["']/.test(text[start] as string)))
      read(start, end);
    const next = afterLineBreak(text, end);
    if (next === end) return;
    start = next;
  }
}
