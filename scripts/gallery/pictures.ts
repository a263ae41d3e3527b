/**
 * The pictures of docs/gallery, drawn from the examples as they stand: what is shown there is what the engine makes of
 * them, and nothing is set by hand.
 */
import { builtin, parseBibliography, Snapshot, type SourceDocument } from "../../src/core/service.ts";
import { buildScene } from "../../src/diagram/build.ts";
import { captionOf } from "../../src/diagram/caption.ts";
import { figure } from "../../src/diagram/figure.ts";
import { pictureOf } from "../../src/diagram/from-snapshot.ts";
import type { Theme } from "../../src/diagram/palette.ts";
import type { Picture } from "../../src/diagram/picture.ts";
import { sceneToSvg } from "../../src/diagram/svg.ts";
import type { PictureView } from "../../src/diagram/view.ts";
import { openSource } from "../../src/embed/source.ts";

export interface GalleryFile {
  /** Relative to docs/gallery. */
  readonly path: string;
  readonly text: string;
}

interface Example {
  readonly folder: string;
  /** All files that the engine knows of. */
  readonly files: readonly string[];
  /** Those whose claims are drawn, as one picture. */
  readonly drawn: readonly string[];
  readonly title: string;
}

interface Plate {
  readonly name: string;
  readonly heading: string;
  /** What one sees, in a sentence. */
  readonly says: string;
  readonly example: Example;
  readonly view?: PictureView;
}

const paper: Example = {
  folder: "neuroscience-of-transformers",
  files: [
    "hypothesis.lamina",
    "claims/context.lamina",
    "claims/grain.lamina",
    "claims/limits.lamina",
    "evidence.lamina",
    "predictions.lamina",
    "sources.lamina",
  ],
  drawn: ["hypothesis.lamina", "claims/context.lamina", "claims/grain.lamina", "claims/limits.lamina"],
  title: "König & Negrello 2026",
};

const circuits: Example = {
  folder: "other-mappings",
  files: ["atlases.lamina", "cells.lamina", "circuits.lamina", "memory.lamina", "sources.lamina"],
  drawn: ["circuits.lamina"],
  title: "circuits.lamina",
};

const fields: Example = {
  folder: "other-fields",
  files: ["atlases.lamina", "brains-and-minds.lamina"],
  drawn: ["brains-and-minds.lamina"],
  title: "brains-and-minds.lamina",
};

const plates: readonly Plate[] = [
  {
    name: "paper",
    heading: "The claims of a paper",
    says: "Every claim that the example makes of the paper, each as a ribbon from the column to the block: its width is what is asserted, its fill what the evidence earns.",
    example: paper,
  },
  {
    name: "rivals",
    heading: "Two rival mappings",
    says: "Two papers beside each other, a rail for each; what they give to different roles is joined by “≠”.",
    example: circuits,
    view: { compare: { left: { source: "koenig2026neuroscience" }, right: { source: "granier2025multihead" } } },
  },
  {
    name: "layer",
    heading: "One layer in focus",
    says: "Only the claims that speak of layer 4, or of a pathway that begins or ends there; all others are set aside, and the legend says so.",
    example: paper,
    view: { focus: { part: "cortex:L4" } },
  },
  {
    name: "coverage",
    heading: "Coverage",
    says: "Every part of both atlases, level with its place: how many claims speak of it and with which standing, “none”, or “?” for a declared gap.",
    example: paper,
    view: { coverage: true },
  },
  {
    name: "own-atlases",
    heading: "Atlases of one's own",
    says: "Claims of other fields, between vocabularies that have no drawing: the parts that claims name stand in panels, atlas by atlas.",
    example: fields,
  },
];

const themes: readonly { readonly theme: Theme; readonly name: string }[] = [
  { theme: "light", name: "light" },
  { theme: "dark", name: "dark" },
  { theme: "high-contrast", name: "high contrast" },
  { theme: "print", name: "print" },
];

const figures: readonly { readonly name: string; readonly widthMm: number; readonly says: string }[] = [
  { name: "figure-85mm", widthMm: 85, says: "One column of a journal, 85 mm wide." },
  { name: "figure-174mm", widthMm: 174, says: "Two columns, 174 mm wide." },
];

/** The claims of several documents of an example as one picture. */
function pictureOfExample({ folder, files, drawn, title }: Example, readText: ReadText): Picture {
  const read = (name: string): string => readText(`examples/${folder}/${name}`);
  const uriOf = (name: string): string => `file:///example/${name}`;
  const documents = new Map<string, SourceDocument>();
  for (const name of files) documents.set(uriOf(name), openSource(uriOf(name), "lamina", read(name)));
  const bibliographies = new Map([[uriOf("references.bib"), parseBibliography(read("references.bib"), "bibtex")]]);
  const snapshot = Snapshot.empty(builtin()).with({ documents, bibliographies, roots: [uriOf("").slice(0, -1)], complete: true });
  const pictures = drawn.map((name) => pictureOf(snapshot, uriOf(name), title).picture);
  const [first] = pictures;
  return {
    title,
    claims: pictures.flatMap(({ claims }) => claims),
    parts: [...new Map(pictures.flatMap(({ parts }) => parts).map((part) => [part.id, part])).values()],
    ...(first?.atlases && { atlases: first.atlases }),
  };
}

const fileName = (plate: string, theme: Theme): string => `${plate}-${theme}.svg`;

/** The text of a file of the project, by its path from the project's folder. */
export type ReadText = (path: string) => string;

/** All files of the gallery, the same bytes every time. */
export function galleryFiles(readText: ReadText): GalleryFile[] {
  const files: GalleryFile[] = [];
  const page: string[] = [
    "# Gallery",
    "",
    "Made by `npm run gallery` from the [examples](../../examples); each picture in light, dark, high contrast and print.",
    "",
  ];
  const drawn = new Map<Example, Picture>();
  for (const { name, heading, says, example, view } of plates) {
    const picture = drawn.get(example) ?? pictureOfExample(example, readText);
    drawn.set(example, picture);
    const scene = buildScene(picture, { width: 1440, ...(view && { view }) });
    for (const { theme } of themes) files.push({ path: fileName(name, theme), text: sceneToSvg(scene, { theme, standalone: true }) });
    page.push(`## ${heading}`, "", says, "");
    page.push(`![${scene.title}](${fileName(name, "light")})`, "");
    const others = themes.slice(1).map(({ theme, name: called }) => `[${called}](${fileName(name, theme)})`);
    page.push(`Also in ${others.slice(0, -1).join(", ")} and ${others.at(-1)}.`, "");
    page.push(`> ${captionOf(picture, view)}`, "");
  }
  const picture = drawn.get(paper) ?? pictureOfExample(paper, readText);
  page.push("## For a paper", "", "Sizes in millimetres, type of five to six points, ids on the ribbons and the key below; ink alone.", "");
  for (const { name, widthMm, says } of figures) {
    const made = figure(picture, { widthMm });
    files.push({ path: `${name}.svg`, text: made.svg });
    page.push(says, "", `![${says}](${name}.svg)`, "");
  }
  files.push({ path: "README.md", text: `${page.join("\n").trimEnd()}\n` });
  return files;
}
