/** Texts as files can hold them. */

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text that can be written as UTF-8: half a character, which can stand in a file by mistake, becomes a replacement character. */
export const wellFormed = (text: string): string => text.replace(LONE, "\ufffd");

/** A text on one line, blanks folded. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085]+/g, " ").trim();

/** `1 claim`, `2 claims` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
