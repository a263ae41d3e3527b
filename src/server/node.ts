/** The server as a process of its own: over IPC for VS Code, over standard input and output for any other editor. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { figureMaker } from "../figure/maker.ts";
import { DataFiles } from "../workspace/data-files.ts";
import { nodeFiles } from "../workspace/node-files.ts";
import { startServer } from "./server.ts";

startServer(createConnection(ProposedFeatures.all), nodeFiles, new DataFiles(), figureMaker(__dirname, require));
