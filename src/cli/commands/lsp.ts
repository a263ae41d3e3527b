/** `lamina lsp`: the language server, for any editor that speaks its protocol. */
import { join } from "node:path";
import { CLEAN, type Command } from "../command.ts";
import { compiledCodeFolder } from "../compiled-code.ts";
import type { World } from "../world.ts";

/** What the server's program, `dist/server.cjs`, gives. */
interface ServerProgram {
  serve(shipped?: string): void;
}

/** `lamina lsp` */
export const lspCommand: Command = {
  name: "lsp",
  takes: "",
  summary: "serve an editor: findings, cards, completion, rename and the like, over standard input and output",
  details:
    "Editors start it by themselves; the manual has a page on each (docs/manual/editors). It ends when the editor does. Settings\n" +
    "come from the editor under “lamina”, and from the project's lamina.json. Atlases and rules' pages that the editor opens lie\n" +
    "as files in your cache folder.",
  options: [
    { name: "stdio", help: "speak over standard input and output, which is the only way; editors are used to say so" },
    {
      name: "clientProcessId",
      value: "NUMBER",
      takes: { kind: "number" },
      help: "the process of the editor; when it is gone, so is the server",
    },
  ],
  examples: [{ line: "lamina lsp --stdio", does: "what to give an editor as the command of its language server" }],
  async run({ world }) {
    serverOf(world).serve(shippedFolder(world));
    await new Promise<void>((resolve) => world.stop?.addEventListener("abort", () => resolve()));
    return CLEAN;
  },
};

function serverOf({ program }: World): ServerProgram {
  if (!program) throw new Error("the language server is not part of this build");
  return program("server") as ServerProgram;
}

/** Where documents that ship with Lamina lie as files; nowhere, where the user has no folder for what can be made again. */
function shippedFolder({ environment }: World): string | undefined {
  const folder = compiledCodeFolder(process.platform, { ...environment, NODE_DISABLE_COMPILE_CACHE: undefined });
  return folder && join(folder, "documents");
}
