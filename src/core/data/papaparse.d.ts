/**
 * What is used of papaparse. The typings that exist for it bring those of Node along, which the pure rings must not see.
 */
declare module "papaparse" {
  export interface ParserConfig {
    readonly delimiter: string;
    readonly newline: "\n" | "\r" | "\r\n";
    readonly quoteChar: string;
  }

  export interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly code: string; readonly row?: number }[];
    /** `cursor`: how far the input was read; what follows is the row that is not complete. */
    readonly meta: { readonly cursor: number };
  }

  class Parser {
    constructor(config: ParserConfig);
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParseResult;
  }

  const Papa: { readonly Parser: typeof Parser };
  export default Papa;
}
