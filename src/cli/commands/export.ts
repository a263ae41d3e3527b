/** `lamina export`: claims in the formats that others read. */
import { basename, resolve } from "node:path";
import { nearest } from "../../core/nearest.ts";
import { defaultSettings } from "../../core/settings.ts";
import { isInside } from "../../core/uri.ts";
import {
  type ExchangeFormatName,
  type ExchangeTable,
  exchangeFormatOfName,
  exchangeFormats,
  exchangeTables,
  type InterchangeProgram,
  tableFormats,
} from "../../interchange/names.ts";
import { chosenClaims } from "../../records/chosen.ts";
import type { ClaimCollection } from "../../records/record.ts";
import { documentsAsked, type OpenProjects, openProjects } from "../check.ts";
import { collectedClaims } from "../collected.ts";
import { type Call, CLEAN, type Command, textOf, textsOf, wordOf } from "../command.ts";
import { meantPaths } from "../paths.ts";
import { VERSION } from "../version.ts";
import { save } from "../written-file.ts";

export const exportCommand: Command = {
  name: "export",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "write claims in the formats that others read: nanopublications, annotations, tables, graphs, BibTeX, Argdown",
  details: `What a format cannot hold is left out, and said once on the error output; json holds all. Nothing says when a file was
made unless --date does, so that the same claims give the same file.`,
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: exchangeFormats },
      help: `what to write: ${exchangeFormats.join(", ")} (default: what --out says, else json)`,
    },
    { name: "out", short: "o", value: "FILE", takes: { kind: "file" }, help: "where to; to the standard output without it" },
    {
      name: "table",
      value: "TABLE",
      takes: { kind: "word", words: exchangeTables },
      help: `which rows, of ${tableFormats.join(", ")}: ${exchangeTables.join(", ")} (default: claims)`,
    },
    { name: "claim", value: "ID", takes: { kind: "text" }, multiple: true, help: "only this claim; may be given several times" },
    {
      name: "base",
      value: "IRI",
      takes: { kind: "text" },
      help: "what the addresses of claims begin with, in trig, jsonld and annotations (default: urn:lamina:)",
    },
    { name: "date", value: "DATE", takes: { kind: "text" }, help: "when it is published: 2026-11-24, or with a time" },
    { name: "writer", value: "WHO", takes: { kind: "text" }, help: "who wrote the claims: a name, or an address such as that of an ORCID" },
  ],
  examples: [
    { line: "lamina export --out claims.json", does: "all of the folder at hand, as records that lose nothing" },
    {
      line: "lamina export --format trig --base https://example.org/claims/ --out claims.trig",
      does: "nanopublications, to be published there",
    },
    { line: "lamina export hypothesis.lamina --out evidence.csv --table evidence", does: "a row for each piece of evidence" },
    { line: "lamina export manuscript.md --out cited.bib", does: "the works that the claims of a manuscript cite" },
  ],
  run: exportClaims,
};

async function exportClaims({ world, options, rest }: Call): Promise<number> {
  const out = textOf(options, "out");
  const format = formatAsked(wordOf<ExchangeFormatName>(options, "format", exchangeFormats), out);
  const table = wordOf<ExchangeTable>(options, "table", exchangeTables);
  if (table !== undefined && !tableFormats.includes(format))
    throw new Error(`${format} is no table: --table is for ${tableFormats.join(", ")}`);
  const program = world.program?.("interchange") as InterchangeProgram | undefined;
  if (!program) throw new Error("this build of Lamina cannot write formats of exchange");

  const { folder, files } = world;
  const opened = await openProjects({ paths: await meantPaths(rest, world), profile: undefined, folder, files });
  for (const { path, uri } of opened.targets)
    if (![...documentsAsked(opened)].some((each) => isInside(each.uri, uri)))
      throw new Error(`there is nothing in “${path}” that Lamina reads`);
  const collection = chosen(collectedClaims(opened, folder, profileOf(opened)), textsOf(options, "claim"));
  const [base, date, writer] = [textOf(options, "base"), textOf(options, "date"), textOf(options, "writer")];
  const made = program.exchange({
    collection,
    format,
    ...(table !== undefined && { table }),
    ...(base !== undefined && { base }),
    ...(date !== undefined && { date }),
    ...(writer !== undefined && { writer }),
    version: VERSION,
  });
  if (out === undefined) world.output.write(made.text);
  else await save(resolve(folder, out), out, made.text);
  if (collection.claims.length === 0) world.errors.write("lamina: no claim stands there\n");
  for (const note of made.notes) world.errors.write(`lamina: ${note}\n`);
  return CLEAN;
}

/** The profile that the settings of the paths name; several, where these differ. */
function profileOf({ targets, workspaces }: OpenProjects): string {
  const named = targets.map(({ uri, project }) => {
    const settings = workspaces.get(project)?.snapshot.configurationOf(`${uri}/`)?.settings;
    return settings?.profile ?? defaultSettings.profile;
  });
  return [...new Set(named)].join(", ");
}

function formatAsked(format: ExchangeFormatName | undefined, out: string | undefined): ExchangeFormatName {
  if (format !== undefined) return format;
  if (out === undefined) return "json";
  const said = exchangeFormatOfName(basename(out));
  if (said === undefined)
    throw new Error(`the name “${out}” does not say which format is meant: add --format ${exchangeFormats.join("|")}`);
  return said;
}

/** Only the claims of some ids; all where none is named. */
function chosen(collection: ClaimCollection, ids: readonly string[]): ClaimCollection {
  if (ids.length === 0) return collection;
  const known = collection.claims.flatMap(({ id, key }) => [key, ...(id === undefined ? [] : [id])]);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const [best] = nearest(id, [...new Set(known)]);
    throw new Error(`there is no claim called “${id}”${best ? `, expected “${best}”?` : ""}`);
  }
  return chosenClaims(collection, ({ id, key }) => ids.includes(key) || (id !== undefined && ids.includes(id)));
}
