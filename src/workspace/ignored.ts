/** What a project leaves out: its `.gitignore` and `.laminaignore`, in every folder, as Git reads them. */
import ignore, { type Ignore } from "ignore";

/** The names of the files that say what is left out. */
export const ignoreFiles: readonly string[] = [".gitignore", ".laminaignore"];

/** What one folder says is left out below it. */
export interface FolderRules {
  /** The folder's path, with `/` at its end. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules of a folder, from the texts of its ignore files. */
export const rulesOf = (folder: string, texts: readonly string[]): FolderRules => ({
  folder: folder.endsWith("/") ? folder : `${folder}/`,
  rules: texts.reduce((rules, text) => rules.add(text), ignore()),
});

/**
 * Whether a path is left out. The rules of inner folders count more than those of outer ones.
 *
 * @param path absolute, with `/`; with one at its end where it is a folder
 * @param chain the rules of the folders above it, the outermost first
 */
export function isIgnored(path: string, chain: readonly FolderRules[]): boolean {
  for (let at = chain.length - 1; at >= 0; at--) {
    const { folder, rules } = chain[at] as FolderRules;
    if (!path.startsWith(folder) || path.length === folder.length) continue;
    const { ignored, unignored } = rules.test(path.slice(folder.length));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
