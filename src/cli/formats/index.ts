/** The formats that a result can be printed in: one table, from which the help, completion and the manual are read. */
import { writeCheckstyle } from "./checkstyle.ts";
import type { Format } from "./format.ts";
import { writeGithub } from "./github.ts";
import { writeGitlab } from "./gitlab.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeJunit } from "./junit.ts";
import { writeMarkdown } from "./markdown.ts";
import { writePretty } from "./pretty.ts";
import { writeSarif } from "./sarif.ts";
import { writeShort } from "./short.ts";
import { writeTap } from "./tap.ts";

export type { Format, FormatContext } from "./format.ts";

export const formats: readonly Format[] = [
  {
    name: "pretty",
    title: "For people",
    purpose: "the findings with the lines they stand on, for a terminal",
    extension: ".txt",
    fixes: 10,
    write: writePretty,
  },
  {
    name: "short",
    title: "One line a finding",
    purpose: "for grep, and the lists of errors of editors",
    extension: ".txt",
    fixes: 0,
    write: writeShort,
  },
  {
    name: "json",
    title: "JSON",
    purpose: "for programs, and for lamina merge",
    extension: ".json",
    fixes: Number.POSITIVE_INFINITY,
    write: writeJson,
  },
  {
    name: "sarif",
    title: "SARIF 2.1.0",
    purpose: "for code scanning, and viewers in editors",
    extension: ".sarif",
    fixes: Number.POSITIVE_INFINITY,
    write: writeSarif,
  },
  {
    name: "junit",
    title: "JUnit XML",
    purpose: "for what shows the outcome of tests",
    extension: ".xml",
    fixes: 0,
    write: writeJunit,
  },
  {
    name: "github",
    title: "GitHub annotations",
    purpose: "for a step of GitHub Actions",
    extension: ".txt",
    fixes: 0,
    write: writeGithub,
  },
  {
    name: "gitlab",
    title: "GitLab Code Quality",
    purpose: "for merge requests on GitLab",
    extension: ".json",
    fixes: 0,
    write: writeGitlab,
  },
  {
    name: "checkstyle",
    title: "Checkstyle XML",
    purpose: "for continuous integration that knows Checkstyle",
    extension: ".xml",
    fixes: 0,
    write: writeCheckstyle,
  },
  {
    name: "tap",
    title: "TAP 14",
    purpose: "for harnesses of the Test Anything Protocol",
    extension: ".tap",
    fixes: 0,
    write: writeTap,
  },
  {
    name: "markdown",
    title: "Markdown",
    purpose: "for a comment on a pull request",
    extension: ".md",
    fixes: 0,
    write: writeMarkdown,
  },
  {
    name: "html",
    title: "HTML",
    purpose: "a page by itself, to read and to print",
    extension: ".html",
    fixes: Number.POSITIVE_INFINITY,
    write: writeHtml,
  },
];

export const formatNames: readonly string[] = formats.map(({ name }) => name);

/** The format of a name. Throws, with the names, where there is none. */
export function formatCalled(name: string): Format {
  const found = formats.find((format) => format.name === name);
  if (found === undefined) throw new Error(`unknown value “${name}” of --format, expected ${formatNames.join(", ")}`);
  return found;
}
