/** The picture of a report: drawn as a figure of a paper, and coloured by the theme of the page that holds it. */
import { figure } from "../diagram/figure.ts";
import type { Picture } from "../diagram/picture.ts";
import { sceneToSvg } from "../diagram/svg.ts";
import type { ReportFigure } from "./report.ts";

/** Two columns of a journal. */
const WIDTH_MM = 174;

/** Draws a picture. Same picture, same text. */
export function reportFigure(picture: Picture): ReportFigure {
  const { scene, styles, caption } = figure(picture, { widthMm: WIDTH_MM, theme: "light" });
  return { svg: sceneToSvg(scene, { theme: "light", standalone: false }), styles, caption };
}
