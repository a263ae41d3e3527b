/** What the tests use of a package that brings no types. */
declare module "@orcid/bibtex-parse-js" {
  const parser: {
    toJSON(
      text: string,
    ): { readonly citationKey?: string; readonly entryType: string; readonly entryTags?: Readonly<Record<string, string>> }[];
  };
  export default parser;
}
