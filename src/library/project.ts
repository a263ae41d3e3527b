/** A project that was read, or given as texts, and what can be asked of it. */
import { relative, resolve, sep } from "node:path";
import { hostEdit } from "../core/features/host-edit.ts";
import { countClaims, type Finding as Found, readSettings, type SourceDocument } from "../core/service.ts";
import type { LineMap, Span } from "../core/text.ts";
import { hostOf } from "../embed/host.ts";
import { collectClaims } from "../records/collect.ts";
import type { ClaimCollection } from "../records/record.ts";
import { DataFiles } from "../workspace/data-files.ts";
import type { Files } from "../workspace/files.ts";
import { nodeFiles, toUri } from "../workspace/node-files.ts";
import { toPath } from "../workspace/node-paths.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { CheckReport, Finding, FindingFix, FindingPlace, Point, ProjectOptions, Silence } from "./types.ts";

/** What is read once and asked often: the claims, bibliographies and settings of a folder, with texts that count instead. */
export interface Project {
  /**
   * The findings of files, by their paths; of all files where none is named. A path that the project does not hold is passed
   * over: give its text with `set` first.
   */
  check(paths?: readonly string[]): CheckReport;
  /** The claims of files as plain records, with their evidence, predictions and standing; of all files where none is named. */
  records(paths?: readonly string[]): ClaimCollection;
  /** A text that counts from now on, instead of what is on the disk. */
  set(path: string, text: string): void;
}

/**
 * Opens a project. Throws a `RangeError` where a file is given of a sort that Lamina does not read.
 *
 * @param options the folder, or the texts, or both
 */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const folder = resolve(options.folder ?? ".");
  const given = new Map((options.files ?? []).map(({ path, text }) => [toUri(resolve(folder, path)), text]));
  const files = withGiven(options.folder === undefined ? undefined : nodeFiles, given);
  const workspace = new Workspace(files, options.folder === undefined ? undefined : new DataFiles());
  workspace.checker.profile = options.profile;
  workspace.checker.settings = readSettings({ rules: options.rules ?? {} });
  await workspace.load([toUri(folder)]);
  const project = new OpenProject(workspace, folder);
  // a document counts that is given, even where nothing in it speaks of Lamina
  for (const [uri, text] of given) if (!uri.endsWith(".bib")) project.set(toPath(uri), text);
  await workspace.readData();
  return project;
}

/** Files of the disk, or none, with texts that count instead. */
function withGiven(disk: Files | undefined, given: ReadonlyMap<string, string>): Files {
  return {
    async list(root, endings) {
      const own = [...given.keys()].filter((uri) => endings.some((ending) => uri.toLowerCase().endsWith(ending)));
      return [...new Set([...own, ...((await disk?.list(root, endings)) ?? [])])].sort();
    },
    exists: async (uri) => given.has(uri) || (await disk?.exists(uri)) === true,
    read: async (uri) => given.get(uri) ?? disk?.read(uri),
  };
}

class OpenProject implements Project {
  readonly #workspace: Workspace;
  readonly #folder: string;

  constructor(workspace: Workspace, folder: string) {
    this.#workspace = workspace;
    this.#folder = folder;
  }

  set(path: string, text: string): void {
    const uri = toUri(resolve(this.#folder, path));
    if (!hostOf(uri)) throw new RangeError(`${path} is not a file that Lamina reads; its ending says what a file is`);
    this.#workspace.open(uri, uri, text);
  }

  check(paths?: readonly string[]): CheckReport {
    const { checker, snapshot } = this.#workspace;
    const findings: Finding[] = [];
    const silenced: Silence[] = [];
    const uris = this.#uris(paths);
    for (const uri of uris) {
      const source = snapshot.documents.get(uri);
      if (!source) continue;
      const found = checker.check(uri);
      findings.push(...found.findings.map((finding) => this.#finding(finding, source)));
      silenced.push(...found.silenced.map((finding) => ({ ...this.#finding(finding, source), reason: finding.reason })));
    }
    const checked = new Set(uris);
    const order = (a: Finding, b: Finding): number => compare(a.path, b.path) || a.start.offset - b.start.offset || compare(a.rule, b.rule);
    return {
      findings: findings.sort(order),
      silenced: silenced.sort(order),
      files: uris.filter((uri) => !snapshot.documents.get(uri)?.configuration).length,
      claims: countClaims(snapshot, (uri) => checked.has(uri)),
    };
  }

  records(paths?: readonly string[]): ClaimCollection {
    const { checker, snapshot } = this.#workspace;
    const title = this.#folder.split(sep).at(-1) ?? "";
    return collectClaims(snapshot, this.#uris(paths), {
      title,
      folder: toUri(this.#folder),
      profile: checker.profile ?? checker.settings.profile,
    });
  }

  #uris(paths: readonly string[] | undefined): readonly string[] {
    const { documents } = this.#workspace.snapshot;
    if (paths === undefined) return [...documents.keys()];
    return paths.map((path) => toUri(resolve(this.#folder, path))).filter((uri) => documents.has(uri));
  }

  #finding(found: Found, source: SourceDocument): Finding {
    let fixes: readonly FindingFix[] | undefined;
    const { snapshot } = this.#workspace;
    return {
      rule: found.rule,
      severity: found.severity,
      message: found.message,
      ...this.#place(found.uri, source, found.span),
      related: found.related.flatMap((other) => {
        const document = snapshot.documents.get(other.uri);
        return document ? [{ ...this.#place(other.uri, document, other.span), message: other.message }] : [];
      }),
      get fixes() {
        fixes ??= found.fixes.map(({ title, edits }) => ({
          title,
          edits: edits.map((edit) => {
            const { span, text } = hostEdit(source, edit);
            return { start: pointAt(source.lines, span.start), end: pointAt(source.lines, span.end), text };
          }),
        }));
        return fixes;
      },
    };
  }

  #place(uri: string, { lines }: SourceDocument, span: Span): FindingPlace {
    const path = relative(this.#folder, toPath(uri)).split(sep).join("/");
    return { path, start: pointAt(lines, span.start), end: pointAt(lines, span.end) };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function pointAt(lines: LineMap, offset: number): Point {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
