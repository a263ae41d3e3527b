/** The page of scopes: every phrase that is understood, by its kind, with its other names and what it lies within. */
import { scopeData } from "../../../src/core/scope/data.ts";
import { type ScopeTerm, scopeKinds, scopeVocabulary } from "../../../src/core/scope/vocabulary.ts";
import { code, generatedFrom, lamina, page, plain, table } from "./markdown.ts";

const namesOf = ({ name, synonyms }: ScopeTerm): string =>
  [...new Set([...(name === undefined ? [] : [name]), ...synonyms.map(({ text }) => text)])].map(plain).join(", ");

function kindSection(kind: (typeof scopeKinds)[number]): string {
  const vocabulary = scopeVocabulary();
  const terms = vocabulary.terms.filter((term) => term.kind === kind);
  const axis = scopeData.axes.find(({ id }) => id === kind);
  return page(
    `## ${kind}`,
    axis ? `${axis.asks}` : "In which layers? These are the layers of the [cortex atlas](atlas-cortex.md).",
    table(
      ["phrase", "also", "lies within"],
      terms.map((term) => [
        code(term.label),
        namesOf(term),
        [...vocabulary.withBroader(term)]
          .slice(1)
          .map(({ label }) => plain(label))
          .join(", "),
      ]),
    ),
    kind === "age" ? agePatterns() : undefined,
  ).trimEnd();
}

const agePatterns = (): string =>
  `Ages in numbers are understood too: ${scopeData.patterns.map(({ example }) => code(example)).join(", ")}. They are held against the stages of the species.`;

export const scopesPage = (): string =>
  page(
    generatedFrom("src/core/scope"),
    "# Scopes",
    "A scope says where something holds: `scope` in a claim, an `evidence` item or a prediction, and `in …` behind a piece of evidence or a number.",
    lamina(`claim values: L4 -> L2/3 as Value
  supported by [@binzegger2004quantitative] anatomy_light "layer 4 projects to layer 2/3" in cat V1, adult read abstract
  scope cat or ferret, V1, adult, "dark-reared animals left out"`),
    "A comma adds a restriction, `or` gives alternatives. Phrases may follow each other without a comma, `mouse V1`; the longest is taken first. Upper and lower case count the same, and so do a hyphen, an underscore and a blank.",
    '**Words of your own** stand in quotes, and are kept, shown and never compared. Strains and lines are such words, since they are without number: `mouse, "C57BL/6J"`, `rat, "Wistar"`. So are temperatures, doses and stimuli: `"35 degrees"`. Without quotes, words that are not below are [pointed out](rules/unknown-scope.md). A species or an area that you need often can be a part of an atlas of your own, with `kind species` or `kind area`.',
    "**How scopes are compared.** Kind by kind, and only what both sides say. What lies within the other goes together, in either direction: S1 and somatosensory cortex, macaque and primate. What neither lies within the other nor shares ground with it is [apart](rules/scope-mismatch.md). Areas of two species that are held to correspond are told as such.",
    ...scopeKinds.map(kindSection),
    "## Words that mean several things",
    table(
      ["word", "may mean", "note"],
      scopeData.ambiguous_terms.map(({ term, meanings, advice }) => [code(term), plain(meanings.join("; ")), plain(advice ?? "")]),
    ),
  );
