/** The page of evidence: its types, and the ladder as it ships. */
import { evidenceTypes } from "../../../src/core/evidence/types.ts";
import { shippedTexts } from "../../../src/core/service.ts";
import { code, generatedFrom, page, table } from "./markdown.ts";

const ladder = (): string => (shippedTexts.get("lamina-atlas:/ladder.md") ?? "").replace(/^(#+) /gm, "$1# ").trimEnd();

export const evidencePage = (): string =>
  page(
    generatedFrom("src/core/evidence"),
    "# Evidence",
    "A piece of evidence says what it is (`[@key]`, a data file, a model, or an `evidence` item), of which type, and what it shows. A bare string is the writer's own argument: welcome, and it earns nothing.",
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
