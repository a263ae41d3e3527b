/** The example workspace as one project, to ask of real claims what a rule says, as they are and after an edit. */
import { readdirSync, readFileSync } from "node:fs";
import type { Finding } from "../../../src/core/service.ts";
import { folder, project, wordsOf } from "../project.ts";

const root = new URL("../../../examples/", import.meta.url);

const files: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(lamina|md|bib)$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, root), "utf8")]),
);

/** An edit of a file: every place where the first text stands has the second instead. */
export interface ExampleEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What a rule finds in the examples after edits, as `file: words it stands on`. */
export function foundInExamples(rule: string, profile: string, ...edits: readonly ExampleEdit[]): readonly string[] {
  const { found, texts } = read(rule, profile, edits);
  return found.map((finding) => `${finding.uri.slice(finding.uri.lastIndexOf("/") + 1)}: ${wordsOf(finding, texts)}`);
}

/** The messages of a rule on the examples after edits. */
export const messagesInExamples = (rule: string, profile: string, ...edits: readonly ExampleEdit[]): readonly string[] =>
  read(rule, profile, edits).found.map(({ message }) => message);

function read(
  rule: string,
  profile: string,
  edits: readonly ExampleEdit[],
): { readonly found: readonly Finding[]; readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map(files);
  for (const { file, from, to } of edits) {
    const before = texts.get(file) ?? "";
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    texts.set(file, before.replaceAll(from, to));
  }
  const text = [...texts].map(([name, content]) => `# file: ${name}\n${content}`).join("\n");
  const { findings, texts: read } = project(text, { settings: { profile } });
  return { found: findings().filter((finding) => finding.rule === rule && finding.uri.startsWith(folder)), texts: read };
}
