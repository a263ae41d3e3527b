/** The command line as the process it runs in: what `bin.ts` starts. */
import { nodeFiles } from "../workspace/node-files.ts";
import { main } from "./main.ts";

const { argv, env, stdout, stderr } = process;
main({ argv: argv.slice(2), folder: process.cwd(), files: nodeFiles, output: stdout, errors: stderr, environment: env }).then((code) => {
  process.exitCode = code;
});
