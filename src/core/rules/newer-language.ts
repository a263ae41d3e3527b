import { relay } from "./define.ts";

export const newerLanguage = relay("newer-language", "A document of a newer version of the language", "i/i/i");
