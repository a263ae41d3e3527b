/** What the library takes and gives: plain data, with nothing of the engine in it. */

/** How strict the findings are. */
export type Profile = "draft" | "review" | "submission";

export type Severity = "error" | "warning" | "information" | "hint";

/** A place in a file. Lines and columns count from 1, offsets from 0; columns and offsets in UTF-16 units, as strings do. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A file, or what would stand in one. The ending says what it is: `.lamina`, `.md`, `.tex`, `.bib`, `lamina.json` and so on. */
export interface SourceFile {
  /** Absolute, or relative to the folder. */
  readonly path: string;
  readonly text: string;
}

export interface ProjectOptions {
  /**
   * A folder of the disk: all that it holds is read, so that claims, bibliographies, data and `lamina.json` count as they do in
   * the editor. Without it nothing is read from the disk, and data files that documents name are not missed.
   */
  readonly folder?: string;
  /** Texts that count instead of what is on the disk, or beside it. */
  readonly files?: readonly SourceFile[];
  /** Without it, that of `lamina.json`, else `draft`. */
  readonly profile?: Profile;
  /** The weight of single rules, by their names. `lamina.json` counts more. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
}

export interface FindingPlace {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
}

export interface FindingFix {
  readonly title: string;
  /** All in the file of the finding; none of them overlap. */
  readonly edits: readonly { readonly start: Point; readonly end: Point; readonly text: string }[];
}

export interface Finding extends FindingPlace {
  /** The rule's name: `claim-without-evidence`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Other places that it speaks of. */
  readonly related: readonly (FindingPlace & { readonly message: string })[];
  /** What the editor offers, the likeliest first. Worked out when it is first read. */
  readonly fixes: readonly FindingFix[];
}

/** A finding that a comment silences. */
export interface Silence extends Finding {
  /** Empty where the comment does not say. */
  readonly reason: string;
}

export interface CheckReport {
  /** By path, then place, then rule. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silence[];
  /** How many files were checked, and how many claims are in them. */
  readonly files: number;
  readonly claims: number;
}

export interface PictureOptions {
  readonly theme?: "light" | "dark" | "high-contrast" | "print";
  /** In CSS pixels. */
  readonly width?: number;
  /** What the picture is called. */
  readonly title?: string;
  /** In a manuscript: the line in which the fence opens whose claims alone are meant, from 1. */
  readonly line?: number;
}

/** A picture as an SVG file that stands alone, and the same in words. */
export interface DrawnPicture {
  readonly svg: string;
  readonly title: string;
  readonly description: string;
  readonly claims: number;
}

/** The claims of a text as rows; columns in which nothing stands are left out. */
export interface ClaimTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A stretch of a text and what it is, for colouring it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** `item`, `clause`, `layer`, `claim`, `string`, `comment` and the like. */
  readonly type: string;
  /** How a claim stands, at its id: `supported`, `unsupported`. */
  readonly modifiers: readonly string[];
}

export interface Rule {
  readonly name: string;
  /** Its page in the manual, Markdown. */
  readonly page: string;
}
