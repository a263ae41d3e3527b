/** Measures one thing and says it: `node worker.mjs TASK JSON`. */
import { documentTasks } from "./tasks/documents.ts";
import { linterTasks } from "./tasks/markdown-linters.ts";
import { parseTasks } from "./tasks/parse.ts";
import { pictureTasks } from "./tasks/pictures.ts";
import { ruleTasks } from "./tasks/rules.ts";

type Task = (input: never) => unknown;

const tasks: Readonly<Record<string, Task>> = { ...parseTasks, ...documentTasks, ...pictureTasks, ...linterTasks, ...ruleTasks };

const [name = "", input = "{}"] = process.argv.slice(2);
const task = tasks[name];
if (!task) throw new Error(`there is no task “${name}”`);
// what is read here was written by the benchmark itself, for this task
const result = await task(JSON.parse(input) as never);
process.stdout.write(`\nRESULT ${JSON.stringify(result)}\n`);
