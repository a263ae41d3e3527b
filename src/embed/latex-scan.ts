/**
 * Reads LaTeX once, from left to right. TeX itself cannot be read without running it; this reads what manuscripts are
 * written in, and recovers at blank lines: whatever group or formula is open there was never finished. Every look ahead
 * ends before a command could open another one, so that the time is proportional to the length of the text.
 */

import { isLineBreak } from "../core/text.ts";
import { afterAddress, isBlankLine, isSpace } from "./latex-arguments.ts";
import { commandOf, environmentCommand, environmentKind, unknownCommand, verbatimCommands } from "./latex-commands.ts";
import { readComment } from "./latex-comments.ts";
import { LatexFound } from "./latex-found.ts";
import { type Awaiting, Closer, type Group, Groups, MATH, modeOfRole, QUIET, SILENT } from "./latex-groups.ts";
import { LatexProse } from "./latex-prose.ts";
import { Ahead, afterVerbatimArgument, laminaEnvironment } from "./latex-verbatim.ts";
import { afterLineBreak, isBlank } from "./lines.ts";

const BYTE_ORDER_MARK = 0xfeff;
const STAR = 42;
const BRACE = 123;
const BRACE_END = 125;

/** Characters at which something may begin or end. */
const special = new Uint8Array(128);
for (const character of "\\{}[]()$%&\n\r") special[character.charCodeAt(0)] = 1;

/** Which characters names of commands are made of: letters, and the `@` of packages. */
const isNameCharacter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 64 && code <= 90);

/** What a path without braces may hold. */
const isPathCharacter = (code: number): boolean => !isSpace(code) && (code > 127 || special[code] === 0);

/** One reading of one text. Methods that read something give the offset where the reading goes on. */
export class LatexScan {
  readonly found = new LatexFound();
  readonly prose = new LatexProse();
  readonly #text: string;
  readonly #ahead: Ahead;
  readonly #groups = new Groups((group, at, isProper) => this.#closed(group, at, isProper));
  #at = 0;
  /** Where the text that is being read began; negative once it has been ended. */
  #run = 0;
  #awaiting: Awaiting | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#ahead = new Ahead(text);
    this.#read();
  }

  #read(): void {
    const text = this.#text;
    const { length } = text;
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) this.#run = 1;
    while (this.#at < length) {
      let at = this.#at;
      let code = text.charCodeAt(at);
      while (at < length && (code > 127 || special[code] === 0)) code = text.charCodeAt(++at);
      this.#at = at;
      if (at < length) this.#at = this.#readSpecial(code);
      if (this.#run < 0) this.#run = this.#at;
    }
    this.#flush();
    this.#groups.closeAll(length);
  }

  #readSpecial(code: number): number {
    switch (code) {
      case 92: // \
        return this.#readCommand();
      case BRACE:
        return this.#readBrace();
      case BRACE_END:
        return this.#close(Closer.brace, 1);
      case 91: // [
        return this.#openArgument(Closer.bracket);
      case 93: // ]
        return this.#groups.innermost === Closer.bracket ? this.#close(Closer.bracket, 1) : this.#at + 1;
      case 40: // (
        return this.#openArgument(Closer.parenthesis);
      case 41: // )
        return this.#groups.innermost === Closer.parenthesis ? this.#close(Closer.parenthesis, 1) : this.#at + 1;
      case 36: // $
        return this.#readDollar();
      case 37: // %
        return this.#readComment();
      case 38: // &
        this.#flush();
        this.#awaiting = undefined;
        return this.#at + 1;
      default:
        return this.#readLineBreak();
    }
  }

  /** Ends the run of text that is being read. */
  #flush(): void {
    const start = this.#run;
    this.#run = -1;
    if (start < 0 || this.#isBlankFrom(start)) return;
    // words between a command and what follows part them
    if (this.#awaiting?.command.isPrimitiveDefinition !== true) this.#awaiting = undefined;
    this.prose.add({ start, end: this.#at }, this.#groups.mode);
  }

  #isBlankFrom(start: number): boolean {
    let at = start;
    while (at < this.#at && isSpace(this.#text.charCodeAt(at))) at++;
    return at >= this.#at;
  }

  #readLineBreak(): number {
    const text = this.#text;
    let next = afterLineBreak(text, this.#at);
    if (!isBlankLine(text, next)) return next;
    this.#endParagraph();
    while (isSpace(text.charCodeAt(next))) next++;
    return next;
  }

  #endParagraph(): void {
    this.#flush();
    this.#groups.closeAll(this.#at);
    this.#awaiting = undefined;
  }

  #readComment(): number {
    this.#flush();
    const { end, region, root } = readComment(this.#text, this.#at, this.#startsLine());
    this.found.comments.push({ start: this.#at, end });
    if (region !== undefined) this.found.regions.push(region);
    if (root !== undefined) this.found.inputs.push(root);
    return end;
  }

  #startsLine(): boolean {
    let at = this.#at;
    while (at > 0 && isBlank(this.#text.charCodeAt(at - 1))) at--;
    return at === 0 || isLineBreak(this.#text.charCodeAt(at - 1)) || (at === 1 && this.#text.charCodeAt(0) === BYTE_ORDER_MARK);
  }

  #readDollar(): number {
    this.#flush();
    this.#awaiting = undefined;
    const double = this.#text[this.#at + 1] === "$";
    if ((this.#groups.mode & MATH) === 0) return this.#openMath(double ? Closer.dollars : Closer.dollar, this.#at + (double ? 2 : 1));
    if (this.#groups.has(Closer.dollar)) return this.#close(Closer.dollar, 1);
    if (double && this.#groups.has(Closer.dollars)) return this.#close(Closer.dollars, 2);
    return this.#at + 1;
  }

  #openMath(closer: Closer, start: number): number {
    const { mode } = this.#groups;
    if ((mode & MATH) === 0) this.#groups.open(closer, start, mode | MATH | QUIET);
    return start;
  }

  #close(closer: Closer, length: number): number {
    this.#flush();
    this.#awaiting = this.#groups.close(closer, this.#at)?.after;
    return this.#at + length;
  }

  /** What is known once a group has closed: the end of a claim's text, or a formula. */
  #closed(group: Group, at: number, isProper: boolean): void {
    const { start, anchor } = group;
    if (anchor !== undefined) {
      let end = at;
      // what was never closed ends with its last word
      while (!isProper && end > start && isSpace(this.#text.charCodeAt(end - 1))) end--;
      this.found.setStatement(anchor, { start, end });
    }
    if (isProper) this.prose.addFormula(group, at, this.#groups.mode);
  }

  /** Brackets and parentheses are text, unless a command takes them for an argument. */
  #openArgument(closer: typeof Closer.bracket | typeof Closer.parenthesis): number {
    const start = this.#at + 1;
    const awaiting = this.#awaiting;
    if (awaiting === undefined || this.#groups.mode & MATH) return start;
    const { command } = awaiting;
    if (closer === Closer.parenthesis && command.repeats !== true) return start;
    // of a command that is not known, brackets behind a blank may be the sentence
    const isArgument = command === unknownCommand ? this.#run === this.#at : this.#isBlankFrom(this.#run);
    if (!isArgument) return start;
    this.#flush();
    this.#awaiting = undefined;
    const { mode } = this.#groups;
    this.#groups.open(closer, start, command.textInBrackets === true ? mode : mode | QUIET, awaiting);
    return start;
  }

  #readBrace(): number {
    this.#flush();
    const start = this.#at + 1;
    const awaiting = this.#awaiting;
    this.#awaiting = undefined;
    const role = awaiting?.command.roles[awaiting.command.repeats ? 0 : awaiting.count];
    if (awaiting === undefined || role === undefined) {
      this.#groups.open(Closer.brace, start);
      return start;
    }
    const after = { command: awaiting.command, count: awaiting.count + 1, folder: awaiting.folder, anchor: awaiting.anchor };
    const { mode } = this.#groups;
    if (role === "address") {
      this.#awaiting = after;
      return afterAddress(this.#text, start);
    }
    const names = mode & SILENT ? undefined : this.found.readNames(this.#text, role, start, after);
    if (names?.isClosed) {
      this.#awaiting = names.after;
      return names.end + 1;
    }
    this.#groups.open(Closer.brace, start, modeOfRole(role, mode), after, role === "statement" ? awaiting.anchor : undefined);
    return start;
  }

  #readCommand(): number {
    this.#flush();
    const text = this.#text;
    const start = this.#at + 1;
    let end = start;
    while (isNameCharacter(text.charCodeAt(end))) end++;
    const awaiting = this.#awaiting;
    this.#awaiting = undefined;
    if (end === start) return this.#readSymbol(start);
    const name = text.slice(start, end);
    // the first argument of a definition is a command, with or without braces
    if (awaiting?.count === 0 && awaiting.command.roles[0] === "definition") {
      this.#awaiting = { ...awaiting, count: 1 };
      return end;
    }
    if (this.#groups.mode & SILENT) return end;
    if (name === "begin" || name === "end") return this.#readEnvironment(end, name === "begin");
    const braced = verbatimCommands.get(name);
    if (braced !== undefined) return afterVerbatimArgument(text, end, braced);
    this.#awaiting = { command: commandOf(name) ?? unknownCommand, count: 0 };
    if (name === "input") return this.#readBarePath(end);
    return text.charCodeAt(end) === STAR ? end + 1 : end;
  }

  /** A command whose name is the one character at `start`, which is no letter. */
  #readSymbol(start: number): number {
    const text = this.#text;
    switch (text[start]) {
      case "(":
        return this.#openMath(Closer.round, start + 1);
      case "[":
        return this.#openMath(Closer.square, start + 1);
      case ")":
        return this.#close(Closer.round, 2);
      case "]":
        return this.#close(Closer.square, 2);
      case "\\":
        // the end of a line may be told how much room to leave
        this.#awaiting = { command: unknownCommand, count: 0 };
        return text.charCodeAt(start + 1) === STAR ? start + 2 : start + 1;
      default: {
        const code = text.codePointAt(start);
        if (code === undefined || isLineBreak(code)) return start;
        return start + (code > 0xffff ? 2 : 1);
      }
    }
  }

  /** `\input` may do without braces: its path then ends at a blank. */
  #readBarePath(after: number): number {
    const text = this.#text;
    let start = after;
    while (isBlank(text.charCodeAt(start))) start++;
    let end = start;
    while (end < text.length && isPathCharacter(text.charCodeAt(end))) end++;
    if (end === start || start === after) return after;
    this.#awaiting = undefined;
    this.found.addInput({ text: text.slice(start, end), span: { start, end } }, "input");
    return end;
  }

  /** `\begin{name}` or `\end{name}`, from behind the command. */
  #readEnvironment(after: number, begins: boolean): number {
    const text = this.#text;
    if (text.charCodeAt(after) !== BRACE) return after;
    let end = after + 1;
    while (isNameCharacter(text.charCodeAt(end)) || text.charCodeAt(end) === STAR) end++;
    if (text.charCodeAt(end) !== BRACE_END) return after;
    const name = text.slice(after + 1, end);
    return begins ? this.#begin(name, end + 1) : this.#end(name, end + 1);
  }

  #begin(name: string, after: number): number {
    const ending = `\\end{${name}}`;
    switch (environmentKind(name)) {
      case "lamina": {
        this.#endParagraph();
        const { region, end } = laminaEnvironment(this.#text, after, this.#ahead);
        this.found.regions.push(region);
        return end;
      }
      case "verbatim": {
        const end = this.#ahead.find(ending, after);
        // what is never closed is being typed; until then it is as if it were not there
        if (end < 0) return after;
        this.#endParagraph();
        return end + ending.length;
      }
      case "math":
        return this.#openMath(Closer.environment, after);
      case "drawing":
        this.prose.skipTo(this.#ahead.find(ending, after));
        return after;
      case "document":
        this.#endParagraph();
        this.prose.beginDocument();
        return after;
      default:
        this.#awaiting = { command: environmentCommand(name), count: 0 };
        return after;
    }
  }

  #end(name: string, after: number): number {
    const kind = environmentKind(name);
    if (kind === "math") this.#groups.close(Closer.environment, this.#at);
    if (kind !== "document") return after;
    // nothing counts after the end of the document
    this.#endParagraph();
    return this.#text.length;
  }
}
