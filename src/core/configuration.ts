/** `lamina.json`: what a project says of itself, for everyone who works on it and for every door. */
import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from "jsonc-parser";
import { nearest } from "./nearest.ts";
import { rules } from "./rules/index.ts";
import { isWeight, type Settings, settingsFor } from "./settings.ts";
import type { Span } from "./text.ts";

/** The name of the file, in any folder of a workspace. It holds for what lies in its folder and below. */
export const CONFIGURATION_FILE = "lamina.json";

export interface ConfigurationProblem {
  readonly code: "bad-setting" | "unknown-rule";
  readonly span: Span;
  readonly message: string;
}

export interface Configuration {
  readonly settings: Partial<Settings>;
  readonly bibliographies: readonly { readonly path: string; readonly span: Span }[];
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads a `lamina.json`. Comments and commas at the end of a list are welcome. What is wrong is a problem, and the rest
 * counts all the same; a file that is no JSON at all says nothing.
 */
export function parseConfiguration(text: string): Configuration {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    code: "bad-setting",
    span: { start: offset, end: offset + Math.max(length, 1) },
    message: `This is not JSON: ${jsonFault(error)}.`,
  }));
  if (tree?.type !== "object") {
    if (errors.length === 0)
      problems.push(bad(tree ? spanOf(tree) : { start: 0, end: text.length }, "Unexpected content, expected settings in braces."));
    return { settings: {}, bibliographies: [], problems };
  }
  const given: Record<string, unknown> = {};
  const bibliographies: { path: string; span: Span }[] = [];
  for (const { name, nameSpan, value } of propertiesOf(tree)) {
    if (name === "$schema") continue;
    const spec = settingsFor("project").find((setting) => setting.name === name);
    if (!spec) {
      problems.push(bad(nameSpan, unknownSetting(name)));
      continue;
    }
    const read = spec.read(plain(value));
    if (read === undefined) problems.push(bad(spanOf(value), `Unexpected value of “${name}”, expected ${spec.expected}.`));
    else given[spec.key] = read;
    if (spec.key === "rules" && value.type === "object") problems.push(...problemsOfRules(value));
    if (spec.key === "bibliographies" && read !== undefined)
      for (const path of value.children ?? []) bibliographies.push({ path: String(path.value), span: inside(path) });
  }
  return { settings: given as Partial<Settings>, bibliographies, problems };
}

const bad = (span: Span, message: string): ConfigurationProblem => ({ code: "bad-setting", span, message });

function unknownSetting(name: string): string {
  const names = settingsFor("project").map((setting) => setting.name);
  const [best] = nearest(name, names);
  if (settingsFor("editor").some((setting) => setting.name === name))
    return `“${name}” is a matter of each person's editor, expected one of ${names.join(", ")}.`;
  return `There is no setting “${name}”, expected ${best ? `“${best}”` : `one of ${names.join(", ")}`}.`;
}

function* problemsOfRules(object: Node): IterableIterator<ConfigurationProblem> {
  const codes = rules.map((rule) => rule.code);
  for (const { name, nameSpan, value } of propertiesOf(object)) {
    if (!codes.includes(name)) {
      const [best] = nearest(name, codes);
      const message = `There is no rule “${name}”, expected ${best ? `“${best}”` : "the name that stands with a finding"}.`;
      yield { code: "unknown-rule", span: nameSpan, message };
    }
    if (!isWeight(value.value))
      yield bad(spanOf(value), `Unexpected weight of “${name}”, expected error, warning, information, hint or off.`);
  }
}

function jsonFault(code: ParseErrorCode): string {
  const name = printParseErrorCode(code);
  return faults[name] ?? name;
}

/** By the names that the library has for them. */
const faults: Readonly<Record<string, string>> = {
  CommaExpected: "a comma is expected here",
  ColonExpected: "a colon is expected here",
  ValueExpected: "a value is expected here",
  PropertyNameExpected: "a name in double quotes is expected here",
  CloseBraceExpected: "a closing brace is expected here",
  CloseBracketExpected: "a closing bracket is expected here",
  EndOfFileExpected: "nothing more is expected here",
  InvalidSymbol: "this word is none of JSON's",
  UnexpectedEndOfString: "a closing quote is expected here",
  UnexpectedEndOfComment: "the comment is not closed",
};

interface Property {
  readonly name: string;
  /** Without the quotes. */
  readonly nameSpan: Span;
  readonly value: Node;
}

function* propertiesOf(object: Node): IterableIterator<Property> {
  for (const { children } of object.children ?? []) {
    const [name, value] = children ?? [];
    if (name && value) yield { name: String(name.value), nameSpan: inside(name), value };
  }
}

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

const inside = ({ offset, length }: Node): Span => ({ start: offset + 1, end: Math.max(offset + 1, offset + length - 1) });

/** A tree as plain values. */
function plain(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(plain);
  if (node.type === "object") return Object.fromEntries([...propertiesOf(node)].map(({ name, value }) => [name, plain(value)]));
  return node.value;
}
