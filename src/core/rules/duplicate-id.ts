import { indexOf, normalName } from "../atlas/lookup.ts";
import { as } from "../model/arguments.ts";
import { itemsOf, type Snapshot } from "../model/snapshot.ts";
import type { Item, NameNode } from "../syntax/tree.ts";
import { defineRule, quote, type Report, type RuleContext, severity } from "./define.ts";

export const duplicateId = defineRule({
  code: "duplicate-id",
  title: "One id for two things",
  reach: "linked",
  severity: severity("e/e/e"),
  check(context) {
    const { item, report } = context;
    const id = as(item.args["id"], "name");
    if (!id || item.word === "implements") return;
    const found = item.word === "part" ? partTwice(id, context) : (idTwice(id, context) ?? atlasTwice(id, context));
    if (found) report(found);
  },
});

const idOf = (item: Item): NameNode | undefined => as(item.args["id"], "name");

function idTwice(id: NameNode, { item, snapshot }: RuleContext): Report | undefined {
  const others = snapshot.declarations(id.text).filter((declaration) => declaration.item !== item);
  if (others.length === 0) return undefined;
  return {
    span: id,
    message: `The id ${quote(id.text)} is given ${others.length + 1} times, expected once in the project.`,
    related: others.slice(0, 10).map((other) => ({
      uri: other.uri,
      item: other.item,
      span: idOf(other.item) ?? other.item.header,
      message: `${quote(id.text)} is also the id of this ${other.word}`,
    })),
    fixes: [renaming(id, freeId(id.text, snapshot))],
  };
}

/** An atlas of one's own may not take the name of one that ships with Lamina. */
function atlasTwice(id: NameNode, { item, uri, snapshot }: RuleContext): Report | undefined {
  const shipped = snapshot.builtin.atlases.some((atlas) => atlas.uri !== uri && normalName(atlas.id) === normalName(id.text));
  if (item.word !== "atlas" || !shipped) return undefined;
  return {
    span: id,
    message: `The id ${quote(id.text)} is that of an atlas that ships with Lamina, expected another one.`,
    fixes: [renaming(id, freeId(id.text, snapshot))],
  };
}

/** Parts live in their atlas, where no two may have the same name. */
function partTwice(id: NameNode, { item, uri, snapshot }: RuleContext): Report | undefined {
  const mayBe = snapshot.atlases.some((atlas) => atlas.uri === uri && idsLike(id, atlas) > 1);
  if (!mayBe) return undefined;
  const others = atlasAround(item, itemsOf(snapshot.documents.get(uri))).filter(
    (other) => other !== item && normalName(idOf(other)?.text ?? "") === normalName(id.text),
  );
  if (others.length === 0) return undefined;
  return {
    span: id,
    message: `The part ${quote(id.text)} stands ${others.length + 1} times in its atlas, expected once; case, “-”, “_” and blanks make no difference.`,
    related: others.slice(0, 10).map((other) => ({ uri, item: other, span: idOf(other) ?? other.header, message: "the same name" })),
  };
}

const idsLike = (id: NameNode, atlas: Parameters<typeof indexOf>[0]): number =>
  indexOf(atlas)
    .named(id.text)
    .filter((entry) => entry.strength === "id").length;

/** The parts of the atlas that an entry stands in. */
function atlasAround(part: Item, items: readonly Item[]): readonly Item[] {
  let start = items.indexOf(part);
  let end = start;
  while (start > 0 && items[start]?.word !== "atlas") start--;
  while (end < items.length && items[end]?.word !== "atlas") end++;
  return items.slice(start, end).filter((item) => item.word === "part");
}

/** The id with the first number that nothing bears. */
function freeId(id: string, snapshot: Snapshot): string {
  let number = 2;
  while (snapshot.declarations(`${id}-${number}`).length > 0) number++;
  return `${id}-${number}`;
}

const renaming = (id: NameNode, free: string) => ({ title: `Rename this one to ${quote(free)}`, edits: [{ span: id, text: free }] });
