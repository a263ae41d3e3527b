/** As much of a page as the drawing touches, counted: elements that are made, and listeners that are added. */
export class FakeElement {
  readonly tag: string;
  readonly page: FakePage;
  readonly attributes = new Map<string, string>();
  readonly children: FakeElement[] = [];
  parent: FakeElement | undefined;
  #text = "";

  constructor(tag: string, page: FakePage) {
    this.tag = tag;
    this.page = page;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
    this.page.writes++;
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  removeAttribute(name: string): void {
    if (this.attributes.delete(name)) this.page.writes++;
  }
  addEventListener(): void {
    this.page.listeners++;
  }
  insertBefore(child: FakeElement, next: FakeElement | null): void {
    child.remove();
    const at = next ? this.children.indexOf(next) : this.children.length;
    this.children.splice(at, 0, child);
    child.parent = this;
    this.page.writes++;
  }
  remove(): void {
    const at = this.parent?.children.indexOf(this) ?? -1;
    if (at >= 0) this.parent?.children.splice(at, 1);
    this.parent = undefined;
  }
  set textContent(text: string) {
    this.#text = text;
    for (const child of [...this.children]) child.remove();
    this.page.writes++;
  }
  get textContent(): string {
    return this.#text + this.children.map((child) => child.textContent).join("");
  }
  get size(): number {
    return this.children.reduce((sum, child) => sum + child.size, 1);
  }
}

export class FakePage {
  made = 0;
  writes = 0;
  listeners = 0;

  createElementNS(_: string, tag: string): FakeElement {
    this.made++;
    return new FakeElement(tag, this);
  }
}
