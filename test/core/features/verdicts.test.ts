/** Verdicts where a reader meets them: cards, lenses, hints, the picture. */
import { describe, expect, it } from "vitest";
import { acceptData } from "../../../src/core/features/accept-data.ts";
import { renderCard } from "../../../src/core/features/card.ts";
import { inlayHints } from "../../../src/core/features/inlay-hints.ts";
import { lenses } from "../../../src/core/features/lenses.ts";
import { hover } from "../../../src/core/service.ts";
import { pictureOf } from "../../../src/diagram/from-snapshot.ts";
import { spoken } from "../../../src/diagram/marks/chip.ts";
import { hashOf } from "../answers.ts";
import { address, project } from "../project.ts";

const csv = "layer,share (%)\nL4,11\nL4,13\nL5,30\n";
const uri = address("main.lamina");
const text = (...observed: string[]): string =>
  `# file: d.csv\n${csv}# file: main.lamina\n${[
    "claim a: L4 as Value",
    '  supported by [@lee2009modulator] anatomy "so"',
    "  predicts p",
    'prediction p: "it is small"',
    '  expects "share" of "all" within 10..15 %',
    '  falsified if "share" of "all" > 20 %',
    ...observed.map((line) => `  observed ${line}`),
    "",
  ].join("\n")}`;

const titles = (of: string, options?: Parameters<typeof project>[1]): readonly string[] =>
  lenses(project(of, options).snapshot, uri).map(({ title }) => title);

describe("the lens of a prediction", () => {
  it.each([
    [[], undefined],
    [['"share" = 12 %'], "✓ confirmed by 1 observation"],
    [['"share" = 12 %', '"share" = 12 ms'], "✓ confirmed by 1 observation, 1 not compared"],
    // two that lie apart decide nothing together
    [['"share" = 12 %', '"share" = 30 %'], "◑ undecided after 2 observations"],
    [['"share" = 18 %'], "◑ undecided after 1 observation"],
    [['"share" of ? = 18 %'], "○ untested: 1 observation that cannot be compared"],
    [['data "d.csv" column share where layer = "L5"'], "⊗ falsified by 1 observation"],
  ])("of %j", (observed, expected) => {
    const told = titles(text(...observed)).filter((title) => /^[✓⊗◑○] (?!refuted)/.test(title));
    expect(told).toEqual(expected === undefined ? [] : [expected]);
  });

  it("says that a file is still being read", () => {
    expect(titles(text('data "d.csv" column share'), { data: "unread" })).toContain("data still being read");
  });

  it("and that of its claim say what was refuted by what, and what to check again", () => {
    expect(titles(text('"share" = 30 %'))).toContain("⊗ refuted by p · 1 for");
    const accepted = (hash: string): readonly string[] => titles(text(`data "d.csv" column share accepted ${hash}`));
    expect(accepted("0123456789ab")).toContain("⟳ re-check: its data changed");
    expect(accepted(hashOf(csv).slice(0, 12))).not.toContain("⟳ re-check: its data changed");
    const direct =
      '# file: d.csv\na\n1\n# file: main.lamina\nclaim a: L4 as Value\n  supported by data "d.csv" accepted 0123456789ab simulation\n';
    expect(titles(direct)).toContain("⟳ re-check: its data changed");
  });
});

describe("hints", () => {
  it("say behind what was observed where it lies, and the number that a file gives", () => {
    const observed = [
      '"share" = 12 %',
      '"share" = 18 %',
      '"share" = 30 %',
      '"share" = 12 ms',
      '"so it was"',
      'data "d.csv" column share mean',
    ];
    const hints = inlayHints(project(text(...observed)).snapshot, uri).filter(({ tooltip }) => tooltip.includes("The prediction is"));
    expect(hints.map(({ label }) => label)).toEqual([
      "as expected",
      "between",
      "falsifies",
      "not compared",
      "for readers to judge",
      "18 %: between",
    ]);
    expect(hints[3]?.tooltip).toContain("Because: another unit");
  });

  it("stand at the ends of their lines", () => {
    const made = project(text('"share" = 12 % from [@k1]'));
    const [hint] = inlayHints(made.snapshot, uri).filter(({ label }) => label === "as expected");
    expect(made.texts.get("main.lamina")?.slice(0, hint?.at).endsWith("from [@k1]")).toBe(true);
  });
});

describe("cards", () => {
  const card = (of: string, at: string, options?: Parameters<typeof project>[1]): string => {
    const made = project(of, options);
    const found = hover(made.snapshot, uri, made.texts.get("main.lamina")?.indexOf(at) ?? 0);
    return found ? renderCard(found) : "";
  };

  it("set what was observed beside what is expected", () => {
    const shown = card(text('data "d.csv" column share where layer = "L4" mean', '"share" of ? = 1.9 % from [@k1]'), "p: ");
    expect(shown).toContain("✓ **confirmed**: What was observed, 12 %, lies where it is expected: 10..15 %.");
    expect(shown).toContain('- `"share" of "all" within 10..15 %` — *what was observed lies there*');
    expect(shown).toContain('- if `"share" of "all" > 20 %` — *what was observed does not lie there*');
    expect(shown).toMatch(/mean` = 12 %, n = 2 .*as expected/);
    expect(shown).toMatch(/= 1\.9 %` \(.*not compared: of what “share” was taken is not said/);
  });

  it("say nothing of verdicts where nothing was observed, and no verdict while a file is read", () => {
    expect(card(text(), "p: ")).not.toContain("untested");
    const unread = card(text('data "d.csv" column share'), "p: ", { data: "unread" });
    expect(unread).toContain("*A data file is still being read; the verdict may change.*");
    expect(card(text('data "d.csv" column share'), "a: ", { data: "unread" })).toContain("*a data file is still being read*");
  });

  it("of a claim say how its predictions stand, and to check again", () => {
    const shown = card(text('data "d.csv" column share where layer = "L4" mean accepted 0123456789ab'), "a: ");
    expect(shown).toContain("✓ `p` — **confirmed**");
    expect(shown).toContain("⟳ **re-check**");
  });
});

it("the picture says how the predictions of a claim stand", () => {
  const says = (...observed: string[]): readonly string[] =>
    pictureOf(project(text(...observed)).snapshot, uri, "x").picture.claims.map(spoken);
  expect(says()).toEqual(["a: L4 as Value; supported; 1 for, 0 against"]);
  expect(says('"share" = 12 %')).toEqual(["a: L4 as Value; supported; 1 for, 0 against; predictions: 1 confirmed"]);
  expect(says('"share" = 30 %')).toEqual(["a: L4 as Value; refuted; 1 for, 0 against; predictions: 1 falsified"]);
});

it("what a file gives is accepted where it is named", () => {
  const made = project(text('data "d.csv" column share where layer = "L4" mean with n >= 2'));
  const source = made.texts.get("main.lamina") ?? "";
  const edit = acceptData(made.snapshot, uri, source.indexOf("column share"));
  expect(edit).toEqual({
    span: { start: source.indexOf(" with n"), end: source.indexOf(" with n") },
    text: ` accepted ${hashOf(csv).slice(0, 12)}`,
  });
  expect(acceptData(made.snapshot, uri, source.indexOf("expects"))).toBeUndefined();
  const accepted = project(text('data "d.csv" column share accepted 0123456789ab'));
  expect(acceptData(accepted.snapshot, uri, (accepted.texts.get("main.lamina") ?? "").indexOf("column share"))).toBeUndefined();
});
