/**
 * The claims explorer in the side bar: the claims of the workspace by standing, part, source or document. What it shows,
 * the server sent; a row is asked for again only where what stands below it differs.
 */
import * as vscode from "vscode";
import { type ExplorerClaim, type ExplorerGroup, type Grouping, groupings } from "../protocol/explorer.ts";
import type { PlaceRange } from "../protocol/requests.ts";
import type { ColumnPanels } from "./column-panels.ts";
import type { LanguageServer } from "./language-server.ts";
import { standingIcon } from "./standing-icon.ts";

export const explorerView = "lamina.claims";

/** The setting of the explorer that lives with the workspace. */
const groupingKey = "lamina.explorer.grouping";

type Row = { readonly group: ExplorerGroup } | { readonly claim: ExplorerClaim };

const titles: Readonly<Record<Grouping, string>> = {
  standing: "by standing",
  part: "by part",
  source: "by source",
  document: "by document",
};

const groupIcons: Readonly<Record<Exclude<Grouping, "standing">, string>> = { part: "layers", source: "book", document: "file" };

export class ClaimsExplorer implements vscode.Disposable, vscode.TreeDataProvider<Row> {
  readonly #server: LanguageServer;
  readonly #extension: vscode.Uri;
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly #view: vscode.TreeView<Row>;
  readonly #disposables: vscode.Disposable[];
  #grouping: Grouping;
  /** The rows by the ids of their groups: the same object as long as the group is there. */
  #rows = new Map<string, { group: ExplorerGroup }>();
  #open = 0;
  readonly onDidChangeTreeData = this.#changed.event;

  /** @param columns The column views, in which a claim of the explorer can be shown. */
  constructor(server: LanguageServer, extension: vscode.Uri, state: vscode.Memento, columns: ColumnPanels) {
    this.#server = server;
    this.#extension = extension;
    this.#state = state;
    const kept = state.get<string>(groupingKey);
    this.#grouping = groupings.find((known) => known === kept) ?? "standing";
    this.#view = vscode.window.createTreeView<Row>(explorerView, { treeDataProvider: this, showCollapseAll: true });
    this.#view.description = titles[this.#grouping];
    this.#disposables = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#watch()),
      server.onReady(() => this.#watch()),
      server.onExplorerChanged(({ grouping, groups }) => {
        if (grouping === this.#grouping) this.#receive(groups);
      }),
      server.onStatusChanged(({ findings, indexing }) => this.#count(indexing ? this.#open : findings)),
      vscode.commands.registerCommand("lamina.explorer.open", (claim: unknown) => this.#reveal(claim)),
      vscode.commands.registerCommand("lamina.explorer.showInColumn", (row: unknown) => {
        const claim = claimOf(row);
        if (claim) columns.show(vscode.Uri.parse(claim.uri)).select(claim.claim);
      }),
      ...groupings.map((grouping) => vscode.commands.registerCommand(`lamina.explorer.by-${grouping}`, () => this.#groupBy(grouping))),
    ];
    this.#tellMenus();
    this.#watch();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) return [...this.#rows.values()];
    if (!("group" in row) || !this.#server.isRunning) return [];
    const claims = await this.#server.explorerChildren({ grouping: this.#grouping, group: row.group.id });
    return claims.map((claim) => ({ claim }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return "group" in row ? this.#groupItem(row.group) : claimItem(row.claim, this.#extension);
  }

  #groupItem({ id, label, description, count }: ExplorerGroup): vscode.TreeItem {
    // what needs work stands open; a long list does not
    const opens = this.#grouping === "standing" && (id === "refuted" || id === "contested" || this.#rows.size === 1);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[opens ? "Expanded" : "Collapsed"]);
    const counted = `${count} ${count === 1 ? "claim" : "claims"}`;
    item.id = `${this.#grouping} ${id}`;
    item.description = description ? `${description} · ${count}` : String(count);
    item.accessibilityInformation = { label: `${label}, ${description ? `${description}, ` : ""}${counted}` };
    item.tooltip = `${label}: ${counted}`;
    item.contextValue = "group";
    item.iconPath =
      this.#grouping === "standing"
        ? standingIcon(this.#extension, id as NonNullable<ExplorerClaim["standing"]>)
        : new vscode.ThemeIcon(groupIcons[this.#grouping]);
    return item;
  }

  /** Nothing is gathered that nobody sees. */
  #watch(): void {
    this.#server.watchExplorer({ grouping: this.#view.visible ? this.#grouping : null });
  }

  #receive(groups: readonly ExplorerGroup[]): void {
    const before = this.#rows;
    this.#rows = new Map(groups.map((group) => [group.id, before.get(group.id) ?? { group }]));
    const sameRows = [...before.keys()].join("\n") === groups.map(({ id }) => id).join("\n");
    const differing = groups.filter((group) => {
      const known = this.#rows.get(group.id);
      const differs = known !== undefined && JSON.stringify(known.group) !== JSON.stringify(group);
      if (known) known.group = group;
      return differs;
    });
    if (!sameRows) this.#changed.fire(undefined);
    else for (const { id } of differing) this.#changed.fire(this.#rows.get(id));
  }

  #groupBy(grouping: Grouping): void {
    if (grouping === this.#grouping) return;
    this.#grouping = grouping;
    this.#view.description = titles[grouping];
    this.#rows = new Map();
    void this.#state.update(groupingKey, grouping);
    this.#tellMenus();
    this.#watch();
  }

  #tellMenus(): void {
    void vscode.commands.executeCommand("setContext", "lamina.explorer.grouping", this.#grouping);
  }

  /** The badge counts what is open: errors and warnings of all documents. */
  #count(findings: number): void {
    this.#open = findings;
    const words = `${findings} open ${findings === 1 ? "finding" : "findings"}`;
    this.#view.badge = findings > 0 ? { value: findings, tooltip: words } : undefined;
  }

  async #reveal(row: unknown): Promise<void> {
    const claim = row as ExplorerClaim;
    const place = await this.#server.explorerPlace(claim);
    const uri = vscode.Uri.parse(claim.uri);
    await vscode.window.showTextDocument(uri, { preview: true, ...(place && { selection: rangeOf(place) }) });
  }
}

/** The claim of a row that a menu hands back. */
const claimOf = (row: unknown): ExplorerClaim | undefined =>
  typeof row === "object" && row !== null && "claim" in row ? (row as { readonly claim: ExplorerClaim }).claim : undefined;

const rangeOf = ({ start, end }: PlaceRange): vscode.Range => new vscode.Range(start.line, start.character, end.line, end.character);

function claimItem(claim: ExplorerClaim, extension: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(claim.label);
  item.description = claim.description;
  item.tooltip = claim.tooltip;
  item.contextValue = claim.sentence === undefined ? "claim" : "sentence";
  if (claim.standing) item.iconPath = standingIcon(extension, claim.standing);
  const said = claim.standing ? `, ${claim.standing === "open" ? "open gap" : claim.standing}` : ", nothing defines it";
  item.accessibilityInformation = { label: `${claim.label}${said}, ${claim.description}` };
  item.command = { command: "lamina.explorer.open", title: "Open", arguments: [claim] };
  return item;
}
