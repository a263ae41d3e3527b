/** Whatever people write, and however it is spoilt, there are records of it, and they are of the published form. */
import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { collectionSchema } from "../../src/interchange/schema.ts";
import { project } from "../core/project.ts";
import { runs, spoilt } from "../support/corpus.ts";
import { collected } from "./examples.ts";

it.each(["main.lamina", "paper.md", "paper.tex", "model.py"])("of %s", (name) => {
  const within = (text: string): string => {
    if (name === "paper.md") return `\`\`\`lamina\n${text}\n\`\`\`\n[so]{claim=values}\n`;
    if (name === "paper.tex") return `\\begin{lamina}\n${text}\n\\end{lamina}\n\\claim{values}{so}\n`;
    return name === "model.py" ? text.replace(/^/gm, "# lamina: ") : text;
  };
  fc.assert(
    fc.property(spoilt, (text) => {
      const collection = collected(project(`# file: ${name}\n${within(text)}\n`));
      const read = v.safeParse(collectionSchema, collection);
      expect(read.success ? [] : read.issues.map((issue) => v.getDotPath(issue))).toEqual([]);
      expect(new Set(collection.claims.map(({ key }) => key)).size).toBe(collection.claims.length);
    }),
    { numRuns: runs(40) },
  );
});
