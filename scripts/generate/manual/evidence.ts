/** The page of evidence: its types, and the ladder as it ships. */
import { evidenceTypes } from "../../../src/core/evidence/types.ts";
import { shippedTexts } from "../../../src/core/service.ts";
import { code, generatedFrom, lamina, page, table } from "./markdown.ts";

const ladder = (): string => (shippedTexts.get("lamina-atlas:/ladder.md") ?? "").replace(/^(#+) /gm, "$1# ").trimEnd();

export const evidencePage = (): string =>
  page(
    generatedFrom("src/core/evidence"),
    "# Evidence",
    "A piece of evidence says what it is, of which type, what it shows, where, and how far it was read. All but the first may be left out; the order is always this one:",
    '```text\nEVIDENCE   WHAT [TYPE] ["what it shows"] [in SCOPE] [read EXTENT ["through what"]]\n```',
    table(
      ["WHAT", "for example"],
      [
        ["a cited work", code('supported by [@larkum1999new, fig. 2] ephys_intracellular "a burst" in rat S1, slice read abstract')],
        ["an `evidence` item", code("supported by bac-in-slices")],
        [
          "a data file of the project",
          code('supported by data "data/gains.csv" column gain ephys_intracellular "the gain rises" in rat S1'),
        ],
        ["a model of the project, by its id", code('supported by column-model simulation "it runs"')],
        ["an argument of your own", code('supported by "the two are drawn alike"')],
      ],
    ),
    "A data file, with or without `column`, and what may follow it, is explained on [the page of numbers](numbers.md#data-files). A model is the id of a `model` item; whether it is evidence on the brain depends on the type, which for a model alone is `simulation`. An argument of your own is a text alone, with nothing behind it: welcome, and it earns nothing.",
    lamina(`model column-model: "model.py"

evidence bac-in-slices: [@larkum1999new]
  type ephys_intracellular
  shows "a burst where input to the tuft coincides with a spike"
  measures "fall of the threshold" of "threshold without a spike" ~ 50 %
  scope rat S1, slice
  read abstract

claim coincidence: BAC-firing as Attention-score
  supported by bac-in-slices
  supported by column-model simulation "it runs"
  supported by data "data/gains.csv" column gain ephys_intracellular "the gain rises" in rat S1, slice`),
    "A line that names an `evidence` item may add to it. Where it contradicts the item, as `read full-text` does an item that says `read abstract`, the more cautious of the two counts, and the card of the claim says so.",
    "A piece of evidence is of one type. What an experiment both changed and recorded is two pieces: two lines, or two items, of one source.",
    "## Types",
    "A word before an underscore stands for the whole family: `anatomy` for `anatomy_light` or `anatomy_em`. Terms are those of the Evidence and Conclusion Ontology (ECO) that stand nearest.",
    table(
      ["type", "what counts", "nearest term"],
      evidenceTypes.map(({ id, label, definition, eco, notes }) => [
        `${code(id)}<br>${label}`,
        `${definition}${notes ? ` *${notes}*` : ""}`,
        eco[0] ? `[${eco[0].id}](${eco[0].iri}) ${eco[0].label} (${eco[0].match})` : "none fits",
      ]),
    ),
    ladder(),
  );
