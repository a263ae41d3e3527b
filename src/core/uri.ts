/** Addresses as editors write them (`file:///folder/name`), taken apart without any library: the pure rings have none. */

/** The folder part of an address, with its last slash. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/") + 1);

/** The last part of an address, decoded. */
export const baseName = (uri: string): string => decode(uri.slice(uri.lastIndexOf("/") + 1));

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Characters that a path may hold as they stand; all others are percent-encoded, as editors do. */
const encodePath = (path: string): string =>
  path
    .split("/")
    .map((piece) => encodeURIComponent(piece).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))
    .join("/");

/** Two spellings of one address (`%3A` or `:` and the like) become one. */
export function normalUri(uri: string): string {
  if (!uri.includes("://")) return uri;
  // a cell of a notebook is told by what comes after the sign; in the name of a file the sign is encoded
  const fragment = uri.indexOf("#");
  if (fragment >= 0) return normalUri(uri.slice(0, fragment)) + uri.slice(fragment);
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(uri)?.[0] ?? "";
  return scheme + encodePath(decode(uri.slice(scheme.length)));
}

/**
 * The address of `path` as written in the document `base`: relative to its folder, or absolute.
 * Undefined for an address of another kind (`https://…`).
 */
export function resolvePath(base: string, path: string): string | undefined {
  const written = path.replaceAll("\\", "/");
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return written.startsWith("file://") ? withoutDots(normalUri(written)) : undefined;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(base)?.[0] ?? "";
  const drive = /^[a-z]:\//i.test(written);
  const absolute = drive ? `/${written}` : written.startsWith("/") ? written : decode(folderOf(base).slice(scheme.length)) + written;
  return `${scheme}/${encodePath(steps(absolute))}`;
}

/** A path without its `.` and `..`, and without a slash at its start. */
function steps(path: string): string {
  const pieces: string[] = [];
  for (const piece of path.split("/")) {
    if (piece === "..") pieces.pop();
    else if (piece !== "." && piece !== "") pieces.push(piece);
  }
  return pieces.join("/");
}

/** An address whose path leads nowhere by a detour, so that what lies outside a folder is seen to. */
const withoutDots = (uri: string): string => {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(uri)?.[0] ?? "";
  return `${scheme}/${steps(uri.slice(scheme.length))}`;
};

/** Whether an address lies in a folder or is the folder itself. */
export const isInside = (uri: string, folder: string): boolean => {
  const root = folder.endsWith("/") ? folder : `${folder}/`;
  return `${uri}/`.startsWith(root);
};

/** An address relative to a folder, decoded, for messages; the whole address where it lies outside. */
export function relativeTo(folder: string, uri: string): string {
  const root = folder.endsWith("/") ? folder : `${folder}/`;
  return uri.startsWith(root) ? decode(uri.slice(root.length)) : decode(uri);
}

/** What a map has for the nearest folder, from that of a file upwards; its keys are addresses of folders, with their slash. */
export function nearestAbove<V>(uri: string, byFolder: ReadonlyMap<string, V>): { readonly folder: string; readonly value: V } | undefined {
  if (byFolder.size === 0) return undefined;
  for (let folder = folderOf(uri); folder !== ""; folder = folderOf(folder.slice(0, -1))) {
    const value = byFolder.get(folder);
    if (value !== undefined) return { folder, value };
  }
  return undefined;
}
