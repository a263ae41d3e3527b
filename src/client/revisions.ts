/** The text of a file at the last revision of its repository, as the editor's own Git extension knows it. */
import * as vscode from "vscode";

/** What is asked of the Git extension; it is looked at before it is used, because it is another's. */
interface GitRepository {
  show(ref: string, path: string): Promise<string>;
}
interface GitInterface {
  getRepository(uri: vscode.Uri): GitRepository | null;
}
interface GitExports {
  getAPI(version: 1): GitInterface;
}

const isGit = (exports: unknown): exports is GitExports =>
  typeof exports === "object" && exports !== null && "getAPI" in exports && typeof exports.getAPI === "function";

/** The text at `HEAD`; undefined where there is no Git, no repository, or no such file in it. */
export async function textAtHead(uri: vscode.Uri): Promise<string | undefined> {
  if (uri.scheme !== "file") return undefined;
  try {
    const extension = vscode.extensions.getExtension<unknown>("vscode.git");
    const exports = extension && (extension.isActive ? extension.exports : await extension.activate());
    const repository = isGit(exports) ? exports.getAPI(1).getRepository(uri) : null;
    return repository ? await repository.show("HEAD", uri.fsPath) : undefined;
  } catch {
    // switched off, or a file that no revision has yet
    return undefined;
  }
}
