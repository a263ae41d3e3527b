/**
 * The program that writes reports and comparisons, a bundle of its own: the command line loads it when one is asked for, and
 * starts as quickly as if it were not there.
 */
export { checklistReport, reportOf } from "./compose.ts";
export type { ReportInput } from "./context.ts";
export { differenceBetween, isDifferent } from "./difference.ts";
export { differenceMarkdown } from "./difference-markdown.ts";
export { differenceText } from "./difference-text.ts";
export { reportHtml } from "./html.ts";
export { reportLatex } from "./latex.ts";
export { reportMarkdown } from "./markdown.ts";
export { reportFigure } from "./picture.ts";
