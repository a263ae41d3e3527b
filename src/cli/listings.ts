/** What `lamina list` lists: one row of this table each. */

import { CONFIGURATION_FILE } from "../core/configuration.ts";
import { evidenceTypes } from "../core/evidence/types.ts";
import { rules } from "../core/rules/index.ts";
import { builtin, type SourceDocument } from "../core/service.ts";
import { settingsFor } from "../core/settings.ts";
import { folderOf, isInside } from "../core/uri.ts";
import { hostOf } from "../embed/host.ts";
import { collectClaims } from "../records/collect.ts";
import type { ClaimCollection, RecordPlace } from "../records/record.ts";
import { toUri } from "../workspace/node-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { checkPaths, documentsAsked, type OpenProjects, openProjects } from "./check.ts";
import { formats } from "./formats/index.ts";
import { exclusion } from "./paths.ts";
import { relativePath } from "./project.ts";
import { columns } from "./table.ts";
import type { World } from "./world.ts";

export interface ListingOrder {
  readonly world: World;
  readonly paths: readonly string[];
  /** Patterns of files that are left out. */
  readonly excluded: readonly string[];
  /** Of claims, only those that stand so; all where it is empty. */
  readonly standings: readonly string[];
}

/** One thing that is listed: as programs get it. Texts, numbers and lists of texts. */
export type ListingRow = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface Listing {
  readonly name: string;
  readonly summary: string;
  rows(order: ListingOrder): Promise<readonly ListingRow[]>;
  /** The rows for people. */
  show(rows: readonly ListingRow[], colour: boolean): string;
}

/** Shows some fields of each row beside each other. */
const showing =
  (...fields: readonly string[]): Listing["show"] =>
  (rows, colour) =>
    columns(
      rows.map((row) => fields.map((field) => textOf(row[field]))),
      colour,
    );

const textOf = (value: ListingRow[string]): string => (Array.isArray(value) ? value.join(", ") : value === undefined ? "" : String(value));

const placeText = ({ path, line, cell }: RecordPlace): string => `${path}${cell === undefined ? "" : `:cell ${cell}`}:${line}`;

export const listings: readonly Listing[] = [
  {
    name: "claims",
    summary: "every claim: where it stands, what it says, what it asserts and what it earns",
    async rows(order) {
      const found = await collected(order);
      return found.flatMap(({ claims }) =>
        claims
          .filter(({ standing }) => order.standings.length === 0 || order.standings.includes(standing))
          .map((claim) => ({
            place: placeText(claim.place),
            id: claim.id,
            standing: claim.standing,
            asserted: claim.asserted,
            earned: claim.earned,
            claim: claim.written,
            means: claim.means,
          })),
      );
    },
    show: showing("place", "standing", "asserted", "claim"),
  },
  {
    name: "predictions",
    summary: "every prediction and its verdict",
    async rows(order) {
      return (await collected(order)).flatMap(({ predictions }) =>
        predictions.map(({ id, place, verdict, text, reason, expects, falsifiedIf }) => ({
          place: place && placeText(place),
          id,
          verdict,
          text,
          reason,
          expects,
          falsifiedIf,
        })),
      );
    },
    show: showing("place", "verdict", "id", "text"),
  },
  {
    name: "works",
    summary: "every work that claims cite, and how often",
    async rows(order) {
      return (await collected(order)).flatMap((collection) =>
        collection.works.map((work) => ({
          key: work.key,
          cited: timesCited(collection, work.key),
          work: work.line ?? "in no bibliography",
          doi: work.doi,
        })),
      );
    },
    show: showing("key", "cited", "work"),
  },
  {
    name: "parts",
    summary: "every part that a claim may name, by atlas",
    async rows(order) {
      const atlases = new Map(builtin().atlases.map((atlas) => [atlas.id, atlas]));
      for (const { uri, workspace } of documentsAsked(await opened(order)))
        for (const { atlas } of workspace.snapshot.names(uri).atlases()) atlases.set(atlas.id, atlas);
      return [...atlases.values()].flatMap(({ id: atlas, parts }) => parts.map(({ id, name, kind }) => ({ id, name, kind, atlas })));
    },
    show: showing("id", "name", "kind"),
  },
  {
    name: "rules",
    summary: "every rule, with its weight in draft, review and submission",
    async rows() {
      return rules.map(({ code, title, severity }) => ({
        rule: code,
        draft: severity.draft ?? "off",
        review: severity.review ?? "off",
        submission: severity.submission ?? "off",
        finds: title,
      }));
    },
    show: showing("rule", "draft", "review", "submission", "finds"),
  },
  {
    name: "evidence",
    summary: "every type of evidence that a claim may name",
    async rows() {
      return evidenceTypes.map(({ id, family, label, definition, eco }) => ({
        type: id,
        family,
        label,
        definition,
        eco: eco.map((term) => term.id),
      }));
    },
    show: showing("type", "label", "definition"),
  },
  {
    name: "files",
    summary: "every file that holds claims, statements of claims, or settings",
    async rows(order) {
      const isExcluded = exclusion(order.excluded);
      return [...documentsAsked(await opened(order))]
        .map(({ uri, source }) => ({
          path: relativePath(uri, order.world.folder),
          sort: source.configuration ? "settings" : (hostOf(uri) ?? ""),
          items: source.regions.reduce((sum, { document }) => sum + document.items.filter(({ word }) => word !== undefined).length, 0),
          statements: source.anchors.length,
        }))
        .filter(({ path }) => !isExcluded(path));
    },
    show: showing("path", "sort", "items", "statements"),
  },
  {
    name: "suppressions",
    summary: "every finding that a comment silences, and why",
    async rows({ world, paths, excluded }) {
      const isExcluded = exclusion(excluded);
      const { silenced } = await checkPaths({ paths, folder: world.folder, files: world.files, profile: "submission" });
      return silenced
        .filter(({ path }) => !isExcluded(path))
        .map(({ path, start, rule, reason, owner, until, message }) => ({
          place: `${path}:${start.line + 1}`,
          rule,
          reason: reason === "" ? "no reason is given" : reason,
          owner,
          until,
          message,
        }));
    },
    show: showing("place", "rule", "reason", "owner", "until"),
  },
  {
    name: "settings",
    summary: "which settings hold for each file, and where each comes from",
    async rows(order) {
      const found = await opened(order);
      return [...documentsAsked(found)]
        .filter(({ source }) => !source.configuration)
        .flatMap(({ uri, workspace }) => settingRows(uri, workspace, order.world.folder));
    },
    show: (rows, colour) => bySource(rows, colour),
  },
  {
    name: "formats",
    summary: "what lamina check can print, and for whom",
    async rows() {
      return formats.map(({ name, title, purpose }) => ({ name, title, purpose }));
    },
    show: showing("name", "title", "purpose"),
  },
];

const opened = ({ world, paths }: ListingOrder): Promise<OpenProjects> => openProjects({ paths, folder: world.folder, files: world.files });

/** The claims of each project. */
async function collected(order: ListingOrder): Promise<readonly ClaimCollection[]> {
  const isExcluded = exclusion(order.excluded);
  const { folder } = order.world;
  const wanted = new Map<Workspace, string[]>();
  for (const { uri, workspace } of documentsAsked(await opened(order)))
    if (!isExcluded(relativePath(uri, folder))) wanted.set(workspace, [...(wanted.get(workspace) ?? []), uri]);
  return [...wanted].map(([{ snapshot, checker }, uris]) =>
    collectClaims(snapshot, uris, { title: "", folder: toUri(folder), profile: checker.settings.profile }),
  );
}

const timesCited = ({ claims }: ClaimCollection, key: string): number =>
  claims.reduce(
    (sum, claim) => sum + [...claim.statedIn, ...claim.evidence].filter(({ works }) => works.some((work) => work.key === key)).length,
    0,
  );

/** The settings that hold for a document. */
function settingRows(uri: string, { snapshot, checker }: Workspace, folder: string): readonly ListingRow[] {
  const held = checker.settingsOf(uri);
  const nearest = nearestConfiguration(uri, snapshot.documents);
  const given = nearest?.source.configuration?.settings ?? {};
  return settingsFor("project").map(({ name, key }) => ({
    path: relativePath(uri, folder),
    setting: name,
    value: JSON.stringify(held[key]),
    from: key in given && nearest ? relativePath(nearest.uri, folder) : "default",
  }));
}

/** The settings file that holds for a document: that of its folder, or of the nearest above. The others count for nothing. */
function nearestConfiguration(
  uri: string,
  documents: ReadonlyMap<string, SourceDocument>,
): { readonly uri: string; readonly source: SourceDocument } | undefined {
  let found: { readonly uri: string; readonly source: SourceDocument } | undefined;
  for (const [other, source] of documents) {
    if (!source.configuration || !other.endsWith(`/${CONFIGURATION_FILE}`) || !isInside(uri, folderOf(other))) continue;
    if (!found || other.length > found.uri.length) found = { uri: other, source };
  }
  return found;
}

/** Files that the same settings hold for, together. */
function bySource(rows: readonly ListingRow[], colour: boolean): string {
  const groups = new Map<string, { readonly paths: Set<string>; readonly lines: string }>();
  const paths = [...new Set(rows.map(({ path }) => String(path)))];
  for (const path of paths) {
    const own = rows.filter((row) => row["path"] === path);
    const lines = columns(
      own.map(({ setting, value, from }) => ["", textOf(setting), textOf(value), from === "default" ? "default" : `from ${textOf(from)}`]),
      colour,
    );
    const group = groups.get(lines) ?? { paths: new Set<string>(), lines };
    group.paths.add(path);
    groups.set(lines, group);
  }
  return [...groups.values()].map((group) => `${[...group.paths].join("\n")}\n${group.lines}`).join("\n");
}
