/**
 * The transformer block: tokens, embedding and position below it, attention with its heads, two additions with
 * normalisation, feed-forward; the residual stream is the spine on the right. All boxes begin at one x, so every part
 * owns a clear way to its port. Drawn with normalisation after each addition, as first published.
 */
import { dockAt, docks } from "../docks.ts";
import { BOX, BOX_LEFT, rows, spineAt } from "../frame.ts";
import { arrowHead, circle, group, path, rect, type SceneNode, text } from "../scene.ts";

type Part = (id: string, children: readonly SceneNode[]) => SceneNode;

/** Where the streams of query, key and value rise, and where the middle of the sublayers lies. */
const RISE = { query: 158, key: 184, value: 240, middle: 149, feed: 26 } as const;

const boxAt = (y: number, width: number, height = BOX): SceneNode =>
  rect("box", "box shape fillable", BOX_LEFT, y - height / 2, width, height, 4);

const label = (x: number, y: number, content: string, className = "t-body t-mid"): SceneNode =>
  text("name", className, x, y + 4.5, content);

/** A sign of addition on the spine. */
const addition = (key: string, x: number, y: number): SceneNode =>
  group(key, {}, [circle("ring", "add", x, y, 9), path("plus", "flow", `M${x - 5} ${y}h10M${x} ${y - 5}v10`)]);

/** A projected stream: its name and its weights. */
function stream(name: string, y: number, sub: string): SceneNode[] {
  return [
    boxAt(y, 96),
    text("name", "t-strong", BOX_LEFT + 10, y + 4.5, name),
    {
      key: "weights",
      tag: "text",
      attrs: { class: "t-small t-muted t-end", x: BOX_LEFT + 88, y: y + 4 },
      children: [
        { key: "W", tag: "tspan", attrs: {}, text: "W" },
        { key: "sub", tag: "tspan", attrs: { class: "t-tiny t-muted", dy: 3 }, text: sub },
      ],
    },
  ];
}

function norm(y: number, width: number, spine: number): SceneNode[] {
  return [
    boxAt(y, width - 16 - BOX_LEFT),
    label(RISE.middle, y, "Add & norm"),
    path("flow", "flow", `M${RISE.middle + 46} ${y}H${spine - 16}`),
    arrowHead("head", "head", spine - 10, y, "right", 3.6),
  ];
}

/** The frames of the heads, the front one last. */
function heads(part: Part): SceneNode[] {
  const frame = (index: number): SceneNode => rect(`frame ${index}`, "heads shape", 14 + index * 5, 290 - index * 4, 244, 292, 6);
  return [
    part("transformer:Multi-head", [frame(2), frame(1)]),
    part("transformer:Attention-head", [frame(0), text("name", "t-small t-muted t-end", 250, 575, "h heads")]),
  ];
}

/** Lines and arrows inside the block. */
function flows(spine: number): SceneNode[] {
  const { query, key, value, middle, feed } = RISE;
  const boxRight = BOX_LEFT + 96;
  const half = BOX / 2;
  const steps: readonly (readonly [from: number, to: number, x: number])[] = [
    [rows.scores - half, rows.softmax + half, middle - 22],
    [rows.softmax - half, rows.weights + half, middle - 22],
    [rows.weights - half, rows.weighted + half, middle - 22],
    [rows.weighted - half, rows.output + half, middle],
    [rows.output - half, rows.firstNorm + half, middle],
    [rows.feedForward - 19, rows.secondNorm + half, middle],
  ];
  return [
    path("branch", "flow", `M${spine} ${rows.branch}H${feed}V${rows.query}`),
    ...[rows.query, rows.key, rows.value].flatMap((y) => [
      path(`into ${y}`, "flow", `M${feed} ${y}H${BOX_LEFT - 6}`),
      arrowHead(`into head ${y}`, "head", BOX_LEFT, y, "right", 3.4),
    ]),
    path("query", "flow", `M${boxRight} ${rows.query}H${query}V${rows.scores + half + 6}`),
    arrowHead("query head", "head", query, rows.scores + half, "up", 3.4),
    path("key", "flow", `M${boxRight} ${rows.key}H${key}V${rows.scores + half + 6}`),
    arrowHead("key head", "head", key, rows.scores + half, "up", 3.4),
    path("value", "flow", `M${boxRight} ${rows.value}H${value}V${rows.weighted + half + 6}`),
    arrowHead("value head", "head", value, rows.weighted + half, "up", 3.4),
    ...steps.flatMap(([from, to, x]) => [
      path(`step ${from}`, "flow", `M${x} ${from}V${to + 4}`),
      arrowHead(`step head ${from}`, "head", x, to, "up", 3.2),
    ]),
    path("to feed-forward", "flow", `M${spine} ${rows.firstNorm - 22}H${middle}V${rows.feedForward + 23}`),
    arrowHead("to feed-forward head", "head", middle, rows.feedForward + 19, "up", 3.4),
    path("position", "flow", `M${BOX_LEFT + 200} ${rows.position}H${spine - 16}`),
    arrowHead("position head", "head", spine - 10, rows.position, "right", 3.6),
    path("token", "flow", `M${spine} ${rows.tokens - 11}V${rows.embedding + half + 6}`),
    arrowHead("token head", "head", spine, rows.embedding + half, "up", 3.6),
  ];
}

/** Six tokens; the filled one is the token that this column of computation stands for. */
function tokens(spine: number): SceneNode[] {
  const boxes = Array.from({ length: 6 }, (_, index) =>
    rect(`token ${index}`, index === 4 ? "token-here shape" : "token shape", spine - 9 + (index - 4) * 23, rows.tokens - 9, 18, 18, 3),
  );
  return [text("name", "t-small t-muted t-end", spine - 110, rows.tokens + 4, "tokens"), ...boxes];
}

/** Small parts that stand in the way unless someone claims them. */
function whileClaimed(isClaimed: (part: string) => boolean, part: Part): SceneNode[] {
  const drawn: readonly (readonly [id: string, nodes: () => SceneNode[]])[] = [
    ["transformer:Self-attention", () => [rect("outline", "region shape", 5, 243, 271, 348, 8)]],
    [
      "transformer:Causal-mask",
      () => [rect("square", "box shape fillable", 195, rows.scores - 7, 14, 14), path("half", "bouton", `M195 ${rows.scores - 7}v14h14Z`)],
    ],
    [
      "transformer:KV-cache",
      () => [
        rect("box", "box-dashed shape fillable", 193, rows.key - 15, 38, rows.value - rows.key + 30, 4),
        text("name", "t-tiny t-mid", 212, (rows.key + rows.value) / 2 + 3.5, "cache"),
      ],
    ],
    [
      "transformer:Expert-gating",
      () => [rect("box", "box-dashed shape fillable", 56, 146, 54, 15, 7), text("name", "t-tiny t-mid", 83, 157, "gate")],
    ],
  ];
  return drawn.filter(([id]) => isClaimed(id)).map(([id, nodes]) => part(id, nodes()));
}

/** The block in its own coordinates; `width` is one of the two widths of the frame. */
export function block(width: number, isClaimed: (part: string) => boolean, part: Part): SceneNode[] {
  const spine = spineAt(width);
  const feedForward = rows.feedForward;
  const unembedding = dockAt("transformer:Unembedding").body;
  const boxHeight = unembedding.kind === "box" ? unembedding.size[1] : 24;
  return [
    rect("ground", "block", 0, rows.top, width, rows.bottom - rows.top, 6),
    ...heads(part),
    part("transformer:Residual-stream", [
      path("spine", "spine shape", `M${spine} ${rows.embedding - 14}V52`),
      arrowHead("spine head", "head shape-head", spine, rows.unembedding + 12, "up", 8),
      {
        key: "name",
        tag: "text",
        attrs: { class: "t-small t-muted t-mid", x: 0, y: 0, transform: `translate(${spine + 19} 450) rotate(-90)` },
        text: "residual stream",
      },
    ]),
    part("transformer:Unembedding", [
      rect("box", "box-dashed shape fillable", Math.min(spine - 60, width - 112), rows.unembedding - boxHeight / 2, 112, boxHeight, 4),
      text("name", "t-body t-mid", Math.min(spine - 60, width - 112) + 56, rows.unembedding + 4.5, "Unembedding"),
    ]),
    ...flows(spine),
    part("transformer:Layer-norm", [
      group("second", {}, norm(rows.secondNorm, width, spine)),
      group("first", {}, norm(rows.firstNorm, width, spine)),
    ]),
    part("transformer:Feed-forward", [
      path(
        "box",
        "box shape fillable",
        `M${BOX_LEFT} ${feedForward}L${BOX_LEFT + 18} ${feedForward - 19}H${BOX_LEFT + 204}L${BOX_LEFT + 222} ${feedForward}L${BOX_LEFT + 204} ${feedForward + 19}H${BOX_LEFT + 18}Z`,
      ),
      label(RISE.middle, feedForward, "Feed-forward"),
    ]),
    part("transformer:Activation", [
      path("axis", "leader", `M214 ${feedForward + 6}h24`),
      path("curve", "flow shape", `M214 ${feedForward + 5}C224 ${feedForward + 7} 226 ${feedForward + 4} 237 ${feedForward - 8}`),
    ]),
    part("transformer:Output-projection", [boxAt(rows.output, 222), label(RISE.middle, rows.output, "Concat + output projection")]),
    group("weighted", {}, [boxAt(rows.weighted, 214), label(RISE.middle - 4, rows.weighted, "Weighted values A·V")]),
    part("transformer:Attention-weights", [boxAt(rows.weights, 178), label(RISE.middle - 22, rows.weights, "Attention weights A")]),
    part("transformer:Softmax", [boxAt(rows.softmax, 178), label(RISE.middle - 22, rows.softmax, "Softmax")]),
    part("transformer:Attention-score", [boxAt(rows.scores, 178), label(RISE.middle - 22, rows.scores, "Scores QKᵀ/√d")]),
    part("transformer:Query", stream("Query", rows.query, "Q")),
    part("transformer:Key", stream("Key", rows.key, "K")),
    part("transformer:Value", stream("Value", rows.value, "V")),
    part("transformer:Positional-encoding", [
      boxAt(rows.position, 200),
      text("name", "t-body", BOX_LEFT + 12, rows.position + 4.5, "Positional encoding"),
      path("wave", "flow", `M196 ${rows.position}q5 -12 10 0t10 0t10 0`),
    ]),
    part("transformer:Embedding", [
      boxAt(rows.embedding, width - 16 - BOX_LEFT),
      label((BOX_LEFT + width - 16) / 2, rows.embedding, "Input embedding"),
    ]),
    part("transformer:Token", tokens(spine)),
    addition("add second", spine, rows.secondNorm),
    addition("add first", spine, rows.firstNorm),
    addition("add position", spine, rows.position),
    ...whileClaimed(isClaimed, part),
  ];
}

/** The dotted ways from the ports on the block's left edge to its boxes, in the block's coordinates. */
export function blockLeaders(width: number, isClaimed: (part: string) => boolean): SceneNode[] {
  const spine = spineAt(width);
  const ends: Readonly<Record<string, string>> = {
    "transformer:Residual-stream": `H${spine - 3}`,
    "transformer:Unembedding": `H${Math.min(spine - 60, width - 112)}`,
    "transformer:Expert-gating": "H56",
    "transformer:Activation": `H${BOX_LEFT + 12}`,
    "transformer:Causal-mask": `H202V${rows.scores - 7}`,
    "transformer:KV-cache": "H193",
    "transformer:Multi-head": "H19",
    "transformer:Attention-head": "H14",
    "transformer:Self-attention": "H5",
    "transformer:Token": `H${spine - 156}`,
    "transformer:Stack-depth": "H24V50",
  };
  return docks
    .filter((dock) => dock.drawing === "block" && dock.body.kind !== "shelf" && dock.id !== "transformer:Block")
    .filter((dock) => isClaimed(dock.id) || (dock.body.kind === "box" && dock.room >= BOX))
    .map((dock) =>
      group(dock.id, {}, [
        path("leader", "leader", `M0 ${dock.y}${ends[dock.id] ?? `H${BOX_LEFT}`}`),
        circle("port", "port", 0, dock.y, 2.6),
      ]),
    );
}
