/** Files that are imported as text; the bundler and the test runner read them through scripts/lib/text-assets.mjs. */

declare module "*.lamina" {
  const text: string;
  export default text;
}

declare module "*.bib" {
  const text: string;
  export default text;
}

declare module "*.md" {
  const text: string;
  export default text;
}
