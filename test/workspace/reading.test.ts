/** What a workspace holds after its folders were read, read again, or changed while they were read. */
import { describe, expect, it } from "vitest";
import type { Files } from "../../src/workspace/files.ts";
import { Workspace } from "../../src/workspace/workspace.ts";

const FOLDER = "file:///place";

function files(texts: Record<string, string>, onRead: (uri: string) => void = () => undefined): Files & { texts: Record<string, string> } {
  return {
    texts,
    list: async (root, endings) =>
      Object.keys(texts).filter((uri) => uri.startsWith(`${root}/`) && endings.some((ending) => uri.endsWith(ending))),
    exists: async (uri) => uri in texts,
    read: async (uri) => {
      onRead(uri);
      return texts[uri];
    },
  };
}

const claim = (id: string): string => `claim ${id}: L4 as ?\n`;
const notebook = JSON.stringify({
  cells: [{ cell_type: "code", source: ["# lamina: claim cell: L4 as ?"], metadata: {}, outputs: [] }],
  metadata: { language_info: { name: "python" } },
  nbformat: 4,
  nbformat_minor: 5,
});
const ids = (workspace: Workspace): readonly string[] =>
  [...workspace.snapshot.allDeclarations()]
    .map(({ id }) => id)
    .filter((id) => !["cortex", "transformer"].includes(id))
    .sort();

describe("a workspace", () => {
  it("keeps the text of a document that is opened while the folders are read", async () => {
    const uri = `${FOLDER}/a.lamina`;
    let opened = false;
    const workspace: Workspace = new Workspace(
      files({ [uri]: claim("saved"), [`${FOLDER}/b.lamina`]: claim("other") }, () => {
        if (opened) return;
        opened = true;
        workspace.open(uri, "lamina", claim("unsaved"));
      }),
    );
    await workspace.load([FOLDER]);
    expect(ids(workspace)).toEqual(["other", "unsaved"]);
  });

  it("forgets a folder that was taken away", async () => {
    const workspace = new Workspace(files({ "file:///one/a.lamina": claim("a"), "file:///two/b.lamina": claim("b") }));
    await workspace.load(["file:///one", "file:///two"]);
    expect(ids(workspace)).toEqual(["a", "b"]);
    await workspace.load(["file:///one"]);
    expect(ids(workspace)).toEqual(["a"]);
  });

  it("has the cells of a notebook or its file, not both", async () => {
    const workspace = new Workspace(files({ [`${FOLDER}/n.ipynb`]: notebook }));
    const cell = "vscode-notebook-cell:/place/n.ipynb#W0";
    workspace.open(cell, "python", "# lamina: claim cell: L4 as ?\n");
    await workspace.load([FOLDER]);
    expect(ids(workspace)).toEqual(["cell"]);
    await workspace.close(cell);
    expect(ids(workspace)).toEqual(["cell"]);
    expect(workspace.snapshot.documents.has(`${FOLDER}/n.ipynb`)).toBe(true);
  });

  it("looks through programs once the project has come to use Lamina", async () => {
    const workspace = new Workspace(files({ [`${FOLDER}/m.py`]: "# lamina: claim coded: L4 as ?\n" }));
    await workspace.load([FOLDER]);
    expect(ids(workspace)).toEqual([]);
    workspace.open(`${FOLDER}/new.lamina`, "lamina", claim("first"));
    expect(workspace.awaitsData).toBe(true);
    await workspace.readData();
    expect(ids(workspace)).toEqual(["coded", "first"]);
    expect(workspace.awaitsData).toBe(false);
  });

  it("reads nothing outside its folders, by whatever detour", async () => {
    const read: string[] = [];
    const workspace = new Workspace(
      files(
        {
          [`${FOLDER}/a.lamina`]:
            'model m: "file:///place/../secret/net.py"\n  symbol A as Query\ncite "file:///place/../secret/refs.bib"\n',
          "file:///secret/net.py": "class A: pass\n",
          "file:///secret/refs.bib": "",
        },
        (uri) => read.push(uri),
      ),
    );
    await workspace.load([FOLDER]);
    await workspace.readData();
    expect(read.filter((uri) => uri.includes("secret"))).toEqual([]);
  });

  it("tells which of the files are not there that models name, whatever they hold", async () => {
    const uri = `${FOLDER}/a.lamina`;
    const held = files({
      [uri]: 'model m: "net.py"\nmodel w: "weights.h5"\nmodel there: "other.h5"\nmodel out: "../out.py"\n',
      [`${FOLDER}/other.h5`]: "x",
    });
    const workspace = new Workspace(held);
    const missed = (): readonly string[] =>
      workspace.checker
        .findings(uri)
        .flatMap(({ rule, message }) => (rule === "file-not-found" ? [/“(.*?)”/.exec(message)?.[1] ?? ""] : []));
    await workspace.load([FOLDER]);
    expect(missed()).toEqual(["net.py", "weights.h5"]);
    held.texts[`${FOLDER}/net.py`] = "class A: pass\n";
    await workspace.refresh([`${FOLDER}/net.py`]);
    await workspace.readData();
    expect(missed()).toEqual(["weights.h5"]);
    delete held.texts[`${FOLDER}/net.py`];
    await workspace.refresh([`${FOLDER}/net.py`]);
    await workspace.readData();
    expect(missed()).toEqual(["net.py", "weights.h5"]);
  });
});
