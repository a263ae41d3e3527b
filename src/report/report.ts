/**
 * A report as a plain tree: sections of paragraphs, lists, tables and a figure. It is what is said; html.ts, markdown.ts and
 * latex.ts are how it is written, and know nothing of claims.
 */
import type { RecordStanding } from "../records/record.ts";

/** A stretch of a line. A bare string is plain text, whatever it holds. */
export type Inline =
  | string
  | { readonly kind: "strong" | "emphasis" | "code" | "small"; readonly text: string }
  /** A link to something in the report, by its id. */
  | { readonly kind: "link"; readonly text: string; readonly to: string }
  /** A link to the web; `address` begins with https:// or http://. */
  | { readonly kind: "web"; readonly text: string; readonly address: string }
  | { readonly kind: "standing"; readonly standing: RecordStanding; readonly text: string }
  /** The answer to a question of the checklist. */
  | { readonly kind: "answer"; readonly answer: Answer };

export type Line = readonly Inline[];

export type Answer = "yes" | "partial" | "no" | "not-applicable" | "to-be-answered";

export const answerNames: Readonly<Record<Answer, string>> = {
  yes: "Yes",
  partial: "Partial",
  no: "No",
  "not-applicable": "Not applicable",
  "to-be-answered": "To be answered by the authors",
};

export type Block =
  /** `lead`: the first words of the report; `note`: what should be kept in mind; `place`: where something stands. */
  | { readonly kind: "paragraph"; readonly content: Line; readonly role?: "lead" | "note" | "place" }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  /** What is said of one thing, by headings: each with one or several lines. */
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly Line[])[] }
  /** A picture. Formats that cannot hold it name a file instead, or say what it shows. */
  | ({ readonly kind: "figure" } & ReportFigure)
  /** How many claims have each standing, to be seen at a glance. */
  | { readonly kind: "shares"; readonly shares: readonly { readonly standing: RecordStanding; readonly count: number }[] }
  /** Numbered works; each has an id. */
  | { readonly kind: "references"; readonly works: readonly { readonly id: string; readonly content: Line }[] };

export interface ReportFigure {
  /** An `svg` element whose colours come from the classes of the diagram. */
  readonly svg: string;
  /** Rules beyond the sheet of the diagram's themes. */
  readonly styles: string;
  readonly caption: string;
}

export interface Fact {
  readonly term: string;
  readonly lines: readonly Line[];
}

export interface Column {
  readonly heading: string;
  readonly numeric?: boolean;
  /** Its share of the width, where columns are of fixed width. */
  readonly share: number;
}

export interface Section {
  /** Of small Latin letters, digits and `-`; unique in the report. */
  readonly id: string;
  readonly title: Line;
  /** `claim`: one claim; its standing gives its colour. */
  readonly standing?: RecordStanding;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Report {
  readonly title: string;
  /** Small print below the title: of what, when. */
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export const paragraph = (...content: Inline[]): Block => ({ kind: "paragraph", content });
export const note = (...content: Inline[]): Block => ({ kind: "paragraph", content, role: "note" });
export const list = (items: readonly Line[]): Block => ({ kind: "list", items });
export const strong = (text: string): Inline => ({ kind: "strong", text });
export const emphasis = (text: string): Inline => ({ kind: "emphasis", text });
export const code = (text: string): Inline => ({ kind: "code", text });
export const small = (text: string): Inline => ({ kind: "small", text });

export const section = (id: string, title: string, blocks: readonly Block[], sections: readonly Section[] = []): Section => ({
  id,
  title: [title],
  blocks,
  sections,
});

/** The words of a line without what they look like. */
export const plainText = (line: Line): string =>
  line.map((piece) => (typeof piece === "string" ? piece : piece.kind === "answer" ? answerNames[piece.answer] : piece.text)).join("");
