/** The page: which document it shows and how, and what of what it was sent stands where. */
import { applied } from "../diagram/difference.ts";
import { type ColumnContent, type ColumnView, everything } from "../protocol/column.ts";
import type { FromWebview, Left, ShowColumn, ShowDocument } from "../protocol/webview.ts";
import { ClaimTable } from "./claim-table.ts";
import { ComparisonView, SidesBar } from "./comparison.ts";
import { ConnectDialog } from "./connecting.ts";
import { Coverage } from "./coverage.ts";
import { element } from "./dom.ts";
import { Drawer } from "./drawer.ts";
import { FilterBar } from "./filter-bar.ts";
import { HoverCard } from "./hover-card.ts";
import { type Mark, sameMark } from "./marking.ts";
import { PicturePane } from "./picture-pane.ts";
import { Toolbar } from "./toolbar.ts";
import { zoomStep } from "./viewport.ts";

/** What VS Code gives to the page of a webview. */
export interface VsCode {
  postMessage(message: FromWebview): void;
  /** What a new panel is made from when the window was loaded again; the extension keeps the rest. */
  setState(state: { readonly uri: string; readonly pinned: boolean }): void;
}

/** How long the page rests before it keeps how it is looked at, in milliseconds. */
const rememberDelay = 250;

export class Page {
  readonly picture: PicturePane;
  readonly #vscode: VsCode;
  readonly #toolbar: Toolbar;
  readonly #filters: FilterBar;
  readonly #sides: SidesBar;
  readonly #table: ClaimTable;
  readonly #coverage: Coverage;
  readonly #comparison: ComparisonView;
  readonly #drawer: Drawer;
  readonly #card: HoverCard;
  readonly #dialog: ConnectDialog;
  #pinned = false;
  /** The document and how it is looked at now. */
  #left: (Left & { readonly uri: string }) | undefined;
  #title = "Column View";
  #content: ColumnContent = {};
  /** The parts of the content that came and are still to be shown. */
  readonly #news = new Set<keyof ColumnContent>();
  #framed = false;
  /** Whether the picture is still to be put where it was left. */
  #toPlace = true;
  #caretClaim: string | null = null;
  #rememberTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(vscode: VsCode) {
    this.#vscode = vscode;
    const view = (change: Partial<ColumnView>): void => this.change(change);
    const open = (address: string): void => vscode.postMessage({ type: "open", address });
    const reveal = (claim: string): void => vscode.postMessage({ type: "reveal", claim, focus: true });
    const select = (claim: string): void => this.#choose({ kind: "claim", key: claim }, "show");
    const connect = (from: string, to: string): void => vscode.postMessage({ type: "connect", from, to });
    this.#card = new HoverCard((ask, { kind, key }) => {
      if (kind !== "bundle") vscode.postMessage({ type: "card", ask, kind, key });
    }, open);
    this.picture = new PicturePane({
      choose: (mark, how) => this.#choose(mark, how),
      toggleStanding: (standing, only) => this.#filters.toggleStanding(standing, only),
      rest: (mark, x, y) => this.#card.rest(mark, x, y),
      press: () => this.#card.hide(),
      connect,
      moved: () => this.#moved(),
    });
    const { stage } = this.picture;
    this.#toolbar = new Toolbar({
      view,
      focus: () => this.toggleFocus(),
      pin: (pinned) => this.#pin(pinned),
      connect: () => this.connect(),
      zoomIn: () => stage.zoom(zoomStep),
      zoomOut: () => stage.zoom(1 / zoomStep),
      fit: () => stage.fit(),
    });
    this.#filters = new FilterBar(view);
    this.#sides = new SidesBar((compare) => view({ compare }));
    const copy = (text: string): void => vscode.postMessage({ type: "copy", text });
    this.#table = new ClaimTable({ sort: (order) => view({ order }), select, reveal, copy });
    this.#coverage = new Coverage((part) => view({ topic: "claims", focus: { kind: "part", key: part } }));
    this.#comparison = new ComparisonView({ select });
    this.#drawer = new Drawer({
      close: () => {
        this.#choose(undefined, "select");
        this.focusContent();
      },
      reveal,
      insert: (claim, { title, rule }) => vscode.postMessage({ type: "insert", claim, title, rule }),
      open,
    });
    this.#dialog = new ConnectDialog(connect);
    const body = element(
      "div",
      { className: "body" },
      element(
        "main",
        { className: "content" },
        this.#sides.element,
        this.picture.element,
        this.#table.element,
        this.#coverage.element,
        this.#comparison.element,
      ),
      this.#drawer.element,
    );
    document.body.append(this.#toolbar.element, this.#filters.element, body, this.#card.element, this.#dialog.element);
  }

  /** The extension says which document is shown; the answer says how. */
  showDocument({ uri, title, pinned, left }: ShowDocument): void {
    if (this.#left && this.#left.uri !== uri) {
      this.#keep();
      this.#content = {};
      this.#card.hide();
    }
    if (this.#left?.uri !== uri) {
      this.#left = { uri, ...(left ?? { viewport: null, view: everything, selected: null }) };
      this.#toPlace = true;
      this.#drawer.show(undefined);
      const { selected } = this.#left;
      this.picture.marking.select(selected === null ? undefined : { kind: "claim", key: selected });
    }
    this.#title = title;
    this.#pinned = pinned;
    this.#vscode.setState({ uri, pinned });
    this.#ask();
    this.#arrange();
  }

  /** What there is to show came; of several messages within a frame only the last is drawn. */
  receive(message: ShowColumn): void {
    if (message.uri !== this.#left?.uri) return;
    const { type: _, uri: __, revision: ___, sceneChange, ...content } = message;
    this.#content = { ...this.#content, ...content };
    for (const part of Object.keys(content)) this.#news.add(part as keyof ColumnContent);
    const { scene } = this.#content;
    if (sceneChange && scene) {
      this.#content = { ...this.#content, scene: applied(scene, sceneChange) };
      this.#news.add("scene");
    }
    if (this.#framed) return;
    this.#framed = true;
    requestAnimationFrame(() => {
      this.#framed = false;
      this.#draw();
    });
  }

  showCard(ask: number, card: Parameters<HoverCard["show"]>[1]): void {
    this.#card.show(ask, card);
  }

  /** The caret of the text came into a claim, or out of all. An open drawer goes along: it is about what is being written. */
  follow(claim: string | null): void {
    this.#caretClaim = claim;
    const selected = this.#left?.selected ?? null;
    if (claim !== null && selected !== null && selected !== claim && !this.#drawer.element.contains(document.activeElement)) {
      this.#select({ kind: "claim", key: claim });
    }
    this.picture.follow(claim, true);
    this.#table.mark(this.#left?.selected ?? null, claim);
  }

  /** Another view of the document is wanted. */
  change(change: Partial<ColumnView>): void {
    if (!this.#left) return;
    this.#left = { ...this.#left, view: { ...this.#left.view, ...change } };
    this.#card.hide();
    this.#ask();
    this.#arrange();
    this.#keepSoon();
  }

  toggleTable(): void {
    this.change({ mode: this.#left?.view.mode === "table" ? "picture" : "table" });
    this.focusContent();
  }

  /** Leaves what has to do with what is chosen, or takes that back. */
  toggleFocus(): void {
    const mark = this.picture.marking.selected;
    if (this.#left?.view.focus) this.change({ focus: null });
    else if (mark && mark.kind !== "bundle") this.change({ focus: { kind: mark.kind, key: mark.key } });
  }

  connect(): void {
    const mark = this.picture.marking.selected;
    this.#dialog.open(this.picture.parts(), mark?.kind === "part" ? mark.key : undefined);
  }

  search(): void {
    this.#filters.focusSearch();
  }

  focusContent(): void {
    if (this.#left?.view.mode === "table") this.#table.focus();
    else this.picture.focus(this.#left?.selected ?? this.#caretClaim);
  }

  focusDrawer(): void {
    if (this.#drawer.isOpen) this.#drawer.focus();
  }

  /** Lets go of what is open, one thing at a time; false where nothing is. */
  escape(): boolean {
    this.#card.hide();
    if (!this.picture.marking.selected && !this.#drawer.isOpen) return false;
    const inDrawer = this.#drawer.element.contains(document.activeElement);
    const claim = this.#left?.selected ?? null;
    this.#choose(undefined, "select");
    if (inDrawer) {
      if (this.#left?.view.mode === "table") this.#table.focus();
      else this.picture.focus(claim);
    }
    return true;
  }

  /** Chooses a claim as if it had been clicked. */
  selectClaim(claim: string): void {
    this.#select({ kind: "claim", key: claim });
  }

  #choose(mark: Mark | undefined, how: "select" | "show" | "enter"): void {
    // a part that was chosen is let go by choosing it again
    const letGo = mark?.kind === "part" && sameMark(mark, this.picture.marking.selected);
    this.#card.hide();
    this.#select(letGo ? undefined : mark);
    if (!mark || how === "select") return;
    if (mark.kind === "claim") this.#vscode.postMessage({ type: "reveal", claim: mark.key, focus: how === "enter" });
    const bundle = mark.kind === "bundle" ? this.picture.bundle(mark.key) : undefined;
    if (bundle) this.#vscode.postMessage({ type: "choose", label: bundle.label, claims: [...bundle.claims] });
  }

  #select(mark: Mark | undefined): void {
    if (!this.#left) return;
    const selected = mark?.kind === "claim" ? mark.key : null;
    this.picture.marking.select(mark?.kind === "claim" ? this.picture.markOfClaim(mark.key) : mark);
    this.#table.mark(selected, this.#caretClaim);
    this.#offerFocus();
    if (selected === this.#left.selected) return;
    this.#left = { ...this.#left, selected };
    if (selected === null) {
      this.#drawer.show(undefined);
      this.#makeRoom();
    }
    this.#ask();
    this.#keepSoon();
  }

  #offerFocus(): void {
    const mark = this.picture.marking.selected;
    this.#toolbar.setFocus(mark !== undefined && mark.kind !== "bundle", Boolean(this.#left?.view.focus));
  }

  #pin(pinned: boolean): void {
    this.#pinned = pinned;
    this.#vscode.postMessage({ type: "pin", pinned });
    if (this.#left) this.#vscode.setState({ uri: this.#left.uri, pinned });
    this.#arrange();
  }

  /** Says what is wanted of the document. */
  #ask(): void {
    if (!this.#left) return;
    const { uri, view, selected } = this.#left;
    this.#vscode.postMessage({ type: "view", uri, view, selected });
  }

  #moved(): void {
    this.#toolbar.setScale(this.picture.stage.scale);
    this.#card.hide();
    if (!this.#left || this.#toPlace) return;
    this.#left = { ...this.#left, viewport: this.picture.stage.view };
    this.#keepSoon();
  }

  #keepSoon(): void {
    clearTimeout(this.#rememberTimer);
    this.#rememberTimer = setTimeout(() => this.#keep(), rememberDelay);
  }

  #keep(): void {
    clearTimeout(this.#rememberTimer);
    if (!this.#left || this.#toPlace) return;
    const { uri, ...left } = this.#left;
    this.#vscode.postMessage({ type: "left", uri, left });
  }

  /** Shows and hides what the view asks for. */
  #arrange(): void {
    if (!this.#left) return;
    const { mode, topic } = this.#left.view;
    this.#toolbar.update(this.#title, this.#left.view, this.#pinned);
    this.picture.element.hidden = mode !== "picture";
    this.#table.element.hidden = mode !== "table" || topic !== "claims";
    this.#coverage.element.hidden = mode !== "table" || topic !== "coverage";
    this.#comparison.element.hidden = mode !== "table" || topic !== "compare";
    this.#sides.element.hidden = topic !== "compare";
    this.#offerFocus();
    this.#filters.update(this.#left.view, this.#content.facets ?? [], this.#content.shown ?? 0, this.#content.all ?? 0);
  }

  #draw(): void {
    const left = this.#left;
    if (!left) return;
    const { scene, table, coverage, comparison, sides, details, all = 0, shown = 0, facets = [] } = this.#content;
    const isNew = (part: keyof ColumnContent): boolean => this.#news.has(part);
    if (scene && isNew("scene")) {
      this.picture.show(scene, this.#toPlace ? left.viewport : undefined);
      this.#toPlace = false;
    }
    if (table && isNew("table")) {
      this.#table.update(table, left.view.order);
      this.#table.mark(left.selected, this.#caretClaim);
    }
    if (coverage && isNew("coverage")) this.#coverage.update(coverage);
    if (sides && isNew("sides")) this.#sides.update(sides);
    if (comparison !== undefined && isNew("comparison")) this.#comparison.update(comparison);
    this.#filters.update(left.view, facets, shown, all);
    this.picture.setEmpty(all === 0, !left.uri.endsWith(".lamina"));
    if (isNew("details")) this.#showDetails(details ?? null);
    this.#news.clear();
  }

  /** A claim that is gone is no longer chosen. */
  #showDetails(details: NonNullable<ColumnContent["details"]> | null): void {
    const selected = this.#left?.selected ?? null;
    if (selected === (details?.claim ?? null)) this.#drawer.show(details ?? undefined);
    else if (!details && this.#drawer.isOpen) this.#select(undefined);
    this.#makeRoom();
    if (selected !== null && details) this.picture.bringIntoSight(selected);
  }

  /** A drawer below the picture does not make it smaller. */
  #makeRoom(): void {
    const drawer = this.#drawer.element.getBoundingClientRect();
    const pane = this.picture.element;
    const isBelow = drawer.height > 0 && drawer.top >= pane.getBoundingClientRect().bottom - 1;
    const { stage } = this.picture;
    stage.taken = isBelow ? Math.round(drawer.height) : 0;
    stage.setRoom({ width: pane.clientWidth, height: pane.clientHeight });
  }
}
