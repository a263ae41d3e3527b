import { as } from "../model/arguments.ts";
import { defineRule, quote, severity } from "./define.ts";

export const bibliographyNotFound = defineRule({
  code: "bibliography-not-found",
  title: "A bibliography that is not there",
  reach: "linked",
  severity: severity("e/e/e"),
  check({ item, uri, snapshot, report }) {
    if (item.word !== "cite") return;
    const file = as(item.args["file"], "text");
    if (!file) return;
    const link = snapshot.bibliographiesOf(uri).find((entry) => entry.path === file.value);
    if (!link?.problem) return;
    report({
      span: file,
      message:
        link.problem === "outside"
          ? `The bibliography ${quote(file.value)} lies outside the open folder, expected a file inside it. It is not read.`
          : `The bibliography ${quote(file.value)} is not there, expected a .bib or CSL-JSON file. Until it is, its keys are not checked.`,
    });
  },
});
