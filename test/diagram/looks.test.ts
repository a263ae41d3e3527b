import { describe, expect, it } from "vitest";
import { buildScene } from "../../src/diagram/build.ts";
import { cut, oneLine, textWidth } from "../../src/diagram/measure.ts";
import { mix, palettes, standings } from "../../src/diagram/palette.ts";
import { exportStyles, webviewStyles } from "../../src/diagram/styles.ts";
import { escapeXml } from "../../src/diagram/svg.ts";
import { eightClaims, madeUpClaims, oddClaims, twentyFourClaims } from "./fixtures.ts";
import { walk } from "./helpers.ts";

/** Contrast of two colours as the web's accessibility guidelines define it. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [bright = 1, dark = 1] = [light(a), light(b)].sort((x, y) => y - x);
  return bright / dark;
}

describe("the palette", () => {
  it.each(["light", "dark", "print", "high-contrast"] as const)("keeps text and marks readable in %s", (theme) => {
    const palette = palettes[theme];
    for (const ground of [palette.ground, palette.soft, palette.white, ...palette.bands]) {
      expect(contrast(palette.ink, ground)).toBeGreaterThan(9.2);
      expect(contrast(palette.muted, ground)).toBeGreaterThan(4.5);
    }
    for (const standing of standings) expect(contrast(palette.standings[standing], palette.ground), standing).toBeGreaterThan(3.5);
    expect(contrast(palette.focus, palette.ground)).toBeGreaterThan(3.5);
  });

  it("mixes channel by channel", () => {
    expect(mix("#ff0000", "#000000", 0.5)).toBe("#800000");
    expect(mix("#123456", "#ffffff", 0)).toBe("#ffffff");
  });
});

/** Classes that are there for scripts and for reading alone. */
const unstyled = new Set([
  "shape",
  "fillable",
  "shape-head",
  "veil",
  "cortex",
  "transformer",
  "legend-entry",
  "as-written",
  "lines",
  "claim",
  "bundle",
  "part",
  "is-claimed",
  "hit",
  "hit-area",
]);

describe("the style sheets", () => {
  it("know every class of a scene", () => {
    const sheet = exportStyles("light");
    const used = new Set<string>();
    for (const picture of [eightClaims, twentyFourClaims, oddClaims, madeUpClaims(100)])
      for (const { node } of walk(buildScene(picture).nodes)) for (const name of String(node.attrs.class ?? "").split(" ")) used.add(name);
    const unknown = [...used].filter((name) => name !== "" && !unstyled.has(name) && !new RegExp(`\\.${name}(?![\\w-])`).test(sheet));
    expect(unknown).toEqual([]);
    const living = webviewStyles();
    const missing = [...used].filter((name) => name !== "" && !living.includes(`.${name}`)).filter((name) => !unstyled.has(name));
    expect(missing).toEqual([]);
  });

  it("write plain colours for export, so that every reader of SVG understands them", () => {
    for (const theme of ["light", "dark", "high-contrast", "print"] as const) {
      const sheet = exportStyles(theme);
      expect(sheet).not.toMatch(/var\(|color-mix|undefined|\$|</);
      for (const rule of sheet.split("\n")) expect(rule).toMatch(/^[^{}]+\{[^{}]+\}$/);
    }
  });

  it("take ground, ink and focus from the editor, and hues from its kind of theme", () => {
    const sheet = webviewStyles();
    for (const name of ["--vscode-editor-background", "--vscode-editor-foreground", "--vscode-focusBorder", "--vscode-font-family"])
      expect(sheet).toContain(name);
    for (const name of [".vscode-dark", ":is(.vscode-high-contrast,.vscode-high-contrast-light)"])
      expect(sheet).toContain(`body${name} .lamina-scene{`);
    expect(sheet).toContain("prefers-reduced-motion");
    expect(sheet).not.toMatch(/\$|undefined/);
    for (const name of new Set([...sheet.matchAll(/var\((--lamina-[a-z0-9]+)\)/g)].map((match) => match[1])))
      expect(sheet, name).toContain(`${name}:`);
  });
});

describe("high contrast, dark or light", () => {
  const rules = webviewStyles()
    .split("\n")
    .filter((rule) => rule.startsWith("body:is(.vscode-high-contrast,.vscode-high-contrast-light) .lamina-scene"));

  it("fades nothing, and marks what is chosen with an edge", () => {
    expect(rules.find((rule) => rule.includes(".grey-thread{opacity:1!important}"))).toContain(".lines");
    expect(rules.find((rule) => rule.includes(".is-selected"))).toContain(".casing{stroke:var(--lamina-focus)}");
  });

  it("has ink alone on the editor's ground: no greys, no hues", () => {
    const [properties = ""] = rules;
    for (const name of ["muted", "line", "cell", ...standings]) expect(properties).toContain(`--lamina-${name}:var(--lamina-ink)`);
    for (const name of ["soft", "white", "band0", "band4"]) expect(properties).toContain(`--lamina-${name}:var(--lamina-ground)`);
  });
});

describe("text", () => {
  it("is cut to fit, with an ellipsis, and never within a character", () => {
    expect(cut("short", 12, 200)).toBe("short");
    const long = cut("gain-modulation or BAC-firing or NMDA-spike", 11, 120);
    expect(long.endsWith("…")).toBe(true);
    expect(textWidth(long, 11)).toBeLessThan(122);
    expect(cut("𝒜𝒜𝒜𝒜", 12, 30)).toMatch(/^(?:𝒜)*…$/u);
    expect(cut("anything", 12, 0)).toBe("…");
  });

  it("is one line without what cannot be seen", () => {
    expect(oneLine(" a\n\tb\u0000 c\u202e ")).toBe("a b c");
    expect(oneLine("\ud800x")).toBe("x");
    expect(oneLine("x".repeat(100_000)).length).toBeLessThanOrEqual(400);
  });

  it("is escaped for XML, with a sign for what XML forbids", () => {
    expect(escapeXml(`a<b>&"'`)).toBe("a&lt;b&gt;&amp;&quot;&#39;");
    expect(escapeXml("a\u0001b\ud800c\ufffe")).toBe("a\ufffdb\ufffdc\ufffd");
    expect(escapeXml("L4 → L2/3")).toBe("L4 → L2/3");
  });
});
