/** The column view in its page: draws the scenes it is sent, and says what was chosen in them. */
import type { Scene } from "../diagram/scene.ts";
import { type FromWebview, readToWebview, type ShowColumn } from "../protocol/webview.ts";
import { Drawing } from "./drawing.ts";
import { buildFrame } from "./frame.ts";
import { type Mark, Marking, markOf, sameMark } from "./marking.ts";
import { type Memory, readMemory } from "./memory.ts";
import { Stage } from "./stage.ts";
import { viewStyles } from "./styles.ts";
import { type Size, type View, zoomStep } from "./viewport.ts";

/** What VS Code gives to the page of a webview. */
interface VsCode {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: Memory): void;
}
declare const acquireVsCodeApi: () => VsCode;

/** How long the pane keeps its size before a picture of that size is asked for, in milliseconds. */
const resizeDelay = 120;

const vscode = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
sheet.replaceSync(viewStyles());
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const frame = buildFrame({ zoomIn: () => stage.zoom(zoomStep), zoomOut: () => stage.zoom(1 / zoomStep), fit: () => stage.fit() });
const drawing = new Drawing(frame.picture);
const marking = new Marking(frame.picture);
const stage = new Stage(frame.pane, frame.svg, () => {
  frame.setScale(stage.scale);
  remember();
});

const remembered = readMemory(vscode.getState());
/** The parts in sight of documents that were shown before, so that going back to one finds it as it was left. */
const views = new Map<string, View | null>();
if (remembered) views.set(remembered.uri, remembered.view);
let toSelect = remembered?.selected ?? undefined;

let shown: ShowColumn | undefined;
let waiting: ShowColumn | undefined;
let caretClaim: string | null = null;

function remember(): void {
  if (!shown) return;
  views.set(shown.uri, stage.view);
  const { selected } = marking;
  vscode.setState({ uri: shown.uri, view: stage.view, selected: selected?.kind === "claim" ? selected.key : null });
}

/** Of several scenes that arrive within a frame only the last is drawn. */
function showSoon(message: ShowColumn): void {
  const drawn = waiting !== undefined;
  waiting = message;
  if (!drawn) requestAnimationFrame(showNow);
}

function showNow(): void {
  const message = waiting;
  if (!message) return;
  waiting = undefined;
  const another = message.uri !== shown?.uri;
  const focused = markOf(document.activeElement);
  if (another) {
    marking.hover(undefined);
    marking.select(undefined);
  }
  shown = message;
  const { scene, title, uri } = message;
  drawing.show(scene.nodes);
  frame.setTitle(title);
  frame.describe(scene.title, scene.description);
  frame.setEmpty(!frame.picture.querySelector("[data-claim],[data-bundle]"), !uri.endsWith(".lamina"));
  stage.setScene(scene, another ? (views.get(uri) ?? null) : undefined);
  if (another && toSelect !== undefined) marking.select({ kind: "claim", key: toSelect });
  toSelect = undefined;
  marking.follow(caretMark(scene));
  // an element that had to be moved has lost the focus
  if (focused && !markOf(document.activeElement)) buttonOf(focused)?.focus();
}

/** What the caret of the text is in: a claim, or the bundle that it is drawn in. */
function caretMark(scene: Scene): Mark | undefined {
  const claim = caretClaim;
  if (claim === null) return undefined;
  const bundle = scene.bundles.find(({ claims }) => claims.includes(claim));
  return bundle ? { kind: "bundle", key: bundle.key } : { kind: "claim", key: claim };
}

/** The element of a claim or bundle that can be focused. */
const buttonOf = (mark: Mark): SVGElement | undefined =>
  marking.elements(mark).find((element): element is SVGElement => element instanceof SVGElement && element.hasAttribute("tabindex"));

function highlight(claim: string | null): void {
  caretClaim = claim;
  if (!shown || waiting) return;
  const mark = caretMark(shown.scene);
  // who goes on to another claim in the text is done with the one that was chosen here
  if (mark && marking.selected && !sameMark(mark, marking.selected)) marking.select(undefined);
  marking.follow(mark);
  remember();
  const chip = mark && buttonOf(mark);
  if (chip) stage.bringIntoSight(chip);
}

/** What was clicked, or entered by key. */
function choose(mark: Mark | undefined, go: boolean): void {
  // a part that was chosen is let go by choosing it again
  const letGo = mark?.kind === "part" && sameMark(mark, marking.selected);
  marking.select(letGo ? undefined : mark);
  remember();
  if (!go || !mark) return;
  if (mark.kind === "claim") vscode.postMessage({ type: "reveal", claim: mark.key });
  const bundle = mark.kind === "bundle" ? shown?.scene.bundles.find(({ key }) => key === mark.key) : undefined;
  if (bundle) vscode.postMessage({ type: "choose", label: bundle.label, claims: [...bundle.claims] });
}

/** The chips, from top to bottom. */
const buttons = (): SVGElement[] => [...frame.picture.querySelectorAll<SVGElement>("[tabindex]")];

/** Along the rail from the chip that has the focus; false where none has. */
function moveFocus(by: 1 | -1): boolean {
  const all = buttons();
  const at = all.findIndex((element) => element.matches(":focus"));
  if (at < 0) return false;
  all[at + by]?.focus();
  return true;
}

frame.svg.addEventListener("click", (event) => {
  if (!stage.wasDragged) choose(markOf(event.target), true);
});
frame.svg.addEventListener("pointerover", (event) => marking.hover(markOf(event.target)));
frame.svg.addEventListener("pointerleave", () => marking.hover(undefined));
frame.pane.addEventListener("focusin", ({ target }) => {
  if (target instanceof SVGElement && target.matches(":focus-visible")) stage.bringIntoSight(target);
});
window.addEventListener("keydown", (event) => {
  if (onKey(event) || stage.key(event)) event.preventDefault();
});

/** Does what a key asks of the claims; false where it asks nothing of them. */
function onKey({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || shiftKey) return false;
  const mark = markOf(target);
  switch (key) {
    case "Enter":
    case " ":
      if (mark) choose(mark, key === "Enter");
      return mark !== undefined;
    case "Escape":
      choose(undefined, false);
      return true;
    case "ArrowDown":
      return moveFocus(1);
    case "ArrowUp":
      return moveFocus(-1);
    default:
      return false;
  }
}

const sizeOfPane = (): Size => ({ width: frame.pane.clientWidth, height: frame.pane.clientHeight });

let toldSize = sizeOfPane();
let resizeTimer: ReturnType<typeof setTimeout> | undefined;
new ResizeObserver(() => {
  const size = sizeOfPane();
  // a view that is hidden has no size
  if (size.width === 0) return;
  stage.setRoom(size);
  clearTimeout(resizeTimer);
  resizeTimer = setTimeout(() => {
    if (size.width === toldSize.width && size.height === toldSize.height) return;
    toldSize = size;
    vscode.postMessage({ type: "resized", size });
  }, resizeDelay);
}).observe(frame.pane);

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = readToWebview(data);
  if (message?.type === "show") showSoon(message);
  else if (message?.type === "highlight") highlight(message.claim);
});
vscode.postMessage({ type: "ready", size: toldSize });
