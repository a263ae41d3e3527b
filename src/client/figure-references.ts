/** References of a manuscript to pictures that Lamina draws: `lamina.svg` of its own claims, `NAME.lamina.svg` of a file's. */

export interface FigureReference {
  /** The path as written, decoded. */
  readonly path: string;
  /** The name of the file of Lamina that is drawn; undefined for the manuscript's own claims. */
  readonly drawn: string | undefined;
}

/** A path in `![…](path)`, `src="path"` or `\includegraphics{path}`; short, so that no text makes the search long. */
const reference =
  /(?:\]\(\s*<?|\bsrc\s*=\s*["']|\\include(?:graphics|svg)\s*(?:\[[^\]\n]{0,200}\])?\s*\{)([^\s"'<>(){}]{0,400}lamina\.svg)/gi;

/** The references of a text, each path once. */
export function figureReferences(text: string): FigureReference[] {
  const found = new Map<string, FigureReference>();
  for (const [, written = ""] of text.matchAll(reference)) {
    const path = decoded(written);
    const name = path.slice(path.lastIndexOf("/") + 1);
    // the picture of a document of another name is another's
    const drawn = /^lamina\.svg$/i.test(name) ? undefined : /\.lamina\.svg$/i.test(name) ? name.slice(0, -".svg".length) : null;
    if (drawn !== null && !/^[a-z][a-z0-9+.-]*:/i.test(path) && !path.startsWith("/")) found.set(path, { path, drawn });
  }
  return [...found.values()];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
