import { describe, expect, it } from "vitest";
import { standingIcons } from "../../scripts/generate/standing-icons.ts";
import { palettes, standings } from "../../src/diagram/palette.ts";

describe("the signs of the standings in the side bar", () => {
  it("have the hues of the picture, and each a form of its own", () => {
    for (const theme of ["light", "dark"] as const) {
      const forms = standings.map((standing) => {
        const svg = standingIcons.find((icon) => icon.standing === standing && icon.theme === theme)?.svg;
        expect(svg).toContain(palettes[theme].standings[standing]);
        return svg?.replaceAll(palettes[theme].standings[standing], "hue").replaceAll(standing, "standing");
      });
      expect(new Set(forms).size).toBe(standings.length);
    }
  });
});
