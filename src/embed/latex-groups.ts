/** What is open at a place of a LaTeX document: groups, brackets, mathematics, and how text in them is read. */

import type { Command, Role } from "./latex-commands.ts";

/** What closes a group. */
export const Closer = { brace: 0, bracket: 1, parenthesis: 2, dollar: 3, dollars: 4, round: 5, square: 6, environment: 7 } as const;
export type Closer = (typeof Closer)[keyof typeof Closer];

/** A command that may still take arguments. */
export interface Awaiting {
  readonly command: Command;
  /** How many of its arguments in braces are read. */
  readonly count: number;
  /** Of `\import`: the folder that was named. */
  readonly folder?: string | undefined;
  /** Of `\claim`: the place of its anchor among all. */
  readonly anchor?: number | undefined;
}

/** How text is read: a set of the flags below. */
export type Mode = number;

/** It is no running text. */
export const QUIET = 1;
/** Its commands are not meant where they stand. */
export const SILENT = 2;
export const MATH = 4;
/** It is running text even before `\begin{document}`. */
export const TITLE = 8;

export interface Group {
  readonly closer: Closer;
  readonly mode: Mode;
  /** Where its content starts. */
  readonly start: number;
  /** The command that may go on when it closes. */
  readonly after: Awaiting | undefined;
  /** Of the text of a claim: the place of its anchor among all. */
  readonly anchor: number | undefined;
}

/** The groups that are open, innermost last. How many there are of each kind is known, so that a search never fails. */
export class Groups {
  readonly #open: Group[] = [];
  readonly #counts = [0, 0, 0, 0, 0, 0, 0, 0];
  readonly #onClose: (group: Group, at: number, isProper: boolean) => void;
  #mode: Mode = 0;

  /** @param onClose is told what closes, where its content ends, and whether by its own mark */
  constructor(onClose: (group: Group, at: number, isProper: boolean) => void) {
    this.#onClose = onClose;
  }

  /** How text is read here. */
  get mode(): Mode {
    return this.#mode;
  }

  /** What closes the innermost group. */
  get innermost(): Closer | undefined {
    return this.#open.at(-1)?.closer;
  }

  has(closer: Closer): boolean {
    return (this.#counts[closer] as number) > 0;
  }

  /** Opens a group whose text is read in another mode or in the one around it. */
  open(closer: Closer, start: number, mode: Mode = this.#mode, after?: Awaiting, anchor?: number): void {
    this.#open.push({ closer, mode, start, after, anchor });
    this.#counts[closer] = (this.#counts[closer] as number) + 1;
    this.#mode = mode;
  }

  /** Closes the innermost group of a kind, and with it those inside; gives it, or nothing if none is open. */
  close(closer: Closer, at: number): Group | undefined {
    if (!this.has(closer)) return undefined;
    for (;;) {
      const group = this.#pop(at, closer);
      if (group === undefined || group.closer === closer) return group;
    }
  }

  /** Closes all, as the end of a paragraph does. */
  closeAll(at: number): void {
    while (this.#pop(at, undefined) !== undefined);
  }

  #pop(at: number, by: Closer | undefined): Group | undefined {
    const group = this.#open.pop();
    if (group === undefined) return undefined;
    this.#counts[group.closer] = (this.#counts[group.closer] as number) - 1;
    this.#mode = this.#open.at(-1)?.mode ?? 0;
    this.#onClose(group, at, group.closer === by);
    return group;
  }
}

/** How an argument in braces is read where the text around it is read in the mode `around`. */
export function modeOfRole(role: Role, around: Mode): Mode {
  switch (role) {
    case "text":
    case "statement":
      return around & ~MATH;
    case "title":
      return around | TITLE;
    case "math":
      return around | MATH | QUIET;
    case "definition":
      return around | QUIET | SILENT;
    default:
      return around | QUIET;
  }
}
