/**
 * Colours lines by a TextMate grammar, as far as ours need it: `match`, `begin` and `end`, captures with names,
 * includes. JavaScript's regular expressions stand in for Oniguruma's, so a grammar that is tested here must keep to
 * what both read alike. Rules end with their line unless they say otherwise; `while` is not known.
 */
import type { Grammar, Rule } from "../../scripts/generate/grammar.ts";

/** A piece of a line and the names of what it is part of, outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

interface Frame {
  readonly rule: Rule;
  readonly patterns: readonly Rule[];
  /** Where the rule began, for `\G`. */
  readonly anchor: number;
}

const compiled = new Map<string, RegExp>();

/** `\G` is the place where the innermost rule began; JavaScript has no such anchor, so the place is written in. */
function compile(source: string, anchor: number): RegExp {
  const key = `${source.includes("\\G") ? anchor : ""} ${source}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = new RegExp(source.replaceAll("\\G", `(?<=^[^\\n]{${anchor}})`), "dgu");
  compiled.set(key, made);
  return made;
}

function find(source: string, line: string, from: number, anchor: number): RegExpExecArray | null {
  const expression = compile(source, anchor);
  expression.lastIndex = from;
  return expression.exec(line);
}

export class Tokenizer {
  readonly #grammar: Grammar;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  /** The tokens of a text's lines, each line from a fresh start: no rule of ours goes beyond its line. */
  line(line: string): Token[] {
    const stack: Frame[] = [{ rule: {}, patterns: this.#grammar.patterns, anchor: 0 }];
    const names: string[][] = Array.from(line, () => []);
    const paint = (start: number, end: number, name: string | undefined): void => {
      if (name) for (let at = start; at < end; at++) names[at]?.push(name);
    };
    const scopes = (): string[] => stack.flatMap(({ rule }) => (rule.name ? [rule.name] : []));
    const capture = (match: RegExpExecArray, captures: Rule["captures"]): void => {
      for (const [group, { name }] of Object.entries(captures ?? {})) {
        const place = match.indices?.[Number(group)];
        if (place) paint(place[0], place[1], name);
      }
    };
    let at = 0;
    for (let steps = 0; steps < 1000; steps++) {
      const frame = stack.at(-1) as Frame;
      const end = frame.rule.end === undefined ? null : find(frame.rule.end, line, at, frame.anchor);
      let best: { rule: Rule; match: RegExpExecArray } | undefined;
      for (const rule of this.#flat(frame.patterns)) {
        const match = find((rule.match ?? rule.begin) as string, line, at, frame.anchor);
        // the leftmost wins, and of several the first in the list
        if (match && (!best || match.index < best.match.index)) best = { rule, match };
      }
      const next = end && (!best || end.index <= best.match.index) ? end : best?.match;
      for (let place = at; place < (next?.index ?? line.length); place++) names[place] = scopes();
      if (!next) break;
      const after = next.index + next[0].length;
      if (next === end) {
        for (let place = next.index; place < after; place++) names[place] = scopes();
        capture(next, frame.rule.endCaptures);
        stack.pop();
        if (after === at && stack.length === 1 && after >= line.length) break;
      } else if (best) {
        const { rule, match } = best;
        if (rule.begin !== undefined) stack.push({ rule, patterns: rule.patterns ?? [], anchor: after });
        for (let place = match.index; place < after; place++)
          names[place] = [...scopes(), ...(rule.begin === undefined && rule.name ? [rule.name] : [])];
        capture(match, rule.captures ?? rule.beginCaptures);
        if (rule.begin === undefined && after === at) break;
      }
      at = after;
    }
    return joined(line, names);
  }

  /** The rules that a list comes down to. */
  #flat(patterns: readonly Rule[]): Rule[] {
    return patterns.flatMap((rule) => {
      if (rule.include === undefined) return rule.patterns && rule.begin === undefined ? this.#flat(rule.patterns) : [rule];
      const included = this.#grammar.repository[rule.include.slice(1)];
      if (!included) throw new Error(`the grammar has no rule ${rule.include}`);
      return this.#flat([included]);
    });
  }
}

/** Neighbours of one kind as one token. */
function joined(line: string, names: readonly (readonly string[])[]): Token[] {
  const tokens: { text: string; scopes: readonly string[] }[] = [];
  for (let at = 0; at < line.length; at++) {
    const scopes = names[at] ?? [];
    const last = tokens.at(-1);
    if (last && last.scopes.join(" ") === scopes.join(" ")) last.text += line[at];
    else tokens.push({ text: line[at] as string, scopes });
  }
  return tokens;
}
