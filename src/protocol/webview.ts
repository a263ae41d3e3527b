/** The messages between the extension and the column view, with validators: what crosses the boundary is checked. */
import * as v from "valibot";
import { facets } from "../diagram/view.ts";
import { type ColumnContent, type ColumnView, modes, topics } from "./column.ts";
import type { CardData } from "./details.ts";

/** To the webview: the document that it is to show; it answers with the view that it wants of it. */
export interface ShowDocument {
  readonly type: "document";
  readonly uri: string;
  readonly title: string;
  /** Whether the view stays on its document. */
  readonly pinned: boolean;
  /** How it was looked at when it was shown last. */
  readonly left: Left | null;
}

/** How a document is looked at. */
export interface Left {
  /** The corner and scale of the picture; null while it is fitted to its pane. */
  readonly viewport: { readonly x: number; readonly y: number; readonly scale: number } | null;
  readonly view: ColumnView;
  /** The claim whose evidence is open. */
  readonly selected: string | null;
}

/** To the webview: what there is to show. What is left out is as it was. */
export interface ShowColumn extends ColumnContent {
  readonly type: "column";
  readonly uri: string;
  readonly revision: number;
}

/** To the webview: the claim at the cursor, or none. */
export interface HighlightClaim {
  readonly type: "highlight";
  readonly claim: string | null;
}

/** To the webview: the card that was asked for; null where there is none. */
export interface ShowCard {
  readonly type: "card";
  readonly ask: number;
  readonly card: CardData | null;
}

/** To the webview: show the evidence of a claim, as if it had been chosen there. */
export interface SelectClaim {
  readonly type: "select";
  readonly claim: string;
}

export type ToWebview = ShowDocument | ShowColumn | HighlightClaim | ShowCard | SelectClaim;

const key = v.pipe(v.string(), v.maxLength(2000));
const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000));
const size = v.object({ width: pixels, height: pixels });
const values = v.pipe(v.array(key), v.maxLength(10_000), v.readonly());

const view = v.object({
  mode: v.picklist(modes),
  topic: v.picklist(topics),
  chosen: v.object(v.entriesFromList(facets, v.exactOptional(values))),
  search: key,
  focus: v.nullable(v.object({ kind: v.picklist(["claim", "part"]), key })),
  compare: v.nullable(v.object({ left: key, right: key })),
  order: v.nullable(v.object({ by: key, descending: v.boolean() })),
});

const scale = v.pipe(v.number(), v.minValue(0.01), v.maxValue(100));
const coordinate = v.pipe(v.number(), v.finite());
const left = v.object({
  viewport: v.nullable(v.object({ x: coordinate, y: coordinate, scale })),
  view,
  selected: v.nullable(key),
});

/** How a document was left, or undefined where it is not said: what was kept may be from another version. */
export function readLeft(kept: unknown): Left | undefined {
  const result = v.safeParse(left, kept);
  return result.success ? result.output : undefined;
}

const fromWebview = v.variant("type", [
  /** The page is ready to draw, and has this much room. */
  v.object({ type: v.literal("ready"), size }),
  /** The page was made larger or smaller. */
  v.object({ type: v.literal("resized"), size }),
  /** What the page wants to see of a document. */
  v.object({ type: v.literal("view"), uri: key, view, selected: v.nullable(key) }),
  /** How a document is looked at now, to be kept. */
  v.object({ type: v.literal("left"), uri: key, left }),
  /** A claim was chosen: show it in the text; with `focus` the caret goes there and keys are for the text. */
  v.object({ type: v.literal("reveal"), claim: key, focus: v.boolean() }),
  /** A bundle was chosen: ask which of its claims is meant, then go there. */
  v.object({ type: v.literal("choose"), label: key, claims: v.pipe(v.array(key), v.maxLength(100_000)) }),
  /** A card is wanted. */
  v.object({ type: v.literal("card"), ask: v.number(), kind: v.picklist(["claim", "part"]), key }),
  /** A stub of the drawer is to be written into the text. */
  v.object({ type: v.literal("insert"), claim: key, title: key, rule: key }),
  /** A claim is to be written that sets one part beside another. */
  v.object({ type: v.literal("connect"), from: key, to: key }),
  /** The view is to stay on its document, or to follow the editor again. */
  v.object({ type: v.literal("pin"), pinned: v.boolean() }),
  /** Text for the clipboard. */
  v.object({ type: v.literal("copy"), text: v.pipe(v.string(), v.maxLength(20_000_000)) }),
  /** A link of a card was followed. */
  v.object({ type: v.literal("open"), address: key }),
]);

export type FromWebview = v.InferOutput<typeof fromWebview>;

/** The message, or undefined where it is none of ours. */
export function readFromWebview(message: unknown): FromWebview | undefined {
  const result = v.safeParse(fromWebview, message);
  return result.success ? result.output : undefined;
}

/** A list of objects; what is in them is our own server's, and looked at where it is shown. */
const list = v.exactOptional(v.array(v.record(v.string(), v.unknown())));
const object = v.record(v.string(), v.unknown());

const column = v.looseObject({
  type: v.literal("column"),
  uri: v.string(),
  revision: v.number(),
  title: v.exactOptional(v.string()),
  shown: v.exactOptional(v.number()),
  all: v.exactOptional(v.number()),
  scene: v.exactOptional(
    v.custom((value) => typeof value === "object" && value !== null && "nodes" in value && Array.isArray(value.nodes)),
  ),
  sceneChange: v.exactOptional(object),
  facets: list,
  coverage: list,
  table: v.exactOptional(object),
  sides: v.exactOptional(object),
  comparison: v.exactOptional(v.nullable(object)),
  details: v.exactOptional(v.nullable(object)),
});

const toWebview = v.variant("type", [
  v.object({ type: v.literal("document"), uri: v.string(), title: v.string(), pinned: v.boolean(), left: v.nullable(left) }),
  column,
  v.object({ type: v.literal("highlight"), claim: v.nullable(v.string()) }),
  v.object({ type: v.literal("card"), ask: v.number(), card: v.nullable(v.looseObject({ title: v.string(), sections: v.array(object) })) }),
  v.object({ type: v.literal("select"), claim: v.string() }),
]);

/** The message, or undefined where it is none of ours. */
export function readToWebview(message: unknown): ToWebview | undefined {
  const result = v.safeParse(toWebview, message);
  return result.success ? (result.output as ToWebview) : undefined;
}
