/** The version of the package, put in by the build. */
declare const LAMINA_VERSION: string | undefined;
export const VERSION = typeof LAMINA_VERSION === "string" ? LAMINA_VERSION : "development";
