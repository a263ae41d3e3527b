/** The editor and the command line give the same answer: every finding of every example, in every profile, with all that is said of it. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver";
import { checkPaths } from "../../src/cli/check.ts";
import type { CheckedFinding } from "../../src/cli/check-result.ts";
import { profiles } from "../../src/core/settings.ts";
import { DataFiles } from "../../src/workspace/data-files.ts";
import { nodeFiles } from "../../src/workspace/node-files.ts";
import { toUri } from "../../src/workspace/node-paths.ts";
import { Editor } from "./editor.ts";

const examples = join(import.meta.dirname, "../../examples");
const folder = mkdtempSync(join(tmpdir(), "lamina one answer "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const severities = ["error", "warning", "information", "hint"];

/** A finding as both ways of asking know it. */
const asSaid = (path: string, { range, code, severity = 1, message, relatedInformation = [] }: Diagnostic, root: string) => ({
  path,
  start: range.start,
  end: range.end,
  rule: code,
  severity: severities[severity - 1],
  message,
  related: relatedInformation.map(({ location, message: said }) => ({
    path: location.uri.slice(root.length + 1),
    start: location.range.start,
    end: location.range.end,
    message: said,
  })),
});

const asChecked = ({ path, start, end, rule, severity, message, related }: CheckedFinding) => ({
  ...{ path, start, end, rule, severity, message },
  related: related.map((place) => ({ path: place.path, start: place.start, end: place.end, message: place.message })),
});

const inOrder = <F extends { readonly path: string }>(found: readonly F[]): string[] => found.map((each) => JSON.stringify(each)).sort();

const projects = readdirSync(examples).flatMap((name) => profiles.map((profile) => [name, profile] as const));

describe("one answer", () => {
  it.each(projects)("to %s in %s", async (name, profile) => {
    const project = join(folder, `${name}-${profile}`);
    cpSync(join(examples, name), project, { recursive: true });
    writeFileSync(join(project, "lamina.json"), JSON.stringify({ profile }));
    const { findings } = await checkPaths({ paths: ["."], folder: project, files: nodeFiles });
    expect(findings.length).toBeGreaterThan(3);

    const root = toUri(project);
    const editor = new Editor(nodeFiles, new DataFiles());
    await editor.start(root);
    const shown = () =>
      [...editor.diagnostics].flatMap(([uri, list]) => list.map((each) => asSaid(uri.slice(root.length + 1), each, root)));
    const expected = inOrder(findings.map(asChecked));
    await editor.until(() => shown().length === expected.length);
    expect(inOrder(shown())).toEqual(expected);
    await editor.stop();
  });
});
