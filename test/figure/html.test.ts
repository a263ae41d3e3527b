import { createHash } from "node:crypto";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { eightClaims, madeUpClaims } from "../diagram/fixtures.ts";
import { HOSTILE, pictures, textOf } from "./made.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a page. Throws where a tag is not closed as XML asks, but for those that HTML never closes. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    for (const element of open) element.text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  const xml = html
    .replace("<!DOCTYPE html>\n", "")
    .replace(/<(meta|input)([^>]*)>/g, "<$1$2/>")
    .replace(/ checked\/>/g, ' checked=""/>');
  parser.write(xml).close();
  return found;
}

const only = (all: readonly Element[], name: string): Element => {
  const found = all.filter((element) => element.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements ${name}`);
  return found[0];
};

describe("an HTML page", () => {
  it.each(Object.entries(pictures))(
    "of %s is well-formed, and its policy lets its own sheet through and nothing else",
    async (_, picture) => {
      const html = await textOf(picture, "html");
      const all = elements(html);
      const sheet = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
      const hash = createHash("sha256").update(sheet).digest("base64");
      const policy = all.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy")?.attributes.content;
      expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
      // whatever the policy would stop is not there in the first place
      expect(all.filter(({ name }) => name === "script" || name === "link" || name === "img")).toEqual([]);
      expect(all.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name === "style" || name.startsWith("on"))).toEqual(
        [],
      );
      expect(all.flatMap(({ attributes }) => attributes.href ?? []).filter((address) => !address.startsWith("#"))).toEqual([]);
      const rows = all.filter(({ name }) => name === "tr").length;
      expect(rows).toBe(picture.claims.length === 0 ? 0 : picture.claims.length + 1);
    },
  );

  it("joins every claim to its row, and can be gone through with the keyboard", async () => {
    const all = elements(await textOf(eightClaims, "html"));
    const links = all.filter(({ name }) => name === "a").map(({ attributes }) => attributes.href?.slice(1));
    expect(links).toHaveLength(8);
    const ids = all.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of links) {
      const chip = all.find(({ attributes }) => attributes.id === link);
      expect(chip?.attributes).toMatchObject({ tabindex: "0", role: "img" });
      expect(chip?.attributes["aria-label"]).toMatch(/; \d for, \d against$/);
      const classes = (element: Element): string[] => (element.attributes.class ?? "").split(" ");
      expect(all.filter((element) => element.name === "tr" && classes(element).includes(link ?? ""))).toHaveLength(1);
    }
    expect(only(all, "style").text).toContain("main:has(.k1:is(:hover,:focus-within,:target)) .claim:not(.k1) .lines");
  });

  it("has a box for every standing that occurs, and a rule that it works by", async () => {
    const all = elements(await textOf(eightClaims, "html"));
    const boxes = all.flatMap(({ name, attributes }) => (name === "input" ? [attributes.id] : []));
    const standings = [...new Set(eightClaims.claims.map(({ standing }) => standing))];
    expect([...boxes].sort()).toEqual(standings.map((standing) => `show-${standing}`).sort());
    const sheet = only(all, "style").text;
    for (const standing of standings)
      expect(sheet).toContain(`main:has(#show-${standing}:not(:checked)) :is(.claim.standing-${standing},.row-${standing}){display:none}`);
    expect(only(all, "legend").text).toBe("Standing");
  });

  it("says that the picture does not follow where claims are bundled", async () => {
    const all = elements(await textOf(madeUpClaims(120), "html"));
    expect(only(all, "legend").text).toBe("Standing, in the table");
    expect(only(all, "style").text).toContain(".bundle.b1:hover");
  });

  it("shows every name as it is written", async () => {
    const picture = pictures["names that mean something to the format"] ?? eightClaims;
    const all = elements(await textOf(picture, "html"));
    expect(all.find(({ name }) => name === "h1")?.text).toContain(HOSTILE);
    expect(all.filter(({ name }) => name === "th").map(({ text }) => text)).toContain(HOSTILE);
  });
});
