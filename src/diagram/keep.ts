/**
 * What was drawn last, kept by name: the same object serves again as long as all that it was drawn from is the same, so
 * that neither it nor what shows it is made anew. The words of a signature must hold everything that the drawing hangs on.
 */

/** More names than any picture has at once. */
const MOST = 1200;

const drawers = new WeakMap<object, Map<string, { readonly signature: string; readonly drawn: unknown }>>();

/**
 * What `make` gives, or what it gave last under this name, if the signature is the same.
 *
 * @param frame what the drawing belongs to; with it all is forgotten
 * @param name unique among all that is kept for the frame, and of one type
 */
export function keep<T>(frame: object, name: string, signature: string, make: () => T): T {
  let drawer = drawers.get(frame);
  if (!drawer) {
    drawer = new Map();
    drawers.set(frame, drawer);
  }
  const known = drawer.get(name);
  if (known?.signature === signature) return known.drawn as T;
  if (drawer.size >= MOST) drawer.clear();
  const drawn = make();
  drawer.set(name, { signature, drawn });
  return drawn;
}
