import { isOpen, kindOfClaim, partsOfClaim } from "../evidence/standing.ts";
import type { ClaimMeaning } from "../model/meaning.ts";
import { calledClaim } from "./claim-support.ts";
import { addClause, addItem, defineRule, type Fix, type FixContext, severity } from "./define.ts";

/** Kinds of claims that no observation tests: what is proved, and what is still to be worked out. */
const untestable: ReadonlySet<string> = new Set(["theorem", "programme"]);

export const claimWithoutPrediction = defineRule({
  code: "claim-without-prediction",
  title: "A claim that nothing is predicted from",
  reach: "linked",
  items: ["claim"],
  severity: severity("-/i/w"),
  check({ meaning, item, snapshot, report }) {
    if (meaning.kind !== "claim" || meaning.predicts.length > 0) return;
    if (isOpen(meaning, snapshot) || untestable.has(kindOfClaim(meaning, snapshot))) return;
    if (partsOfClaim(meaning, snapshot).some(({ claim }) => claim.predicts.length > 0)) return;
    report({
      span: meaning.id ?? item.header,
      message: `The claim ${calledClaim(meaning)} predicts nothing, expected “predicts” with the id of what would be observed if it holds.`,
      fixes: (context) => [withPrediction(meaning, context)],
      suggestsIds: true,
    });
  },
});

/** Adds the clause and, below the claim, the prediction that it names. */
function withPrediction(claim: ClaimMeaning, { item, snapshot }: FixContext): Fix {
  const base = `${claim.id?.text ?? "claim"}-test`;
  let id = base;
  for (let number = 2; snapshot.declarations(id).length > 0; number++) id = `${base}-${number}`;
  const clause = addClause(item, `predicts ${id}`);
  const prediction = addItem(item, `prediction ${id}: "what must be observed"`, 'falsified if "what would show it wrong"');
  return { title: "Add a prediction", edits: [{ span: clause.span, text: clause.text + prediction.text }] };
}
