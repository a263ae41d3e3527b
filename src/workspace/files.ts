/** What the engine's doors need of the world's files; Node, a browser and a revision of Git give each their own. */

/** More files than this are not listed, so that a mistaken folder does not hang the server. */
export const MOST_FILES = 20_000;

export interface Files {
  /**
   * The addresses of all files below a folder whose names end in one of these: hidden and dependency folders left out, and what
   * its `.gitignore` and `.laminaignore` leave out; never more than `MOST_FILES` and those of one folder.
   */
  list(root: string, endings: readonly string[]): Promise<readonly string[]>;
  /** Whether there is such a file, whatever is in it. */
  exists(uri: string): Promise<boolean>;
  /** The text of a file; undefined where it is not there or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Tells of files below a folder that changed, came or went; gives what ends it. Left out where files cannot be watched. */
  watch?(root: string, changed: (uris: readonly string[]) => void): () => void;
}
