/** The small picture in a hover card, as an address that holds the picture itself. */
import { thumbnail } from "../diagram/thumbnail.ts";

const known = new Map<string, string>();

export function figureOf(partId: string, theme: "light" | "dark"): string {
  const key = `${theme} ${partId}`;
  let address = known.get(key);
  if (address === undefined) {
    address = `data:image/svg+xml;base64,${Buffer.from(thumbnail(partId, { theme })).toString("base64")}`;
    known.set(key, address);
  }
  return address;
}
