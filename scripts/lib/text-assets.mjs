// Files that the code imports as text: `import atlas from "./cortex.lamina"`. One list for the bundler, the script runner and vitest;
// src/core/assets.d.ts tells the compiler the same.

/** Endings of file names, with their dot. */
export const textAssets = [".lamina", ".bib", ".md"];

/** The same for esbuild's `loader` option. @type {Record<string, "text">} */
export const textLoaders = Object.fromEntries(textAssets.map((ending) => [ending, "text"]));
