/** The public face of the diagram ring: claims as plain data in, a scene or SVG text out. */
export { buildScene, type SceneOptions } from "./build.ts";
export { MOST_CLAIMS } from "./bundle.ts";
export { type Dock, dockOf, docks } from "./docks.ts";
export { palettes, standingNames, standings, type Theme } from "./palette.ts";
export type {
  Picture,
  PictureClaim,
  PictureEnd,
  PicturePart,
  PictureSide,
  PictureStanding,
  PictureStrength,
} from "./picture.ts";
export type { Scene, SceneBundle, SceneNode, SceneTag } from "./scene.ts";
export { exportStyles, webviewStyles } from "./styles.ts";
export { type SvgOptions, sceneToSvg } from "./svg.ts";
export { thumbnail } from "./thumbnail.ts";
