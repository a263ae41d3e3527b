/** The formats of figures by name: what a door may offer without loading what writes them. */

export const figureFormats = ["svg", "png", "pdf", "tikz", "html"] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** How the name of a file of each format ends. */
export const figureEndings: Readonly<Record<FigureFormat, string>> = { svg: "svg", png: "png", pdf: "pdf", tikz: "tex", html: "html" };

/** Themes as they are asked for. */
export const figureThemes = { print: "print", light: "light", dark: "dark", contrast: "high-contrast" } as const;
export type FigureTheme = keyof typeof figureThemes;

/** Widths of figures in millimetres, of one column of a journal and of two. */
export const figureWidths = { one: 85, two: 174 } as const;

/** Narrowest and widest figure in millimetres. */
export const widthLimits = [40, 400] as const;

/** Pixels an inch of PNG, where nothing is asked: what journals ask of drawings with lines and text. */
export const DEFAULT_DPI = 600;
export const dpiLimits = [36, 2400] as const;

/** The format that the name of a file says. */
export function formatOfName(name: string): FigureFormat | undefined {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (ending === "tikz" || ending === "htm") return ending === "htm" ? "html" : "tikz";
  return figureFormats.find((format) => figureEndings[format] === ending);
}
