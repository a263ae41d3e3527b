import { addClause, defineRule, quote, severity } from "./define.ts";

export const predictionWithoutFalsifier = defineRule({
  code: "prediction-without-falsifier",
  title: "A prediction that nothing could show wrong",
  reach: "local",
  items: ["prediction"],
  severity: severity("i/w/e"),
  check({ meaning, item, report }) {
    // without its text it is a syntax error, or declared as not transcribed
    if (meaning.kind !== "prediction" || !meaning.text) return;
    if (meaning.falsifiedIf.length > 0 || meaning.falsifiedByCounterexample) return;
    report({
      span: meaning.id ?? item.header,
      message: `Nothing is said that would show the prediction ${quote(meaning.id?.text ?? "")} wrong, expected “falsified if” with a result that would.`,
      fixes: [{ title: "Say what would show it wrong", edits: [addClause(item, 'falsified if "what would show it wrong"')] }],
    });
  },
});
