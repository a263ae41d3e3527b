/** The page around the picture: a bar with the title and buttons, the pane, and what is said while there are no claims. */

const SVG = "http://www.w3.org/2000/svg";

const firstClaim = "claim values: L4 -> L2/3 as Value";

export interface Frame {
  readonly pane: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Holds the elements of the scene. */
  readonly picture: SVGGElement;
  readonly setTitle: (title: string) => void;
  /** What the picture shows, for those who do not see it. */
  readonly describe: (title: string, description: string) => void;
  readonly setScale: (scale: number) => void;
  /** Shows or hides the words for a document without claims; in Markdown a claim stands in a fence. */
  readonly setEmpty: (empty: boolean, markdown: boolean) => void;
}

/** What the buttons do. */
export interface FrameActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function button(text: string, label: string, action: () => void, className = ""): HTMLButtonElement {
  const made = element("button", { type: "button", title: label, className }, text);
  made.setAttribute("aria-label", label);
  made.addEventListener("click", action);
  return made;
}

/** Builds the page. */
export function buildFrame({ zoomIn, zoomOut, fit }: FrameActions): Frame {
  const heading = element("h1", {}, "Column View");
  const scale = button("100 %", "Fit to view (0)", fit, "scale");
  const toolbar = element(
    "header",
    { className: "bar" },
    heading,
    button("−", "Zoom out (−)", zoomOut),
    scale,
    button("+", "Zoom in (+)", zoomIn),
  );

  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "lamina-scene");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-describedby", "description");
  const picture = document.createElementNS(SVG, "g");
  picture.setAttribute("class", "picture");
  svg.append(picture);
  const description = element("p", { id: "description", className: "unseen" });

  const example = element("pre", {});
  const notice = element(
    "section",
    { className: "notice", hidden: true },
    element("h2", {}, "No claims yet"),
    element(
      "p",
      {},
      "A claim says that a part of the column does what a part of the transformer does. Write one in the text and it appears here:",
    ),
    example,
  );
  const pane = element("main", { className: "pane", tabIndex: 0 }, svg, notice);
  pane.setAttribute("aria-label", "Picture");
  document.body.append(toolbar, pane, description);

  return {
    pane,
    svg,
    picture,
    setTitle: (title) => {
      heading.textContent = title;
      heading.title = title;
    },
    describe: (title, words) => {
      svg.setAttribute("aria-label", title);
      description.textContent = words;
    },
    setScale: (value) => {
      scale.textContent = `${Math.round(value * 100)} %`;
    },
    setEmpty: (empty, markdown) => {
      notice.hidden = !empty;
      example.textContent = markdown ? `\`\`\`lamina\n${firstClaim}\n\`\`\`` : firstClaim;
    },
  };
}
