/** The signs of the standings as files, for trees of the editor: the picture's own marks and hues. */
import { sign } from "../../src/diagram/marks/sign.ts";
import { standings, type Theme } from "../../src/diagram/palette.ts";
import type { PictureStanding } from "../../src/diagram/picture.ts";
import { group } from "../../src/diagram/scene.ts";
import { exportStyles } from "../../src/diagram/styles.ts";
import { nodesToSvg } from "../../src/diagram/svg.ts";

export interface StandingIcon {
  readonly path: string;
  readonly standing: PictureStanding;
  readonly theme: "light" | "dark";
  readonly svg: string;
}

/** Of the picture's style sheet the rules that a sign of this standing is drawn by. */
const rulesOf = (standing: PictureStanding, theme: Theme): string =>
  exportStyles(theme)
    .split("\n")
    .filter(
      (rule) => /^\S* ?\.(?:sign-|ribbon-mark)/.test(rule) && (rule.startsWith(`.standing-${standing} `) || rule.startsWith(".sign-")),
    )
    .join("");

const drawn = (standing: PictureStanding, theme: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="-8 -8 16 16"><style>text{font-family:sans-serif}${rulesOf(standing, theme)}</style>` +
  `${nodesToSvg([group(standing, { class: `standing-${standing}` }, [sign("sign", standing, 0, 0)])])}</svg>\n`;

export const standingIcons: readonly StandingIcon[] = standings.flatMap((standing) =>
  (["light", "dark"] as const).map((theme) => ({
    path: `media/icons/standing-${standing}-${theme}.svg`,
    standing,
    theme,
    svg: drawn(standing, theme),
  })),
);
