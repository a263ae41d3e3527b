/** Projects written as one text, for tests of everything that needs a workspace. */

import { hostEdit } from "../../src/core/features/host-edit.ts";
import { builtin, Checker, type Finding, parseBibliography, Snapshot } from "../../src/core/service.ts";
import { readSettings, type Settings } from "../../src/core/settings.ts";
import { applyEdits } from "../../src/core/text.ts";
import { hostOf } from "../../src/embed/host.ts";
import { type EditableSource, openSource } from "../../src/embed/source.ts";
import { answersOf } from "./answers.ts";

/** The folder that projects lie in. */
export const folder = "file:///project";

/** The address of a file of a project. */
export const address = (name: string): string => `${folder}/${name}`;

/** The sign that stands where the caret is. */
export const CARET = "‸";

export interface ProjectOptions {
  /** As an editor gives them: `{ profile: "submission" }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Data files that have not been read yet. */
  readonly data?: "unread";
  /** Whether all files were read; true if not said. */
  readonly complete?: boolean;
  /** The day that it is, by which suppressions end. */
  readonly today?: string;
}

export interface Project {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** Texts by name, without carets. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where the caret stands. */
  readonly caret: { readonly uri: string; readonly offset: number };
  findings(name?: string): readonly Finding[];
}

/**
 * Files after lines such as `# file: claims.lamina`; without one, all of it is `main.lamina`. Files ending in `.bib` or
 * `.json` are bibliographies, and those ending in `.csv` or `.tsv` hold data.
 */
export function filesOf(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const pieces = text.split(/^# file: (\S+)\r?\n/m);
  if (pieces.length === 1) return new Map([["main.lamina", text]]);
  for (let index = 1; index < pieces.length; index += 2) files.set(pieces[index] as string, pieces[index + 1] ?? "");
  return files;
}

/** Opens one document as an editor does. */
export function open(name: string, text: string): EditableSource {
  return openSource(address(name), hostOf(name) ?? "lamina", text);
}

/** A project of the files that a text holds. */
export function project(text: string, options: ProjectOptions = {}): Project {
  const texts = new Map<string, string>();
  const documents = new Map<string, EditableSource>();
  const bibliographies = new Map<string, ReturnType<typeof parseBibliography>>();
  let caret = { uri: "", offset: -1 };
  for (const [name, written] of filesOf(text)) {
    const offset = written.indexOf(CARET);
    if (offset >= 0) caret = { uri: address(name), offset };
    const content = written.replace(CARET, "");
    texts.set(name, content);
    if (/\.(bib|json)$/.test(name) && !hostOf(name))
      bibliographies.set(address(name), parseBibliography(content, name.endsWith(".bib") ? "bibtex" : "csl-json"));
    else if (!/\.(csv|tsv)$/.test(name)) documents.set(address(name), open(name, content));
  }
  const change = { documents, bibliographies, roots: [folder], complete: options.complete ?? true };
  const told = Snapshot.empty(builtin()).with(change);
  // of programs alone, so that a test may name a model whose file is no matter of its own
  const missing = new Set([...told.modelFiles()].filter((file) => hostOf(file) === "code" && !texts.has(file.slice(folder.length + 1))));
  const read = missing.size > 0 ? told.with({ missing }) : told;
  const snapshot =
    options.data === "unread" ? read : read.with({ data: answersOf(read, (uri) => texts.get(uri.slice(folder.length + 1))) });
  const settings = readSettings(options.settings ?? {});
  return {
    snapshot,
    settings,
    texts,
    caret,
    findings(name) {
      const checker = new Checker(snapshot);
      checker.settings = settings;
      checker.today = options.today;
      const wanted = name === undefined ? [...documents.keys()] : [address(name)];
      return wanted.flatMap((uri) => checker.findings(uri));
    },
  };
}

/** The findings of a project's text. */
export const check = (text: string, options?: ProjectOptions): readonly Finding[] => project(text, options).findings();

/** Findings as `rule: words it stands on`. */
export function brief(text: string, options?: ProjectOptions): readonly string[] {
  const { texts, findings } = project(text, options);
  return findings().map((finding) => `${finding.rule}: ${wordsOf(finding, texts)}`);
}

/** The words that a finding stands on. */
export function wordsOf({ uri, span }: Pick<Finding, "uri" | "span">, texts: ReadonlyMap<string, string>): string {
  return texts.get(uri.slice(folder.length + 1))?.slice(span.start, span.end) ?? "";
}

/** The project after a fix of a finding, as an editor applies it. */
export function mend(before: Project, finding: Finding, title: string | RegExp): Project {
  const fix = finding.fixes.find((candidate) => (typeof title === "string" ? candidate.title === title : title.test(candidate.title)));
  if (!fix) throw new Error(`no fix ${title} among: ${finding.fixes.map((candidate) => candidate.title).join("; ")}`);
  const source = before.snapshot.documents.get(finding.uri);
  const edits = fix.edits.map((edit) => (source ? hostEdit(source, edit) : edit));
  const name = finding.uri.slice(folder.length + 1);
  const texts = new Map(before.texts).set(name, applyEdits(before.texts.get(name) ?? "", edits));
  return project([...texts].map(([file, text]) => `# file: ${file}\n${text}${text.endsWith("\n") ? "" : "\n"}`).join(""), {
    settings: before.settings as unknown as Record<string, unknown>,
    complete: before.snapshot.complete,
  });
}

/** The one finding of a rule; throws where there is none or more than one. */
export function only(found: readonly Finding[], rule: string): Finding {
  const [finding, ...others] = found.filter((candidate) => candidate.rule === rule);
  if (!finding || others.length > 0)
    throw new Error(`expected one ${rule}, found: ${found.map((each) => each.rule).join(", ") || "nothing"}`);
  return finding;
}
