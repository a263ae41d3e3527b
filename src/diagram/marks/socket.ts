/** A declared gap: dots that fade towards a socket with a question mark. */
import { circle, group, type SceneNode, text } from "../scene.ts";

/** How far from the chip the socket's centre lies, at most. */
export const SOCKET_REACH = 62;

/** From the chip's edge at `x y`; `towards` is 1 for right and -1 for left. */
export function socket(key: string, x: number, y: number, towards: 1 | -1, reach: number): SceneNode {
  const centre = x + towards * reach;
  const dots: SceneNode[] = [];
  const length = reach - 16;
  const number = Math.max(1, Math.floor(length / 11));
  for (let index = 0; index < number; index++) {
    const dot = circle(`dot ${index}`, "sign-fill", x + towards * (5 + (index * length) / number), y, 2.8);
    dots.push({ ...dot, attrs: { ...dot.attrs, opacity: Math.round((0.9 - (index / number) * 0.65) * 100) / 100 } });
  }
  return group(key, {}, [...dots, circle("socket", "socket", centre, y, 12), text("mark", "t-strong t-mid", centre, y + 4.5, "?")]);
}
