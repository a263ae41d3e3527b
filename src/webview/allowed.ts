/**
 * What of a scene may become part of the page. Scenes come from our own server, but they are made of what people
 * write; whatever is not on these lists is left out, so that no text can ever become a script or an address.
 */
import type { SceneTag } from "../diagram/scene.ts";

/** Complete, because the compiler asks for every tag that a scene may hold. */
const tags: Readonly<Record<SceneTag, true>> = {
  g: true,
  path: true,
  circle: true,
  ellipse: true,
  rect: true,
  text: true,
  tspan: true,
  title: true,
  linearGradient: true,
  stop: true,
};

const attributes: ReadonlySet<string> = new Set([
  // what it is
  "class",
  "id",
  "role",
  "tabindex",
  "aria-label",
  "aria-hidden",
  // geometry
  "d",
  "cx",
  "cy",
  "r",
  "x",
  "y",
  "dx",
  "dy",
  "rx",
  "ry",
  "x1",
  "y1",
  "x2",
  "y2",
  "width",
  "height",
  "transform",
  "textLength",
  "lengthAdjust",
  "gradientUnits",
  "offset",
  // paint, where a class cannot say it
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "stroke-opacity",
  "opacity",
  "visibility",
  "text-anchor",
  "dominant-baseline",
  "font-size",
  "font-weight",
  "font-style",
  "stop-color",
  "stop-opacity",
]);

const dataAttribute = /^data-[a-z-]+$/;

/** The only address that an attribute may hold: that of an element of the same picture. */
const localPaint = /^url\(#[\w-]+\)$/;

export const isAllowedTag = (tag: string): boolean => Object.hasOwn(tags, tag);

/** Whether an attribute may be set to a value. */
export function isAllowedAttribute(name: string, value: unknown): value is string | number {
  if (!attributes.has(name) && !dataAttribute.test(name)) return false;
  if (typeof value === "number") return Number.isFinite(value);
  return (
    typeof value === "string" && (!/url\s*\(/i.test(value) || localPaint.test(value) || dataAttribute.test(name) || name === "aria-label")
  );
}
