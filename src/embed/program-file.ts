/** Programs with Lamina in their comments, and those that claims speak of. */
import type { Program } from "../core/model/source.ts";
import { applyEdit, type Edit } from "../core/text.ts";
import { embedCode } from "./code.ts";
import { type CodeLanguage, codeLanguageOf } from "./code-languages.ts";
import { lineInCode } from "./code-lines.ts";
import { type CodeSymbol, symbolAfter, symbolNamed, symbolsOf } from "./code-symbols.ts";
import { codeTermAt } from "./code-terms.ts";
import type { Embedding } from "./embedding.ts";
import { HostFile, type HostWays } from "./host-file.ts";
import { codeText } from "./running-texts.ts";
import type { EditableSource } from "./text-file.ts";

const nothing: Embedding = { regions: [], prose: [], bibliographies: [] };

/** Opens a program; one in a language that is not known holds nothing. */
export function openProgram(uri: string, text: string, languageOrFile: string): EditableSource {
  const language = codeLanguageOf(languageOrFile) ?? codeLanguageOf(uri);
  return language ? new ProgramFile(uri, language, text) : new UnknownProgram(uri, text);
}

/** An edit within a comment: each line that it adds gets the comment's signs. */
const adapt: NonNullable<HostWays["adapt"]> = (region, text, { span, text: added }) => ({
  span: region.map.spanToHost(span),
  text: added.replace(
    /(\r\n|\r|\n)([^\r\n]*)/g,
    (_, lineBreak: string, line: string) => `${lineBreak}${lineInCode(text, region, line)}${line}`,
  ),
});

class UnknownProgram extends HostFile {
  constructor(uri: string, text: string) {
    super(uri, "code", text, nothing);
  }

  override edit(edit: Edit): EditableSource {
    return new UnknownProgram(this.uri, applyEdit(this.text, edit));
  }
}

class ProgramFile extends HostFile {
  readonly program: Program;
  readonly #language: CodeLanguage;

  constructor(uri: string, language: CodeLanguage, text: string, before?: { readonly file: ProgramFile; readonly edit: Edit }) {
    super(uri, "code", text, embedCode(text, language), { adapt, runningText: () => codeText(text, language) }, before);
    this.#language = language;
    let known: readonly CodeSymbol[] | undefined;
    const symbols = (): readonly CodeSymbol[] => {
      known ??= symbolsOf(text, language);
      return known;
    };
    this.program = {
      symbols,
      named: (path) => symbolNamed(symbols(), path),
      after: (offset) => symbolAfter(text, offset, language, [...symbols()]),
      termAt: (offset) => codeTermAt(text, offset, language),
    };
  }

  override edit(edit: Edit): EditableSource {
    return new ProgramFile(this.uri, this.#language, applyEdit(this.text, edit), { file: this, edit });
  }
}
