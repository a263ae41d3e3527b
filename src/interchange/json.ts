/** The records themselves as JSON, and back. */
import * as v from "valibot";
import type { ClaimCollection } from "../records/record.ts";
import { asSchema, collectionSchema } from "./schema.ts";

/** A collection as JSON. Half a character is written by its number, so that nothing is lost. */
export const jsonOf = (collection: ClaimCollection): string => `${JSON.stringify(asSchema(collection), undefined, 2)}\n`;

/** Reads what `jsonOf` wrote. @throws in words for people, where a text is no such collection */
export function readCollection(text: string): ClaimCollection {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`this is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const form = v.safeParse(v.object({ format: v.string(), version: v.number() }), value);
  if (!form.success || form.output.format !== "lamina-claims")
    throw new Error("this is no collection of claims: expected what “lamina export --format json” writes");
  if (form.output.version !== 1)
    throw new Error(`these claims are of version ${form.output.version} of the format, and this Lamina reads version 1`);
  const read = v.safeParse(collectionSchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new Error(`${v.getDotPath(issue) ?? "the collection"}: expected ${issue.expected ?? "something else"}, found ${issue.received}`);
}
