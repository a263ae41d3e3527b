import { as } from "../model/arguments.ts";
import { isCited } from "../model/citations.ts";
import { itemsOf, type Snapshot } from "../model/snapshot.ts";
import type { Item } from "../syntax/tree.ts";
import { baseName, resolvePath } from "../uri.ts";
import { defineRule, severity } from "./define.ts";

/** Keys that a message names at most. */
const mostNamed = 5;

export const unusedReference = defineRule({
  code: "unused-reference",
  title: "Works of a bibliography that nothing cites",
  reach: "linked",
  severity: severity("h/h/h"),
  check({ item, uri, snapshot, report }) {
    const file = item.word === "cite" ? as(item.args["file"], "text") : undefined;
    const address = addressIn(item, uri);
    const bibliography = address === undefined ? undefined : snapshot.bibliographies.get(address);
    if (!file || address === undefined || !bibliography || !isFirstToName(address, item, snapshot)) return;
    const unused = [...bibliography.byKey.keys()].filter((key) => !isCited(key, snapshot));
    // of which more than half is not cited is a library, and not the list of what is cited
    if (unused.length === 0 || unused.length * 2 > bibliography.byKey.size) return;
    const named = unused.slice(0, mostNamed).join(", ") + (unused.length > mostNamed ? " …" : "");
    report({
      span: file,
      message: `Nothing cites ${unused.length} of the ${bibliography.byKey.size} entries of ${baseName(address)}: ${named}. Expected a list of what is cited.`,
    });
  },
});

/** A file that several documents name is spoken of in the first. */
function isFirstToName(address: string, item: Item, snapshot: Snapshot): boolean {
  for (const uri of snapshot.citingBibliographies()) {
    if (!snapshot.bibliographiesOf(uri).some((link) => link.uri === address)) continue;
    const first = itemsOf(snapshot.documents.get(uri)).find((other) => addressIn(other, uri) === address);
    if (first) return first === item;
  }
  return false;
}

function addressIn(item: Item, uri: string): string | undefined {
  const file = item.word === "cite" ? as(item.args["file"], "text") : undefined;
  return file && resolvePath(uri, file.value);
}
