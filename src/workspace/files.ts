/** What the server needs of the world's files; the doors for Node and for browsers give each their own. */
export interface Files {
  /** The addresses of all files below a folder whose names end in one of these, hidden and dependency folders left out. */
  list(root: string, endings: readonly string[]): Promise<readonly string[]>;
  /** Whether there is such a file, whatever is in it. */
  exists(uri: string): Promise<boolean>;
  /** The text of a file; undefined where it is not there or cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
