#!/usr/bin/env node
import { nodeFiles } from "../workspace/node-files.ts";
import { main } from "./main.ts";

process.exitCode = await main({ argv: process.argv.slice(2), folder: process.cwd(), files: nodeFiles, output: process.stdout, errors: process.stderr, environment: process.env });
