import { afterEach, describe, expect, it } from "vitest";
import { applied, type SceneDifference } from "../../src/diagram/difference.ts";
import type { Scene } from "../../src/diagram/scene.ts";
import { everything } from "../../src/protocol/column.ts";
import type { ClaimDetails } from "../../src/protocol/details.ts";
import {
  type ColumnCardResult,
  type ColumnChanged,
  type ColumnConnectResult,
  type ColumnStubResult,
  columnCard,
  columnChanged,
  columnConnect,
  columnStub,
  type DrawFigureResult,
  drawFigure,
  type StatusChanged,
  statusChanged,
  type WatchColumn,
  watchColumn,
} from "../../src/protocol/requests.ts";
import { Editor, memoryFiles } from "./editor.ts";

const FOLDER = "file:///work%20space";
const FILE = `${FOLDER}/hypothesis.lamina`;
const NOTE = `${FOLDER}/note.md`;
const files = {
  [FILE]: `claim values: L4 -> L2/3 as Value
  strength functional
  stated in [@one2001] read abstract
  supported by [@two2002] anatomy_light "strong projections" read full-text
  disputed by [@three2003] statement "also deep"
  predicts share
  tag C03
claim keys: L5 as Key
  stated in [@two2002]
claim gap: L6 as ?
prediction share: "Thalamic synapses are a minority"
  expects "share" of "synapses on layer 4" within 10..15 %
  falsified if "share" outside 10..15 %
  observed "share" of "synapses on layer 4" = 12 % from [@two2002]
  observed "share" of "all input" = 5 % from [@three2003]
`,
  [NOTE]: "# Note\n\n```lamina {picture}\nclaim here: L5 as Query\n```\n\nText.\n\n> ```lamina\n> claim quoted: L6 as Key\n> ```\n",
  [`${FOLDER}/references.bib`]:
    "@article{one2001, author={One, A.}, title={A}, year=2001}\n@article{two2002, author={Two, B.}, title={B}, year=2002}\n@article{three2003, author={Three, C.}, title={C}, year=2003}\n",
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function started(): Promise<Editor> {
  const here = new Editor(memoryFiles(files));
  editor = here;
  await here.start(FOLDER);
  await here.open(FILE, files[FILE]);
  await here.open(NOTE, files[NOTE], "markdown");
  await here.until(() => (here.last(statusChanged) as StatusChanged | undefined)?.indexing === false);
  return here;
}

/** What a panel was told, message after message, put together. */
function told(here: Editor, panel: number): ColumnChanged {
  const messages = here.heard.filter(({ method }) => method === columnChanged).map(({ params }) => params as ColumnChanged);
  return Object.assign({}, ...messages.filter((message) => message.panel === panel));
}

const watch = (here: Editor, watched: Partial<WatchColumn> = {}): Promise<void> =>
  here.connection.sendNotification(watchColumn, { panel: 1, uri: FILE, ...watched });

describe("a column view", () => {
  it("is sent what it asks for, and again only what differs", async () => {
    const here = await started();
    await watch(here);
    await here.until(() => told(here, 1).scene !== undefined);
    expect(told(here, 1)).toMatchObject({ title: "hypothesis.lamina", shown: 3, all: 3, details: null });
    const count = here.heard.length;
    // a remark moves the claims in the text, and changes nothing of the picture
    await here.change(FILE, [0, 0], [0, 0], "# a remark\n");
    await here.until(() => here.heard.slice(count).some(({ method }) => method === columnChanged));
    const news = here.last(columnChanged) as ColumnChanged;
    expect(Object.keys(news).sort()).toEqual(["panel", "places", "revision", "uri"]);
    expect(news.places?.[0]?.selection.start).toEqual({ line: 1, character: 0 });
  });

  it("is sent what makes its scene into the next, which is the same as the next", async () => {
    const here = await started();
    await watch(here);
    await here.until(() => told(here, 1).scene !== undefined);
    const first = told(here, 1).scene as Scene;
    await here.change(FILE, [1, 0], [1, 21], "  strength analogy");
    await here.until(() => (here.last(columnChanged) as ColumnChanged).sceneChange !== undefined);
    const { sceneChange } = here.last(columnChanged) as ColumnChanged;
    await watch(here, { uri: null });
    await watch(here);
    await here.until(() => (here.last(columnChanged) as ColumnChanged).scene !== undefined);
    expect(applied(first, sceneChange as SceneDifference)).toEqual((here.last(columnChanged) as ColumnChanged).scene);
    expect(JSON.stringify(sceneChange).length).toBeLessThan(JSON.stringify(first).length / 3);
  });

  it("is filtered, and says of every value what it would leave", async () => {
    const here = await started();
    const view = { ...everything, mode: "table" as const, chosen: { standings: ["open"] } };
    await watch(here, { view });
    await here.until(() => told(here, 1).table !== undefined);
    const { table, shown, all, facets } = told(here, 1);
    expect([shown, all]).toEqual([1, 3]);
    expect(table?.rows.map(({ claim }) => claim)).toEqual(["gap"]);
    expect(facets?.find(({ facet }) => facet === "tags")?.values).toMatchObject([{ value: "C03", count: 0 }]);
    expect(facets?.find(({ facet }) => facet === "standings")?.values.filter(({ count }) => count > 0)).toHaveLength(3);
  });

  it("is one of several, each with its own document and view", async () => {
    const here = await started();
    await watch(here, { view: { ...everything, mode: "table", search: "keys" } });
    await watch(here, { panel: 2, uri: NOTE, view: { ...everything, topic: "coverage", mode: "table" } });
    await here.until(() => told(here, 1).table !== undefined && told(here, 2).coverage !== undefined);
    expect(told(here, 1).table?.rows.map(({ claim }) => claim)).toEqual(["keys"]);
    const cortex = told(here, 2).coverage?.find(({ atlas }) => atlas === "cortex");
    expect(cortex?.parts.filter(({ claims }) => claims > 0).map(({ part }) => part)).toEqual(["cortex:L5", "cortex:L6"]);
  });

  it("compares two sources, and the text with another text of it", async () => {
    const here = await started();
    const view = { ...everything, mode: "table" as const, topic: "compare" as const };
    await watch(here, { view });
    await here.until(() => told(here, 1).comparison !== undefined);
    expect(told(here, 1).sides).toMatchObject({ left: "@one2001", right: "@two2002" });
    expect(
      told(here, 1)
        .comparison?.rows.map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(["left only", "right only"]);
    const other = { label: "HEAD", text: files[FILE].replace("L5 as Key", "L5 as Query").replace("  disputed by", "  # disputed by") };
    await watch(here, { view, other });
    await here.until(() => told(here, 1).sides?.left === "other");
    const rows = told(here, 1).comparison?.rows ?? [];
    expect(rows.map(({ label, verdict }) => [label, verdict])).toEqual([
      ["L5", "rival"],
      ["L4 -> L2/3", "changed"],
      ["L6", "same"],
    ]);
    expect(rows[0]?.left[0]).toMatchObject({ claim: null, text: "L5 as Query" });
    expect(rows[0]?.right[0]?.claim).toBe("keys");
  });

  it("shows the claims that a claim is made of, with where each stands", async () => {
    const here = await started();
    const uri = `${FOLDER}/whole.lamina`;
    await here.open(uri, "claim whole: claim values, claim keys, claim lost as Self-attention\n");
    await watch(here, { uri, selected: "whole" });
    await here.until(() => Boolean(told(here, 1).details));
    expect(told(here, 1).details).toMatchObject({
      evidence: [],
      parts: [
        { name: "values", standing: "overstated", earned: "analogy" },
        { name: "keys", standing: "unsupported" },
      ],
    });
    await watch(here, { uri: FILE, selected: "keys" });
    await here.until(() => told(here, 1).details?.claim === "keys");
    expect(told(here, 1).details?.parts).toEqual([]);
  });

  it("shows all that bears on a claim, with observed numbers against the expected range", async () => {
    const here = await started();
    await watch(here, { selected: "values" });
    await here.until(() => Boolean(told(here, 1).details));
    const details = told(here, 1).details as ClaimDetails;
    expect(details).toMatchObject({ claim: "values", written: "L4 → L2/3 as Value", asserted: "functional", place: "hypothesis.lamina:1" });
    expect(details.stated.lines).toEqual(["One 2001 · read: abstract"]);
    expect(details.evidence).toMatchObject([
      { stance: "supports", what: "Two 2002", shows: "strong projections", small: "anatomy_light · read: full-text", weighed: true },
      { stance: "disputes", what: "Three 2003", small: "statement" },
    ]);
    expect(details.why.length).toBeGreaterThan(0);
    const [prediction] = details.predictions;
    expect(prediction).toMatchObject({ id: "share", verdict: "confirmed" });
    const [plot] = prediction?.plots ?? [];
    expect(plot).toMatchObject({ quantity: "share", of: "synapses on layer 4", unit: "%", low: 0 });
    expect(plot?.bands).toEqual([
      { kind: "expected", from: 10, to: 15 },
      { kind: "failing", to: 10 },
      { kind: "failing", from: 15 },
    ]);
    expect(plot?.values.map(({ pieces, lies }) => [pieces, lies])).toEqual([
      [[{ from: 12, to: 12 }], "expected"],
      [[{ from: 5, to: 5 }], "not compared"],
    ]);
    expect(plot?.ticks[0]).toBe(0);
    expect(plot?.high).toBeGreaterThan(15);
  });

  it("closes its evidence when the claim is gone", async () => {
    const here = await started();
    await watch(here, { selected: "keys" });
    await here.until(() => told(here, 1).details?.claim === "keys");
    await here.change(FILE, [7, 0], [9, 0], "");
    await here.until(() => told(here, 1).details === null);
    expect(told(here, 1).all).toBe(2);
  });
});

describe("what a column view asks for", () => {
  it("is the card of a claim or a part, as hovers have it", async () => {
    const here = await started();
    const ask = (kind: string, key: string) => here.connection.sendRequest<ColumnCardResult>(columnCard, { uri: FILE, kind, key });
    expect(await ask("part", "cortex:L4")).toMatchObject({ title: "Layer 4" });
    expect(await ask("claim", "keys")).toMatchObject({ title: "keys", kind: "claim" });
    expect(await ask("part", "cortex:L99")).toBeNull();
    expect(await ask("claim", "nobody")).toBeNull();
  });

  it("is the edit of a stub", async () => {
    const here = await started();
    await watch(here, { selected: "keys" });
    await here.until(() => told(here, 1).details?.claim === "keys");
    const stub = told(here, 1).details?.stubs.find(({ rule }) => rule === "claim-without-evidence");
    expect(stub).toBeDefined();
    const ask = (title: string) =>
      here.connection.sendRequest<ColumnStubResult>(columnStub, { uri: FILE, claim: "keys", title, rule: "claim-without-evidence" });
    const { edits } = await ask(stub?.title ?? "");
    expect(edits[0]?.newText).toMatch(/^\n {2}supported by /);
    expect(edits[0]?.range.start.line).toBe(8);
    expect(await ask("Nothing of the kind")).toEqual({ edits: [] });
  });

  it("is a new claim, after the last and with a free id, in the names of the document", async () => {
    const here = await started();
    const connect = (uri: string, from: string, to: string) =>
      here.connection.sendRequest<ColumnConnectResult>(columnConnect, { uri, from, to });
    expect(await connect(FILE, "cortex:L6", "transformer:Key")).toEqual({
      at: { line: 9, character: 18 },
      before: "\n\nclaim ",
      id: "l6-key",
      after: ": L6 as Key",
    });
    // drawn the other way round it says the same
    expect(await connect(FILE, "transformer:Key", "cortex:L6")).toMatchObject({ after: ": L6 as Key" });
    expect(await connect(NOTE, "cortex:L6", "transformer:Key")).toMatchObject({ before: "\n> \n> claim ", at: { line: 9 } });
    expect(await connect(FILE, "cortex:L99", "transformer:Key")).toBeNull();
    expect(await connect(`${FOLDER}/none.lamina`, "cortex:L6", "transformer:Key")).toBeNull();
  });

  it("is the picture or table of a document, or of one fence of it", async () => {
    const here = await started();
    const draw = (more: object) => here.connection.sendRequest<DrawFigureResult>(drawFigure, { uri: NOTE, theme: "light", ...more });
    expect(await draw({ form: "svg", line: 2 })).toMatchObject({ form: "svg", claims: 1, svg: expect.stringMatching(/^<svg /) });
    expect(await draw({ form: "svg" })).toMatchObject({ claims: 2 });
    const table = await draw({ form: "table", line: 8 });
    expect(table?.form === "table" && table.rows.map(([id]) => id)).toEqual(["quoted"]);
    expect(await draw({ form: "table", uri: `${FOLDER}/none.md` })).toBeNull();
  });
});
