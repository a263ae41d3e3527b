import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DataRequest, requestKey } from "../../src/core/data/request.ts";
import type { DataResult } from "../../src/core/data/result.ts";
import { DataFiles } from "../../src/workspace/data-files.ts";
import { toUri } from "../../src/workspace/node-files.ts";

const mean: DataRequest = { column: "share", where: undefined, aggregate: "mean" };
const csv = "layer,share\nL4,10\nL5,14\n";

let outer = "";
let root = "";

beforeAll(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), "lamina-data-")));
  root = join(outer, "project");
  mkdirSync(join(root, "data", "folder.csv"), { recursive: true });
  writeFileSync(join(root, "data", "synapses.csv"), csv);
  writeFileSync(join(root, "data", "wide.csv"), Buffer.from(`\ufeff${csv}`, "utf16le"));
  writeFileSync(join(root, "données 1.csv"), csv);
  writeFileSync(join(root, "empty.csv"), "");
  writeFileSync(join(outer, "secret.csv"), csv);
  symlinkSync(join(outer, "secret.csv"), join(root, "link.csv"));
  symlinkSync(join(root, "data", "synapses.csv"), join(root, "alias.csv"));
});

afterAll(() => rmSync(outer, { recursive: true, force: true }));

async function read(file: string, files = new DataFiles(), requests: readonly DataRequest[] = [mean]): Promise<DataResult> {
  const results = await files.read(toUri(join(root, "claims", "a.lamina")), file, requests, [toUri(root)]);
  return results.get(requestKey(requests[0] as DataRequest)) as DataResult;
}

describe("data files", () => {
  it("are found beside the document, with the hash of their bytes", async () => {
    const hash = createHash("sha256").update(csv).digest("hex");
    expect(await read("../data/synapses.csv")).toMatchObject({ value: 12, n: 2, hash, problems: [] });
    expect((await read("../données 1.csv")).value).toBe(12);
    expect((await read("../data/wide.csv")).value).toBe(12);
    expect((await read("../alias.csv")).value).toBe(12);
  });

  it.each([
    ["../data/synapse.csv", "file-not-found", "There is no file “../data/synapse.csv”; the nearest is “../data/synapses.csv”."],
    ["../zzz/q.csv", "file-not-found", "There is no file “../zzz/q.csv”."],
    ["../data/synapses.csv/x.csv", "file-not-found", "There is no file “../data/synapses.csv/x.csv”."],
    ["../data/folder.csv", "unreadable-file", "“../data/folder.csv” cannot be read: it is a folder."],
    ["../../secret.csv", "outside-workspace", "“../../secret.csv” lies outside the open folders, expected a file within them."],
    ["../link.csv", "outside-workspace", "“../link.csv” lies outside the open folders, expected a file within them."],
    ["/etc/hosts.csv", "outside-workspace", "“/etc/hosts.csv” lies outside the open folders, expected a file within them."],
    [
      "https://example.org/a.csv",
      "outside-workspace",
      "“https://example.org/a.csv” lies outside the open folders, expected a file within them.",
    ],
    ["../empty.csv", "not-a-table", "The file has no header, expected the names of the columns."],
  ])("that cannot be read say why: %s", async (file, code, message) => {
    expect((await read(file)).problems).toMatchObject([{ code, message }]);
  });

  it("are read once for all that is asked, and again when they change", async () => {
    const files = new DataFiles();
    const path = join(root, "data", "changing.csv");
    writeFileSync(path, csv);
    const max: DataRequest = { ...mean, aggregate: "max" };
    const [first, again, other] = await Promise.all([
      read("../data/changing.csv", files),
      read("../data/changing.csv", files),
      read("../data/changing.csv", files, [max, mean]),
    ]);
    expect(again).toBe(first);
    expect(other.value).toBe(14);
    writeFileSync(path, "layer,share\nL4,30\n");
    utimesSync(path, 1, 1);
    const later = await read("../data/changing.csv", files);
    expect([later.value, later.hash === first.hash]).toEqual([30, false]);
    // the same size and time are taken for the same file, unless it is forgotten
    writeFileSync(path, "layer,share\nL4,40\n");
    utimesSync(path, 1, 1);
    expect((await read("../data/changing.csv", files)).value).toBe(30);
    files.forget([toUri(path)]);
    expect((await read("../data/changing.csv", files)).value).toBe(40);
    rmSync(path);
    expect((await read("../data/changing.csv", files)).problems[0]?.code).toBe("file-not-found");
  });

  it("stop when they are told to", async () => {
    const files = new DataFiles();
    const base = toUri(join(root, "claims", "a.lamina"));
    await expect(files.read(base, "../data/synapses.csv", [mean], [toUri(root)], AbortSignal.abort(new Error("enough")))).rejects.toThrow(
      "enough",
    );
    expect((await read("../data/synapses.csv", files)).value).toBe(12);
  });

  it("that are no tables are given up on, however large", async () => {
    const path = join(root, "data", "large.csv");
    // a header and then 50 MB of nothing, which takes no room on the disk
    writeFileSync(path, "share\n1\n");
    truncateSync(path, 50 * 1024 * 1024);
    expect((await read("../data/large.csv")).problems).toMatchObject([
      { code: "not-a-table", message: "This is no table: line 3 is longer than a row can be." },
    ]);
  });
});
