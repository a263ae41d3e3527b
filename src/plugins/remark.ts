/**
 * A plugin of remark: Lamina's findings in a Markdown manuscript as messages of the file, so that whatever reads those
 * (remark-cli, an editor, a script) reads them too. It changes nothing in the tree.
 */
import { resolve } from "node:path";
import { type Finding, openProject, type Profile, type Project, type Severity } from "../library/index.ts";

export interface RemarkLaminaOptions {
  /**
   * The folder of the project: claims, bibliographies and `lamina.json` that count. Without it, the folder that remark works in.
   * Changes of other files than those that remark processes are not seen while the processor lives.
   */
  readonly folder?: string;
  /** Without it, that of `lamina.json`, else `draft`. */
  readonly profile?: Profile;
  /** The weight of single rules, by their names. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}

/** As much of a virtual file of unified as the plugin needs. */
export interface MarkdownFile {
  readonly cwd: string;
  readonly path?: string | undefined;
  toString(): string;
  message(reason: string, options: object): { fatal?: boolean | null | undefined; note?: string | undefined };
}

/** What unified takes for failure, for a warning, and for a remark. */
const fatal: Readonly<Record<Severity, boolean | undefined>> = { error: true, warning: false, information: undefined, hint: undefined };

/** The plugin: `unified().use(remarkLamina, { profile: "submission" })`, or `--use lamina/remark` of remark-cli. */
export default function remarkLamina(options: RemarkLaminaOptions = {}): (tree: unknown, file: MarkdownFile) => Promise<void> {
  const projects = new Map<string, Promise<Project>>();
  return async (_, file) => {
    const folder = resolve(file.cwd, options.folder ?? ".");
    // a file of no name stands in the folder, so that it may cite what lies there
    const path = resolve(file.cwd, file.path ?? "untitled.md");
    let project = projects.get(folder);
    if (!project) {
      project = openProject({ ...options, folder });
      projects.set(folder, project);
    }
    const opened = await project;
    opened.set(markdownPath(path), file.toString());
    for (const finding of opened.check([markdownPath(path)]).findings) tell(file, finding);
  };
}

/** remark says what is Markdown, whatever the name of the file. */
const markdownPath = (path: string): string => (/\.(?:md|markdown|mdown|mkd|qmd|rmd|myst)$/i.test(path) ? path : `${path}.md`);

function tell(file: MarkdownFile, { rule, severity, message, start, end, related }: Finding): void {
  const told = file.message(message, { place: { start, end }, ruleId: rule, source: "lamina" });
  told.fatal = fatal[severity];
  const places = related.map((other) => `${other.path}:${other.start.line}:${other.start.column}: ${other.message}`);
  told.note = [...places, `lamina explain ${rule} says what the rule asks for`].join("\n");
}
