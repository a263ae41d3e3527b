/** The example workspaces as collections of records. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectClaims } from "../../src/records/collect.ts";
import type { ClaimCollection } from "../../src/records/record.ts";
import { folder, type Project, project } from "../core/project.ts";

const root = fileURLToPath(new URL("../../examples", import.meta.url));

/** The names of all example workspaces. */
export const examples: readonly string[] = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** An example workspace, opened. */
export function openExample(name: string): Project {
  const names = readdirSync(join(root, name), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(lamina|md|tex|bib|py|ipynb|csv)$/.test(file))
    .sort();
  const texts = names.map((file) => `# file: ${file.replaceAll("\\", "/")}\n${readFileSync(join(root, name, file), "utf8")}`);
  // a line break more would make other data of a table, whose digest somebody accepted
  return project(texts.map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join(""));
}

const collections = new Map<string, ClaimCollection>();

/** All records of an example workspace. */
export function collectExample(name: string): ClaimCollection {
  let collection = collections.get(name);
  if (!collection) {
    collection = collected(openExample(name), name);
    collections.set(name, collection);
  }
  return collection;
}

/** All records of a project that a test wrote. */
export const collected = ({ snapshot }: Project, title = "project"): ClaimCollection =>
  collectClaims(snapshot, [...snapshot.documents.keys()], { title, folder, profile: "draft" });

/** The records of a text, as `project` reads it. */
export const recordsOf = (text: string): ClaimCollection => collected(project(text));
