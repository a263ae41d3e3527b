/** The server as a process of its own: over IPC for VS Code, over standard input and output for any other editor. */
import { Console } from "node:console";
import {
  createConnection,
  type DataCallback,
  type Disposable,
  type Message,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { figureMaker } from "../figure/maker.ts";
import { DataFiles } from "../workspace/data-files.ts";
import { nodeFiles } from "../workspace/node-files.ts";
import { startServer } from "./server.ts";
import { ShippedFiles } from "./shipped-files.ts";

/** How VS Code's client speaks to the process that it starts. */
const IPC = "--node-ipc";

// the command line loads this program into its own process, and says itself when to serve
if (require.main === module) {
  if (process.argv.includes(IPC)) startServer(createConnection(ProposedFeatures.all), nodeFiles, new DataFiles(), figures());
  else serve();
}

function figures(): ReturnType<typeof figureMaker> {
  return figureMaker(__dirname, require);
}

/**
 * Serves the editor at the other end of the standard streams, until it says that it ends, closes the stream, or is gone; then
 * the process ends, with 0 where the editor took its leave, else with 1.
 *
 * @param shipped the folder into which documents that ship with Lamina are written when the editor is to open one
 */
export function serve(shipped?: string): void {
  const documents = shipped === undefined ? undefined : new ShippedFiles(shipped);
  const heard = { shutdown: false };
  // whatever a library says must not get between the messages
  globalThis.console = new Console(process.stderr, process.stderr);

  class Reader extends StreamMessageReader {
    override listen(callback: DataCallback): Disposable {
      return super.listen((message) => {
        if ("method" in message && message.method === "shutdown") heard.shutdown = true;
        callback(documents ? documents.toServer(message) : message);
      });
    }
  }
  class Writer extends StreamMessageWriter {
    override write(message: Message): Promise<void> {
      return super.write(documents ? documents.toClient(message) : message);
    }
  }

  const end = (): void => process.exit(heard.shutdown ? 0 : 1);
  process.stdin.on("end", end).on("close", end);
  process.stdout.on("error", end);
  const connection = createConnection(ProposedFeatures.all, new Reader(process.stdin), new Writer(process.stdout));
  startServer(connection, nodeFiles, new DataFiles(), figures());
}
