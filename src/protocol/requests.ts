/**
 * What client and server say to each other beyond the language server protocol. Method names and shapes stand here
 * once; both sides import them.
 */
import type { ColumnContent, ColumnView } from "./column.ts";
import type { CardData } from "./details.ts";

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

/** Client to server: what a column view shows, or null for its document while nobody sees it. */
export const watchColumn = "lamina/watchColumn";
export interface WatchColumn {
  /** The view: each panel of the editor has a number of its own. */
  readonly panel: number;
  readonly uri: string | null;
  /** The room that the view has, in CSS pixels: gutters and rail follow it, so that a narrow view stays readable. */
  readonly size?: ViewSize;
  /** What it shows of the document; all of it, as a picture, where nothing is said. */
  readonly view?: ColumnView;
  /** The claim whose evidence is open beside the picture. */
  readonly selected?: string | null;
  /** Another text of the document, to compare with: `HEAD` of its repository. */
  readonly other?: OtherText;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

export interface OtherText {
  /** What it is called: `HEAD`. */
  readonly label: string;
  readonly text: string;
}

/**
 * Server to client: what a view shows, sent anew whenever it may have changed. What is left out is as it was in the
 * message before it.
 */
export const columnChanged = "lamina/columnChanged";
export interface ColumnChanged extends ColumnContent {
  readonly panel: number;
  readonly uri: string;
  /** Rises by one with every message, so that a late one is known as such. */
  readonly revision: number;
  readonly places?: readonly ClaimPlace[];
}

/** Client to server: the card of a claim or part, as the editor's hovers have it. */
export const columnCard = "lamina/columnCard";
export interface ColumnCard {
  readonly uri: string;
  readonly kind: "claim" | "part";
  readonly key: string;
}
export type ColumnCardResult = CardData | null;

/** An edit of a document as the language server protocol has it. */
export interface PlaceEdit {
  readonly range: PlaceRange;
  readonly newText: string;
}

/** Client to server: the edits of a stub that the drawer offers. */
export const columnStub = "lamina/columnStub";
export interface ColumnStub {
  readonly uri: string;
  readonly claim: string;
  readonly title: string;
  readonly rule: string;
}
export interface ColumnStubResult {
  readonly edits: readonly PlaceEdit[];
  /** What is left to fill in, within the edits' texts; undefined where nothing is. */
  readonly open?: string;
}

/** Client to server: a new claim that sets one part beside another, ready to be written. */
export const columnConnect = "lamina/columnConnect";
export interface ColumnConnect {
  readonly uri: string;
  /** Qualified ids of parts. */
  readonly from: string;
  readonly to: string;
}
/** Null where nothing can be written into the document. */
export type ColumnConnectResult = {
  readonly at: PlacePosition;
  /** The text before, in place of, and after the id, which is to be filled in. */
  readonly before: string;
  readonly id: string;
  readonly after: string;
} | null;

/** Client to server: the picture of a document, or of one of its fences, to stand elsewhere. */
export const drawFigure = "lamina/drawFigure";
export interface DrawFigure {
  readonly uri: string;
  /** The line in which the fence opens whose claims are meant; all claims of the document where it is left out. */
  readonly line?: number;
  readonly form: "svg" | "table";
  readonly theme: "light" | "dark" | "high-contrast" | "print";
  /** The wished width of a picture in CSS pixels; a narrow one has larger words where it stands in a column of text. */
  readonly width?: number;
}
/** An SVG file that stands alone, or rows; null where the document is not known. */
export type DrawFigureResult =
  | { readonly form: "svg"; readonly svg: string; readonly title: string; readonly description: string; readonly claims: number }
  | { readonly form: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | null;

/** Client to server: the picture of a document as a figure, in a file of some format. */
export const exportFigure = "lamina/exportFigure";
export interface ExportFigure {
  readonly uri: string;
  readonly format: FigureFormat;
  /** On paper, in millimetres. */
  readonly widthMm: number;
  readonly theme: FigureTheme;
  /** What a column view shows of the document; all its claims where it is left out. */
  readonly view?: ColumnView;
  /** Another text of the document, to compare with. */
  readonly other?: OtherText;
}
/** Null where the document is not known. */
export type ExportFigureResult =
  | { readonly base64: string; readonly caption: string; readonly notes: readonly string[] }
  /** Why there is none, in words for people. */
  | { readonly problem: string }
  | null;

/** The formats of figures, as the client offers them. */
export type FigureFormat = "svg" | "png" | "pdf" | "tikz" | "html";
export type FigureTheme = "print" | "light" | "dark" | "contrast";

/** Server to client: what the status bar says. */
export const statusChanged = "lamina/statusChanged";
export interface StatusChanged {
  readonly claims: number;
  /** Claims with a finding of the rule claim-without-evidence. */
  readonly withoutEvidence: number;
  /** Errors and warnings of all documents. */
  readonly findings: number;
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
  /** Whether the client tells of every file that changes, unasked. */
  readonly watchesFiles?: boolean;
  /** Settings, for clients that are not asked for them; `lamina` may stand in place of `settings`, as in some editors' files. */
  readonly settings?: unknown;
  readonly lamina?: unknown;
}
