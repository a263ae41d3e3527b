/** The signs of the standings as small files of SVG: the picture's own, drawn by form first and by hue second. */

const hues: Readonly<Record<string, { readonly light: string; readonly dark: string }>> = {
  supported: { light: "#0a5fa8", dark: "#4f9fe3" },
  overstated: { light: "#b77200", dark: "#f0b73f" },
  contested: { light: "#a1387f", dark: "#e48ac6" },
  refuted: { light: "#9c2412", dark: "#f4694e" },
  unsupported: { light: "#6f7784", dark: "#969eab" },
  open: { light: "#17696d", dark: "#8adadd" },
};

const ring = `<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.6"/>`;

const forms: Readonly<Record<string, string>> = {
  supported: `<circle cx="8" cy="8" r="5.6" fill="currentColor"/>`,
  overstated: `${ring}<circle cx="8" cy="8" r="2" fill="currentColor"/>`,
  contested: `${ring}<path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor"/>`,
  refuted: `${ring}<path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke="currentColor" stroke-width="1.5"/>`,
  unsupported: `<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.9"/>`,
  open: `<circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray=".1 2.8" stroke-linecap="round"/><path d="M6.5 6.7a1.5 1.5 0 1 1 2.2 1.4c-.5.3-.7.6-.7 1.1M8 10.8v.1" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round"/>`,
};

/** The sign of a standing for a light or dark ground; undefined for a word that is none. */
export function standingSvg(standing: string, theme: "light" | "dark"): string | undefined {
  const hue = hues[standing]?.[theme];
  const form = forms[standing];
  if (hue === undefined || form === undefined) return undefined;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${form.replaceAll("currentColor", hue)}</svg>`;
}
