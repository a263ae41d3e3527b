/** `lamina check`: the findings that the editor shows, for a terminal, a pipeline or another program. */
import { profiles, severities } from "../../core/settings.ts";
import { BASELINE_FILE } from "../baseline.ts";
import { checkOnce } from "../check-run.ts";
import { type Call, type Command, isGiven } from "../command.ts";
import { formatNames } from "../formats/index.ts";
import { watchFolder } from "../watch.ts";

export const checkCommand: Command = {
  name: "check",
  takes: "[PATHS]",
  completes: { kind: "file" },
  summary: "check claims: hypothesis files, manuscripts (Markdown, LaTeX), notebooks, the comments of programs",
  details: `Without PATHS, all of the folder at hand. A path may have wildcards in quotes: "claims/**/*.lamina". What .gitignore and
.laminaignore leave out is left out, unless it is named. The settings that hold are those of the nearest lamina.json;
“lamina list settings FILE” says which and why.`,
  options: [
    {
      name: "format",
      value: "FORMAT",
      takes: { kind: "word", words: formatNames },
      help: `how to print the findings: ${formatNames.join(", ")} (default: pretty)`,
    },
    { name: "output", short: "o", value: "FILE", takes: { kind: "file" }, help: "write them to a file, and a summary here" },
    {
      name: "profile",
      value: "PROFILE",
      takes: { kind: "word", words: profiles },
      help: `how strict to be: ${profiles.join(", ")} (default: that of lamina.json, else draft)`,
    },
    {
      name: "fail-on",
      value: "SEVERITY",
      takes: { kind: "word", words: severities },
      help: `exit with 1 on findings of this weight or above: ${severities.join(", ")} (default: warning)`,
    },
    {
      name: "max-warnings",
      value: "NUMBER",
      takes: { kind: "number" },
      help: "with no errors, and no more warnings than this, exit with 0",
    },
    { name: "quiet", short: "q", help: "print only what makes it exit with 1" },
    { name: "verbose", help: "say on the error output what is read, and how long it takes" },
    {
      name: "exclude",
      value: "GLOB",
      takes: { kind: "text" },
      multiple: true,
      help: "leave out findings in these files; their claims still count",
    },
    { name: "fix", help: "mend first what can be read in only one way, as the editor's “Fix all” does" },
    { name: "fix-dry-run", help: "change nothing; print what --fix would change as a patch" },
    { name: "stdin", help: "check a text from the standard input" },
    {
      name: "stdin-filename",
      value: "FILE",
      takes: { kind: "file" },
      help: "what that text is of, in whose place it is checked (default: stdin.lamina)",
    },
    {
      name: "baseline",
      value: "FILE",
      takes: { kind: "file" },
      help: "leave out the findings that this file knows of: what is old is counted, what is new fails",
    },
    {
      name: "baseline-update",
      help: `take out of the baseline what is mended; where there is none yet, begin it (default: ${BASELINE_FILE})`,
    },
    { name: "baseline-accept", help: "with --baseline-update: take in what is new, too" },
    {
      name: "since",
      value: "REVISION",
      takes: { kind: "revision" },
      help: "only findings on what was changed since a revision of Git, such as main",
    },
    {
      name: "jobs",
      value: "NUMBER",
      takes: { kind: "number" },
      help: "how many threads to check on (default: as many as the size of the project is worth)",
    },
    {
      name: "shard",
      value: "I/N",
      takes: { kind: "text" },
      help: "check one of N shares of the files, to be put together by lamina merge",
    },
    { name: "cache", help: "keep what is found, and say it again as long as nothing that was read has changed" },
    { name: "watch", help: "check again whenever a file changes" },
  ],
  examples: [
    { line: "lamina check", does: "the folder at hand" },
    { line: "lamina check hypothesis.lamina manuscript.md", does: "two files; the claims of the project around them are known" },
    {
      line: "lamina check --profile submission --format sarif --output lamina.sarif",
      does: "the night before submission, for a service that reads SARIF",
    },
    { line: "lamina check --baseline-update", does: "adopt it in a running project: what is found now is known from here on" },
    { line: `lamina check --baseline ${BASELINE_FILE} --since main`, does: "in a pull request: only what is new and was changed" },
    { line: "lamina check --fix", does: "mend slips such as 20,000 or a misspelt word of the language" },
  ],
  async run(call: Call): Promise<number> {
    if (isGiven(call.options, "watch")) return watchFolder(call.world, () => checkOnce(call));
    return checkOnce(call);
  },
};
