/** What the tests use of papaparse: its reader of whole texts. */
declare module "papaparse" {
  const Papa: {
    parse<Row>(
      text: string,
      options?: { readonly delimiter?: string; readonly newline?: string; readonly header?: boolean },
    ): { readonly data: Row[]; readonly errors: readonly { readonly code: string; readonly message: string }[] };
  };
  export default Papa;
}
