/** Other checkers of Markdown as whole programs: the worker that runs one of these is timed from outside. */
import { readFileSync } from "node:fs";
import { loadPeer } from "../lib/load-peer.ts";

interface Unified {
  unified(): Processor;
}

interface Processor {
  use(plugin: unknown): Processor;
  parse(text: string): object;
  run(tree: object, file: object): Promise<unknown>;
}

interface File {
  readonly path: string;
}

export const linterTasks = {
  "remark-lint": async ({ path }: File) => {
    const { unified } = (await loadPeer("unified")) as Unified;
    const { VFile } = (await loadPeer("vfile")) as { VFile: new (text: string) => { readonly messages: readonly unknown[] } };
    let processor = unified();
    for (const plugin of ["remark-parse", "remark-preset-lint-recommended"]) {
      processor = processor.use(((await loadPeer(plugin)) as { default: unknown }).default);
    }
    const text = readFileSync(path, "utf8");
    const file = new VFile(text);
    await processor.run(processor.parse(text), file);
    return file.messages.length;
  },
  markdownlint: async ({ path }: File) => {
    const { lint } = (await loadPeer("markdownlint/sync")) as { lint(options: object): Record<string, readonly unknown[]> };
    return Object.values(lint({ files: [path], config: { default: true } })).flat().length;
  },
};
