/** The messages between the extension and the column view, with validators: what crosses the boundary is checked. */
import * as v from "valibot";
import type { Scene } from "../diagram/scene.ts";

/** To the webview: draw this. */
export interface ShowColumn {
  readonly type: "show";
  readonly uri: string;
  readonly revision: number;
  readonly title: string;
  readonly scene: Scene;
}

/** To the webview: the claim at the cursor, or none. */
export interface HighlightClaim {
  readonly type: "highlight";
  readonly claim: string | null;
}

export type ToWebview = ShowColumn | HighlightClaim;

const key = v.pipe(v.string(), v.maxLength(2000));
const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000));
const size = v.object({ width: pixels, height: pixels });

const fromWebview = v.variant("type", [
  /** The view is ready to draw, and has this much room. */
  v.object({ type: v.literal("ready"), size }),
  /** The view was made larger or smaller. */
  v.object({ type: v.literal("resized"), size }),
  /** A ribbon or chip was chosen: go to its claim in the text. */
  v.object({ type: v.literal("reveal"), claim: key }),
  /** A bundle was chosen: ask which of its claims is meant, then go there. */
  v.object({ type: v.literal("choose"), label: key, claims: v.pipe(v.array(key), v.maxLength(100_000)) }),
]);

export type FromWebview = v.InferOutput<typeof fromWebview>;

/** The message, or undefined where it is none of ours. */
export function readFromWebview(message: unknown): FromWebview | undefined {
  const result = v.safeParse(fromWebview, message);
  return result.success ? result.output : undefined;
}

const toWebview = v.variant("type", [
  v.object({
    type: v.literal("show"),
    uri: v.string(),
    revision: v.number(),
    title: v.string(),
    scene: v.custom<Scene>((value) => typeof value === "object" && value !== null && Array.isArray((value as { nodes?: unknown }).nodes)),
  }),
  v.object({ type: v.literal("highlight"), claim: v.nullable(v.string()) }),
]);

/** The message, or undefined where it is none of ours. */
export function readToWebview(message: unknown): ToWebview | undefined {
  const result = v.safeParse(toWebview, message);
  return result.success ? result.output : undefined;
}
