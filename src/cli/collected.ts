/** The claims of some paths as one collection of records. */
import { baseName } from "../core/uri.ts";
import { collectClaims } from "../records/collect.ts";
import { joined } from "../records/joined.ts";
import type { ClaimCollection } from "../records/record.ts";
import { toUri } from "../workspace/node-files.ts";
import { documentsAsked, type OpenProjects } from "./check.ts";

/**
 * Collects what was opened: the claims of all documents that the paths hold, in their order.
 *
 * @param folder that paths count from
 * @param isLeftOut which documents do not count, by their addresses
 */
export function collectedClaims(
  opened: OpenProjects,
  folder: string,
  profile: string,
  isLeftOut: (uri: string) => boolean = () => false,
): ClaimCollection {
  const documents = [...documentsAsked(opened)].filter(({ uri, source }) => !source.configuration && !isLeftOut(uri));
  const collections = [...opened.workspaces.values()].map((workspace) =>
    collectClaims(
      workspace.snapshot,
      documents.filter((each) => each.workspace === workspace).map(({ uri }) => uri),
      { title: "", folder: toUri(folder), profile },
    ),
  );
  const [only, other] = opened.targets;
  return joined(collections, nameOf(only && !other ? only.uri : toUri(folder)));
}

const nameOf = (uri: string): string => decodeURIComponent(baseName(uri.replace(/\/+$/, "")));
