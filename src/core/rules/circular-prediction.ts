import { weigh } from "../evidence/standing.ts";
import { type ClaimMeaning, isClaim, meaningOf } from "../model/meaning.ts";
import type { Mention, Snapshot } from "../model/snapshot.ts";
import type { Cite, DataNode, ResultNode } from "../syntax/tree.ts";
import type { Span } from "../text.ts";
import { resolvePath } from "../uri.ts";
import { calledClaim, sameVersion } from "./claim-support.ts";
import { defineRule, quote, severity } from "./define.ts";

export const circularPrediction = defineRule({
  code: "circular-prediction",
  title: "A prediction tested on what the claim was made from",
  reach: "linked",
  items: ["prediction"],
  severity: severity("i/w/w"),
  check({ meaning, snapshot, uri, report }) {
    if (meaning.kind !== "prediction" || !meaning.id) return;
    const origins = meaning.observed.flatMap((result) => originsOf(result, uri, snapshot));
    if (origins.length === 0) return;
    const { text: id } = meaning.id;
    const said = new Set<Origin>();
    for (const { claim, ...mention } of claimsPredicting(id, snapshot)) {
      for (const use of claim.evidence) {
        if (use.stance !== "supports") continue;
        const { cites } = weigh(use, snapshot);
        const data = use.node.what.kind === "data" ? use.node.what : undefined;
        const file = data && fileOf(data, mention.uri);
        for (const origin of origins) {
          const isSame =
            origin.data !== undefined && data !== undefined
              ? origin.file === file && mayBeOneColumn(origin.data, data)
              : cites.some((cite) => origin.cites.some((own) => isOneWork(own, cite)));
          if (!isSame || said.has(origin)) continue;
          said.add(origin);
          report({
            span: origin.span,
            message: `What was observed for the prediction ${quote(id)} also supports the claim ${calledClaim(claim)}, which makes it, expected an observation from elsewhere.`,
            related: [{ ...mention, span: use.node, message: "the same source, in support" }],
          });
        }
      }
    }
  },
});

/** Where an observation is from: works, or a file. */
interface Origin {
  readonly span: Span;
  readonly cites: readonly Cite[];
  readonly file: string | undefined;
  readonly data: DataNode | undefined;
}

/** Whether two clauses on one file may read the same column: one that names none may read any. */
const mayBeOneColumn = ({ column }: DataNode, { column: other }: DataNode): boolean =>
  column === undefined || other === undefined || column.text.toLowerCase() === other.text.toLowerCase();

function originsOf(result: ResultNode, uri: string, snapshot: Snapshot): Origin[] {
  const { from } = result;
  const files = result.criteria.flatMap(({ data }) => (data ? [{ span: data, cites: [], file: fileOf(data, uri), data }] : []));
  if (from?.kind === "citation") return [...files, { span: from, cites: from.cites, file: undefined, data: undefined }];
  if (from?.kind !== "name") return files;
  const cites = snapshot.declarations(from.text).flatMap(({ item }) => {
    const named = meaningOf(item);
    return named.kind === "evidence" ? (named.citation?.cites ?? []) : [];
  });
  return [...files, { span: from, cites, file: undefined, data: undefined }];
}

const fileOf = ({ file }: DataNode, uri: string): string => resolvePath(uri, file.value) ?? file.value;

const isOneWork = (a: Cite, b: Cite): boolean => a.key === b.key && sameVersion(a, b);

function* claimsPredicting(id: string, snapshot: Snapshot): IterableIterator<Mention & { readonly claim: ClaimMeaning }> {
  for (const { uri, item } of snapshot.mentions(id)) {
    const claim = meaningOf(item);
    if (isClaim(claim) && claim.predicts.some((name) => name.text === id)) yield { uri, item, claim };
  }
}
