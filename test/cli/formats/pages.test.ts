import { createHash } from "node:crypto";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../src/cli/check-result.ts";
import { writeHtml } from "../../../src/cli/formats/html.ts";
import { formatCalled, formats } from "../../../src/cli/formats/index.ts";
import { writeMarkdown } from "../../../src/cli/formats/markdown.ts";
import { anyResult, bare, context, empty, nasty, runs, usual } from "./results.ts";

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

describe("the Markdown format", () => {
  it("is a summary and a table a file, the heaviest first", () => {
    const page = writeMarkdown(usual);
    expect(page).toMatch(
      /^## Lamina: 1 error\n\n12 claims in 4 files: 1 error, 1 warning, 1 information, 1 silenced\.\n\n### `notes\.md`\n/,
    );
    expect(page).toContain("| **error** | 10:7 | The id “values” is taken. | `duplicate-id` |\n");
    expect(page).toContain("| information | cell 3, 2:7 | No evidence supports the claim “keys”. | `claim-without-evidence` |\n");
    expect(page).toContain("<details><summary>1 finding silenced</summary>");
    expect(page).toContain("the recordings are in review (by @<!-- -->ada, until 2026-12-31)");
  });

  it("has no tags, links or names of people of what it quotes", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const nodes = nodesOf(fromMarkdown(writeMarkdown(result)) as Node);
        const tags = nodes.filter(({ type }) => type === "html").map(({ value = "" }) => value.replace(/<!-- -->/g, "").trim());
        const own = /^(?:<\/?details>|<details><summary>(?:\d+ findings? silenced|What the rules ask for)<\/summary>)?$/;
        expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
        expect(nodes.filter(({ type }) => type === "link" || type === "image")).toEqual([]);
        expect(nodes.filter(({ type, value = "" }) => type === "text" && /@\w/.test(value))).toEqual([]);
      }),
      runs,
    );
    expect(writeMarkdown(nasty)).not.toMatch(/[^\\]<script/);
  });

  it("fits in a comment, and says what it left out", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ ...bare, path: `${index % 40}.lamina`, fingerprint: String(index) }));
    const page = writeMarkdown({ ...empty, findings: many });
    expect(page.length).toBeLessThan(65_536);
    expect(page).toMatch(/… and \d+ findings more, for which there is no room here\./);
  });
});

describe("the HTML format", () => {
  it("is one page whose policy allows its own style and nothing else", () => {
    const page = writeHtml(usual, context);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=|https?:/);
  });

  it("shows findings with their lines, silences and rules", () => {
    const page = writeHtml(usual, context);
    expect(page).toContain("<code>claim <mark>values</mark>: L4 -&gt; L2/3 as Value</code>");
    expect(page).toContain("<code>claim <mark>keys</mark>: L2/3 -- L2/3 as &quot;Key&quot;</code>");
    expect(page).toContain('<span class="place">cell 3, 2:7</span>');
    expect(page).toContain("the recordings are in review");
    expect(page).toContain('<dt id="rule-duplicate-id">');
  });

  it("quotes without becoming what it quotes", () => {
    const tags = (result: CheckResult): number => writeHtml(result, context).match(/<(?:script|img|svg|iframe|a |b>)/g)?.length ?? 0;
    expect(writeHtml(nasty, context)).not.toContain("<script");
    fc.assert(
      fc.property(anyResult, (result) => {
        const plain = (text: string): string => "x".repeat(text.length);
        const tame: CheckResult = {
          ...result,
          findings: result.findings.map((finding) => ({ ...finding, message: plain(finding.message), lineText: plain(finding.lineText) })),
        };
        expect(tags(result)).toBe(tags(tame));
      }),
      runs,
    );
  });
});

describe("the table of formats", () => {
  it("finds each by its name, and names them all where there is none", () => {
    for (const format of formats) expect(formatCalled(format.name)).toBe(format);
    expect(() => formatCalled("xml")).toThrow(
      "unknown value “xml” of --format, expected pretty, short, json, sarif, junit, github, gitlab,",
    );
  });

  it("writes the same for the same", () => {
    for (const { write } of formats) expect(write(nasty, context)).toBe(write(structuredClone(nasty), context));
  });
});
