import markdownit from "markdown-it";
import { describe, expect, it } from "vitest";
import lamina, { type MarkdownItLaminaOptions, styles } from "../../src/plugins/markdown-it.ts";

const claim = "claim first: L4 -> L2/3 as Value";
const fence = (info: string, text = claim): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const rendered = (text: string, options?: MarkdownItLaminaOptions): string => markdownit().use(lamina, options).render(text);

/** The picture in some HTML, as SVG. */
function pictureIn(html: string): string {
  const [, base64 = ""] = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(html) ?? [];
  return Buffer.from(base64, "base64").toString("utf8");
}

describe("the markdown-it plugin", () => {
  it("colours fences of Lamina, and says how a claim stands", () => {
    const html = rendered(fence("lamina"));
    expect(html).toMatch(/^<pre class="lamina"><code class="language-lamina"><span class="lamina-item">claim<\/span> /);
    expect(html).toMatch(/<span class="lamina-claim [^"]*\blamina-unsupported">first<\/span>/);
    expect(html).toContain('<span class="lamina-layer">L4</span> <span class="lamina-operator">-&gt;</span>');
  });

  it("draws what asks for a picture, of its own claims", () => {
    const html = rendered(`${fence("lamina {picture}")}\n${fence("lamina", "claim second: L5 as Key")}`);
    const svg = pictureIn(html);
    expect(svg).toContain("<svg");
    expect([svg.includes("first"), svg.includes("second")]).toEqual([true, false]);
    expect(html).toMatch(/alt="[^"]+"/);
  });

  it("draws in the theme that is asked for", () => {
    expect(pictureIn(rendered(fence("lamina {picture}"), { theme: "dark" }))).not.toBe(pictureIn(rendered(fence("lamina {picture}"))));
  });

  it("makes tables, with what the document says elsewhere", () => {
    const html = rendered(`${fence("lamina {table}")}\n${fence("lamina", 'claim first-too: L5 as Key\n  means "<b>"')}`);
    expect(html).toContain("<table>");
    expect(html).toContain("<td>first</td>");
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
  });

  it("leaves a picture of nothing as text, and all other fences as they are", () => {
    expect(rendered(fence("lamina {picture}", "# nothing yet"))).toContain('<pre class="lamina">');
    expect(rendered(fence("python", "x = 1"))).toBe(markdownit().render(fence("python", "x = 1")));
    expect(rendered(fence("laminate", "x"))).toBe(markdownit().render(fence("laminate", "x")));
  });

  it("has styles for classes that it writes", () => {
    expect(styles).toContain(".lamina-item");
  });
});
