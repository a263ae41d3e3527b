/**
 * The colours. Hue belongs to standing alone and only repeats what form says; anatomy is grey. Each hue was chosen
 * against its ground; a test holds the contrasts that are promised.
 */
import type { PictureStanding } from "./picture.ts";

/** Grounds and inks of one theme, as `#rrggbb`. */
export interface Palette {
  readonly ground: string;
  /** The block's own ground. */
  readonly soft: string;
  readonly ink: string;
  readonly muted: string;
  /** Axons, outlines of cells and boxes. */
  readonly line: string;
  /** Bodies of cells. */
  readonly cell: string;
  /** Lines that only divide. */
  readonly faint: string;
  readonly bands: readonly [string, string, string, string, string];
  readonly white: string;
  readonly focus: string;
  readonly standings: Readonly<Record<PictureStanding, string>>;
}

export type Theme = "light" | "dark" | "high-contrast" | "print";

/** The order of standings in legends, lanes and bars. */
export const standings: readonly PictureStanding[] = ["supported", "overstated", "contested", "refuted", "unsupported", "open"];

/** What each standing is called in the picture. */
export const standingNames: Readonly<Record<PictureStanding, string>> = {
  supported: "supported",
  overstated: "overstated",
  contested: "contested",
  refuted: "refuted",
  unsupported: "unsupported",
  open: "open gap",
};

const every = (colour: string): Record<PictureStanding, string> => ({
  supported: colour,
  overstated: colour,
  contested: colour,
  refuted: colour,
  unsupported: colour,
  open: colour,
});

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: "#ffffff",
    soft: "#f6f7f9",
    ink: "#1f2430",
    muted: "#565e6c",
    line: "#3a4558",
    cell: "#55637a",
    faint: "#c5cbd5",
    bands: ["#f3f5f8", "#eaeef3", "#dfe5ec", "#edf0f4", "#e6eaf0"],
    white: "#f5f2ea",
    focus: "#005fb8",
    standings: {
      supported: "#0a5fa8",
      overstated: "#b77200",
      contested: "#a1387f",
      refuted: "#9c2412",
      unsupported: "#6f7784",
      open: "#17696d",
    },
  },
  dark: {
    ground: "#1f1f1f",
    soft: "#191a1b",
    ink: "#e4e7ec",
    muted: "#a4acb9",
    line: "#c3ccd9",
    cell: "#9aa8bc",
    faint: "#474e5a",
    bands: ["#25282d", "#292d34", "#323842", "#272b31", "#2d3138"],
    white: "#2c2a24",
    focus: "#4daafc",
    standings: {
      supported: "#4f9fe3",
      overstated: "#f0b73f",
      contested: "#e48ac6",
      refuted: "#f4694e",
      unsupported: "#969eab",
      open: "#8adadd",
    },
  },
  // patterns carry the standing alone
  "high-contrast": {
    ground: "#000000",
    soft: "#000000",
    ink: "#ffffff",
    muted: "#ffffff",
    line: "#ffffff",
    cell: "#ffffff",
    faint: "#ffffff",
    bands: ["#000000", "#000000", "#000000", "#000000", "#000000"],
    white: "#000000",
    focus: "#f38518",
    standings: every("#ffffff"),
  },
  print: {
    ground: "#ffffff",
    soft: "#ffffff",
    ink: "#000000",
    muted: "#333333",
    line: "#222222",
    cell: "#444444",
    faint: "#999999",
    bands: ["#f7f7f7", "#efefef", "#e4e4e4", "#f3f3f3", "#eaeaea"],
    white: "#ffffff",
    focus: "#000000",
    standings: every("#1a1a1a"),
  },
};

const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);

/** Mixes `share` (0 to 1) of one `#rrggbb` colour into another, channel by channel. */
export function mix(colour: string, into: string, share: number): string {
  const part = (at: number): string =>
    Math.round(channel(colour, at) * share + channel(into, at) * (1 - share))
      .toString(16)
      .padStart(2, "0");
  return `#${part(1)}${part(3)}${part(5)}`;
}
