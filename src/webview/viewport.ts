/**
 * Which part of the picture is in sight. A view says which point of the scene stands at the upper left corner of the
 * pane and how many CSS pixels a unit of the scene takes: `pixel = (unit - corner) * scale`.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface View {
  /** The scene's point at the upper left corner of the pane. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels a unit. */
  readonly scale: number;
}

/** A rectangle in CSS pixels of the pane. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export const smallestScale = 0.1;
export const largestScale = 8;

/** One press of + or −. */
export const zoomStep = 1.25;

/** Pixels that stay free around what was brought into sight. */
const MARGIN = 24;

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high);

/** The whole scene in the middle of the pane, as large as it fits, but not beyond its own size by more than half. */
export function whole(scene: Size, pane: Size): View {
  const scale = between(smallestScale, Math.min(pane.width / scene.width, pane.height / scene.height, 1.5) || 1, largestScale);
  return { x: (scene.width - pane.width / scale) / 2, y: (scene.height - pane.height / scale) / 2, scale };
}

/** Larger by `factor` about a point of the pane, which stays where it is. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const scale = between(smallestScale, view.scale * factor, largestScale);
  return { x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale, scale };
}

/** Moved by pixels: what was at the corner moves by `dx dy`. */
export const pan = (view: View, dx: number, dy: number): View => ({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });

/** The view moved as little as needed so that a good piece of the scene stays in the pane. */
export function keepInSight(view: View, scene: Size, pane: Size): View {
  const along = (corner: number, length: number, room: number): number => {
    const seen = room / view.scale;
    const least = Math.min(length, seen) / 4;
    return between(least - seen, corner, length - least);
  };
  return { ...view, x: along(view.x, scene.width, pane.width), y: along(view.y, scene.height, pane.height) };
}

/** The same middle in a pane of another size. */
export const resize = (view: View, before: Size, after: Size): View => ({
  ...view,
  x: view.x + (before.width - after.width) / 2 / view.scale,
  y: view.y + (before.height - after.height) / 2 / view.scale,
});

/** The view moved as little as needed so that `box` is in the pane; the same view where it is already. */
export function bringIntoSight(view: View, box: Box, pane: Size): View {
  const along = (start: number, length: number, room: number): number => {
    const margin = Math.max(0, Math.min(MARGIN, (room - length) / 2));
    if (start < 0) return margin - start;
    return start + length > room ? Math.max(room - margin - length, margin) - start : 0;
  };
  const dx = along(box.x, box.width, pane.width);
  const dy = along(box.y, box.height, pane.height);
  return dx === 0 && dy === 0 ? view : pan(view, dx, dy);
}
