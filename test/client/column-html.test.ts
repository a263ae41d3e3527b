import { describe, expect, it } from "vitest";
import { columnHtml } from "../../src/client/column-html.ts";

describe("the page of the column view", () => {
  const page = columnHtml({ script: 'https://host/a"b?c=1&d=<2>', nonce: "n0nce" });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.split("; ");

  it("lets in its own script and nothing else", () => {
    expect(policy).toEqual(["default-src 'none'", "script-src 'nonce-n0nce'"]);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('<script nonce="n0nce"');
    expect(page).not.toMatch(/<style|<link|\bon[a-z]+=|unsafe/);
  });

  it("takes the script's address as an address", () => {
    expect(page).toContain('src="https://host/a&quot;b?c=1&amp;d=&lt;2>"');
  });
});
