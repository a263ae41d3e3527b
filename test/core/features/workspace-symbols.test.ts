import { describe, expect, it } from "vitest";
import { scoreOf, workspaceSymbols } from "../../../src/core/features/workspace-symbols.ts";
import { project } from "../project.ts";
import { marked } from "./marked.ts";

const files = `# file: a.lamina
use cortex, transformer
claim thalamic-drive: thalamus -> L4 as Embedding
claim L5 as Key
prediction minority: "Thalamic synapses are few"
source @lee2009modulator
evidence lee: [@lee2009modulator]
# file: own.lamina
atlas own: "Own"
part tuft: "The tuft"
# file: note.md
\`\`\`lamina
mapping whole: column as Block
\`\`\`
`;

const names = (query: string): string[] => workspaceSymbols(project(files).snapshot, query).map(({ name }) => name);

describe("symbols of the workspace", () => {
  it("are all items that have a name or say something, with what they say", () => {
    const made = project(files);
    const found = workspaceSymbols(made.snapshot, "");
    expect(found.map(({ name, detail }) => `${name} | ${detail}`)).toEqual([
      "thalamic-drive | thalamus -> L4 as Embedding",
      "L5 as Key | ",
      "minority | Thalamic synapses are few",
      "@lee2009modulator | source",
      "lee | @lee2009modulator",
      "whole | column as Block",
      "own | Own",
      "tuft | own · The tuft",
    ]);
    expect(marked(made, found)).toContain("note.md:2: «mapping whole: column as Block»");
  });

  it("are found by letters in their order, names before what they say", () => {
    expect(names("tdrv")).toEqual(["thalamic-drive"]);
    expect(names("THAL")).toEqual(["thalamic-drive", "minority"]);
    expect(names("as key")).toEqual(["L5 as Key"]);
    expect(names("zz")).toEqual([]);
  });

  it("rank what is written together above what is scattered", () => {
    expect(scoreOf("lee", "lee")).toBeGreaterThan(scoreOf("lee", "lee-thalamic"));
    expect(scoreOf("lee", "lee-thalamic")).toBeGreaterThan(scoreOf("lee", "sleep"));
    expect(scoreOf("lee", "sleep")).toBeGreaterThan(scoreOf("lee", "l4-to-e-e"));
    expect(scoreOf("lee", "eel")).toBe(0);
  });
});
