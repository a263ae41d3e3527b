/** The commands of the command line, in the order in which people meet them. */
import type { Command } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { drawCommand } from "./commands/draw.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { formatCommand } from "./commands/fmt.ts";
import { initCommand } from "./commands/init.ts";
import { listCommand } from "./commands/list.ts";
import { lspCommand } from "./commands/lsp.ts";
import { mergeCommand } from "./commands/merge.ts";
import { reportCommand } from "./commands/report.ts";

export const commands: readonly Command[] = [
  checkCommand,
  explainCommand,
  formatCommand,
  reportCommand,
  diffCommand,
  drawCommand,
  exportCommand,
  listCommand,
  initCommand,
  mergeCommand,
  lspCommand,
  completionCommand,
];
