/** Reads a result back from the JSON that `lamina check --format json` prints. */
import { profiles, severities } from "../../core/settings.ts";
import type { Position } from "../../core/text.ts";
import type { CheckedBaseline, CheckedFinding, CheckedFix, CheckedPlace, CheckedSilence, CheckResult } from "../check-result.ts";
import { RESULT_SCHEMA } from "./json.ts";

/**
 * Reads a result.
 *
 * @param name what the text is called in messages, such as its path
 * @throws in words for people, where the text is none
 */
export function readResult(text: string, name: string): CheckResult {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`${name} is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  try {
    return resultOf(value);
  } catch (error) {
    if (error instanceof Misfit) throw new Error(`${name} is no result of “lamina check --format json”: ${error.message}`);
    throw error;
  }
}

/** What is there is not what a result has. */
class Misfit extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function resultOf(value: unknown): CheckResult {
  const fields = objectAt(value, "it");
  const schema = fields.$schema;
  if (schema !== undefined && schema !== RESULT_SCHEMA)
    throw new Misfit(`“$schema” is ${JSON.stringify(schema)}, expected ${JSON.stringify(RESULT_SCHEMA)}`);
  const summary = objectAt(fields.summary, "summary");
  return {
    findings: list(fields, "findings", findingOf),
    silenced: list(fields, "silenced", silenceOf),
    files: count(summary, "files"),
    claims: count(summary, "claims"),
    unreadable: list(fields, "unreadable", stringAt),
    foreign: list(fields, "foreign", stringAt),
    ...optional("version", fields, stringAt),
    ...optional("folder", fields, stringAt),
    ...optional("paths", fields, (paths, at) => arrayAt(paths, at).map((path, index) => stringAt(path, `${at}[${index}]`))),
    ...optional("profile", fields, (profile, at) => oneOf(profile, profiles, at)),
    ...optional("since", fields, stringAt),
    ...optional("shard", fields, (shard, at) => ({ index: count(objectAt(shard, at), "index"), of: count(objectAt(shard, at), "of") })),
    ...optional("baseline", fields, baselineOf),
  };
}

function baselineOf(value: unknown, at: string): CheckedBaseline {
  const fields = objectAt(value, at);
  return {
    path: stringAt(fields.path, `${at}.path`),
    known: list(fields, "known", findingOf),
    raised: count(fields, "raised"),
    gone: count(fields, "gone"),
  };
}

function findingOf(value: unknown, at: string): CheckedFinding {
  const fields = objectAt(value, at);
  return {
    ...placeOf(fields, at),
    rule: stringAt(fields.rule, `${at}.rule`),
    severity: oneOf(fields.severity, severities, `${at}.severity`),
    message: stringAt(fields.message, `${at}.message`),
    lineText: stringAt(fields.lineText ?? "", `${at}.lineText`),
    fingerprint: stringAt(fields.fingerprint, `${at}.fingerprint`),
    related: list(fields, "related", (place, where) => {
      const own = objectAt(place, where);
      return { ...placeOf(own, where), message: stringAt(own.message, `${where}.message`) };
    }),
    ...optional("item", fields, (item, where) => {
      const own = objectAt(item, where);
      return { start: place(own, "line", where), end: place(own, "endLine", where), ...optional("name", own, stringAt) };
    }),
    ...optional("fixes", fields, (fixes, where) => arrayAt(fixes, where).map((fix, index) => fixOf(fix, `${where}[${index}]`))),
  };
}

function silenceOf(value: unknown, at: string): CheckedSilence {
  const fields = objectAt(value, at);
  const reason = stringAt(fields.reason, `${at}.reason`);
  return { ...findingOf(value, at), reason, ...optional("owner", fields, stringAt), ...optional("until", fields, stringAt) };
}

function fixOf(value: unknown, at: string): CheckedFix {
  const fields = objectAt(value, at);
  const edits = list(fields, "edits", (edit, where) => {
    const own = objectAt(edit, where);
    return { ...stretchOf(own, where), text: stringAt(own.text, `${where}.text`) };
  });
  return { title: stringAt(fields.title, `${at}.title`), edits };
}

function placeOf(fields: Fields, at: string): CheckedPlace {
  return {
    path: stringAt(fields.path, `${at}.path`),
    ...stretchOf(fields, at),
    ...optional("cell", fields, (cell, where) => {
      const own = objectAt(cell, where);
      return { number: count(own, "number"), ...stretchOf(own, where) };
    }),
  };
}

const stretchOf = (fields: Fields, at: string): { start: Position; end: Position } => ({
  start: { line: place(fields, "line", at), character: place(fields, "column", at) },
  end: { line: place(fields, "endLine", at), character: place(fields, "endColumn", at) },
});

/** A line or column, which counts from 1 in the file and from 0 here. */
function place(fields: Fields, name: string, at: string): number {
  const value = count(fields, name);
  if (value === 0) throw new Misfit(`${at}.${name} is 0, expected 1 or more`);
  return value - 1;
}

function count(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Misfit(`“${name}” is ${kindOf(value)}, expected a whole number`);
}

function list<T>(fields: Fields, name: string, read: (value: unknown, at: string) => T): readonly T[] {
  return arrayAt(fields[name], name).map((value, index) => read(value, `${name}[${index}]`));
}

function arrayAt(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Misfit(`“${at}” is ${kindOf(value)}, expected a list`);
}

function objectAt(value: unknown, at: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Misfit(`“${at}” is ${kindOf(value)}, expected an object`);
}

function stringAt(value: unknown, at: string): string {
  if (typeof value === "string") return value;
  throw new Misfit(`“${at}” is ${kindOf(value)}, expected text`);
}

function oneOf<T extends string>(value: unknown, words: readonly T[], at: string): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new Misfit(`“${at}” is ${JSON.stringify(value) ?? "missing"}, expected ${words.join(", ")}`);
}

/** A field that may be left out, under its own name. */
function optional<K extends string, T>(name: K, fields: Fields, read: (value: unknown, at: string) => T): { [key in K]?: T } {
  const value = fields[name];
  return value === undefined ? {} : ({ [name]: read(value, name) } as { [key in K]: T });
}

function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
