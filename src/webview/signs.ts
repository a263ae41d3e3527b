/** The sign of a standing, as the picture draws it, for tables, toggles and the drawer. */
import { sign } from "../diagram/marks/sign.ts";
import type { PictureStanding } from "../diagram/picture.ts";
import { group } from "../diagram/scene.ts";
import { svgElement } from "./dom.ts";
import { Drawing } from "./drawing.ts";

/** An image of 18 pixels that says nothing by itself: the word stands beside it. */
export function signOf(standing: PictureStanding): SVGSVGElement {
  const svg = svgElement("svg", { class: "lamina-scene sign", viewBox: "-9 -9 18 18", width: 18, height: 18, "aria-hidden": "true" });
  new Drawing(svg).show([group(standing, { class: `standing-${standing}` }, [sign("sign", standing, 0, 0)])]);
  return svg;
}
