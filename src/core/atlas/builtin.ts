/** The atlases and the bibliography that ship with Lamina. */
import { type Bibliography, parseBibliography } from "../evidence/bibliography.ts";
import ladderText from "../evidence/ladder.md";
import bibliographyText from "../evidence/references.bib";
import type { Builtin } from "../model/snapshot.ts";
import { rulePages, rulePageUri } from "../rules/pages.ts";
import { type Atlas, atlasesOf } from "./atlas.ts";
import compiled from "./compiled.generated.json" with { type: "json" };
import cortexText from "./cortex.lamina";
import transformerText from "./transformer.lamina";

const SCHEME = "lamina-atlas";

/** The shipped texts by their addresses, for reading. */
export const shippedTexts: ReadonlyMap<string, string> = new Map([
  [`${SCHEME}:/cortex.lamina`, cortexText],
  [`${SCHEME}:/transformer.lamina`, transformerText],
  [`${SCHEME}:/references.bib`, bibliographyText],
  [`${SCHEME}:/ladder.md`, ladderText],
  ...[...rulePages].map(([code, page]): [string, string] => [rulePageUri(code), page]),
]);

let loaded: Builtin | undefined;

/** What ships with Lamina, ready for use. The atlases were compiled at build, so that this takes a few milliseconds. */
export function builtin(): Builtin {
  loaded ??= {
    atlases: compiled as unknown as readonly Atlas[],
    get bibliography() {
      return shippedBibliography();
    },
    bibliographyUri: `${SCHEME}:/references.bib`,
  };
  return loaded;
}

let bibliography: Bibliography | undefined;

const shippedBibliography = (): Bibliography => {
  bibliography ??= parseBibliography(bibliographyText, "bibtex");
  return bibliography;
};

export { atlasesOf };
