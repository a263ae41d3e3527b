/** The pane that the picture stands in: pans, zooms, and keeps what is looked at in place when either changes size. */
import { type Box, bringIntoSight, keepInSight, pan, resize, type Size, type View, whole, zoomAt, zoomStep } from "./viewport.ts";

/** How far the pointer moves before a press is a drag and no click, in CSS pixels. */
const dragDistance = 4;

/** How far an arrow key moves the picture, in CSS pixels. */
const arrowStep = 48;

/** Pixels that a wheel means by a line. */
const lineHeight = 16;

const emptyPane: Size = { width: 0, height: 0 };

export class Stage {
  readonly #pane: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #changed: () => void;
  readonly #takes: (press: PointerEvent) => boolean;
  #scene: Size = { width: 1, height: 1 };
  #room: Size = emptyPane;
  #view: View = { x: 0, y: 0, scale: 1 };
  #fitted = true;
  /** Pixels of the pane that something else took for a while; what is fitted is fitted as if they were there. */
  #taken = 0;
  /** Pixels by which a fitted picture is moved up, to show what the pane is too low for. */
  #lift = 0;
  #dragged = false;
  /** Whether the space bar is held, so that a press anywhere moves the picture. */
  #grabs = false;

  /**
   * @param changed Called whenever another part of the picture has come into sight.
   * @param takes Whether a press means something else than to move the picture.
   */
  constructor(pane: HTMLElement, svg: SVGSVGElement, changed: () => void, takes: (press: PointerEvent) => boolean) {
    this.#pane = pane;
    this.#svg = svg;
    this.#changed = changed;
    this.#takes = takes;
    pane.addEventListener("wheel", (event) => this.#onWheel(event), { passive: false });
    pane.addEventListener("pointerdown", (event) => this.#onPress(event));
  }

  /** The part in sight; null while the whole picture is fitted to the pane. */
  get view(): View | null {
    return this.#fitted ? null : this.#view;
  }

  /** CSS pixels a unit of the picture. */
  get scale(): number {
    return this.#view.scale;
  }

  /** Whether the press that a click ends was a drag. */
  get wasDragged(): boolean {
    return this.#dragged;
  }

  /** A picture of this size is shown, and this part of it, where one is given. */
  setScene(scene: Size, view?: View | null): void {
    this.#scene = scene;
    if (view !== undefined) {
      this.#fitted = view === null;
      if (view) this.#view = view;
    }
    this.#settle();
  }

  /** The pane has this size now. */
  setRoom(room: Size): void {
    if (room.width === 0 || room.height === 0) return;
    if (this.#room.width > 0) this.#view = resize(this.#view, this.#room, room);
    this.#room = room;
    this.#settle();
  }

  fit(): void {
    this.#fitted = true;
    this.#lift = 0;
    this.#settle();
  }

  get taken(): number {
    return this.#taken;
  }

  /** Something took so many pixels from below the picture, which keeps its size for that; 0 where it is gone. */
  set taken(pixels: number) {
    if (pixels === this.#taken) return;
    this.#taken = pixels;
    if (pixels === 0) this.#lift = 0;
    this.#settle();
  }

  /** Larger or smaller about the middle of the pane. */
  zoom(factor: number): void {
    this.#look(zoomAt(this.#view, factor, this.#room.width / 2, this.#room.height / 2));
  }

  /** Moves the picture as little as needed to show an element. */
  bringIntoSight(element: Element): void {
    const pane = this.#pane.getBoundingClientRect();
    const { x, y, width, height } = element.getBoundingClientRect();
    const box: Box = { x: x - pane.x, y: y - pane.y, width, height };
    const view = bringIntoSight(this.#view, box, this.#room);
    if (view === this.#view) return;
    if (this.#fitted && this.#taken > 0) {
      this.#lift += (view.y - this.#view.y) * view.scale;
      this.#settle();
    } else this.#look(view);
  }

  /** The space bar is held or let go. */
  set grabs(held: boolean) {
    this.#grabs = held;
    this.#pane.classList.toggle("is-grabbing", held);
  }

  /** Does what a key asks; false where it asks nothing of the stage. */
  key({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const step = shiftKey ? arrowStep * 4 : arrowStep;
    switch (key) {
      case "+":
      case "=":
        this.zoom(zoomStep);
        return true;
      case "-":
      case "_":
        this.zoom(1 / zoomStep);
        return true;
      case "0":
        this.fit();
        return true;
      case "ArrowLeft":
        this.#look(pan(this.#view, step, 0));
        return true;
      case "ArrowRight":
        this.#look(pan(this.#view, -step, 0));
        return true;
      case "ArrowUp":
        this.#look(pan(this.#view, 0, step));
        return true;
      case "ArrowDown":
        this.#look(pan(this.#view, 0, -step));
        return true;
      default:
        return false;
    }
  }

  #look(view: View): void {
    this.#fitted = false;
    this.#view = keepInSight(view, this.#scene, this.#room);
    this.#settle();
  }

  #settle(): void {
    if (this.#room.width === 0) return;
    if (this.#fitted) {
      const { x, y, scale } = whole(this.#scene, { width: this.#room.width, height: this.#room.height + this.#taken });
      this.#view = { x, y: y + this.#lift / scale, scale };
    }
    const { x, y, scale } = this.#view;
    this.#svg.setAttribute("viewBox", `${x} ${y} ${this.#room.width / scale} ${this.#room.height / scale}`);
    this.#changed();
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? this.#room.height : 1;
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY * unit, 0] : [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const pane = this.#pane.getBoundingClientRect();
      // a notch of a wheel is some 100 pixels, a pinch a few; both come out as a comfortable step
      const factor = Math.exp(-Math.max(-100, Math.min(100, dy)) * 0.004);
      this.#look(zoomAt(this.#view, factor, event.clientX - pane.x, event.clientY - pane.y));
    } else this.#look(pan(this.#view, -dx, -dy));
  }

  #onPress(press: PointerEvent): void {
    this.#dragged = false;
    if (press.button > 1 || (press.target instanceof Element && press.target.closest(".notice"))) return;
    if (!this.#grabs && this.#takes(press)) return;
    const listening = new AbortController();
    let { clientX, clientY } = press;
    const move = (event: PointerEvent): void => {
      const dx = event.clientX - clientX;
      const dy = event.clientY - clientY;
      if (!this.#dragged && Math.hypot(dx, dy) < dragDistance) return;
      if (!this.#dragged) this.#pane.setPointerCapture(press.pointerId);
      this.#dragged = true;
      this.#pane.classList.add("is-panning");
      ({ clientX, clientY } = event);
      this.#look(pan(this.#view, dx, dy));
    };
    const end = (): void => {
      listening.abort();
      this.#pane.classList.remove("is-panning");
      // the click that this press may end comes first
      setTimeout(() => {
        this.#dragged = false;
      });
    };
    const { signal } = listening;
    this.#pane.addEventListener("pointermove", move, { signal });
    for (const name of ["pointerup", "pointercancel"] as const) window.addEventListener(name, end, { signal });
  }
}
