/**
 * Gives a thing another name, in every document at once. Everything is looked at before a single edit is made; where
 * something speaks against the name, the answer says what, and there are no edits.
 */

import type { Atlas, AtlasPart } from "../atlas/atlas.ts";
import { shippedTexts } from "../atlas/builtin.ts";
import { normalName } from "../atlas/lookup.ts";
import { lazily } from "../lazily.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { tokenize } from "../syntax/lexer.ts";
import { Kind, TokenBuffer } from "../syntax/tokens.ts";
import { clausesStartingWith, itemSpec, reservedInEnds } from "../syntax/vocabulary.ts";
import type { Edit, Span } from "../text.ts";
import { baseName } from "../uri.ts";
import { type Occurrence, occurrences, placedItems } from "./occurrences.ts";
import { type SubjectAt, subjectAt } from "./subject.ts";

/** Why something cannot be renamed, or not like this: a sentence for people. */
export interface RenameProblem {
  readonly problem: string;
}

/** What would be renamed. */
export interface RenameTarget {
  /** The words in the host, and the name that they have now. */
  readonly span: Span;
  readonly placeholder: string;
}

export interface Renaming {
  /** The edits by document; their spans are of the host and do not overlap. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** What the edits do not reach. */
  readonly notice: string | undefined;
}

/** Whether what stands at an offset can be renamed. */
export function prepareRename(snapshot: Snapshot, uri: string, offset: number): RenameTarget | RenameProblem {
  const found = subjectAt(snapshot, uri, offset);
  if (!found)
    return {
      problem: "Nothing that can be renamed stands here: expected an id, a citation key, an atlas or a part of an atlas of your own.",
    };
  const problem = whyNot(found, uri, snapshot);
  return problem === undefined ? { span: found.span, placeholder: found.text } : { problem };
}

/** The edits that give what stands at an offset the name `to`; one name, without quotes or `@`. */
export function rename(snapshot: Snapshot, uri: string, offset: number, to: string): Renaming | RenameProblem {
  const target = prepareRename(snapshot, uri, offset);
  const found = subjectAt(snapshot, uri, offset);
  if ("problem" in target || !found) return target as RenameProblem;
  const name = found.subject.form === "key" ? to.trim().replace(/^@/, "") : to.trim();
  if (name === found.text) return { edits: new Map(), notice: undefined };
  const problem = faultOfName(name) ?? taken(name, found, snapshot);
  if (problem !== undefined) return { problem };
  const places = occurrences(snapshot, found.subject).filter((place) => place.byName && !isShipped(place.uri));
  return { edits: editsAt(places, name), notice: noticeOf(found, name, uri, snapshot) };
}

const quote = (text: string): string => `“${text}”`;

const isShipped = (uri: string): boolean => shippedTexts.has(uri);

/** What speaks against renaming the thing at all. */
function whyNot({ subject, text }: SubjectAt, uri: string, snapshot: Snapshot): string | undefined {
  if (!snapshot.complete) return "The workspace is still being read: a rename now would miss places. Try again in a moment.";
  if (isShipped(uri)) return "This file ships with Lamina and cannot be changed.";
  switch (subject.form) {
    case "id":
      return whyNotId(subject.id, snapshot);
    case "atlas":
      return isShipped(subject.atlas.uri)
        ? `${quote(subject.atlas.id)} is an atlas that ships with Lamina and cannot be changed.`
        : undefined;
    case "parts":
      return whyNotParts(subject.parts, text, snapshot);
    case "quantity":
      return "A quantity is known by its words alone: change them where they stand.";
    case "key":
      return undefined;
  }
}

function whyNotId(id: string, snapshot: Snapshot): string | undefined {
  const declarations = snapshot.declarations(id);
  if (declarations.length === 0) return `Nothing in the workspace defines ${quote(id)}: change it where it stands, or define it first.`;
  if (declarations.length === 1) return undefined;
  const files = [...new Set(declarations.map((declaration) => baseName(declaration.uri)))].join(", ");
  return `${quote(id)} is defined ${declarations.length} times (${files}), so that nobody can tell which of them is meant. Give the others ids of their own first.`;
}

function whyNotParts(parts: readonly AtlasPart[], text: string, snapshot: Snapshot): string | undefined {
  const [part, ...others] = parts as readonly [AtlasPart, ...AtlasPart[]];
  if (others.length > 0) return `${quote(text)} may mean ${parts.map((each) => each.id).join(" or ")}: say which before you rename it.`;
  const atlas = atlasOf(part, snapshot);
  if (!atlas || isShipped(atlas.uri)) {
    return `${quote(part.name)} is a part of the atlas ${quote(part.atlas)}, which ships with Lamina and cannot be changed. An atlas of your own can have a part of another name.`;
  }
  if (normalName(text) !== normalName(part.name))
    return `${quote(text)} is not the id of this part, which is ${quote(part.name)}. Rename that, or change the entry's “also” line.`;
  return undefined;
}

const atlasOf = (part: AtlasPart, snapshot: Snapshot): Atlas | undefined =>
  snapshot.atlases.find((atlas) => atlas.parts.includes(part)) ?? snapshot.atlases.find((atlas) => atlas.id === part.atlas);

const tokens = new TokenBuffer();

/** What is wrong with a name by itself. */
function faultOfName(name: string): string | undefined {
  if (name === "") return "Expected a name.";
  tokenize(name, tokens);
  const isOneName = tokens.count === 2 && tokens.kinds[0] === Kind.name && tokens.starts[0] === 0 && tokens.ends[0] === name.length;
  if (!isOneName) {
    return `Unexpected ${quote(name)}, expected one name: letters, digits, “_” and “+”, with single “-”, “.”, “/” inside and no blanks, such as “thalamic-minority”. A number or a date is no name.`;
  }
  const isWord =
    itemSpec(name) !== undefined ||
    clausesStartingWith(name).length > 0 ||
    reservedInEnds.includes(name) ||
    name === "data" ||
    /^x-./.test(name);
  return isWord ? `Unexpected ${quote(name)}, which is a word of the language, expected another name.` : undefined;
}

/** Why the thing cannot have this name. */
function taken(name: string, { subject }: SubjectAt, snapshot: Snapshot): string | undefined {
  switch (subject.form) {
    case "id":
      return takenId(name, snapshot);
    case "key":
      return faultOfKey(name, subject.key, snapshot);
    case "atlas":
      return faultOfPlainName(name) ?? takenId(name, snapshot) ?? takenAtlas(name, subject.atlas, snapshot);
    case "parts":
      return faultOfPlainName(name) ?? takenPart(name, subject.parts[0] as AtlasPart, snapshot);
    case "quantity":
      return undefined;
  }
}

function takenId(name: string, snapshot: Snapshot): string | undefined {
  const [other] = snapshot.declarations(name);
  return (
    other && `${quote(name)} is taken: it is the id of ${/^[aeiou]/.test(other.word) ? "an" : "a"} ${other.word} in ${baseName(other.uri)}.`
  );
}

/** A name that is looked up with a prefix before a colon cannot hold one. */
const faultOfPlainName = (name: string): string | undefined =>
  name.includes(":") ? `Unexpected “:” in ${quote(name)}: what stands before it would be read as the name of an atlas.` : undefined;

function takenAtlas(name: string, atlas: Atlas, snapshot: Snapshot): string | undefined {
  const other = snapshot.atlases.find((candidate) => candidate !== atlas && normalName(candidate.id) === normalName(name));
  return other && `${quote(name)} is taken: it is the name of an atlas in ${baseName(other.uri)}.`;
}

/** A part may not bear a name that means something else wherever its atlas is in scope. */
function takenPart(name: string, part: AtlasPart, snapshot: Snapshot): string | undefined {
  const atlas = atlasOf(part, snapshot);
  for (const uri of new Set([...(atlas ? [atlas.uri] : []), ...snapshot.documents.keys()])) {
    const names = snapshot.names(uri);
    if (!names.inScope.some((index) => index.atlas === atlas)) continue;
    const other = names.find(name).parts.find((candidate) => candidate.id !== part.id);
    if (other) return `${quote(name)} is taken: in ${baseName(uri)} it is a name of ${quote(other.id)} (${other.label}).`;
  }
  return undefined;
}

/** Characters of a key that Pandoc and the header of a source both take. */
const keyName = lazily(() => /^[\p{L}\p{M}\p{N}_+](?:[\p{L}\p{M}\p{N}_+./:-]*[\p{L}\p{M}\p{N}_])?$/u);

function faultOfKey(name: string, key: string, snapshot: Snapshot): string | undefined {
  if (!keyName().test(name)) return `Unexpected ${quote(name)}, expected a citation key such as “koenig2026neuroscience”.`;
  const [other] = snapshot.sources(name);
  if (!other || snapshot.sources(key).length === 0) return undefined;
  return `${quote(`@${name}`)} has a “source” item of its own in ${baseName(other.uri)}: merge the two items first.`;
}

function editsAt(places: readonly Occurrence[], text: string): Map<string, Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { uri, span } of places) {
    const list = edits.get(uri);
    if (list) list.push({ span, text });
    else edits.set(uri, [{ span, text }]);
  }
  return edits;
}

/** Kinds of parts whose names are also phrases of scopes, which are words and no references. */
const scopeKinds: ReadonlySet<string> = new Set(["species", "area", "age", "state", "preparation"]);

function noticeOf({ subject, text }: SubjectAt, name: string, uri: string, snapshot: Snapshot): string | undefined {
  if (subject.form === "key") {
    const before = snapshot.reference(uri, subject.key);
    const after = snapshot.reference(uri, name);
    const entry = before && !before.shipped ? ` The entry in ${baseName(before.uri)} keeps its key ${quote(subject.key)}.` : "";
    const missing = after ? "" : ` No bibliography has an entry ${quote(name)} yet.`;
    return `Renamed in Lamina only, not in bibliographies and not in running text.${entry}${missing}`;
  }
  if (subject.form === "atlas") return `The setting “lamina.atlases”, where it names ${quote(text)}, must be changed by hand.`;
  if (subject.form === "parts" && scopeKinds.has(subject.parts[0]?.kind ?? "") && isScopePhrase(text, snapshot)) {
    return `Scopes that say ${quote(text)} are phrases and keep their words.`;
  }
  return undefined;
}

/** Whether a scope of the workspace holds these words. */
function isScopePhrase(text: string, snapshot: Snapshot): boolean {
  const wanted = ` ${normalName(text)} `;
  for (const source of snapshot.documents.values()) {
    for (const { item } of placedItems(source)) {
      for (const { args } of item.clauses) {
        const scope = args["scope"];
        if (
          scope?.kind === "scope" &&
          scope.alternatives.some((phrases) => phrases.some((phrase) => ` ${normalName(phrase.text)} `.includes(wanted)))
        )
          return true;
      }
    }
  }
  return false;
}
