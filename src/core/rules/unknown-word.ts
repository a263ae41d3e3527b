import { relay } from "./define.ts";

export const unknownWord = relay("unknown-word", "A word outside a closed vocabulary", "e/e/e");
