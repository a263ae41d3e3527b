/** The column view in its page: hears the extension, the keyboard and the size of the window. */
import { readToWebview } from "../protocol/webview.ts";
import { Page, type VsCode } from "./page.ts";
import { viewStyles } from "./styles.ts";
import type { Size } from "./viewport.ts";

declare const acquireVsCodeApi: () => VsCode;

/** How long the pane keeps its size before a picture of that size is asked for, in milliseconds. */
const resizeDelay = 120;

const vscode = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
sheet.replaceSync(viewStyles());
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const page = new Page(vscode);
const { picture } = page;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input,textarea,select,vscode-textfield,dialog") !== null;

/** Keys that mean the same wherever the focus is, but where one types. */
function onKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key === "Escape" && !isTyping(target)) return page.escape();
  if (isTyping(target) || altKey) return false;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== "f") return false;
    page.search();
    return true;
  }
  switch (key) {
    case "t":
    case "T":
      page.toggleTable();
      return true;
    case "m":
    case "M":
      page.connect();
      return true;
    case "f":
    case "F":
      page.toggleFocus();
      return true;
    case "e":
    case "E":
      page.focusDrawer();
      return true;
    case "/":
      page.search();
      return true;
    default:
      return !picture.element.hidden && picture.element.contains(target as Node | null) && (picture.key(event) || picture.stage.key(event));
  }
}

window.addEventListener("keydown", (event) => {
  if (onKey(event)) event.preventDefault();
});
window.addEventListener("keyup", ({ key }) => {
  if (key === " ") picture.stage.grabs = false;
});
window.addEventListener("blur", () => {
  picture.stage.grabs = false;
});

const sizeOfPane = (): Size => ({ width: picture.element.clientWidth, height: picture.element.clientHeight });

/** The room that a picture is made for, which a drawer below does not take. */
const roomForPicture = ({ width, height }: Size): Size => ({ width, height: height + picture.stage.taken });

let toldSize = sizeOfPane();
let resizeTimer: ReturnType<typeof setTimeout> | undefined;
new ResizeObserver(() => {
  const pane = sizeOfPane();
  // a pane that is hidden has no size
  if (pane.width === 0 || pane.height === 0) return;
  picture.stage.setRoom(pane);
  const size = roomForPicture(pane);
  clearTimeout(resizeTimer);
  resizeTimer = setTimeout(() => {
    if (size.width === toldSize.width && size.height === toldSize.height) return;
    toldSize = size;
    vscode.postMessage({ type: "resized", size });
  }, resizeDelay);
}).observe(picture.element);

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = readToWebview(data);
  switch (message?.type) {
    case "document":
      page.showDocument(message);
      break;
    case "column":
      page.receive(message);
      break;
    case "highlight":
      page.follow(message.claim);
      break;
    case "card":
      page.showCard(message.ask, message.card);
      break;
    case "select":
      page.selectClaim(message.claim);
      break;
  }
});
vscode.postMessage({ type: "ready", size: toldSize });
