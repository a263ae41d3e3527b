/** The page of the column view: empty but for its script, which may load nothing. */

export interface ColumnPage {
  /** Addresses as the view may load them. */
  readonly script: string;
  /** A word that nobody can guess, new for every page. */
  readonly nonce: string;
}

/** The page's text. Styles come with the script, as sheets of its own; nothing else is let in. */
export const columnHtml = ({ script, nonce }: ColumnPage): string => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Column View</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${escapeAttribute(script)}"></script>
  </body>
</html>
`;

const escapeAttribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
