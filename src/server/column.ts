/**
 * Keeps the column views fed: what each panel shows of its document, once for every burst of changes, and of that only
 * what differs from what it was sent before.
 */
import type { Connection } from "vscode-languageserver";
import type { Snapshot, SourceDocument } from "../core/service.ts";
import { baseName, normalUri } from "../core/uri.ts";
import { buildScene } from "../diagram/build.ts";
import { coverageOf } from "../diagram/coverage.ts";
import { differenceOf, isEmpty } from "../diagram/difference.ts";
import { type ClaimInText, type PictureOfDocument, pictureOf } from "../diagram/from-snapshot.ts";
import type { Picture } from "../diagram/picture.ts";
import type { Scene } from "../diagram/scene.ts";
import { tableOf } from "../diagram/table.ts";
import { facetCounts, filtered, type PictureView } from "../diagram/view.ts";
import { type ColumnContent, everything } from "../protocol/column.ts";
import type { ClaimDetails } from "../protocol/details.ts";
import { type ClaimPlace, type ColumnChanged, columnChanged, type ViewSize, type WatchColumn } from "../protocol/requests.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { comparisonTable } from "./column-compare.ts";
import { claimDetails } from "./column-details.ts";
import { otherPicture } from "./column-other.ts";
import { pictureView, sidesOf, tableOrder } from "./column-view.ts";
import { toRange } from "./convert.ts";

/** A panel and what it was sent last, as text, by what it is. */
interface Panel {
  readonly watched: WatchColumn & { readonly uri: string };
  readonly sent: Map<string, string>;
  /** The scene that its page has, and what that was drawn from. */
  scene?: { readonly scene: Scene; readonly picture: Picture; readonly asked: string };
}

export class Column {
  readonly #workspace: Workspace;
  readonly #connection: Connection;
  readonly #panels = new Map<number, Panel>();
  #revision = 0;
  #waiting = false;

  constructor(workspace: Workspace, connection: Connection) {
    this.#workspace = workspace;
    this.#connection = connection;
  }

  /** A panel shows something else, or nothing. */
  watch(watched: WatchColumn): void {
    const { panel, uri } = watched;
    if (uri === null) {
      this.#panels.delete(panel);
      return;
    }
    const before = this.#panels.get(panel);
    const normal = normalUri(uri);
    const same = before?.watched.uri === normal;
    const kept = same ? before : { sent: new Map<string, string>() };
    this.#panels.set(panel, { ...kept, watched: { ...watched, uri: normal } });
    this.refresh();
  }

  /** Draws anew when the changes at hand have been heard. */
  refresh(): void {
    if (this.#panels.size === 0 || this.#waiting) return;
    this.#waiting = true;
    setImmediate(() => {
      this.#waiting = false;
      const pictures = new Map<string, PictureOfDocument>();
      for (const panel of this.#panels.values()) this.#send(panel, pictures);
    });
  }

  #send(panel: Panel, known: Map<string, PictureOfDocument>): void {
    const { uri } = panel.watched;
    const { snapshot } = this.#workspace;
    const source = snapshot.documents.get(uri);
    if (!source) return;
    try {
      const drawn = known.get(uri) ?? pictureOf(snapshot, uri, baseName(uri));
      known.set(uri, drawn);
      this.#show(panel, source, drawn);
    } catch (thrown) {
      // the text and its findings matter more than the picture
      this.#connection.console.error(
        `The column view of ${uri} could not be drawn: ${thrown instanceof Error ? thrown.stack : String(thrown)}`,
      );
    }
  }

  #show(panelShown: Panel, source: SourceDocument, { picture, places }: PictureOfDocument): void {
    const { watched, sent } = panelShown;
    const { snapshot } = this.#workspace;
    const { panel, uri, size, selected } = watched;
    const asked = watched.view ?? everything;
    const other = asked.topic === "compare" && watched.other ? otherPicture(snapshot, uri, watched.other) : undefined;
    const sides = sidesOf(picture, asked, other);
    const view = pictureView(asked, sides, picture, other);
    const left = filtered(picture, view);

    const news: { -readonly [Part in keyof ColumnContent]: ColumnContent[Part] } & { places?: readonly ClaimPlace[] } = {};
    /** Makes a part of the message where what it is made from differs, so that nothing is made or drawn twice. */
    const tell = <Part extends keyof typeof news>(part: Part, from: unknown, make: () => (typeof news)[Part]): void => {
      const text = JSON.stringify(from);
      if (sent.get(part) === text) return;
      sent.set(part, text);
      news[part] = make();
    };
    tell("title", picture.title, () => picture.title);
    tell("shown", left.claims.length, () => left.claims.length);
    tell("all", picture.claims.length, () => picture.claims.length);
    const found = claimPlaces(source, places);
    tell("places", found, () => found);
    const counts = facetCounts(picture, view);
    tell("facets", counts, () => counts);
    if (asked.topic === "compare") tell("sides", sides, () => sides);
    if (asked.mode === "picture") Object.assign(news, sceneNews(panelShown, left, view, size));
    else if (asked.topic === "claims") {
      const table = tableOf(picture, view, tableOrder(asked));
      tell("table", table, () => table);
    } else if (asked.topic === "coverage") {
      const coverage = coverageOf(left);
      tell("coverage", coverage, () => coverage);
    } else {
      const comparison = comparisonTable(picture, view);
      tell("comparison", comparison, () => comparison);
    }
    const details = this.#details(uri, places, selected ?? null, snapshot);
    tell("details", details, () => details);
    if (Object.keys(news).length === 0) return;
    const message: ColumnChanged = { panel, uri, revision: ++this.#revision, ...news };
    void this.#connection.sendNotification(columnChanged, message);
  }

  #details(uri: string, places: readonly ClaimInText[], selected: string | null, snapshot: Snapshot): ClaimDetails | null {
    const place = selected === null ? undefined : places.find(({ key }) => key === selected);
    return (place && claimDetails(snapshot, uri, place, this.#workspace.checker.findings(uri))) ?? null;
  }
}

/** The scene, or what differs from the one that the page has; nothing where nothing does. */
function sceneNews(
  panel: Panel,
  picture: Picture,
  view: PictureView,
  size: ViewSize | undefined,
): Pick<ColumnContent, "scene" | "sceneChange"> {
  const asked = JSON.stringify([view, size]);
  const before = panel.scene;
  if (before && before.asked === asked && samePicture(before.picture, picture)) return {};
  const scene = buildScene(picture, { ...size, view });
  panel.scene = { scene, picture, asked };
  if (!before) return { scene };
  const sceneChange = differenceOf(before.scene, scene);
  return isEmpty(sceneChange) ? {} : { sceneChange };
}

/** Whether two pictures are drawn alike: claims of which nothing changed are the same objects. */
const samePicture = (a: Picture, b: Picture): boolean =>
  a.title === b.title &&
  a.total === b.total &&
  a.claims.length === b.claims.length &&
  a.claims.every((claim, at) => claim === b.claims[at]) &&
  JSON.stringify([a.parts, a.atlases]) === JSON.stringify([b.parts, b.atlases]);

/** Where claims stand, as the protocol counts. */
const claimPlaces = ({ lines }: SourceDocument, places: readonly ClaimInText[]): ClaimPlace[] =>
  places.map(({ key, span, header }) => ({ claim: key, range: toRange(lines, span), selection: toRange(lines, header) }));
