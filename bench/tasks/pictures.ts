/** The picture of many claims: ours, and programs that lay out graphs. Milliseconds. */
import { buildScene } from "../../src/diagram/build.ts";
import { differenceOf } from "../../src/diagram/difference.ts";
import { pictureOf } from "../../src/diagram/from-snapshot.ts";
import type { Scene } from "../../src/diagram/scene.ts";
import { sceneToSvg } from "../../src/diagram/svg.ts";
import { loadPeer } from "../lib/load-peer.ts";
import { timeOf, warmTime } from "../lib/measure.ts";
import { median } from "../lib/statistics.ts";
import { folderUri, snapshotOf } from "../lib/workspace.ts";
import { edgesOf } from "../peers/models.ts";

interface Size {
  readonly claims: number;
}

interface Dagre {
  readonly graphlib: { readonly Graph: new (options: object) => DagreGraph };
  layout(graph: DagreGraph): void;
}

interface DagreGraph {
  setGraph(label: object): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(name: string, label: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
}

const uri = `${folderUri}/claims-0001.lamina`;

export const pictureTasks = {
  scene: ({ claims }: Size) => {
    const snapshot = snapshotOf(claims, claims);
    return warmTime(() => sceneToSvg(buildScene(pictureOf(snapshot, uri, "bench").picture), { theme: "light", standalone: true }));
  },
  "scene-update": ({ claims }: Size) => {
    const times: number[] = [];
    for (const change of changes(claims)) times.push(timeOf(() => buildScene(pictureOf(change(), uri, "bench").picture)));
    return median(times.slice(100));
  },
  "scene-sent": ({ claims }: Size) => {
    const sizes: number[] = [];
    let shown: Scene | undefined;
    for (const change of changes(claims)) {
      const next = buildScene(pictureOf(change(), uri, "bench").picture);
      if (shown) sizes.push(JSON.stringify(differenceOf(shown, next)).length / 1000);
      shown = next;
    }
    return median(sizes);
  },
  "scene-sent-whole": ({ claims }: Size) =>
    JSON.stringify(buildScene(pictureOf(snapshotOf(claims, claims), uri, "bench").picture)).length / 1000,
  "scene-floor": ({ claims }: Size) => {
    const edges = edgesOf(claims);
    return warmTime(() => edges.map(([from, to], index) => `<path d="M${from} ${index}C400 ${index} 600 ${to} 1000 ${to}"/>`).join("\n"));
  },
  "scene-viz": async ({ claims }: Size) => {
    const { instance } = (await loadPeer("@viz-js/viz")) as { instance(): Promise<{ renderString(dot: string, options: object): string }> };
    const viz = await instance();
    const dot = `digraph{rankdir=LR;${edgesOf(claims)
      .map(([from, to]) => `"${from}"->"${to}"`)
      .join(";")}}`;
    return warmTime(() => viz.renderString(dot, { format: "svg" }), 1, 2);
  },
  "scene-dagre": async ({ claims }: Size) => {
    const loaded = (await loadPeer("@dagrejs/dagre")) as Dagre & { default?: Dagre };
    const dagre = loaded.default ?? loaded;
    return timeOf(() => {
      const graph = new dagre.graphlib.Graph({ multigraph: true });
      graph.setGraph({ rankdir: "LR" });
      graph.setDefaultEdgeLabel(() => ({}));
      edgesOf(claims).forEach(([from, to], index) => {
        for (const name of [from, to]) graph.setNode(name, { width: 80, height: 24 });
        graph.setEdge(from, to, {}, `claim-${index}`);
      });
      dagre.layout(graph);
      return graph;
    });
  },
  "scene-elk": async ({ claims }: Size) => {
    const { default: Elk } = (await loadPeer("elkjs/lib/elk.bundled.js")) as {
      default: new () => { layout(graph: object): Promise<unknown> };
    };
    const edges = edgesOf(claims);
    const children = [...new Set(edges.flat())].map((id) => ({ id, width: 80, height: 24 }));
    const graph = {
      id: "root",
      layoutOptions: { "elk.algorithm": "layered" },
      children,
      edges: edges.map(([from, to], index) => ({ id: `claim-${index}`, sources: [from], targets: [to] })),
    };
    const elk = new Elk();
    const from = performance.now();
    await elk.layout(graph);
    return performance.now() - from;
  },
};

/** Strokes, each in another claim: its standing changes, and changes back. Each gives the snapshot after it. */
function* changes(claims: number): IterableIterator<() => ReturnType<typeof snapshotOf>> {
  let snapshot = snapshotOf(claims, claims);
  for (let stroke = 0; stroke < 300; stroke++) {
    const source = snapshotSource(snapshot);
    const [region] = source.regions;
    if (!region) throw new Error("the corpus has no document");
    const { items } = region.document;
    const wanted = (stroke >> 1) * 7 + 10;
    const index = wanted + items.slice(wanted).findIndex(({ word }) => word === "claim");
    const start = region.document.startOf(index) + (items[index]?.header.end ?? 0);
    const text = "\n  strength literal\n  kind programme";
    const edit = stroke % 2 === 0 ? { span: { start, end: start }, text } : { span: { start, end: start + text.length }, text: "" };
    const next = { ...source, regions: [{ document: region.document.edit(edit), map: region.map }] };
    yield () => {
      snapshot = snapshot.with({ documents: new Map([[uri, next]]) });
      return snapshot;
    };
  }
}

function snapshotSource(snapshot: ReturnType<typeof snapshotOf>) {
  const source = snapshot.documents.get(uri);
  if (!source) throw new Error("the corpus has no document");
  return source;
}
