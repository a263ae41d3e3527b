#!/usr/bin/env node
import { join } from "node:path";
import { compiledCodeFolder, runWithCompiledCode } from "./compiled-code.ts";

// all but the answer to --help and the like is worth remembering: it has run what a check runs
const keep = process.argv[2] === "check";
runWithCompiledCode(join(__dirname, "lamina-program.cjs"), compiledCodeFolder(process.platform, process.env), keep);
