/** What `lamina draw` draws: the claims of files and folders as one picture, and what of it is asked for. */
import { nearest } from "../core/nearest.ts";
import { isInside } from "../core/uri.ts";
import { pictureOf } from "../diagram/from-snapshot.ts";
import type { Picture, PictureClaim, PicturePart } from "../diagram/picture.ts";
import type { ComparedSide, PictureFocus } from "../diagram/view.ts";
import type { Files } from "../workspace/files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type OpenProjects, openProjects } from "./check.ts";

export interface DrawnPicture {
  readonly picture: Picture;
  /** The qualified ids of the parts that a name names, in any document that is drawn. */
  readonly partsNamed: (name: string) => readonly string[];
}

/**
 * The claims of all documents below some paths, in their order. Throws where a path is not there, or holds nothing that Lamina
 * reads.
 */
export const pictureOfPaths = async (paths: readonly string[], folder: string, files: Files): Promise<DrawnPicture> =>
  pictureOfOpened(await openProjects({ paths, folder, files }));

/** The claims of all documents that were opened. Throws where a path holds nothing that Lamina reads. */
export function pictureOfOpened({ targets, workspaces }: OpenProjects): DrawnPicture {
  const pictures: { readonly uri: string; readonly picture: Picture; readonly workspace: Workspace }[] = [];
  for (const { path, uri: target, project } of targets) {
    const workspace = workspaces.get(project);
    const documents = [...(workspace?.snapshot.documents ?? [])].filter(([uri, source]) => isInside(uri, target) && !source.configuration);
    if (!workspace || documents.length === 0) throw new Error(`there is nothing in “${path}” that Lamina reads`);
    for (const [uri] of documents)
      if (!pictures.some((known) => known.uri === uri))
        pictures.push({ uri, picture: pictureOf(workspace.snapshot, uri, "").picture, workspace });
  }
  const drawn = pictures.filter(({ picture }) => picture.claims.length > 0);
  const title = nameOf(drawn.length === 1 ? (drawn[0]?.uri ?? "") : (targets[0]?.uri ?? ""));
  return {
    picture: merged(
      (drawn.length > 0 ? drawn : pictures).map(({ picture }) => picture),
      title,
    ),
    partsNamed: (name) => [
      ...new Set(
        pictures.flatMap(({ uri, workspace }) =>
          workspace.snapshot
            .names(uri)
            .find(name)
            .parts.map(({ id }) => id),
        ),
      ),
    ],
  };
}

const nameOf = (uri: string): string => decodeURIComponent(uri.replace(/\/+$/, "").replace(/^.*\//, ""));

/** Several pictures as one. A claim whose key another has bears a number, wherever it is spoken of. */
function merged(pictures: readonly Picture[], title: string): Picture {
  const taken = new Set<string>();
  const claims = pictures.flatMap((picture): PictureClaim[] => {
    const renamed = new Map<string, string>();
    for (const { key } of picture.claims) {
      let free = key;
      for (let number = 2; taken.has(free); number++) free = `${key} (${number})`;
      taken.add(free);
      if (free !== key) renamed.set(key, free);
    }
    if (renamed.size === 0) return [...picture.claims];
    const now = (key: string): string => renamed.get(key) ?? key;
    const side = (held: PictureClaim["left"]): PictureClaim["left"] => ({
      ...held,
      ends: held.ends.map((end) => (end.claim === undefined ? end : { ...end, claim: now(end.claim) })),
    });
    return picture.claims.map((claim) => ({
      ...claim,
      key: now(claim.key),
      left: side(claim.left),
      right: side(claim.right),
      ...(claim.rivals && { rivals: claim.rivals.map(now) }),
      ...(claim.contradicts && { contradicts: claim.contradicts.map(now) }),
    }));
  });
  const parts = new Map<string, PicturePart>();
  for (const picture of pictures) for (const part of picture.parts) parts.set(part.id, part);
  const atlases = new Map(pictures.flatMap(({ atlases: held }) => held ?? []).map((atlas) => [atlas.id, atlas]));
  return { title, claims, parts: [...parts.values()], ...(atlases.size > 0 && { atlases: [...atlases.values()] }) };
}

/** What a name on the command line puts into focus: a claim by its id, else a part by any of its names. */
export function focusNamed(name: string, { picture, partsNamed }: DrawnPicture): PictureFocus {
  const claim = picture.claims.find(({ id, key }) => id === name || key === name);
  if (claim) return { claim: claim.key };
  const [part, other] = partsNamed(name);
  if (part === undefined) {
    const known = [
      ...picture.claims.flatMap(({ id }) => id ?? []),
      ...(picture.atlases ?? []).flatMap(({ parts }) => parts.map(({ label }) => label)),
    ];
    const [best] = nearest(name, known);
    throw new Error(`there is no claim and no part called “${name}”${best ? `, expected “${best}”?` : ""}`);
  }
  if (other !== undefined) throw new Error(`“${name}” is both ${part} and ${other}: name one of them`);
  return { part };
}

/** What a name on the command line stands for in a comparison: `@key` for what a work states, a mapping, or a file. */
export async function sideNamed(name: string, { picture }: DrawnPicture, folder: string, files: Files): Promise<ComparedSide> {
  if (name.startsWith("@")) {
    const key = name.slice(1);
    const stating = picture.claims
      .flatMap(({ sources }) => sources ?? [])
      .filter(({ states }) => states)
      .map(({ key: each }) => each);
    if (stating.includes(key)) return { source: key };
    const [best] = nearest(key, [...new Set(stating)]);
    throw new Error(`no claim that is drawn is stated in ${name}${best ? `, expected “@${best}”?` : ""}`);
  }
  const mappings = picture.claims.flatMap(({ mappings: held }) => held ?? []);
  if (mappings.includes(name)) return { mapping: name };
  const read = await pictureOfPaths([name], folder, files).catch(() => undefined);
  if (read) return { picture: read.picture, label: nameOf(name) };
  const [best] = nearest(name, [...new Set(mappings)]);
  throw new Error(`there is no mapping and no file “${name}” to compare${best ? `, expected “${best}”?` : "; a work is written @key"}`);
}
