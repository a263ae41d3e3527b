import { createHash } from "node:crypto";
import fc from "fast-check";
import remarkParse from "remark-parse";
import { SaxesParser } from "saxes";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/diagram/picture.ts";
import { checklistReport, reportOf } from "../../src/report/compose.ts";
import type { ReportInput } from "../../src/report/context.ts";
import { reportHtml } from "../../src/report/html.ts";
import { reportLatex } from "../../src/report/latex.ts";
import { reportMarkdown } from "../../src/report/markdown.ts";
import { reportFigure } from "../../src/report/picture.ts";
import { type Block, plainText, type Report, type Section } from "../../src/report/report.ts";
import { eightClaims } from "../diagram/fixtures.ts";
import { anyCollection, cited, claim, collection, evidence, HOSTILE, prediction, work } from "./records.ts";

const input = (more: Partial<ReportInput> = {}): ReportInput => ({ collection: collection([]), findings: [], silenced: [], ...more });

const sectionsOf = (sections: readonly Section[]): readonly Section[] => sections.flatMap((each) => [each, ...sectionsOf(each.sections)]);

/** All that a block says, line by line. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [plainText(block.content)];
    case "list":
      return block.items.map(plainText);
    case "facts":
      return block.facts.flatMap(({ term, lines }) => lines.map((line) => `${term}: ${plainText(line)}`));
    case "table":
      return block.rows.map((cells) => cells.map(plainText).join(" | "));
    case "figure":
      return [block.caption];
    case "shares":
      return [];
    case "references":
      return block.works.map(({ content }) => plainText(content));
  }
}

/** What a section of a report says, with those in it. */
function told(report: Report, id: string): readonly string[] {
  const found = sectionsOf(report.sections).find((each) => each.id === id);
  if (!found) throw new Error(`the report has no section ${id}`);
  return sectionsOf([found]).flatMap(({ blocks }) => blocks.flatMap(linesOf));
}

const larkum = work("larkum1999new", {
  label: "Larkum et al. 1999",
  line: "Larkum, M. E. (1999). A new mechanism. doi:10.1038/18686",
  doi: "10.1038/18686",
});

const values = claim("values", {
  means: "Layer 4 hands content on",
  asserted: "mechanistic",
  earned: "functional",
  standing: "overstated",
  why: ["There is evidence, but for less than is asserted.", "Add a perturbation."],
  evidence: [
    evidence({
      works: [cited("larkum1999new", { label: "Larkum et al. 1999", version: "v2", place: "Fig. 3" })],
      scope: "rat S1",
      read: "abstract",
    }),
    evidence({ stance: "disputes", works: [cited("nobody2000")], shows: "it does not" }),
    evidence({ stance: "disputes", works: [], argument: true, weighed: false, shows: "one number" }),
  ],
  scope: "adult",
  level: "circuit",
  predictions: [prediction("p1")],
  undefinedPredictions: ["p9"],
  relations: [{ relation: "rivals", to: "gap" }],
});
const gap = claim("gap", { standing: "open", written: "L5 as ?", why: ["A declared gap or a programme: nothing is asserted yet."] });

const full = input({
  collection: collection([values, gap], { works: [larkum, work("nobody2000")], predictions: [prediction("p1")] }),
  findings: [
    { path: "a.lamina", start: { line: 3, character: 2 }, rule: "strength-exceeds-evidence", severity: "error", message: "Too strong." },
    {
      path: "a.ipynb",
      start: { line: 90, character: 2 },
      cell: { number: 2, start: { line: 4 } },
      rule: "open-gap",
      severity: "hint",
      message: "A gap.",
    },
  ],
  silenced: [
    {
      path: "a.lamina",
      start: { line: 7, character: 0 },
      rule: "single-source",
      severity: "warning",
      message: "One source.",
      reason: "the second is under review",
      owner: "mn",
      until: "2026-12-31",
    },
    { path: "a.lamina", start: { line: 8, character: 0 }, rule: "open-gap", severity: "hint", message: "A gap.", reason: "" },
  ],
  rules: { "open-gap": "A gap that is declared" },
  date: "2026-11-24",
});

describe("a report", () => {
  const report = reportOf(full);

  it("says what a claim asserts and earns, and why, once", () => {
    const lines = told(report, "claim-values");
    expect(lines).toContain("Standing: overstated: asserts mechanistic; its evidence earns functional");
    expect(lines).toContain("Why: Add a perturbation.");
    expect(lines.join()).not.toContain("for less than is asserted");
    expect(told(report, "standing-overstated")[0]).toBe("There is evidence, but for less than is asserted.");
  });

  it("says for and against, with works, where in them, and how far they were read", () => {
    const lines = told(report, "claim-values");
    expect(lines).toContain(
      "For it: Larkum et al. 1999 [1], v2, Fig. 3: Causal perturbation, “silencing abolishes it”, in rat S1 read in its abstract alone",
    );
    expect(lines).toContain("Against it: @nobody2000 [2]: Causal perturbation, “it does not” how far it was read is not stated");
    expect(lines).toContain("Against it: “one number” the writer's own argument, which earns nothing");
    expect(lines).toContain("Unanswered: nothing answers the dispute");
    expect(lines).toContain("Predicts: p1: untested; p9: defined nowhere");
  });

  it("asserts nothing of a declared gap", () => {
    expect(told(report, "claim-gap")).toContain("Standing: open gap: nothing is asserted yet");
    expect(told(report, "open-gaps")).toEqual(["gap: L5 as ?"]);
  });

  it("gathers what is open", () => {
    expect(told(report, "unanswered-disputes").join()).toContain("values is disputed by @nobody2000");
    expect(told(report, "undefined-predictions")).toEqual(["values predicts p9"]);
  });

  it("gives predictions with what is expected, what fails them, and the verdict with its reason", () => {
    expect(told(report, "prediction-p1")).toEqual([
      "What p1 says",
      "Verdict: untested: Nothing was observed.",
      'Expected: "a" > 5 %',
      'Fails if: "a" < 2 %',
      "Of the claims: values",
    ]);
  });

  it("counts findings, lists errors, and names what is suppressed with its reason", () => {
    expect(told(report, "findings")).toEqual([
      "By the rules of the profile “submission”: 1 error and 1 hint. Errors are listed below; lamina check --profile submission lists all.",
      "strength-exceeds-evidence |  | error | 1",
      "open-gap | A gap that is declared | hint | 1",
      "Too strong. a.lamina:4",
    ]);
    expect(told(report, "suppressed").slice(1)).toEqual([
      "single-source | One source. | the second is under review; mn answers for it; until 2026-12-31 | a.lamina:8",
      "open-gap | A gap. | no reason is given | a.lamina:9",
    ]);
  });

  it("says of every work how far it was read, and marks those that no bibliography has", () => {
    expect(told(report, "reading").slice(1)).toEqual([
      "Only the abstract or front matter was read (1): Larkum et al. 1999 [1]",
      "How far is not stated (1): @nobody2000 [2]",
    ]);
    expect(told(report, "references")).toEqual([
      "One work is cited and in no bibliography of the project.",
      "Larkum, M. E. (1999). A new mechanism. doi:10.1038/18686",
      "@nobody2000 in no bibliography of the project",
    ]);
  });

  it("says whose judgement a standing is", () => {
    expect(told(report, "glance").join()).toContain("is Lamina's rule of thumb");
  });

  it("bears a date only where one is given", () => {
    expect(report.subtitle).toContain("2026-11-24");
    expect(reportOf(input()).subtitle).not.toMatch(/\d{4}/);
  });

  it("is whole without any claim", () => {
    expect(told(reportOf(input()), "glance")).toContain("No claim was found.");
    expect(reportHtml(reportOf(input()))).toContain("No prediction is written down.");
  });

  it("has one thing for every id, and something for every link", () => {
    fc.assert(
      fc.property(anyCollection, (made) => {
        const html = reportHtml(reportOf(input({ collection: made })));
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? "");
        expect(new Set(ids).size).toBe(ids.length);
        const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id ?? "");
        expect(links.filter((link) => !ids.includes(link))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** All that can be hostile, is. */
const hostile = input({
  title: HOSTILE,
  collection: collection(
    [
      claim(HOSTILE, {
        written: HOSTILE,
        means: HOSTILE,
        why: [HOSTILE],
        because: [HOSTILE],
        notes: [HOSTILE],
        sense: HOSTILE,
        scope: HOSTILE,
        via: [HOSTILE],
        facets: [{ text: HOSTILE, of: HOSTILE }],
        evidence: [
          evidence({
            works: [cited(HOSTILE, { label: HOSTILE, place: HOSTILE, version: HOSTILE })],
            shows: HOSTILE,
            scope: HOSTILE,
            through: HOSTILE,
          }),
        ],
        relations: [{ relation: "rivals", to: HOSTILE }],
        sentences: [{ place: { path: HOSTILE, line: 1, column: 1 }, exact: HOSTILE, prefix: "", suffix: "", start: 0, end: 1 }],
        predictions: [prediction(HOSTILE)],
      }),
    ],
    {
      profile: HOSTILE,
      works: [work(HOSTILE, { label: HOSTILE, line: HOSTILE, doi: HOSTILE, url: "javascript:alert(1)" })],
      predictions: [prediction(HOSTILE, { text: HOSTILE, expects: [HOSTILE], observed: [HOSTILE], reason: HOSTILE })],
    },
  ),
  findings: [{ path: HOSTILE, start: { line: 0, character: 0 }, rule: HOSTILE, severity: "error", message: HOSTILE }],
  silenced: [
    {
      path: HOSTILE,
      start: { line: 0, character: 0 },
      rule: HOSTILE,
      severity: "error",
      message: HOSTILE,
      reason: HOSTILE,
      owner: HOSTILE,
      until: HOSTILE,
    },
  ],
});

describe("a report as a page", () => {
  it("has a policy that allows its own sheet and nothing else", () => {
    const html = reportHtml(reportOf({ ...full, figure: reportFigure(eightClaims) }));
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/<script|<link|<img| style="| on\w+="/);
  });

  it.each([
    ["of claims, with a picture", { ...full, figure: reportFigure(eightClaims) }],
    ["of whatever files may hold", hostile],
  ])("is well formed %s", (_, made) => {
    const html = reportHtml(reportOf(made))
      .replace("<!DOCTYPE html>", "")
      .replace(/<(meta[^>]*)>/g, "<$1/>")
      .replace(/<nav hidden/, '<nav hidden=""')
      .replace(/<style>.*?<\/style>/s, "");
    const parser = new SaxesParser();
    const names: string[] = [];
    parser.on("opentag", ({ name }) => names.push(name));
    parser.on("error", (error) => {
      throw error;
    });
    // a page may hold signs that XML may not
    parser.write(html.replace(/[^\P{Cc}\n]/gu, "")).close();
    expect(names).toContain("article");
    expect(names.filter((name) => ["script", "b", "img", "a:b"].includes(name))).toEqual([]);
    expect(html).not.toContain("javascript:");
  });

  it("has the same bytes for the same input", () => {
    expect(reportHtml(reportOf(full))).toBe(reportHtml(reportOf(structuredClone(full))));
  });
});

describe("a report as Markdown", () => {
  it("says what it says, and is no HTML, whatever files may hold", () => {
    const markdown = reportMarkdown(reportOf(hostile));
    const kinds = new Set<string>();
    const html: string[] = [];
    const visit = (node: { type: string; value?: string; children?: readonly unknown[] }): void => {
      kinds.add(node.type);
      if (node.type === "html") html.push(node.value ?? "");
      for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
    };
    visit(unified().use(remarkParse).parse(markdown));
    expect(html.filter((tag) => !/^<a id="[a-z0-9-]+">$|^<\/a>$/.test(tag))).toEqual([]);
    expect([...kinds].filter((kind) => ["image", "code"].includes(kind))).toEqual([]);
  });

  it("names the picture's file where there is one, and else says what it shows", () => {
    const made = reportOf({ ...full, figure: reportFigure(eightClaims) });
    expect(reportMarkdown(made, { picture: "r-picture.svg" })).toMatch(/^!\[Mapping claims .*\]\(r-picture\.svg\)$/m);
    expect(reportMarkdown(made)).not.toContain("](r-picture");
  });
});

describe("a report as LaTeX", () => {
  it("sets whatever files may hold, and runs none of it", () => {
    const latex = reportLatex(reportOf(hostile)).replace(/^%.*$/gm, "");
    expect(latex).not.toMatch(/\\input\b|<script>(?!\\)/);
    const body = latex.slice(latex.indexOf("\\begingroup"));
    expect(body.replace(/\\[{}\\]/g, "").split("{").length).toBe(body.replace(/\\[{}\\]/g, "").split("}").length);
    // every dollar, and every sign of a comment, is escaped
    expect(body).not.toMatch(/(?<!\\)[$%]/);
    expect(body).toContain("\\laminasign{皮}{76AE}");
  });

  it("begins and ends each of its environments", () => {
    const latex = reportLatex(reportOf({ ...full, figure: reportFigure(eightClaims) }), { picture: "r-picture.pdf" });
    const names = (word: string): string[] =>
      [...latex.matchAll(new RegExp(`\\\\${word}\\{(\\w+)\\}`, "g"))].map(([, name]) => name ?? "").sort();
    expect(names("begin")).toEqual(names("end"));
    expect(latex).toContain("\\laminapicture{r-picture.pdf}");
  });
});

describe("the picture of a report", () => {
  it("is coloured by classes, so that it follows the page", () => {
    const picture: Picture = { title: "", claims: [], parts: [] };
    expect(reportFigure(picture).svg).not.toContain("<style>");
    expect(reportFigure(eightClaims).caption).toContain("8 claims");
  });
});

describe("the checklist alone", () => {
  it("has no link to what is not in it", () => {
    const html = reportHtml(checklistReport(full));
    expect(html).not.toContain('href="#');
    expect(html).toContain("Checklist: tests");
  });
});
