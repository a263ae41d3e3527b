/** What is left of the standings' colours for eyes that see fewer of them, and on grey paper: where hues come close, form must tell. */
import { describe, expect, it } from "vitest";
import { ribbon } from "../../src/diagram/marks/ribbon.ts";
import { sign } from "../../src/diagram/marks/sign.ts";
import { palettes, standings, type Theme } from "../../src/diagram/palette.ts";
import type { PictureStanding } from "../../src/diagram/picture.ts";
import type { SceneNode } from "../../src/diagram/scene.ts";

type Triple = readonly [number, number, number];

/**
 * What is seen of linear red, green and blue. For the three deficiencies: Machado, Oliveira & Fernandes 2009, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (doi:10.1109/TVCG.2009.113), severity 1.0; the paper
 * was not read, the numbers are those that several public programs ascribe to it. Grey: luminance of ITU-R BT.709.
 */
const visions = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Record<string, readonly [Triple, Triple, Triple]>;

type Vision = keyof typeof visions;

/** Linear light of `#rrggbb`, each 0 to 1 (IEC 61966-2-1). */
function linear(colour: string): Triple {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function seen(colour: string, vision: Vision): Triple {
  const [red, green, blue] = visions[vision];
  const light = linear(colour);
  const within = (value: number): number => Math.max(0, Math.min(1, value));
  return [within(dot(red, light)), within(dot(green, light)), within(dot(blue, light))];
}

/** CIE 1976 L*a*b* of linear light, by the primaries and the white (D65) of sRGB. */
function lab(light: Triple): Triple {
  const root = (value: number): number => (value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = root(dot([0.4124, 0.3576, 0.1805], light) / 0.9505);
  const y = root(dot([0.2126, 0.7152, 0.0722], light));
  const z = root(dot([0.0193, 0.1192, 0.9505], light) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours are apart; about 2 can just be told apart side by side, and across a picture it must be much more. */
const distance = (a: string, b: string, vision: Vision): number => {
  const [one, other] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
};

/** Nearer than this, a hue is taken for the other one. */
const TOLD_APART = 12;

const pairs: readonly (readonly [PictureStanding, PictureStanding])[] = standings.flatMap((one, at) =>
  standings.slice(at + 1).map((other) => [one, other] as const),
);

/** The pairs whose hues are too near to each other. */
const near = (theme: Theme, vision: Vision): string[] =>
  pairs.flatMap(([one, other]) => {
    const { [one]: a, [other]: b } = palettes[theme].standings;
    return distance(a, b, vision) < TOLD_APART ? [`${one} / ${other}`] : [];
  });

/** What is drawn, without its place and its colour. */
const form = (nodes: readonly SceneNode[]): string =>
  JSON.stringify(
    nodes.map(({ tag, attrs, text, children }) => [tag, attrs.class, attrs["stroke-dasharray"], text, children && form(children)]),
  );

describe("the standings, told apart without hue", () => {
  it.each([6, 14, 22, 32])("have six patterns on ribbons %d wide", (width) => {
    const curve = { x0: 0, y0: 0, x1: 150, y1: 60 };
    const forms = standings.map((standing) => form(ribbon(curve, { standing, width, earned: width / 3 })));
    expect(new Set(forms).size).toBe(standings.length);
  });

  it("have six signs on chips", () => {
    expect(new Set(standings.map((standing) => form([sign("sign", standing, 0, 0)]))).size).toBe(standings.length);
  });
});

describe("the hues of the standings", () => {
  it("are six, for the usual eye, by day and by night", () => {
    expect([near("light", "usual"), near("dark", "usual")]).toEqual([[], []]);
  });

  it.each<[Theme, Vision, string[]]>([
    ["light", "protanopia", ["unsupported / open"]],
    ["light", "deuteranopia", ["contested / unsupported", "contested / open", "unsupported / open"]],
    ["light", "tritanopia", ["supported / open"]],
    ["dark", "protanopia", []],
    ["dark", "deuteranopia", ["contested / unsupported", "contested / open"]],
    ["dark", "tritanopia", []],
  ])("of %s are near each other in %s for no other pairs than these", (theme, vision, expected) => {
    expect(near(theme, vision)).toEqual(expected);
  });

  it("are far from each other, or else the pattern and the sign differ, for every eye and in every theme", () => {
    const curve = { x0: 0, y0: 0, x1: 150, y1: 60 };
    const drawn = (standing: PictureStanding): string =>
      form([...ribbon(curve, { standing, width: 6, earned: 2 }), sign("sign", standing, 0, 0)]);
    let close = 0;
    for (const theme of ["light", "dark", "high-contrast", "print"] as const)
      for (const vision of Object.keys(visions) as Vision[])
        for (const [one, other] of pairs) {
          const { [one]: a, [other]: b } = palettes[theme].standings;
          if (distance(a, b, vision) >= TOLD_APART) continue;
          close++;
          expect(drawn(one), `${one} and ${other} of ${theme} in ${vision}`).not.toBe(drawn(other));
        }
    // on grey paper, and without hue, pattern is all there is
    expect(close).toBeGreaterThan(2 * 5 * pairs.length);
  });

  it("are none in print and in high contrast, where pattern tells all apart", () => {
    for (const theme of ["print", "high-contrast"] as const) expect(new Set(Object.values(palettes[theme].standings)).size).toBe(1);
  });
});
