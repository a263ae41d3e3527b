import { describe, expect, it } from "vitest";
import { references } from "../../../src/core/features/references.ts";
import { builtin } from "../../../src/core/service.ts";
import { openSource } from "../../../src/embed/source.ts";
import { project } from "../project.ts";
import { marked } from "./marked.ts";

/** The references to what the caret stands on. */
function found(text: string, withDeclarations = true): string[] {
  const made = project(text);
  return marked(made, references(made.snapshot, made.caret.uri, made.caret.offset, withDeclarations));
}

describe("references", () => {
  it("of a finding are the claims that rest on it, and of a claim those that speak of it", () => {
    const text = (first: string, second: string): string => `# file: evidence.lamina
evidence ${first}lee: [@lee2009modulator]
# file: claims.lamina
claim a: L4 as Value
  supported by lee
claim b: L4 as ${second}Key supported by lee
prediction p: "x"
  observed "share" = 5 % from lee
`;
    expect(found(text("‸", ""))).toEqual([
      "evidence.lamina:1: evidence «lee»: [@lee2009modulator]",
      "claims.lamina:2: supported by «lee»",
      "claims.lamina:3: claim b: L4 as Key supported by «lee»",
      'claims.lamina:5: observed "share" = 5 % from «lee»',
    ]);
    expect(found(`claim ‸a: L4 as Value\nclaim b: claim a as Key\n  assumes a, c\n`, false)).toEqual([
      "main.lamina:2: claim b: claim «a» as Key",
      "main.lamina:3: assumes «a», c",
    ]);
  });

  it("start from the word that opens an item, too", () => {
    expect(found(`‸claim a: L4 as Value\nclaim b: L5 as Key\n  refines a\n`, false)).toEqual(["main.lamina:3: refines «a»"]);
  });

  it("of a cited work stand wherever its key does, and in its bibliography", () => {
    const text = `# file: refs.bib
@article{smith2001, title = {T}}
# file: a.lamina
source @smith2001
claim a: L4 as Value
  stated in [@smith‸2001, p. 4; @other]
# file: note.md
> \`\`\`lamina
> claim b: L4 as Key supported by [@smith2001] anatomy
> \`\`\`
`;
    expect(found(text)).toEqual([
      "refs.bib:1: @article{«smith2001», title = {T}}",
      "a.lamina:1: source @«smith2001»",
      "a.lamina:3: stated in [@«smith2001», p. 4; @other]",
      "note.md:2: > claim b: L4 as Key supported by [@«smith2001»] anatomy",
    ]);
    expect(found(text, false)).toHaveLength(2);
  });

  it("of a part are all names of it, pathways that end there written as such, and no other part of the same name", () => {
    expect(
      found(`claim a: "granular layer" -> L2/3 as Value
  via L4.spiny-stellate
  facet "drive" of cortex:L‸4
prediction p: "x"
  about thalamus -> l4
model m: "m.py"
  symbol f as L4, L5
claim b: L5 as Key
`),
    ).toEqual([
      'main.lamina:1: claim a: "«granular layer»" -> L2/3 as Value',
      "main.lamina:2: via «L4».spiny-stellate",
      'main.lamina:3: facet "drive" of cortex:«L4»',
      "main.lamina:5: about thalamus -> «l4»",
      "main.lamina:7: symbol f as «L4», L5",
    ]);
  });

  it("of a pathway are its name and the ends that it joins", () => {
    expect(found("claim a: L4-to-‸L2/3 as Value\nclaim b: L4 -> L2/3 as Key\nclaim c: L4 -> L5 as Key\n")).toEqual([
      "main.lamina:1: claim a: «L4-to-L2/3» as Value",
      "main.lamina:2: claim b: «L4 -> L2/3» as Key",
    ]);
  });

  it("lead from an entry of an atlas to the claims about it, and from an atlas to whoever uses it", () => {
    const own = (part: string, atlas: string): string => `# file: own.lamina
atlas ${atlas}hippo: "Hippocampus"
part ${part}CA3: "Field CA3"
  also "third field"
part CA1: "Field CA1"
  joins CA3 -> CA1
# file: claims.lamina
use hippo, transformer
claim a: CA3 as Value
claim b: "third field" as Key
claim c: hippo:CA1 as Query
`;
    expect(found(own("‸", ""))).toEqual([
      'own.lamina:2: part «CA3»: "Field CA3"',
      "own.lamina:5: joins «CA3» -> CA1",
      "claims.lamina:2: claim a: «CA3» as Value",
      'claims.lamina:3: claim b: "«third field»" as Key',
    ]);
    expect(found(own("", "‸"))).toEqual([
      'own.lamina:1: atlas «hippo»: "Hippocampus"',
      "claims.lamina:1: use «hippo», transformer",
      "claims.lamina:4: claim c: «hippo»:CA1 as Query",
    ]);
  });

  it("lead from an entry of an atlas that ships to the claims about it", () => {
    const made = project("claim a: L4 as Value\n");
    const [cortex] = builtin().atlases;
    if (!cortex) throw new Error("no atlas ships");
    const text = 'atlas cortex: "Cortex"\npart L4: "Layer 4"\n';
    const snapshot = made.snapshot.with({ documents: new Map([[cortex.uri, openSource(cortex.uri, "lamina", text)]]) });
    const places = references(snapshot, cortex.uri, text.indexOf("L4"), false);
    expect(marked(made, places)).toEqual(["main.lamina:1: claim a: «L4» as Value"]);
  });

  it("give the entry of an atlas that ships as the declaration of its part", () => {
    const made = project("claim a: L‸4 as Value\n");
    const places = references(made.snapshot, made.caret.uri, made.caret.offset, true);
    expect(places.map(({ uri }) => uri)).toEqual(["lamina-atlas:/cortex.lamina", made.caret.uri]);
  });

  it("of a quantity stand wherever its words do", () => {
    expect(
      found(`evidence e: [@lee2009modulator]
  measures "share‸" of "all" ~ 5 %
prediction p: "x"
  expects "share" > "other" by 2 %
  falsified if "other" > "share"
  note "share"
`),
    ).toEqual([
      'main.lamina:2: measures «"share"» of "all" ~ 5 %',
      'main.lamina:4: expects «"share"» > "other" by 2 %',
      'main.lamina:5: falsified if "other" > «"share"»',
    ]);
  });

  it.each(['claim a: L4 as Value\n  means "te‸xt"\n', "‸", "x‸yz\n", "# com‸ment\n", "claim a: L4 as Val‸ue1\n"])(
    "are none for %j",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
