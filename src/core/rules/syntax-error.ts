import { relay } from "./define.ts";

export const syntaxError = relay("syntax-error", "A line that is not understood", "e/e/e");
