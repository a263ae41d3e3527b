/** Finds parts by their names: ids, labels and synonyms, in the atlases that a document has in scope. */
import type { Arrow } from "../syntax/tree.ts";
import type { Atlas, AtlasPart, Path } from "./atlas.ts";

/** Names compare without regard to case; `-`, `_` and blanks count as the same. */
export const normalName = (name: string): string =>
  isPlain.test(name)
    ? name.toLowerCase()
    : name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[-_\s]+/g, " ")
        .trim();

/** Most names are of letters and digits alone, for which the rest is spared. */
const isPlain = /^[A-Za-z0-9./+:]*$/;

/** How a part bears a name. An id is the strongest. */
export type NameStrength = "id" | "synonym";

interface NamedPart {
  readonly part: AtlasPart;
  readonly strength: NameStrength;
}

/** One atlas, made ready for look-ups. */
export class AtlasIndex {
  readonly atlas: Atlas;
  readonly #names = new Map<string, NamedPart[]>();
  readonly #ancestors = new Map<AtlasPart, ReadonlySet<AtlasPart>>();
  readonly #joining = new Map<string, readonly AtlasPart[]>();
  readonly pathways: readonly AtlasPart[];

  constructor(atlas: Atlas) {
    this.atlas = atlas;
    this.pathways = atlas.parts.filter((part) => part.joins.length > 0);
    for (const part of atlas.parts) {
      this.#add(part.name, part, "id");
      this.#add(part.label, part, "synonym");
      for (const synonym of part.synonyms) this.#add(synonym.text, part, "synonym");
    }
  }

  #add(name: string, part: AtlasPart, strength: NameStrength): void {
    const key = normalName(name);
    const list = this.#names.get(key);
    if (!list) this.#names.set(key, [{ part, strength }]);
    else if (!list.some((entry) => entry.part === part)) list.push({ part, strength });
  }

  named(name: string): readonly NamedPart[] {
    return this.#names.get(normalName(name)) ?? [];
  }

  /** Whether entries name parts of other atlases in `in` or `joins`. */
  get reachesOut(): boolean {
    this.#reachesOut ??= this.atlas.parts.some((part) =>
      [...part.within, ...part.joins.flatMap(({ parts }) => parts)].some((name) => this.named(name).length === 0),
    );
    return this.#reachesOut;
  }

  #reachesOut: boolean | undefined;

  /** The part with this id. */
  part(name: string): AtlasPart | undefined {
    return this.named(name).find((entry) => entry.strength === "id")?.part;
  }

  /** All names that the atlas knows, as normal names. */
  names(): Iterable<string> {
    return this.#names.keys();
  }

  /** The part and all parts that it lies within, near and far. A circle in the atlas ends where it closes. */
  withAncestors(part: AtlasPart): ReadonlySet<AtlasPart> {
    let ancestors = this.#ancestors.get(part);
    if (!ancestors) {
      const found = new Set<AtlasPart>([part]);
      for (const ancestor of found) {
        for (const name of ancestor.within) {
          const parent = this.part(name) ?? this.named(name)[0]?.part;
          if (parent) found.add(parent);
        }
      }
      ancestors = found;
      this.#ancestors.set(part, ancestors);
    }
    return ancestors;
  }

  /**
   * The pathways that join these ends by these arrows: first those that name the very ends, else those whose ends
   * lie within them.
   */
  pathwaysJoining(ends: readonly AtlasPart[], arrows: readonly Arrow[]): readonly AtlasPart[] {
    const key = `${ends.map((part) => part.id).join(" ")} ${arrows.join(" ")}`;
    let joining = this.#joining.get(key);
    if (!joining) {
      joining = this.#findJoining(ends, arrows);
      this.#joining.set(key, joining);
    }
    return joining;
  }

  #findJoining(ends: readonly AtlasPart[], arrows: readonly Arrow[]): readonly AtlasPart[] {
    return joining(this.pathways, ends, arrows, {
      part: (_, name) => this.part(name),
      withAncestors: (part) => this.withAncestors(part),
    });
  }
}

/** How what an atlas writes is found: the part that an entry names, and what a part lies within. */
interface Resolver {
  part(from: AtlasPart, name: string): AtlasPart | undefined;
  withAncestors(part: AtlasPart): ReadonlySet<AtlasPart>;
}

/** Of these pathways those that join the very ends, else those whose ends lie within them. */
function joining(
  pathways: Iterable<AtlasPart>,
  ends: readonly AtlasPart[],
  arrows: readonly Arrow[],
  resolver: Resolver,
): readonly AtlasPart[] {
  const exact: AtlasPart[] = [];
  const within: AtlasPart[] = [];
  const turnedEnds = [...ends].reverse();
  const turnedArrows = arrows.map(turned).reverse();
  for (const pathway of pathways) {
    let fit: "exact" | "within" | undefined;
    for (const path of pathway.joins) {
      fit = betterFit(fit, fitOneWay(pathway, path, ends, arrows, resolver));
      fit = betterFit(fit, fitOneWay(pathway, path, turnedEnds, turnedArrows, resolver));
    }
    if (fit === "exact") exact.push(pathway);
    else if (fit === "within") within.push(pathway);
  }
  return exact.length > 0 ? exact : within;
}

function fitOneWay(
  pathway: AtlasPart,
  path: Path,
  ends: readonly AtlasPart[],
  arrows: readonly Arrow[],
  { part, withAncestors }: Resolver,
): "exact" | "within" | undefined {
  if (path.parts.length !== ends.length || !path.arrows.every((arrow, index) => arrow === arrows[index])) return undefined;
  let exact = true;
  for (let index = 0; index < ends.length; index++) {
    const joined = part(pathway, path.parts[index] as string);
    const wanted = ends[index] as AtlasPart;
    if (!joined || !withAncestors(joined).has(wanted)) return undefined;
    if (joined !== wanted) exact = false;
  }
  return exact ? "exact" : "within";
}

const betterFit = (a: "exact" | "within" | undefined, b: "exact" | "within" | undefined): "exact" | "within" | undefined =>
  a === "exact" || b === "exact" ? "exact" : (a ?? b);

const turned = (arrow: Arrow): Arrow => (arrow === "->" ? "<-" : arrow === "<-" ? "->" : arrow);

const indexes = new WeakMap<Atlas, AtlasIndex>();

/** The look-up of an atlas; made once. */
export function indexOf(atlas: Atlas): AtlasIndex {
  let index = indexes.get(atlas);
  if (!index) {
    index = new AtlasIndex(atlas);
    indexes.set(atlas, index);
  }
  return index;
}

/** What a name was found to mean. */
export interface NameMatch {
  /** The parts that bear the name; several where it is ambiguous, none where it is unknown. */
  readonly parts: readonly AtlasPart[];
  /** For `L5.PT`: the part that the first half names; the parts are those of the second half. */
  readonly whole: AtlasPart | undefined;
  /** For a prefix that names no atlas: the prefix. */
  readonly unknownAtlas: string | undefined;
}

/** The part of an atlas that bears a name: as its id, else the first of those that are also called so. */
const bearerOf = (index: AtlasIndex, name: string): AtlasPart | undefined => index.part(name) ?? index.named(name)[0]?.part;

const nothing: NameMatch = { parts: [], whole: undefined, unknownAtlas: undefined };

/** The atlases that a document has in scope, in order, and all others, which only a prefix reaches. */
export class Names {
  readonly inScope: readonly AtlasIndex[];
  /** Atlases that the document asks for and that are not there. */
  readonly missing: readonly string[];
  readonly #byId: ReadonlyMap<string, AtlasIndex>;
  readonly #known = new Map<string, NameMatch>();
  readonly #ancestors = new Map<AtlasPart, ReadonlySet<AtlasPart>>();
  readonly #joining = new Map<string, readonly AtlasPart[]>();

  constructor(inScope: readonly Atlas[], all: readonly Atlas[], missing: readonly string[] = []) {
    this.inScope = inScope.map(indexOf);
    this.missing = missing;
    this.#byId = new Map([...all, ...inScope].map((atlas) => [normalName(atlas.id), indexOf(atlas)]));
  }

  atlas(id: string): AtlasIndex | undefined {
    return this.#byId.get(id) ?? this.#byId.get(normalName(id));
  }

  atlases(): Iterable<AtlasIndex> {
    return this.#byId.values();
  }

  /** The part with a qualified id, `cortex:L4`. */
  byId(id: string): AtlasPart | undefined {
    const colon = id.indexOf(":");
    return colon < 0 ? undefined : this.atlas(id.slice(0, colon))?.part(id.slice(colon + 1));
  }

  /** The parts that `name` may mean: an exact id before any synonym, the whole name before it is split at a dot. */
  find(name: string): NameMatch {
    let match = this.#known.get(name);
    if (!match) {
      match = this.#find(name);
      this.#known.set(name, match);
    }
    return match;
  }

  #find(name: string): NameMatch {
    const colon = name.indexOf(":");
    if (colon > 0) {
      const atlas = this.atlas(name.slice(0, colon));
      if (atlas) return this.#findIn([atlas], name.slice(colon + 1));
      const plain = this.#findIn(this.inScope, name);
      return plain.parts.length > 0 ? plain : { ...nothing, unknownAtlas: name.slice(0, colon) };
    }
    return this.#findIn(this.inScope, name);
  }

  #findIn(atlases: readonly AtlasIndex[], name: string): NameMatch {
    const parts = this.#named(atlases, name);
    if (parts.length > 0) return { ...nothing, parts };
    const dot = name.lastIndexOf(".");
    if (dot > 0 && dot < name.length - 1) {
      const wholes = this.#named(atlases, name.slice(0, dot));
      const inner = this.#named(atlases, name.slice(dot + 1));
      if (wholes.length > 0 && inner.length > 0) return { ...nothing, parts: inner, whole: wholes[0] };
    }
    return nothing;
  }

  #named(atlases: readonly AtlasIndex[], name: string): readonly AtlasPart[] {
    const found = atlases.flatMap((atlas) => atlas.named(name));
    const ids = found.filter((entry) => entry.strength === "id");
    return (ids.length > 0 ? ids : found).map((entry) => entry.part);
  }

  /**
   * The part that an entry of an atlas names, in `in` or `joins`: by its prefix, else one of its own atlas, else one that
   * the document may use, else the only one of that name anywhere.
   */
  partNamedBy(entry: AtlasPart, name: string): AtlasPart | undefined {
    const colon = name.indexOf(":");
    const prefixed = colon > 0 ? this.atlas(name.slice(0, colon)) : undefined;
    if (prefixed) return bearerOf(prefixed, name.slice(colon + 1));
    const own = this.atlas(entry.atlas);
    const near = own && bearerOf(own, name);
    if (near) return near;
    const { parts } = this.find(name);
    if (parts.length > 0) return parts.length === 1 ? parts[0] : undefined;
    const [only, ...others] = [...this.#byId.values()].flatMap((index) => index.part(name) ?? []);
    return others.length === 0 ? only : undefined;
  }

  /** The part and all that it lies within, near and far, over all atlases. A circle ends where it closes. */
  withAncestors(part: AtlasPart): ReadonlySet<AtlasPart> {
    const own = this.atlas(part.atlas);
    if (own && !own.reachesOut) return own.withAncestors(part);
    let ancestors = this.#ancestors.get(part);
    if (!ancestors) {
      const found = new Set<AtlasPart>([part]);
      for (const below of found) {
        for (const name of below.within) {
          const above = this.partNamedBy(below, name);
          if (above) found.add(above);
        }
      }
      ancestors = found;
      this.#ancestors.set(part, ancestors);
    }
    return ancestors;
  }

  /**
   * The pathways that join these ends by these arrows, of the ends' own atlas and of those that the document may use:
   * an atlas of the writer's own may join parts of others.
   */
  pathwaysJoining(ends: readonly AtlasPart[], arrows: readonly Arrow[]): readonly AtlasPart[] {
    const key = `${ends.map((part) => part.id).join(" ")} ${arrows.join(" ")}`;
    let found = this.#joining.get(key);
    if (!found) {
      const own = ends.flatMap((part) => this.atlas(part.atlas) ?? []);
      const asked = new Set([...own, ...this.inScope].filter((index) => index.reachesOut || own.includes(index)));
      const [only, ...others] = asked;
      found =
        only && others.length === 0 && !only.reachesOut
          ? only.pathwaysJoining(ends, arrows)
          : joining(
              [...asked].flatMap((index) => index.pathways),
              ends,
              arrows,
              { part: (from, name) => this.partNamedBy(from, name), withAncestors: (part) => this.withAncestors(part) },
            );
      this.#joining.set(key, found);
    }
    return found;
  }

  /** What the atlases say of a word that means several things: `layer`, `CT`. */
  meaningsOfTerm(term: string): readonly string[] {
    const wanted = normalName(term);
    return this.inScope.flatMap((index) =>
      index.atlas.bewares.filter((beware) => beware.term !== undefined && normalName(beware.term) === wanted).map((beware) => beware.text),
    );
  }
}
