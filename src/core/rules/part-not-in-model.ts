import type { AtlasPart } from "../atlas/atlas.ts";
import type { Names } from "../atlas/lookup.ts";
import { isClaim, type ModelMeaning, meaningOf } from "../model/meaning.ts";
import { partsOfEnd, type ResolvedEnd, resolveClaim, resolveEnd } from "../model/resolve.ts";
import type { Declaration, Snapshot } from "../model/snapshot.ts";
import { calledClaim } from "./claim-support.ts";
import { defineRule, quote, severity } from "./define.ts";

export const partNotInModel = defineRule({
  code: "part-not-in-model",
  title: "A claim on a layer that the model behind it does not have",
  reach: "linked",
  items: ["claim", "mapping"],
  severity: severity("i/w/w"),
  check({ meaning, snapshot, names, report }) {
    if (!isClaim(meaning)) return;
    const models = meaning.evidence.flatMap(({ node }) => (node.what.kind === "name" ? (modelNamed(node.what.text, snapshot) ?? []) : []));
    if (models.length === 0) return;
    const { left, right } = resolveClaim(meaning, names);
    for (const end of [...(left?.ends ?? []), ...(right?.ends ?? [])]) {
      const layers = layersOf(end, names);
      for (const { id, declaration, model } of models) {
        const known = layersIn(model, snapshot.names(declaration.uri));
        // a model with one layer may say nothing of the others; one with several says which it has
        if (known.length < 2) continue;
        const missing = layers.filter((layer) => !known.some((other) => overlap(layer, other, names)));
        if (missing.length === 0) continue;
        report({
          span: end.node,
          message: `The model ${quote(id)}, on which the claim ${calledClaim(meaning)} rests, has ${listed(known)} and no ${listed(missing)}, expected evidence that is about ${missing.length > 1 ? "them" : "it"}.`,
          related: [{ uri: declaration.uri, item: declaration.item, span: model.id ?? declaration.item.wordSpan, message: "the model" }],
        });
      }
    }
  },
});

interface NamedModel {
  readonly id: string;
  readonly declaration: Declaration;
  readonly model: ModelMeaning;
}

function modelNamed(id: string, snapshot: Snapshot): NamedModel | undefined {
  const declaration = snapshot.declarations(id).find(({ word }) => word === "model");
  const model = declaration && meaningOf(declaration.item);
  return declaration && model?.kind === "model" ? { id, declaration, model } : undefined;
}

/** The layers that an end speaks of: as such, along a pathway, or as what a pathway of the atlas joins. */
function layersOf(end: ResolvedEnd, names: Names): readonly AtlasPart[] {
  const layers = new Set<AtlasPart>();
  for (const part of partsOfEnd(end)) {
    if (part.kind === "layer") layers.add(part);
    for (const name of part.joins.flatMap(({ parts }) => parts)) {
      const joined = names.partNamedBy(part, name);
      if (joined?.kind === "layer") layers.add(joined);
    }
  }
  return [...layers];
}

/** The layers that the symbols of a model stand for. */
const layersIn = ({ symbols }: ModelMeaning, names: Names): readonly AtlasPart[] => [
  ...new Set(symbols.flatMap(({ parts }) => parts.flatMap((end) => layersOf(resolveEnd(end, names), names)))),
];

/** Whether one layer is the other, or a part of it: layer 2 and layer 2/3. */
const overlap = (a: AtlasPart, b: AtlasPart, names: Names): boolean =>
  a === b || names.withAncestors(a).has(b) || names.withAncestors(b).has(a);

const listed = (layers: readonly AtlasPart[]): string => layers.map(({ name }) => quote(name)).join(", ");
