/**
 * A small picture of where a part sits: the column with a band, cell or pathway marked, or the block with a box
 * marked. It uses the same table of places as the large picture, and brings its own colours so that it can be an
 * image in a hover card.
 */
import { type Body, type Dock, dockAt, dockOf, docks, type Point } from "./docks.ts";
import { BOX, BOX_LEFT, bands, borders, COLUMN_WIDTH, rows } from "./frame.ts";
import { cut, oneLine } from "./measure.ts";
import { mix, type Palette, palettes } from "./palette.ts";
import { type Attributes, point, round, type SceneNode } from "./scene.ts";
import { escapeXml, nodesToSvg } from "./svg.ts";

export const THUMBNAIL_WIDTH = 120;
export const THUMBNAIL_HEIGHT = 96;

interface Pen {
  readonly palette: Palette;
  readonly nodes: SceneNode[];
}

const draw = (pen: Pen, tag: SceneNode["tag"], attrs: Attributes, content?: string): void => {
  pen.nodes.push({ key: String(pen.nodes.length), tag, attrs, ...(content === undefined ? {} : { text: content }) });
};

const write = (pen: Pen, x: number, y: number, content: string, fill: string, more: Attributes = {}): void =>
  draw(
    pen,
    "text",
    { x: round(x), y: round(y), fill, "font-size": 7.5, "font-family": "'Segoe UI',system-ui,sans-serif", ...more },
    content,
  );

/** A map from the large picture's coordinates to the small one's. */
interface Scale {
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
}

/** Piecewise linear through pairs of places, beyond the ends as at the ends. */
function through(pairs: readonly Point[]): (value: number) => number {
  return (value) => {
    let index = 1;
    while (index < pairs.length - 1 && value > (pairs[index]?.[0] ?? 0)) index++;
    const [fromX = 0, fromY = 0] = pairs[index - 1] ?? [];
    const [toX = 1, toY = 1] = pairs[index] ?? [];
    return fromY + ((value - fromX) / (toX - fromX)) * (toY - fromY);
  };
}

/** Width of a unit of the column, and of the block. */
const ACROSS = 0.27;
const BLOCK_ACROSS = 0.27;

const columnScale: Scale = {
  x: (x) => 38 + x * ACROSS,
  y: through([
    [14, 2],
    [borders.pia, 9],
    [borders.l6, 69],
    [borders.white, 73],
    [760, 95],
  ]),
};

/** Rows of the block at even distances, because its boxes would be too thin to scale. */
const rowList: readonly number[] = [
  rows.unembedding,
  rows.secondNorm,
  rows.feedForward,
  rows.firstNorm,
  rows.output,
  rows.weighted,
  rows.weights,
  rows.softmax,
  rows.scores,
  rows.query,
  rows.key,
  rows.value,
  rows.position,
  rows.embedding,
  rows.tokens,
];

const blockScale: Scale = {
  x: (x) => 6 + x * BLOCK_ACROSS,
  y: through([
    [rows.unembedding, 4],
    [rows.top, 9],
    ...rowList.slice(1, 12).map((row, index): Point => [row, 13.5 + index * 5.6]),
    [rows.bottom, 75],
    [rows.position, 79.5],
    [rows.embedding, 85.7],
    [rows.tokens, 92],
  ]),
};

function drawColumn(pen: Pen, here: Dock): void {
  const { palette } = pen;
  const { x, y } = columnScale;
  const width = round(COLUMN_WIDTH * ACROSS);
  bands.forEach((band, index) => {
    draw(pen, "rect", {
      x: x(0),
      y: round(y(band.top)),
      width,
      height: round(y(band.bottom) - y(band.top)),
      fill: mix(palette.bands[index] ?? palette.ground, palette.cell, 0.92),
    });
    const marked = here.id === band.part;
    write(pen, x(0) - 4, (y(band.top) + y(band.bottom)) / 2 + 2.7, band.label, marked ? palette.focus : palette.muted, {
      "text-anchor": "end",
      ...(marked ? { "font-weight": 700 } : {}),
    });
  });
  const line = { stroke: palette.line, fill: "none", "stroke-opacity": 0.5, "stroke-width": 0.8 };
  draw(pen, "path", { d: `M${x(0)} ${round(y(borders.pia))}h${width}`, stroke: palette.line, "stroke-width": 1.4 });
  draw(pen, "path", {
    ...line,
    d: `${pyramidPath(182, 413, 158)}${pyramidPath(90, 236, 158)}${pyramidPath(158, 510, 334)}M${point(x(112), y(684))}V${round(y(318))}`,
  });
  draw(pen, "rect", { ...line, x: x(0), y: round(y(borders.pia)), width, height: round(y(borders.white) - y(borders.pia)) });
  draw(pen, "rect", { ...line, x: x(112), y: round(y(14)), width: round(168 * ACROSS), height: 3.4, rx: 1 });
  for (const id of ["cortex:first-order-thalamus", "cortex:higher-order-thalamus"]) {
    const { body } = dockAt(id);
    if (body.kind === "area") draw(pen, "ellipse", { ...line, ...ellipseOf(body, columnScale), fill: palette.bands[2] });
  }
}

const somaPath = (atX: number, atY: number): string => `M${point(columnScale.x(atX) - 2.4, columnScale.y(atY) + 2)}h4.8l-2.4 -4.6Z`;

/** Trunk and tuft of a small pyramidal cell. */
function trunkPath(atX: number, atY: number, tuft: number): string {
  const [px, py, top] = [columnScale.x(atX), columnScale.y(atY), columnScale.y(tuft)];
  return `M${point(px, py - 2.6)}V${round(top)}l-3.4 -5M${point(px, top)}l3.4 -5M${point(px, top)}v-5.6`;
}

const pyramidPath = (atX: number, atY: number, tuft: number): string => somaPath(atX, atY) + trunkPath(atX, atY, tuft);

function ellipseOf(body: Extract<Body, { kind: "area" }>, scale: Scale): Attributes {
  const [left, top] = body.at;
  const [width, height] = body.size;
  const rx = (scale.x(left + width) - scale.x(left)) / 2;
  const ry = (scale.y(top + height) - scale.y(top)) / 2;
  return { cx: round(scale.x(left) + rx), cy: round(scale.y(top) + ry), rx: round(rx), ry: round(Math.max(1.8, ry)) };
}

function drawBlock(pen: Pen): void {
  const { palette } = pen;
  const { x, y } = blockScale;
  const line = { stroke: palette.line, "stroke-opacity": 0.55, "stroke-width": 0.8 };
  draw(pen, "rect", {
    ...line,
    x: x(0),
    y: round(y(rows.top)),
    width: round(400 * BLOCK_ACROSS),
    height: round(y(rows.bottom) - y(rows.top)),
    rx: 2,
    fill: palette.soft,
  });
  draw(pen, "path", {
    ...line,
    d: `M${x(344)} ${round(y(rows.embedding))}V${round(y(rows.unembedding))}`,
    "stroke-width": 1.6,
    fill: "none",
  });
  for (const dock of docks) {
    if (dock.drawing !== "block" || dock.body.kind !== "box" || dock.room < BOX) continue;
    draw(pen, "rect", { ...line, ...boxOf(dock.body), rx: 1, fill: palette.ground });
  }
  draw(pen, "rect", { ...line, ...boxOf({ at: [BOX_LEFT, rows.secondNorm - BOX / 2], size: [0, BOX] }), rx: 1, fill: palette.ground });
  draw(pen, "rect", { ...line, ...boxOf({ at: [BOX_LEFT, rows.weighted - BOX / 2], size: [214, BOX] }), rx: 1, fill: palette.ground });
}

function boxOf(body: { readonly at: Point; readonly size: Point }): Attributes {
  const { x, y } = blockScale;
  const [left, top] = body.at;
  const width = body.size[0] === 0 ? 384 - left : body.size[0];
  const [from, to] = [y(top), y(top + body.size[1])];
  const middle = (from + to) / 2;
  const height = body.size[1] <= 40 ? Math.min(4.4, Math.max(2.6, to - from)) : to - from;
  return { x: round(x(left)), y: round(middle - height / 2), width: round(width * BLOCK_ACROSS), height: round(height) };
}

/** Parts of the network without a box of their own are shown by what they are variants or properties of. */
const shownBy: Readonly<Record<string, string>> = {
  "transformer:Cross-attention": "transformer:Self-attention",
  "transformer:Linear-attention": "transformer:Self-attention",
};

const pyramidal: Readonly<Record<string, number>> = { IT: 150, pyramidal: 152, ET: 158, NP: 404, "L6-CT": 334 };

/** Marks a body in the colour of focus. */
function mark(pen: Pen, dock: Dock, scale: Scale): void {
  const { palette } = pen;
  const { x, y } = scale;
  const { body } = dock;
  const stroke = { stroke: palette.focus, "stroke-width": 1.6, "stroke-linejoin": "round", "stroke-linecap": "round" };
  const wash = { fill: palette.focus, "fill-opacity": 0.3 };
  switch (body.kind) {
    case "band":
      draw(pen, "rect", {
        ...stroke,
        ...wash,
        x: x(0),
        y: round(y(body.top)),
        width: round(COLUMN_WIDTH * ACROSS),
        height: round(y(body.bottom) - y(body.top)),
      });
      return;
    case "cell": {
      const tuft = pyramidal[dock.id.slice(7)];
      if (tuft !== undefined) {
        draw(pen, "path", { ...stroke, "stroke-width": 1.3, fill: "none", d: trunkPath(body.at[0], body.at[1], tuft) });
        draw(pen, "path", { ...stroke, fill: palette.focus, d: somaPath(body.at[0], body.at[1]) });
      } else draw(pen, "circle", { ...stroke, ...wash, cx: round(x(body.at[0])), cy: round(y(body.at[1])), r: 3 });
      return;
    }
    case "spot":
      draw(pen, "circle", {
        ...stroke,
        fill: palette.ground,
        cx: round(x(body.at[0])),
        cy: round(y(body.at[1])),
        r: body.sign === "" ? 3 : 4.6,
      });
      if (body.sign !== "")
        write(pen, x(body.at[0]), y(body.at[1]) + 2.4, body.sign, palette.ink, {
          "text-anchor": "middle",
          "font-size": 7,
          "font-weight": 700,
        });
      return;
    case "route": {
      // what leaves the picture to the left ends where the names of the layers begin
      const points = body.points.map(([at, height]): Point => (dock.drawing === "block" ? [344, height] : [Math.max(at, 6), height]));
      const d = points.map(([px, py], index) => `${index === 0 ? "M" : "L"}${point(x(px), y(py))}`).join("");
      draw(pen, "path", { ...stroke, "stroke-width": 2, fill: "none", d });
      const [last = [0, 0], before = [0, 0]] = [points.at(-1), points.at(-2)];
      // tangential fibres have no direction
      if (last[1] === before[1] && points.length === 2) return;
      const angle = Math.atan2(y(last[1]) - y(before[1]), x(last[0]) - x(before[0]));
      const corner = (turn: number): string => point(x(last[0]) - Math.cos(angle + turn) * 5, y(last[1]) - Math.sin(angle + turn) * 5);
      draw(pen, "path", {
        fill: palette.focus,
        d: `M${point(x(last[0]) + Math.cos(angle) * 1.5, y(last[1]) + Math.sin(angle) * 1.5)}L${corner(0.6)}L${corner(-0.6)}Z`,
      });
      return;
    }
    case "bracket": {
      const width = dock.drawing === "column" ? COLUMN_WIDTH * ACROSS : 400 * BLOCK_ACROSS;
      // an area holds more than this column, neocortex more than this area
      const beyond = dock.id === "cortex:area" ? 30 : dock.id === "cortex:neocortex" ? 36 : 0;
      if (!body.above)
        draw(pen, "path", {
          ...stroke,
          fill: "none",
          d: `M${round(x(0) + width + 2)} ${round(y(body.top))}h4V${round(y(body.bottom))}h-4`,
        });
      else {
        const bottom = dock.drawing === "column" ? y(borders.white) : y(rows.bottom);
        const top = dock.id === "cortex:neocortex" ? 1 : dock.drawing === "column" ? y(borders.pia) : y(rows.top);
        draw(pen, "rect", {
          ...stroke,
          ...wash,
          "fill-opacity": 0.16,
          x: x(0) - beyond,
          y: round(top),
          width: round(width + beyond + (beyond > 30 ? 4 : 0)),
          height: round(bottom - top),
          rx: 2,
        });
      }
      return;
    }
    case "area":
      if (body.round) draw(pen, "ellipse", { ...stroke, ...wash, ...ellipseOf(body, scale) });
      else
        draw(pen, "rect", {
          ...stroke,
          ...wash,
          x: round(x(body.at[0])),
          y: round(y(body.at[1])),
          width: round(body.size[0] * ACROSS),
          height: round(y(body.at[1] + body.size[1]) - y(body.at[1])),
          rx: 2,
        });
      return;
    case "box":
      draw(pen, "rect", { ...stroke, ...wash, ...boxOf(body), rx: 1 });
      return;
    case "shelf": {
      const instead = shownBy[dock.id];
      const outline = instead ? dockAt(instead).body : undefined;
      const box =
        outline?.kind === "box"
          ? boxOf(outline)
          : { x: x(0) - 3, y: round(y(rows.top) - 2), width: 114, height: round(y(rows.bottom) - y(rows.top) + 4) };
      draw(pen, "rect", { ...stroke, fill: "none", "stroke-dasharray": "3 2.5", ...box, rx: 2 });
    }
  }
}

/** A part that no drawing knows: its name in a box. */
function unknown(pen: Pen, part: string): string {
  const name = oneLine(part);
  const colon = name.indexOf(":");
  const bare = colon > 0 ? name.slice(colon + 1) : name;
  draw(pen, "rect", { x: 6, y: 32, width: 108, height: 32, rx: 4, fill: pen.palette.soft, stroke: pen.palette.focus, "stroke-width": 1.4 });
  write(pen, 60, 51.5, cut(bare, 10, 98), pen.palette.ink, { "font-size": 10, "text-anchor": "middle" });
  if (colon > 0) write(pen, 60, 76, cut(name.slice(0, colon), 8, 98), pen.palette.muted, { "font-size": 8, "text-anchor": "middle" });
  return name;
}

/**
 * Where a part sits, as SVG text of 120 by 96 units and less than 6 KB. Parts of other atlases and unknown ids get
 * their name in a box.
 */
export function thumbnail(partId: string, options: { readonly theme: "light" | "dark" }): string {
  const pen: Pen = { palette: palettes[options.theme], nodes: [] };
  const dock = dockOf(partId);
  let name = dock?.label ?? "";
  if (!dock) name = unknown(pen, partId);
  else if (dock.drawing === "column") {
    drawColumn(pen, dock);
    mark(pen, dock, columnScale);
  } else {
    drawBlock(pen);
    mark(pen, dock, blockScale);
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${THUMBNAIL_WIDTH} ${THUMBNAIL_HEIGHT}" width="${THUMBNAIL_WIDTH}" height="${THUMBNAIL_HEIGHT}" role="img">` +
    `<title>${escapeXml(name)}</title>${nodesToSvg(pen.nodes)}</svg>`
  );
}
