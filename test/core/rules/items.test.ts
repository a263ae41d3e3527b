/** A rule is asked of the sorts of items that it names, and of no others: so it must have nothing to say of those. */
import { expect, it } from "vitest";
import { meaningOf } from "../../../src/core/model/meaning.ts";
import { itemsOf } from "../../../src/core/model/snapshot.ts";
import type { Report } from "../../../src/core/rules/define.ts";
import { rulePages } from "../../../src/core/rules/pages.ts";
import { rules } from "../../../src/core/service.ts";
import { project } from "../project.ts";

/** All the Lamina of the pages of the rules, each fence a file of its own. */
const text = [...rulePages.values()]
  .flatMap((page) => [...page.matchAll(/^```lamina(?: \S+)?\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code))
  .map((code, at) => `# file: page-${at}.lamina\n${code}`)
  .join("\n");

it("has nothing to say of other sorts of items", () => {
  const { snapshot } = project(text);
  const silent = rules.filter((rule) => rule.items !== undefined);
  const said: string[] = [];
  const kinds = new Set<string>();
  for (const [uri, source] of snapshot.documents) {
    for (const item of itemsOf(source)) {
      const meaning = meaningOf(item);
      kinds.add(meaning.kind);
      for (const rule of silent) {
        if (rule.items?.includes(meaning.kind)) continue;
        const report = ({ message }: Report): unknown => said.push(`${rule.code} on ${meaning.kind}: ${message}`);
        rule.check({ item, meaning, uri, snapshot, names: snapshot.names(uri), ruleCodes: new Set(), report });
      }
    }
  }
  expect(said).toEqual([]);
  expect([...kinds]).toEqual(
    expect.arrayContaining(["claim", "mapping", "prediction", "evidence", "source", "model", "use", "cite", "part"]),
  );
});
