/** Markdown for readers that show none: terminals, and editors with plain hovers. */

/** A line of Markdown without its marks. */
export const plain = (line: string): string =>
  line
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, "$1")
    .replace(/(`+)(.*?)\1/g, (_, _fence, code: string) => code.replace(/[\\*]/g, "\\$&"))
    .replace(/(?<!\\)\*{1,2}/g, "")
    .replace(/\\([\\`*_{}[\]<>#|~$&.)+=-])/g, "$1")
    .replaceAll("&amp;", "&");
