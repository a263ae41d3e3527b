import { describe, expect, it } from "vitest";
import type { Connection } from "vscode-languageserver";
import type { FigureMaker } from "../../src/figure/program.ts";
import { everything } from "../../src/protocol/column.ts";
import { type ExportFigure, type ExportFigureResult, exportFigure } from "../../src/protocol/requests.ts";
import { answerExport } from "../../src/server/exported-figure.ts";
import { Workspace } from "../../src/workspace/workspace.ts";
import { memoryFiles } from "../server/editor.ts";
import { figures } from "./made.ts";

const URI = "file:///p/claims.lamina";
const TEXT = "claim values: L4 -> L2/3 as Value\n\nclaim gap: L5 as ?\n";

/** What the server answers; a connection that only keeps who answers. */
async function exported(asked: Partial<ExportFigure>, maker: FigureMaker | undefined = figures): Promise<ExportFigureResult> {
  const workspace = new Workspace(memoryFiles({ [URI]: TEXT }));
  await workspace.load(["file:///p"]);
  let answer: ((asked: ExportFigure) => Promise<ExportFigureResult>) | undefined;
  const connection = {
    onRequest(method: string, handler: typeof answer) {
      if (method === exportFigure) answer = handler;
    },
  };
  answerExport(workspace, connection as unknown as Connection, maker);
  if (!answer) throw new Error("nobody answers");
  return answer({ uri: URI, format: "svg", widthMm: 85, theme: "light", ...asked });
}

const bytesOf = (result: ExportFigureResult): Buffer => {
  if (!result || "problem" in result) throw new Error(`no figure: ${result?.problem}`);
  return Buffer.from(result.base64, "base64");
};

describe("a figure for the editor", () => {
  it.each([
    ["svg", "<svg "],
    ["png", "\u0089PNG"],
    ["pdf", "%PDF-1.7"],
    ["tikz", "% Column view of claims.lamina: 2 claims, 85 mm by "],
    ["html", "<!DOCTYPE html>"],
  ] as const)("comes as %s", async (format, start) => {
    const bytes = bytesOf(await exported({ format }));
    expect(bytes.toString("latin1", 0, start.length)).toBe(start);
  });

  it("shows what the column view shows", async () => {
    const drawn = async (view: ExportFigure["view"]) => bytesOf(await exported(view ? { view } : {})).toString();
    expect(await drawn(undefined)).toContain(": 2 claims<");
    expect(await drawn({ ...everything, search: "gap" })).toContain(": 1 of 2 claims<");
    expect(await drawn({ ...everything, focus: { kind: "part", key: "transformer:Value" } })).toContain(": 1 of 2 claims<");
    expect(await drawn({ ...everything, topic: "coverage" })).toContain(">none<");
  });

  it("has a caption", async () => {
    const result = await exported({});
    expect(result && "caption" in result && result.caption).toContain("2 claims: 1 unsupported and 1 open gap.");
  });

  it("is none of a document that is not known, and says why where it cannot be written", async () => {
    expect(await exported({ uri: "file:///p/other.lamina" })).toBeNull();
    const broken: FigureMaker = { ...figures, asset: () => Promise.resolve(undefined) };
    expect(await exported({ format: "pdf" }, broken)).toEqual({ problem: expect.stringContaining("install Lamina anew") });
    const lost: FigureMaker = { ...figures, load: () => Promise.reject(new Error("it is not there")) };
    expect(await exported({}, lost)).toEqual({ problem: "it is not there" });
  });
});
