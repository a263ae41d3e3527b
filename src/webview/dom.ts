/** Elements of the page, made one by one: no text ever becomes markup. */

export type Child = Node | string | undefined | false;

/** An HTML element with properties, attributes (names with a dash) and children; empty children are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> | Readonly<Record<`${string}-${string}`, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (property.includes("-")) made.setAttribute(property, String(value));
    else Object.assign(made, { [property]: value });
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** What is called by its text and, where that does not say all, by what follows it: a name begins with what is seen. */
export const nameOf = (text: string, label: string): string =>
  /\p{L}{2}|\d/u.test(text) && !label.toLowerCase().includes(text.toLowerCase()) ? `${text}: ${label}` : label;

/** A plain button with a name for those who do not see it. */
export function button(text: string, label: string, action: () => void, className = ""): HTMLButtonElement {
  const made = element("button", { type: "button", title: label, className, "aria-label": nameOf(text, label) }, text);
  made.addEventListener("click", action);
  return made;
}

/** Makes the children of an element be these, and touches nothing where they are already. */
export function setChildren(parent: Element, children: readonly Node[]): void {
  if (parent.childNodes.length === children.length && children.every((child, at) => parent.childNodes[at] === child)) return;
  parent.replaceChildren(...children);
}
