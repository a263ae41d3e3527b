/** The commands of the command line, in the order in which people meet them. */
import type { Command } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { completionCommand } from "./commands/completion.ts";
import { drawCommand } from "./commands/draw.ts";
import { explainCommand } from "./commands/explain.ts";
import { formatCommand } from "./commands/fmt.ts";
import { initCommand } from "./commands/init.ts";
import { listCommand } from "./commands/list.ts";

export const commands: readonly Command[] = [
  checkCommand,
  explainCommand,
  formatCommand,
  drawCommand,
  listCommand,
  initCommand,
  completionCommand,
];
