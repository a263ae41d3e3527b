/**
 * What the style sheet of a figure makes of its elements. Formats that know no sheets need every colour and width said; they are
 * read off the same text that the SVG file carries, so that no two formats can look different.
 *
 * Of CSS it knows what such sheets use: tags, classes, descendants, lists of them, and plain declarations.
 */
import type { SceneNode } from "../diagram/scene.ts";

interface Compound {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
}

interface Rule {
  /** From the outermost to the element itself. */
  readonly compounds: readonly Compound[];
  /** Classes count a hundred, tags one; what comes later wins among equals. */
  readonly weight: number;
  readonly order: number;
  readonly declarations: Readonly<Record<string, string>>;
}

/** Properties by their names in CSS. */
export type Style = Readonly<Record<string, string>>;

/** An element on the way from the root to the one asked for. */
interface Step {
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
}

/** What children have from their parent. */
const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
];

/** Attributes that are properties, too; any rule outweighs them. */
const presentation = new Set([...inherited, "opacity", "display"]);

export class Sheet {
  /** By the class, else the tag, that the element itself must have. */
  readonly #rules = new Map<string, Rule[]>();

  constructor(css: string) {
    let order = 0;
    for (const [, selectors = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const declarations = Object.fromEntries(
        body.split(";").flatMap((declaration) => {
          const colon = declaration.indexOf(":");
          return colon < 0 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]];
        }),
      );
      for (const selector of selectors.split(",")) {
        const compounds = selector.trim().split(/\s+/).map(compoundOf);
        const last = compounds.at(-1);
        if (!last) continue;
        const weight = compounds.reduce((sum, { tag, classes }) => sum + classes.length * 100 + (tag ? 1 : 0), 0);
        const key = last.classes[0] !== undefined ? `.${last.classes[0]}` : (last.tag ?? "");
        const rules = this.#rules.get(key) ?? [];
        rules.push({ compounds, weight, order: order++, declarations });
        this.#rules.set(key, rules);
      }
    }
  }

  /** What is true of an element within others; `parent` is what this said of the element around it. */
  styleOf(steps: readonly Step[], node: SceneNode, parent: Style): Style {
    const style: Record<string, string> = {};
    for (const name of inherited) if (parent[name] !== undefined) style[name] = parent[name];
    for (const [name, value] of Object.entries(node.attrs)) if (presentation.has(name)) style[name] = String(value);
    const own = steps.at(-1);
    if (!own) return style;
    const found: Rule[] = [];
    for (const key of [own.tag, ...[...own.classes].map((name) => `.${name}`)])
      for (const rule of this.#rules.get(key) ?? []) if (matches(rule, steps)) found.push(rule);
    found.sort((a, b) => a.weight - b.weight || a.order - b.order);
    for (const { declarations } of found) Object.assign(style, declarations);
    return style;
  }
}

/** An element as rules see it. */
export const stepOf = ({ tag, attrs }: SceneNode): Step => ({
  tag,
  classes: new Set(
    String(attrs.class ?? "")
      .split(" ")
      .filter(Boolean),
  ),
});

function compoundOf(text: string): Compound {
  const [tag = "", ...classes] = text.split(".");
  return { tag: tag === "" ? undefined : tag, classes };
}

const fits = ({ tag, classes }: Compound, step: Step): boolean =>
  (tag === undefined || tag === step.tag) && classes.every((name) => step.classes.has(name));

function matches({ compounds }: Rule, steps: readonly Step[]): boolean {
  let wanted = compounds.length - 1;
  const [last, own] = [compounds[wanted], steps.at(-1)];
  if (!last || !own || !fits(last, own)) return false;
  wanted--;
  for (let at = steps.length - 2; at >= 0 && wanted >= 0; at--) {
    const [compound, step] = [compounds[wanted], steps[at]];
    if (compound && step && fits(compound, step)) wanted--;
  }
  return wanted < 0;
}
