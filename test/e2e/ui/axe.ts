/** Looks with axe-core for what keeps people from using a page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { until } from "../until.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** The frame of the column view that holds the claims. */
export const columnFrame = (page: Page): Promise<Frame> =>
  until("the view's frame is there", async () => {
    for (const frame of page.frames())
      if (
        (await frame
          .locator(".filters")
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    return undefined;
  });

/**
 * What axe-core finds wrong in a frame, a line each. That names hold the words that are seen is looked at apart from the
 * picture's chips: theirs begin with the id that is seen and then say in words what stands there in signs (`+3 −1`).
 */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(source);
  const found = (await frame.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as Violation[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ target }) => !(id === "label-content-name-mismatch" && String(target[0]).startsWith("g[")))
      .map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")} (${failureSummary?.replace(/\s+/g, " ") ?? ""})`),
  );
}
