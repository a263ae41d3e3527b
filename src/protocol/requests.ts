/**
 * What client and server say to each other beyond the language server protocol. Method names and shapes stand here
 * once; both sides import them.
 */
import type { Scene } from "../diagram/scene.ts";

/** A place in a document as the language server protocol counts: zero-based, characters in UTF-16 code units. */
export interface PlacePosition {
  readonly line: number;
  readonly character: number;
}

export interface PlaceRange {
  readonly start: PlacePosition;
  readonly end: PlacePosition;
}

/** Where a claim stands in its document. */
export interface ClaimPlace {
  /** The claim's key in the scene. */
  readonly claim: string;
  /** The whole item. */
  readonly range: PlaceRange;
  /** What to select when one goes there: its header. */
  readonly selection: PlaceRange;
}

/** Client to server: the document whose picture is on show, or null when none is. */
export const watchColumn = "lamina/watchColumn";
export interface WatchColumn {
  readonly uri: string | null;
  /** The room that the view has, in CSS pixels: gutters and rail follow it, so that a narrow view stays readable. */
  readonly size?: ViewSize;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** Server to client: the picture of the watched document, sent anew whenever it may have changed. */
export const columnChanged = "lamina/columnChanged";
export interface ColumnChanged {
  readonly uri: string;
  /** Rises by one with every message, so that a late one is known as such. */
  readonly revision: number;
  readonly title: string;
  readonly scene: Scene;
  readonly places: readonly ClaimPlace[];
}

/** Server to client: what the status bar says. */
export const statusChanged = "lamina/statusChanged";
export interface StatusChanged {
  readonly claims: number;
  /** Claims with a finding of the rule claim-without-evidence. */
  readonly withoutEvidence: number;
  /** Whether documents of the workspace are still being read. */
  readonly indexing: boolean;
}

/** Client to server: the text of a document that ships with Lamina, for reading. */
export const shippedText = "lamina/shippedText";
export interface ShippedText {
  readonly uri: string;
}
/** The whole text; empty where nothing of that address ships. */
export type ShippedTextResult = string;

/** The scheme of documents that ship with Lamina: `lamina-atlas:/cortex.lamina`, `lamina-atlas:/references.bib`. */
export const SHIPPED_SCHEME = "lamina-atlas";

/** Client to server: whether the editor's theme is light or dark, for the pictures in hover cards. */
export const themeChanged = "lamina/themeChanged";
export interface ThemeChanged {
  readonly theme: "light" | "dark";
}

/** What the client says of itself when it starts the server. */
export interface StartOptions {
  readonly theme?: "light" | "dark";
  /** Whether hovers may hold the small set of HTML that VS Code shows. */
  readonly htmlInHovers?: boolean;
}
