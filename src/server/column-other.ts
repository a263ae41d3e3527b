/** Another text of a document, such as that of its last revision, read in the workspace as it is. */
import type { Snapshot } from "../core/service.ts";
import { baseName } from "../core/uri.ts";
import { pictureOf } from "../diagram/from-snapshot.ts";
import { hostOf } from "../embed/host.ts";
import { openSource } from "../embed/source.ts";
import type { OtherText } from "../protocol/requests.ts";
import type { OtherPicture } from "./column-view.ts";

let last: { readonly snapshot: Snapshot; readonly uri: string; readonly other: OtherText; readonly drawn: OtherPicture } | undefined;

/** The claims that a document has with another text; undefined where it is no document of ours. Kept for the next time. */
export function otherPicture(snapshot: Snapshot, uri: string, other: OtherText): OtherPicture | undefined {
  if (last?.snapshot === snapshot && last.uri === uri && last.other.text === other.text) return last.drawn;
  const host = hostOf(uri);
  if (!host) return undefined;
  const { picture } = pictureOf(snapshot.with({ documents: new Map([[uri, openSource(uri, host, other.text)]]) }), uri, baseName(uri));
  const drawn = { label: other.label, picture };
  last = { snapshot, uri, other, drawn };
  return drawn;
}
