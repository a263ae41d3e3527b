import { afterEach, describe, expect, it } from "vitest";
import {
  type ExplorerChanged,
  type ExplorerChildrenResult,
  type ExplorerPlaceResult,
  explorerChanged,
  explorerChildren,
  explorerPlace,
  type Grouping,
  watchExplorer,
} from "../../src/protocol/explorer.ts";
import { type StatusChanged, statusChanged } from "../../src/protocol/requests.ts";
import { Editor, memoryFiles } from "./editor.ts";

const FOLDER = "file:///work%20space";
const FILE = `${FOLDER}/claims/hypothesis.lamina`;
const NOTE = `${FOLDER}/note.md`;
const files = {
  [FILE]: `claim values: L4 -> L2/3 as Value
  stated in [@one2001]
  supported by [@two2002] anatomy_light
claim L5 as Key
claim gap: L6 as ?
`,
  [NOTE]: "[Values come from layer 4]{claim=values}.\n",
  [`${FOLDER}/references.bib`]: "@article{one2001, author={One, A.}, title={A}, year=2001}\n",
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function started(grouping: Grouping): Promise<Editor> {
  const here = new Editor(memoryFiles(files));
  editor = here;
  await here.start(FOLDER);
  await here.open(FILE, files[FILE]);
  await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
  await here.connection.sendNotification(watchExplorer, { grouping });
  await here.until(() => here.last(explorerChanged) !== undefined);
  return here;
}

const groups = (here: Editor) => (here.last(explorerChanged) as ExplorerChanged).groups;
const children = (here: Editor, grouping: Grouping, group: string) =>
  here.connection.sendRequest<ExplorerChildrenResult>(explorerChildren, { grouping, group });

describe("the claims explorer", () => {
  it("gathers by standing, what needs work first", async () => {
    const here = await started("standing");
    expect(groups(here).map(({ id, count }) => [id, count])).toEqual([
      ["unsupported", 1],
      ["open", 1],
      ["supported", 1],
    ]);
    expect(await children(here, "standing", "unsupported")).toMatchObject([
      { claim: "#2", label: "L5 as Key", description: "hypothesis.lamina", standing: "unsupported" },
    ]);
    expect(await children(here, "standing", "nothing")).toEqual([]);
  });

  it("gathers by part in the order of the atlases, by source, and by document with the sentences that state claims", async () => {
    const here = await started("part");
    expect(groups(here).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "cortex:L2/3",
        "cortex:L4",
        "cortex:L4-to-L2/3",
        "cortex:L5",
        "cortex:L6",
        "transformer:Key",
        "transformer:Value",
      ]),
    );
    expect(groups(here).findIndex(({ id }) => id === "cortex:L4")).toBeLessThan(
      groups(here).findIndex(({ id }) => id === "transformer:Key"),
    );
    await here.connection.sendNotification(watchExplorer, { grouping: "source" });
    await here.until(() => (here.last(explorerChanged) as ExplorerChanged).grouping === "source");
    expect(groups(here).map(({ label, description }) => [label, description])).toEqual([
      ["@two2002", "@two2002"],
      ["One 2001", "@one2001"],
    ]);
    expect(await children(here, "source", "two2002")).toMatchObject([{ claim: "values", description: "L4 → L2/3 as Value · supports" }]);
    await here.connection.sendNotification(watchExplorer, { grouping: "document" });
    await here.until(() => (here.last(explorerChanged) as ExplorerChanged).grouping === "document");
    expect(groups(here).map(({ label, description, count }) => [label, description, count])).toEqual([
      ["hypothesis.lamina", "claims", 3],
      ["note.md", "", 1],
    ]);
    const [sentence] = await children(here, "document", NOTE);
    expect(sentence).toMatchObject({ claim: "values", sentence: 0, description: "“Values come from layer 4”", standing: "supported" });
    const place = await here.connection.sendRequest<ExplorerPlaceResult>(explorerPlace, { uri: NOTE, claim: "values", sentence: 0 });
    expect(place?.start).toEqual({ line: 0, character: 1 });
  });

  it("says nothing where nothing differs, and of what differs which group it is", async () => {
    const here = await started("standing");
    const before = groups(here);
    const count = here.heard.filter(({ method }) => method === explorerChanged).length;
    await here.change(FILE, [0, 0], [0, 0], "# a remark\n");
    await here.change(FILE, [4, 0], [4, 15], "claim L5 as Query");
    await here.until(() => here.heard.filter(({ method }) => method === explorerChanged).length > count);
    expect(here.heard.filter(({ method }) => method === explorerChanged)).toHaveLength(count + 1);
    const differing = groups(here).filter(({ digest }, at) => digest !== before[at]?.digest);
    expect(differing.map(({ id }) => id)).toEqual(["unsupported"]);
  });

  it("knows where a row stands now", async () => {
    const here = await started("standing");
    const ask = (claim: string) => here.connection.sendRequest<ExplorerPlaceResult>(explorerPlace, { uri: FILE, claim });
    await here.change(FILE, [0, 0], [0, 0], "# a remark\n");
    expect((await ask("gap"))?.start).toEqual({ line: 5, character: 0 });
    expect((await ask("#2"))?.start).toEqual({ line: 4, character: 0 });
    expect(await ask("nobody")).toBeNull();
  });
});
