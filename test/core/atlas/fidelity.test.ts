/** Nothing that the oracle says is lost in the atlas files, and nothing is added that it does not say. */
import { describe, expect, it } from "vitest";
import { expectedLines, oracle, partOf, qualified, respelled, reworded } from "./oracle.ts";
import { atlasNames, atlasText, citedKeys, type Entry, logicalLines, readEntries, stringsOf, synonymsOf } from "./read.ts";

/** `role transformer:Value "…"` with the ids of its ends in lower case, as the oracle's ids are. */
const withPlainEnds = (line: string): string =>
  line.startsWith("role ") ? line.replace(/^role [^"]*/, (head) => head.toLowerCase()) : line;

const without = (entry: Entry, ...words: readonly string[]): string[] =>
  entry.lines.filter((line) => !words.some((word) => line.startsWith(`${word} `))).map(withPlainEnds);

/** Names in brackets that carry a remark: the bare name was added where it is one of the part's own. */
const bareName = /^(.+?) \([^)]*\)$/;

/** Notes that say in other words what the oracle's remarks say. */
const ownNotes = new Set(Object.values(reworded).map((text) => `note "${text}"`));

describe.each(oracle.atlases)("atlas $id", (atlas) => {
  const [header, ...parts] = readEntries(atlasText(atlas.id));

  it("has the parts of the oracle, in its order", () => {
    expect(header?.header).toBe(`atlas ${atlas.id}: "${atlas.name}"`);
    expect(parts.map((part) => part.id.toLowerCase())).toEqual(atlas.elements.map((element) => partOf(element.id)));
  });

  it.each(atlas.elements)("says of $id what the oracle says, and no more", (element) => {
    const entry = parts.find((part) => part.id.toLowerCase() === partOf(element.id)) as Entry;
    expect(entry.header).toBe(`part ${entry.id}: "${element.name}"`);
    const found = without(entry, "also", "see", "in", "joins", "draw").filter((line) => !ownNotes.has(line));
    expect(found.toSorted()).toEqual(expectedLines(element).toSorted());
    expect(entry.lines.filter((line) => line.startsWith("see ")).flatMap(citedKeys)).toEqual(element.references);
  });

  it.each(atlas.elements)("names $id as the oracle does", (element) => {
    const entry = parts.find((part) => part.id.toLowerCase() === partOf(element.id)) as Entry;
    const synonyms = synonymsOf(entry);
    const asked = Object.entries(element.synonyms).flatMap(([notation, names]) => names.map((name) => ({ name, notation })));
    asked.push({ name: element.id, notation: "id" });
    expect(synonyms).toEqual(expect.arrayContaining(asked));
    const bare = new Set(asked.map(({ name }) => bareName.exec(name)?.[1]));
    for (const { name } of synonyms.filter((synonym) => !asked.some(({ name: wanted }) => wanted === synonym.name))) {
      expect(bare).toContain(name);
    }
  });
});

describe("the pathways of the cortex", () => {
  const pathways = oracle.atlases.flatMap((atlas) => atlas.elements).filter((element) => element.kind === "pathway");
  const entries = readEntries(atlasText("cortex"));

  it.each(pathways)("joins the ends that the oracle gives to $id", (element) => {
    const entry = entries.find((part) => part.id.toLowerCase() === partOf(element.id)) as Entry;
    const joins = entry.lines.filter((line) => line.startsWith("joins ")).map((line) => line.toLowerCase().replace(/<->|--/, "->"));
    expect(joins).toContain(`joins ${partOf(element.source ?? "")} -> ${partOf(element.target ?? "")}`);
  });
});

describe("what concerns a whole atlas", () => {
  const headers = atlasNames.map((atlas) => readEntries(atlasText(atlas))[0] as Entry);
  const lines = headers.flatMap((header) => header.lines);

  it("says in both what they are for", () => {
    for (const header of headers) expect(header.lines).toContain(`means "${oracle.about}"`);
  });

  it("warns of every ambiguous term, in the atlas that it concerns", () => {
    for (const { term, meanings } of oracle.ambiguous_terms) {
      const words = term.split(" / ");
      for (const word of words) {
        const found = lines.filter((line) => line.startsWith("beware ") && line.endsWith(` for ${word}`)).map((line) => line.toLowerCase());
        expect(found, word).toHaveLength(1);
        for (const meaning of meanings) expect(found[0]).toContain(respelled(meaning).toLowerCase());
      }
    }
    const bare = lines.filter((line) => line.startsWith("beware ") && !line.endsWith('"'));
    expect(bare).toHaveLength(oracle.ambiguous_terms.flatMap(({ term }) => term.split(" / ")).length);
  });

  it("warns of every misleading name in code, in quotes", () => {
    for (const { name, trap } of oracle.code_traps) {
      // "k_proj / v_proj", "L23E vs L23e": one line each; "L2_pyramidal (hnn-core)": the framework goes into the text
      const [names = "", framework] = name.split(/ \(|\)/);
      for (const one of names.split(/ \/ | vs /)) {
        const found = lines.filter((line) => line.startsWith("beware ") && line.endsWith(` for "${one}"`));
        expect(found, one).toHaveLength(1);
        expect(found[0]).toContain(trap);
        if (framework) expect(found[0]).toContain(framework);
      }
    }
  });

  it("cites the works that code names of a framework belong to", () => {
    const { mapping_source, code_model_references } = oracle as unknown as {
      mapping_source: string;
      code_model_references: Record<string, string>;
    };
    const cited = headers[0]?.lines.filter((line) => line.startsWith("see ")).flatMap(citedKeys);
    expect(cited).toEqual([mapping_source, ...Object.values(code_model_references)]);
    for (const [framework, key] of Object.entries(code_model_references)) {
      expect(lines).toContain(`note "model behind the code names of ${framework}: @${key}"`);
    }
  });
});

describe("every text and number of the oracle", () => {
  const all = atlasNames.map((atlas) => logicalLines(atlasText(atlas)).join("\n")).join("\n");
  const numbers = new Set([...all.matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0])));
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s\-_/()]+/g, " ")
      .trim();
  const plainAll = plain(all);

  /** Texts that the tests above follow to their clauses, because a rule takes them apart or puts them in other words. */
  const followed = (path: string): boolean =>
    /\.(source|target|targets\.\d+|sources\.\d+|seen|comparator|match)$/.test(path) ||
    /\.quantities\.\d+\.(quantity|species|denominator|unit)$/.test(path) ||
    /^(ambiguous_terms|code_traps)\./.test(path) ||
    /\.note$/.test(path) ||
    path.startsWith("synonym_collisions.");

  const leaves: { path: string; value: string | number }[] = [];
  const collect = (value: unknown, path: string): void => {
    if (typeof value === "string" || typeof value === "number") leaves.push({ path, value });
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, `${path}.${index}`);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        // keys that are themselves texts: legends, scales, frameworks
        if (/^(seen_legend|other_strength_scales_in_use|code_identifier_sources|code_model_references)$/.test(path)) {
          leaves.push({ path: `${path} (key)`, value: key });
        }
        collect(item, path === "" ? key : `${path}.${key}`);
      }
    }
  };
  collect(oracle, "");

  it("stands in the atlases, word for word or in the listed rewording", () => {
    const missing: string[] = [];
    for (const { path, value } of leaves) {
      if (typeof value === "number") {
        if (!numbers.has(value)) missing.push(`${path}: ${value}`);
      } else if (!followed(path)) {
        const text = reworded[value] ?? value;
        const also = { "derived here": "derived", "inferred-here": "inferred" }[value];
        if (!plainAll.includes(plain(also ?? text))) missing.push(`${path}: ${value}`);
      }
    }
    expect(missing).toEqual([]);
    expect(leaves.length).toBeGreaterThan(2000);
  });

  it("and every listed rewording stands there for a text that the oracle has", () => {
    for (const [before, after] of Object.entries(reworded)) {
      expect(leaves.map((leaf) => leaf.value)).toContain(before);
      expect(all).toContain(after);
      expect(all).not.toContain(before);
    }
  });

  it("and no id of the oracle is left outside the synonyms in id", () => {
    for (const atlas of oracle.atlases) {
      for (const { id } of atlas.elements) {
        expect(all.split(`"${id}" in id`), id).toHaveLength(2);
        expect(qualified(id)).toContain(":");
      }
    }
    for (const line of all.split("\n").filter((candidate) => !candidate.startsWith("also "))) {
      expect(stringsOf(line).join(" ")).not.toMatch(/\b(cortex|transformer)\.[a-z]\w/);
    }
  });
});
