/** What client and server say to each other of the claims explorer in the side bar. */
import type { Standing } from "./details.ts";
import type { PlaceRange } from "./requests.ts";

/** What the claims are gathered by. */
export const groupings = ["standing", "part", "source", "document"] as const;
export type Grouping = (typeof groupings)[number];

/** Client to server: how the explorer gathers claims, or null while nobody sees it. */
export const watchExplorer = "lamina/watchExplorer";
export interface WatchExplorer {
  readonly grouping: Grouping | null;
}

/** A row that opens into claims. */
export interface ExplorerGroup {
  /** Stable from change to change: a standing, a part's id, a citation key, an address. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly count: number;
  /** Differs where what stands below differs, so that only this row is asked for again. */
  readonly digest: string;
}

/** Server to client: the groups, sent when any of them differs. */
export const explorerChanged = "lamina/explorerChanged";
export interface ExplorerChanged {
  readonly grouping: Grouping;
  readonly groups: readonly ExplorerGroup[];
}

/** Client to server: the claims of a group. */
export const explorerChildren = "lamina/explorerChildren";
export interface ExplorerChildren {
  readonly grouping: Grouping;
  readonly group: string;
}

/** A claim, or a sentence of a manuscript that states one. */
export interface ExplorerClaim {
  readonly uri: string;
  /** The claim's key in its document; of a sentence, the id of the claim that it states. */
  readonly claim: string;
  /** For a sentence: which of the document's, counted from 0. */
  readonly sentence?: number;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly standing: Standing | undefined;
}
export type ExplorerChildrenResult = readonly ExplorerClaim[];

/** Client to server: where a row of the explorer stands now; null where it is gone. */
export const explorerPlace = "lamina/explorerPlace";
export type ExplorerPlace = Pick<ExplorerClaim, "uri" | "claim" | "sentence">;
export type ExplorerPlaceResult = PlaceRange | null;
