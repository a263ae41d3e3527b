/**
 * MyST's fences of colons, as far as they hold Lamina: `:::{lamina}` … `:::`. For the parser of Markdown they are blocks
 * of code like those between backticks; colons around anything else stay what they are, paragraphs with Markdown between.
 */

import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

const COLON = 58;
const SPACE = 32;
/** What a tab is followed by, up to the place where it ends. */
const VIRTUAL_SPACE = -1;
const TAB = -2;
/** Codes below it are line breaks, which the parser counts as one character each. */
const LINE_BREAKS_BELOW = TAB;
const fewestColons = 3;
/** A closing fence, like any block but code, stands no further in than this. */
const mostIndentation = 3;

const isLineBreak = (code: Code): boolean => code !== null && code < LINE_BREAKS_BELOW;
const isBlank = (code: Code): boolean => code === SPACE || code === TAB || code === VIRTUAL_SPACE;

/** Whether the words behind the colons are MyST's directive for Lamina. Pandoc's `{.lamina}` is a class of what is Markdown inside. */
const isDirective = (words: string): boolean => /^\{lamina\}/i.test(words);

/** The next line, if it belongs to the same quotations and lists as the fence. */
const ownNextLine: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    return (code) => {
      if (code === null) return nok(code);
      return passLineBreak(effects, code, (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next)));
    };
  },
};

function passLineBreak(effects: Effects, code: Code, next: State): State {
  effects.enter("lineEnding");
  effects.consume(code);
  effects.exit("lineEnding");
  return next;
}

/** Blanks, at most so many, as a token; then whatever comes. */
function passBlanks(
  effects: Effects,
  type: "linePrefix" | "whitespace",
  most: number,
  next: (code: Code, count: number) => State | undefined,
): State {
  let count = 0;
  const more: State = (code) => {
    if (isBlank(code) && count < most) {
      if (count++ === 0) effects.enter(type);
      effects.consume(code);
      return more;
    }
    if (count > 0) effects.exit(type);
    return next(code, count);
  };
  return more;
}

/** One reading of one fence. */
class ColonFence {
  readonly #context: TokenizeContext;
  readonly #effects: Effects;
  readonly #ok: State;
  readonly #nok: State;
  /** How far in the opening fence stands: its lines lose as many blanks. */
  readonly #indentation: number;
  #colons = 0;

  constructor(context: TokenizeContext, effects: Effects, ok: State, nok: State) {
    this.#context = context;
    this.#effects = effects;
    this.#ok = ok;
    this.#nok = nok;
    const before = context.events.at(-1);
    this.#indentation = before?.[1].type === "linePrefix" ? before[2].sliceSerialize(before[1], true).length : 0;
  }

  readonly open: State = (code) => {
    this.#effects.enter("codeFenced");
    this.#effects.enter("codeFencedFence");
    this.#effects.enter("codeFencedFenceSequence");
    return this.#openingColons(code);
  };

  readonly #openingColons: State = (code) => {
    if (code === COLON) {
      this.#colons++;
      this.#effects.consume(code);
      return this.#openingColons;
    }
    if (this.#colons < fewestColons) return this.#nok(code);
    this.#effects.exit("codeFencedFenceSequence");
    return passBlanks(this.#effects, "whitespace", Number.POSITIVE_INFINITY, (next) => {
      if (next === null || isLineBreak(next)) return this.#nok(next);
      this.#effects.enter("codeFencedFenceInfo");
      this.#effects.enter("chunkString", { contentType: "string" });
      return this.#words(next);
    })(code);
  };

  readonly #words: State = (code) => {
    if (code !== null && !isLineBreak(code)) {
      this.#effects.consume(code);
      return this.#words;
    }
    const token = this.#effects.exit("chunkString");
    if (!isDirective(this.#context.sliceSerialize(token))) return this.#nok(code);
    this.#effects.exit("codeFencedFenceInfo");
    this.#effects.exit("codeFencedFence");
    // whether it interrupts a paragraph is known by its first line
    return this.#context.interrupt ? this.#ok(code) : this.#lineEnd(code);
  };

  /** At the end of a line that belongs to the fence. */
  readonly #lineEnd: State = (code) => this.#effects.check(ownNextLine, this.#beforeLine, this.#end)(code);

  readonly #beforeLine: State = (code) => {
    const closing: Construct = { partial: true, tokenize: (effects, ok, nok) => this.#closing(effects, ok, nok) };
    return this.#effects.attempt(closing, this.#end, this.#line)(code);
  };

  readonly #line: State = (code) =>
    passLineBreak(
      this.#effects,
      code,
      passBlanks(this.#effects, "linePrefix", this.#indentation, (next) => {
        if (next === null || isLineBreak(next)) return this.#lineEnd(next);
        this.#effects.enter("codeFlowValue");
        return this.#content(next);
      }),
    );

  readonly #content: State = (code) => {
    if (code !== null && !isLineBreak(code)) {
      this.#effects.consume(code);
      return this.#content;
    }
    this.#effects.exit("codeFlowValue");
    return this.#lineEnd(code);
  };

  readonly #end: State = (code) => {
    this.#effects.exit("codeFenced");
    return this.#ok(code);
  };

  /** A line of at least as many colons as opened it, and nothing else. */
  #closing(effects: Effects, ok: State, nok: State): State {
    let count = 0;
    const colons: State = (code) => {
      if (code === COLON) {
        count++;
        effects.consume(code);
        return colons;
      }
      if (count < this.#colons) return nok(code);
      effects.exit("codeFencedFenceSequence");
      return passBlanks(effects, "whitespace", Number.POSITIVE_INFINITY, (next) => {
        if (next !== null && !isLineBreak(next)) return nok(next);
        effects.exit("codeFencedFence");
        return ok(next);
      })(code);
    };
    return (code) =>
      passLineBreak(
        effects,
        code,
        passBlanks(effects, "linePrefix", mostIndentation, (next) => {
          if (next !== COLON) return nok(next);
          effects.enter("codeFencedFence");
          effects.enter("codeFencedFenceSequence");
          return colons(next);
        }),
      );
  }
}

const colonFence: Construct = {
  name: "colonFence",
  // what stands in it opens no list and no quotation
  concrete: true,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    return new ColonFence(this, effects, ok, nok).open;
  },
};

/** What is added to the parser of Markdown. */
export const colonFences: Extension = { flow: { [COLON]: colonFence } };
