/** The command line as the process it runs in: what `bin.ts` starts. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { figureMaker } from "../figure/maker.ts";
import { nodeFilesAtOnce } from "../workspace/node-files.ts";
import { compiledCodeFolder } from "./compiled-code.ts";
import { main } from "./main.ts";
import { standardOutput } from "./standard-output.ts";
import { isCheckThread, threadsOf } from "./threads.ts";

const { argv, env } = process;

async function input(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

const program = (name: string): unknown => {
  try {
    return require(join(__dirname, `${name}.cjs`));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.split("\n", 1)[0] : String(thrown);
    throw new Error(`a part of Lamina cannot be loaded; install Lamina anew (${why})`);
  }
};

if (!isCheckThread(argv)) {
  const cacheFolder = compiledCodeFolder(process.platform, env);
  main({
    argv: argv.slice(2),
    folder: process.cwd(),
    files: nodeFilesAtOnce,
    output: standardOutput(1, () => process.stdout),
    errors: standardOutput(2, () => process.stderr),
    environment: env,
    input,
    figures: figureMaker(__dirname, require),
    program,
    thread: threadsOf(join(__dirname, "lamina.cjs")),
    processors: availableParallelism(),
    ...(cacheFolder !== undefined && { cacheFolder }),
  }).then((code) => {
    process.exitCode = code;
  });
}
