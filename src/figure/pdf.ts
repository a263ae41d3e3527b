/** A figure as PDF: vectors, text that can be searched, fonts within the file, an account for those who do not see it. */
import type { Figure } from "../diagram/figure.ts";
import type { Segment } from "./path-data.ts";
import { pdfNumber as n, PdfFile, pdfText } from "./pdf-file.ts";
import { PdfType } from "./pdf-font.ts";
import { type FadeShape, type PathShape, shapesOf, type TextShape } from "./shapes.ts";
import type { TrueType } from "./true-type.ts";

/** A point is 25.4 / 72 mm. */
const POINTS_A_MM = 72 / 25.4;

export interface FigureFonts {
  readonly regular: TrueType;
  readonly bold: TrueType;
  /** Asked, in their order, where those two have no glyph for a sign. */
  readonly others: readonly TrueType[];
}

export interface PdfFigure {
  readonly bytes: Uint8Array;
  /** Signs that no font has, which are boxes to the eye and still text to a search. */
  readonly missing: readonly string[];
}

/** Writes a figure as a file of one page of its size. Same figure and fonts, same bytes. */
export function pdfOf(figure: Figure, fonts: FigureFonts): PdfFigure {
  const { widthMm, heightMm, scene, caption } = figure;
  const [width, height] = [widthMm * POINTS_A_MM, heightMm * POINTS_A_MM];
  const scale = width / scene.width;
  const file = new PdfFile();
  const type = new PdfType(fonts.regular, fonts.bold, fonts.others);
  const page = new Page(file, type, scene.width, height / scale);
  for (const shape of shapesOf(figure)) {
    if (shape.kind === "path") page.path(shape);
    else if (shape.kind === "text") page.text(shape);
    else page.fade(shape);
  }
  // the page counts from its lower left corner, figures from their upper left
  const drawn = `/Figure << /MCID 0 >> BDC\nq ${n(scale)} 0 0 ${n(-scale)} 0 ${n(height)} cm\n${page.content}Q\nEMC\n`;
  const content = file.stream(Buffer.from(drawn, "latin1"));
  const pages = file.reserve();
  const tree = file.reserve();
  const leaf = file.add(
    `<< /Type /Page /Parent ${pages} /MediaBox [0 0 ${n(width)} ${n(height)}] /Contents ${content} /StructParents 0 ` +
      `/Resources << /Font << ${type.embed(file)} >> /ExtGState << ${page.states} >> >> >>`,
  );
  file.put(pages, `<< /Type /Pages /Kids [${leaf}] /Count 1 >>`);
  const told = pdfText(`${caption} ${scene.description}`.trim());
  const element = file.add(`<< /Type /StructElem /S /Figure /P ${tree} /Pg ${leaf} /K 0 /Alt ${told} >>`);
  const parents = file.add(`<< /Nums [0 [${element}]] >>`);
  file.put(tree, `<< /Type /StructTreeRoot /K [${element}] /ParentTree ${parents} /ParentTreeNextKey 1 >>`);
  const catalog = file.add(
    `<< /Type /Catalog /Pages ${pages} /StructTreeRoot ${tree} /MarkInfo << /Marked true >> /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = file.add(`<< /Title ${pdfText(scene.title)} /Subject ${pdfText(caption)} /Creator (Lamina) /Producer (Lamina) >>`);
  return { bytes: file.bytes(catalog, info), missing: [...type.missing] };
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

/** A colour as the numbers that set it; greys as such, for print. */
function colour(hex: string, filling: boolean): string {
  const channels = [1, 3, 5].map((at) => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4);
  const grey = channels.every((channel) => channel === channels[0]);
  return grey ? `${channels[0] ?? 0} ${filling ? "g" : "G"}` : `${channels.join(" ")} ${filling ? "rg" : "RG"}`;
}

class Page {
  content = "";
  readonly #file: PdfFile;
  readonly #type: PdfType;
  readonly #width: number;
  readonly #height: number;
  /** By what they set, what the page calls them. */
  readonly #states = new Map<string, string>();

  constructor(file: PdfFile, type: PdfType, width: number, height: number) {
    this.#file = file;
    this.#type = type;
    this.#width = width;
    this.#height = height;
  }

  /** The states of opacity that were used, for the resources of the page. */
  get states(): string {
    return [...this.#states].map(([state, name]) => `/${name} ${state}`).join(" ");
  }

  path({ segments, fill, stroke }: PathShape): void {
    let out = "q\n";
    if (fill || stroke) out += this.#opacity(fill?.opacity ?? 1, stroke?.opacity ?? 1);
    if (fill) out += `${colour(fill.colour, true)}\n`;
    if (stroke) {
      out += `${colour(stroke.colour, false)} ${n(stroke.width)} w ${caps[stroke.cap]} J ${joins[stroke.join]} j 4 M`;
      out += stroke.dashes.length > 0 ? ` [${stroke.dashes.map(n).join(" ")}] 0 d\n` : "\n";
    }
    this.content += `${out}${segments.map(operator).join("\n")}\n${fill ? (stroke ? "B" : "f") : "S"}\nQ\n`;
  }

  text({ x, y, anchor, turn, runs, halo }: TextShape): void {
    const pieces = runs.flatMap(({ content, size, bold, colour: ink, below }) =>
      this.#type.set(content, bold).map((set) => ({ ...set, size, ink, below, width: (set.width * size) / 1000 })),
    );
    const whole = pieces.reduce((sum, { width }) => sum + width, 0);
    const start = anchor === "middle" ? -whole / 2 : anchor === "end" ? -whole : 0;
    const angle = (turn * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const lines = (mode: number, ink: string | undefined): string => {
      let at = start;
      let out = "";
      for (const piece of pieces) {
        const [dx, dy] = [x + at * cos - piece.below * sin, y + at * sin + piece.below * cos];
        // letters stand upright in a space whose second axis points down
        out += `/${piece.font} ${n(piece.size)} Tf ${mode} Tr ${ink ?? colour(piece.ink, true)} ${n(cos)} ${n(sin)} ${n(sin)} ${n(-cos)} ${n(dx)} ${n(dy)} Tm <${piece.codes}> Tj\n`;
        at += piece.width;
      }
      return out;
    };
    const behind = halo ? `${n(halo.width)} w 1 j\n${lines(1, colour(halo.colour, false))}` : "";
    this.content += `q\nBT\n${behind}${lines(0, undefined)}ET\nQ\n`;
  }

  /** A colour that thins out: painted through a mask that goes from white to black. */
  fade({ x, y, width, height, colour: ground }: FadeShape): void {
    const shading = `<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [${n(x + width * 0.06)} 0 ${n(x + width)} 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >> >>`;
    const mask = this.#file.stream(
      Buffer.from("/Sh sh\n", "latin1"),
      `/Type /XObject /Subtype /Form /BBox [0 0 ${n(this.#width)} ${n(this.#height)}] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Shading << /Sh ${shading} >> >>`,
    );
    const state = this.#state(`<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G ${mask} >> >>`);
    const rectangle = `${n(x)} ${n(y)} ${n(width)} ${n(height)} re f`;
    this.content += `q\n/${state} gs ${colour(ground, true)} ${rectangle}\nQ\n`;
  }

  #opacity(fill: number, stroke: number): string {
    if (fill >= 1 && stroke >= 1) return "";
    return `/${this.#state(`<< /Type /ExtGState /ca ${n(fill)} /CA ${n(stroke)} >>`)} gs\n`;
  }

  #state(state: string): string {
    let name = this.#states.get(state);
    if (name === undefined) {
      name = `G${this.#states.size + 1}`;
      this.#states.set(state, name);
    }
    return name;
  }
}

function operator({ form, points }: Segment): string {
  switch (form) {
    case "M":
      return `${points.map(n).join(" ")} m`;
    case "L":
      return `${points.map(n).join(" ")} l`;
    case "C":
      return `${points.map(n).join(" ")} c`;
    case "Z":
      return "h";
  }
}
