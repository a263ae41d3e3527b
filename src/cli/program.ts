/** The command line as the process it runs in: what `bin.ts` starts. */
import { figureMaker } from "../figure/maker.ts";
import { nodeFiles } from "../workspace/node-files.ts";
import { main } from "./main.ts";

const { argv, env, stdout, stderr } = process;
// whoever reads may have read enough
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const figures = figureMaker(__dirname, require);
main({ argv: argv.slice(2), folder: process.cwd(), files: nodeFiles, output: stdout, errors: stderr, environment: env, figures }).then(
  (code) => {
    process.exitCode = code;
  },
);
