/** Sentences linked to claims, and works cited in running text: cards, definitions, references, rename, completion, lenses. */
import { describe, expect, it } from "vitest";
import { complete } from "../../../src/core/features/completion.ts";
import { definition } from "../../../src/core/features/definition.ts";
import { hover, sentenceHover } from "../../../src/core/features/hover.ts";
import { lenses } from "../../../src/core/features/lenses.ts";
import { references } from "../../../src/core/features/references.ts";
import { rename } from "../../../src/core/features/rename.ts";
import { address, project } from "../project.ts";

const claims = `# file: claims.lamina
claim values: L4 -> L2/3 as Value
  supported by [@me2026] anatomy "so"
# file: refs.bib
@article{me2026, author={Me, A.}, title={On layers}, year=2026, doi={10.1000/x}}
`;
const paper = (text: string): ReturnType<typeof project> => project(`${claims}# file: paper.md\n${text}\n`);
const places = (
  found: readonly { readonly uri: string; readonly span: { readonly start: number; readonly end: number } }[],
  texts: ReadonlyMap<string, string>,
): readonly string[] =>
  found.map(
    ({ uri, span }) => `${uri.slice(address("").length)}: ${texts.get(uri.slice(address("").length))?.slice(span.start, span.end)}`,
  );

describe("a sentence that states a claim", () => {
  it("has the claim's card on its id, and on its words where they have none", () => {
    const onId = paper("[Layer four carries values]{claim=val‸ues}.");
    expect(hover(onId.snapshot, onId.caret.uri, onId.caret.offset)?.title).toBe("values");
    const onWords = paper("[Layer four car‸ries values]{claim=values}.");
    expect(hover(onWords.snapshot, onWords.caret.uri, onWords.caret.offset)).toBeUndefined();
    expect(sentenceHover(onWords.snapshot, onWords.caret.uri, onWords.caret.offset)?.title).toBe("values");
    const outside = paper("[Layer four carries values]{claim=values}. Mo‸re.");
    expect(sentenceHover(outside.snapshot, outside.caret.uri, outside.caret.offset)).toBeUndefined();
  });

  it("leads to the claim", () => {
    const { snapshot, caret, texts } = paper("[Layer four car‸ries values]{claim=values}.");
    expect(
      places(
        (definition(snapshot, caret.uri, caret.offset)?.targets ?? []).map(({ uri, selection }) => ({ uri, span: selection })),
        texts,
      ),
    ).toEqual(["claims.lamina: values"]);
  });

  it("is among the references of the claim, from either end", () => {
    const { snapshot, caret, texts } = paper("[a]{claim=val‸ues} and :claim[b]{#values}.");
    expect(places(references(snapshot, caret.uri, caret.offset, true), texts)).toEqual([
      "claims.lamina: values",
      "paper.md: values",
      "paper.md: values",
    ]);
    expect(references(snapshot, address("claims.lamina"), 8, false)).toHaveLength(2);
  });

  it("is renamed with it", () => {
    const { snapshot, caret } = paper("[a]{claim=val‸ues} and {claim}`b <values>`.");
    const renamed = rename(snapshot, caret.uri, caret.offset, "content");
    expect(
      "edits" in renamed && [...renamed.edits].map(([uri, edits]) => [uri.slice(address("").length), edits.map(({ text }) => text)]),
    ).toEqual([
      ["claims.lamina", ["content"]],
      ["paper.md", ["content", "content"]],
    ]);
  });

  it("is counted above the claim", () => {
    const { snapshot } = paper("[a]{claim=values} and [b]{claim=values}.");
    expect(lenses(snapshot, address("claims.lamina")).map(({ title }) => title)).toContain("stated in 2 sentences");
  });

  it.each(["[a]{claim=‸", "[a]{claim=va‸}", ":claim[a]{#v‸}", "{claim}`a <v‸", "\\claim{v‸"])(
    "is offered the ids of claims in %s",
    (text) => {
      const { snapshot, caret } = paper(text);
      expect(complete(snapshot, caret.uri, caret.offset).map(({ label }) => label)).toEqual(["values"]);
    },
  );
});

describe("a work that the running text cites", () => {
  it("has its card and its entry, and is among its references", () => {
    const { snapshot, caret, texts } = paper("As was shown [@me20‸26, p. 3].");
    expect(hover(snapshot, caret.uri, caret.offset)?.title).toContain("Me 2026");
    expect(definition(snapshot, caret.uri, caret.offset)?.targets[0]?.uri).toBe(address("refs.bib"));
    expect(places(references(snapshot, caret.uri, caret.offset, true), texts)).toEqual([
      "refs.bib: me2026",
      "claims.lamina: me2026",
      "paper.md: me2026",
    ]);
  });

  it.each(["as [@‸", "as [see @m‸", "@‸", "so \\citep[p. 3]{me‸"])("is offered in %s", (text) => {
    const { snapshot, caret } = paper(text);
    expect(complete(snapshot, caret.uri, caret.offset).map(({ label }) => label)).toContain("me2026");
  });

  it.each(["me@‸", "`@‸`"])("is not offered in %s", (text) => {
    const { snapshot, caret } = paper(text);
    expect(complete(snapshot, caret.uri, caret.offset)).toEqual([]);
  });
});
