/** `lamina explain`: the page of a rule, or the card of anything in the project that has an id. */

import type { Checker } from "../core/checker.ts";
import { as } from "../core/model/arguments.ts";
import { nearest } from "../core/nearest.ts";
import { rulePages } from "../core/rules/pages.ts";
import { hover, rules, type Snapshot } from "../core/service.ts";
import type { Span } from "../core/text.ts";
import { cardText, pageText } from "./plain-text.ts";

/**
 * Explains a rule or an id.
 *
 * @param checker of the project in which ids are looked up; only asked for where the subject is no rule
 * @throws where neither a rule nor an item of the project bears that name
 */
export async function explain(subject: string, checker: () => Promise<Checker>, colour: boolean): Promise<string> {
  const page = rulePages.get(subject);
  if (page !== undefined) return pageText(page, colour);
  const { snapshot, findings } = await checker().then((made) => ({
    snapshot: made.snapshot,
    findings: (uri: string) => made.findings(uri),
  }));
  const places = placesOf(subject, snapshot);
  if (places.length === 0) throw new Error(unknown(subject, snapshot));
  return places
    .map(({ uri, span, whole }) => {
      const card = hover(snapshot, uri, span.start);
      const found = findings(uri)
        .filter((finding) => finding.span.start >= whole.start && finding.span.start < whole.end)
        .map(({ severity, message, rule }) => `${severity}: ${message} (${rule})`);
      return card ? cardText({ ...card, sections: [...card.sections, { title: "Found here", list: true, lines: found }] }, colour) : "";
    })
    .join("\n");
}

interface Place {
  readonly uri: string;
  /** The id, and the whole item, in the document. */
  readonly span: Span;
  readonly whole: Span;
}

/** Where an id is declared. */
function placesOf(id: string, snapshot: Snapshot): readonly Place[] {
  return snapshot.declarations(id).flatMap(({ uri, item }) => {
    const name = as(item.args["id"], "name");
    const span = name && snapshot.locate(uri, item, name);
    const whole = snapshot.locate(uri, item, { start: 0, end: item.text.length });
    return span && whole ? [{ uri, span, whole }] : [];
  });
}

function unknown(subject: string, snapshot: Snapshot): string {
  const ids = [...snapshot.allDeclarations()].flatMap(({ item }) => as(item.args["id"], "name")?.text ?? []);
  const [best] = nearest(subject, [...rules.map((rule) => rule.code), ...ids]);
  return `there is no rule and nothing in this folder called “${subject}”${best ? `, expected “${best}”?` : "."} See lamina --help.`;
}
