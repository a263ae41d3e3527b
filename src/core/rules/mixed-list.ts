import { relay } from "./define.ts";

export const mixedList = relay("mixed-list", "Commas and “or” in one list", "e/e/e");
