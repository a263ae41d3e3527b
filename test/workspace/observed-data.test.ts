/** Data files that documents name: read when the workspace is, and again when they change. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { assess, meaningOf } from "../../src/core/service.ts";
import type { DataSource } from "../../src/workspace/asked-data.ts";
import { DataFiles } from "../../src/workspace/data-files.ts";
import { nodeFiles, toUri } from "../../src/workspace/node-files.ts";
import { Workspace } from "../../src/workspace/workspace.ts";

const claims = `claim a: L4 as Value
  supported by [@lee2009modulator] anatomy "so"
  predicts p
`;
const predictions = `prediction p: "it is small"
  expects "share" of "all" within 10..15 %
  falsified if > 20 %
  observed data "data/données 1.csv" column share where layer = "L4" mean
`;
const csv = (share: number): string => `layer,share (%)\nL4,${share}\nL5,90\n`;

let root = "";
const address = (name: string): string => toUri(join(root, name));
const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(root, name), text);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "lamina-observed-")));
  mkdirSync(join(root, "data"));
  write("claims.lamina", claims);
  write("predictions.lamina", predictions);
  write("data/données 1.csv", csv(12));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Whoever reads data files, and which were asked for. */
function watched(): DataSource & { readonly asked: string[] } {
  const files = new DataFiles();
  const asked: string[] = [];
  return {
    asked,
    forget: (uris) => files.forget(uris),
    read(base, file, requests, roots) {
      asked.push(file);
      return files.read(base, file, requests, roots);
    },
  };
}

async function load(data: DataSource = new DataFiles()): Promise<Workspace> {
  const workspace = new Workspace(nodeFiles, data);
  await workspace.load([toUri(root)]);
  return workspace;
}

const codes = (workspace: Workspace, name = "predictions.lamina"): string[] =>
  workspace.checker.findings(address(name)).map(({ rule, severity }) => `${severity} ${rule}`);

function standing({ snapshot }: Workspace): string {
  const [claim] = snapshot.declarations("a");
  const meaning = claim && meaningOf(claim.item);
  return meaning?.kind === "claim" && claim ? assess(meaning, claim.uri, snapshot).standing : "none";
}

it("says nothing of data before they are read, and then what they give", async () => {
  write("data/données 1.csv", csv(30));
  const workspace = await load();
  expect([workspace.awaitsData, standing(workspace), codes(workspace)]).toEqual([true, "supported", []]);
  const concerned = await workspace.readData();
  expect([...concerned].sort()).toEqual([address("claims.lamina"), address("predictions.lamina")]);
  expect([workspace.awaitsData, standing(workspace), codes(workspace)]).toEqual([false, "refuted", ["warning prediction-falsified"]]);
});

it("follows a file that changes, goes and comes back", async () => {
  const data = watched();
  const workspace = await load(data);
  await workspace.readData();
  expect([standing(workspace), codes(workspace)]).toEqual(["supported", []]);
  const change = async (text: string | undefined): Promise<readonly string[]> => {
    if (text === undefined) rmSync(join(root, "data/données 1.csv"));
    else write("data/données 1.csv", text);
    await workspace.refresh([address("data/données 1.csv")]);
    await workspace.readData();
    return [standing(workspace), ...codes(workspace)];
  };
  expect(await change(csv(31))).toEqual(["refuted", "warning prediction-falsified"]);
  expect(await change(csv(18))).toEqual(["supported", "information prediction-undecided"]);
  expect(await change(undefined)).toEqual(["supported", "warning file-not-found"]);
  expect(await change(csv(12))).toEqual(["supported"]);
  // a file that nobody names is not read
  const before = data.asked.length;
  write("data/other.csv", csv(1));
  await workspace.refresh([address("data/other.csv"), address("claims.lamina")]);
  await workspace.readData();
  expect(data.asked.length).toBe(before);
  // a whole folder that goes is told of by its own name
  rmSync(join(root, "data"), { recursive: true });
  await workspace.refresh([address("data")]);
  await workspace.readData();
  expect(codes(workspace)).toEqual(["warning file-not-found"]);
});

it("reads only what an edit asks anew", async () => {
  const data = watched();
  const workspace = await load(data);
  await workspace.readData();
  workspace.open(address("predictions.lamina"), "lamina", predictions);
  expect(workspace.awaitsData).toBe(true);
  const before = data.asked.length;
  await workspace.readData();
  expect(data.asked.length).toBe(before);
  const at = predictions.indexOf('"L4"');
  workspace.change(address("predictions.lamina"), [() => ({ span: { start: at, end: at + 4 }, text: '"L5"' })]);
  // what was read of another layer says nothing of this one
  expect([standing(workspace), codes(workspace)]).toEqual(["supported", []]);
  await workspace.readData();
  expect([standing(workspace), codes(workspace)]).toEqual(["refuted", ["warning prediction-falsified"]]);
  workspace.change(address("predictions.lamina"), [
    () => ({ span: { start: predictions.indexOf("  observed"), end: predictions.length }, text: "" }),
  ]);
  await workspace.readData();
  expect([standing(workspace), workspace.snapshot.dataOf(address("predictions.lamina"))]).toEqual(["supported", undefined]);
});

it.each([
  ["no table", new Uint8Array([0, 255, 1, 2, 13, 10, 0, 7, 200]), "warning file-not-found"],
  ["an empty file", "", "warning file-not-found"],
  ["no such column", "layer,part\nL4,2\n", "warning file-not-found"],
  ["no numbers", "layer,share\nL4,many\n", "warning file-not-found"],
  ["a decimal comma", 'layer,share\nL4,"12,5"\n', "warning file-not-found"],
  ["no row that fits", "layer,share\nL5,12\n", "warning file-not-found"],
  ["a ratio where per cent are expected", "layer,share\nL4,0.12\n", "information observation-not-comparable"],
])("says what is wrong with %s", async (_, content, expected) => {
  write("data/données 1.csv", content);
  const workspace = await load();
  await workspace.readData();
  expect([standing(workspace), codes(workspace)]).toEqual(["supported", [expected]]);
});

it("judges nothing by files of documents outside the folders, or without any reader of data", async () => {
  const alone = new Workspace(nodeFiles, new DataFiles());
  await alone.load([]);
  alone.open(address("predictions.lamina"), "lamina", predictions);
  expect([alone.awaitsData, codes(alone)]).toEqual([false, []]);
  const unread = new Workspace(nodeFiles);
  await unread.load([toUri(root)]);
  expect([unread.awaitsData, (await unread.readData()).size, codes(unread)]).toEqual([false, 0, []]);
});
