/**
 * What a check found, as plain JSON: what every format prints, what a cache keeps, and what several threads or machines hand
 * on to be put together.
 */
import type { Profile, Severity } from "../core/settings.ts";
import type { Position } from "../core/text.ts";

/** A stretch of a file. Lines and characters count from 0, characters in UTF-16 units; in a notebook, within the file's text. */
export interface CheckedPlace {
  /** Relative to the folder that the command ran in, with `/`. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** In a notebook: the cell, from 1, and where in its own text the stretch begins. */
  readonly cell?: { readonly number: number; readonly start: Position; readonly end: Position };
}

export interface CheckedFix {
  readonly title: string;
  /** In one file, the finding's; none of them overlap. */
  readonly edits: readonly { readonly start: Position; readonly end: Position; readonly text: string }[];
}

export interface CheckedFinding extends CheckedPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The line that the finding starts on, as a terminal may show it. */
  readonly lineText: string;
  /**
   * The lines, from 0, of the whole item that it stands in, and what that is called: its word with its id, or how it begins where
   * it has none. By name a baseline knows a finding again whose file was renamed.
   */
  readonly item?: { readonly start: number; readonly end: number; readonly name?: string };
  /** Other places that it speaks of. */
  readonly related: readonly (CheckedPlace & { readonly message: string })[];
  /** The fixes that the editor offers, the likeliest first; left out where nobody asked for them, as they take a search. */
  readonly fixes?: readonly CheckedFix[];
  /**
   * The same for the same finding as long as its claim and what is said of it stay: made of the rule, the path, the id of the
   * item it stands in (its header where it has none) and the words it is about. Lines do not count. Hexadecimal; where two would
   * be alike, the later ones end in `-2`, `-3`, ….
   */
  readonly fingerprint: string;
}

/** A finding that a comment silences. */
export interface CheckedSilence extends CheckedFinding {
  /** Empty where the comment does not say. */
  readonly reason: string;
  /** Who answers for it, and until when it holds, where the comment says so. */
  readonly owner?: string;
  readonly until?: string;
}

export interface CheckResult {
  /** By path, then place, then rule. */
  readonly findings: readonly CheckedFinding[];
  readonly silenced: readonly CheckedSilence[];
  readonly files: number;
  readonly claims: number;
  /** Paths that were asked for and cannot be read. */
  readonly unreadable: readonly string[];
  /** Files that were asked for by name and are of no sort that Lamina reads. */
  readonly foreign: readonly string[];
  /** The profile that was asked for; undefined where each folder's own held. */
  readonly profile?: Profile;
  /** The version of Lamina, the name of the folder that it ran in, and the paths that were asked for: what is merged agrees in them. */
  readonly version?: string;
  readonly folder?: string;
  readonly paths?: readonly string[];
  /** Where several machines share the work: which share this is, from 1, and of how many. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** The file of known findings that these were held against. */
  readonly baseline?: CheckedBaseline;
  /** The revision of which only what was changed since is reported. */
  readonly since?: string;
}

/** What a baseline knows of. */
export interface CheckedBaseline {
  readonly path: string;
  /** Known findings, which are left out of the others. */
  readonly known: readonly CheckedFinding[];
  /** How many of these weigh more now than when the baseline was written. */
  readonly raised: number;
  /** How many findings the baseline knows of that are there no more. */
  readonly gone: number;
}
