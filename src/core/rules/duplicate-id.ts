import { as } from "../model/arguments.ts";
import { defineRule, quote, severity } from "./define.ts";

export const duplicateId = defineRule({
  code: "duplicate-id",
  title: "One id for two things",
  reach: "linked",
  severity: severity("e/e/e"),
  check({ item, uri, snapshot, report }) {
    const id = as(item.args["id"], "name");
    if (!id || item.word === "part" || item.word === "implements") return;
    const others = snapshot.declarations(id.text).filter((declaration) => declaration.item !== item || declaration.uri !== uri);
    if (others.length === 0) return;
    const taken = new Set(others.map((other) => other.id));
    let number = 2;
    while (taken.has(`${id.text}-${number}`) || snapshot.declarations(`${id.text}-${number}`).length > 0) number++;
    const free = `${id.text}-${number}`;
    report({
      span: id,
      message: `The id ${quote(id.text)} is given ${others.length + 1} times, expected once in the project.`,
      related: others.slice(0, 10).map((other) => ({
        uri: other.uri,
        item: other.item,
        span: as(other.item.args["id"], "name") ?? other.item.header,
        message: `${quote(id.text)} is also the id of this ${other.word}`,
      })),
      fixes: [{ title: `Rename this one to ${quote(free)}`, edits: [{ span: id, text: free }] }],
    });
  },
});
