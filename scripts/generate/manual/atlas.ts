/** An atlas as a page to read: its parts by kind, with their facts, and where each was seen. */
import type { Atlas, AtlasPart, Provenance, Quantity } from "../../../src/core/atlas/atlas.ts";
import { closedVocabularies } from "../../../src/core/syntax/vocabulary.ts";
import { anchor, code, generatedFrom, page, plain, table } from "./markdown.ts";

const seenInWords = (word: string | undefined): string | undefined => {
  const entry = closedVocabularies.SEEN.find((known) => known.word === word);
  return entry && (entry.short ?? entry.word);
};

/** Where something is from and how far that was seen, in brackets. */
function origin({ keys, origin: other, seen, detail }: Provenance): string {
  const from = [...keys.map(({ key, place }) => code(`@${key}${place ? `, ${place}` : ""}`)), ...(other ? [plain(other)] : [])].join("; ");
  const how = [seenInWords(seen), detail && plain(detail)].filter(Boolean).join(": ");
  const all = [from, how].filter((text) => text !== "").join("; ");
  return all === "" ? "" : ` (${all})`;
}

const quantityLine = (quantity: Quantity): string => {
  const share =
    quantity.denominator === undefined ? "" : ` of ${quantity.denominator === "?" ? "what is not stated" : plain(quantity.denominator)}`;
  return `${plain(quantity.name)}${share}: ${plain(quantity.value ?? "not stated")}${quantity.scope ? ` in ${plain(quantity.scope)}` : ""}${origin(quantity)}`;
};

const list = (title: string, lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : `**${title}**\n\n${lines.map((line) => `- ${line}`).join("\n")}`;

function partSection(part: AtlasPart): string {
  const { kind, within, joins, synonyms, means } = part;
  const path = joins.map(({ parts, arrows }) => parts.map((name, at) => `${name}${arrows[at] ? ` ${arrows[at]} ` : ""}`).join(""));
  const facts = [kind, within.length > 0 ? `in ${within.join(", ")}` : undefined, path.length > 0 ? path.map(code).join(", ") : undefined];
  return page(
    `### ${part.name}`,
    `${part.label === part.name ? "" : `${plain(part.label)}. `}*${facts.filter(Boolean).join("; ")}*`,
    synonyms.length > 0 ? `Also called ${synonyms.map(({ text }) => plain(text)).join(", ")}.` : undefined,
    means ? plain(means) : undefined,
    part.equations.length > 0 ? part.equations.map((equation) => code(equation)).join("  \n") : undefined,
    list(
      "Role",
      part.roles.map(
        (role) =>
          `${role.parts.length > 0 ? `${role.parts.map((name) => code(name)).join(", ")}: ` : ""}${plain(role.text)}${origin(role)}`,
      ),
    ),
    list("Numbers", part.quantities.map(quantityLine)),
    list(
      "Other readings",
      part.rivals.map((rival) => `${plain(rival.text)}${origin(rival)}`),
    ),
    list(
      "Disputed",
      part.disputes.map(
        ({ keys, type, shows }) =>
          `${keys.map((key) => code(`@${key}`)).join(", ")}${type ? ` ${type}` : ""}${shows ? `: ${plain(shows)}` : ""}`,
      ),
    ),
    list(
      "Beware",
      part.bewares.map(({ text, term }) => `${term ? `${code(term)}: ` : ""}${plain(text)}`),
    ),
    list(
      "In code",
      part.codes.map(
        ({ names, framework, checked }) =>
          `${plain(framework)}: ${names.map(code).join(", ")} (${checked ? "read in the code" : "from memory"})`,
      ),
    ),
    part.xrefs.length > 0
      ? `Terms: ${part.xrefs.map(({ term, match, label }) => `${code(term)}${label ? ` ${plain(label)}` : ""} (${match})`).join(", ")}.`
      : undefined,
    part.see.length > 0 ? `See ${part.see.map((key) => code(`@${key}`)).join(", ")}.` : undefined,
    list("Notes", part.notes.map(plain)),
  ).trimEnd();
}

export function atlasPage(atlas: Atlas): string {
  const kinds = closedVocabularies.PARTKIND.filter(({ word }) => atlas.parts.some((part) => part.kind === word));
  const ofKind = (word: string): readonly AtlasPart[] => atlas.parts.filter((part) => part.kind === word);
  const others = atlas.parts.filter((part) => !kinds.some(({ word }) => word === part.kind));
  return page(
    generatedFrom(`src/core/atlas/${atlas.id}.lamina`),
    `# Atlas: ${plain(atlas.label)}`,
    atlas.means ? plain(atlas.means) : undefined,
    `In scope wherever a document has no \`use\` line. A name that two atlases share is told apart by its atlas: ${code(`${atlas.id}:${atlas.parts[0]?.name ?? "part"}`)}.`,
    table(
      ["kind", "parts"],
      kinds.map(({ word }) => [
        word,
        ofKind(word)
          .map((part) => `[${part.name}](#${anchor(part.name)})`)
          .join(", "),
      ]),
    ),
    ...kinds.flatMap(({ word, help }) => [`## ${word}`, help, ...ofKind(word).map(partSection)]),
    ...(others.length > 0 ? ["## others", ...others.map(partSection)] : []),
  );
}
