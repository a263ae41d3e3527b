/**
 * The program that writes and reads formats of exchange, a bundle of its own: the command line loads it when one is asked for,
 * and starts as quickly as if it were not there.
 */
import { formats, lossesOf } from "./formats.ts";
import { readCollection } from "./json.ts";
import type { Exchanged, ExchangeRequest } from "./names.ts";

/** Writes a collection. Same request, same text. @throws in words for people, where the request cannot be met */
export function exchange(request: ExchangeRequest): Exchanged {
  const format = formats.find(({ name }) => name === request.format);
  if (!format) throw new Error(`there is no format “${request.format}”, expected ${formats.map(({ name }) => name).join(", ")}`);
  return { text: format.write(request), mediaType: format.mediaType, notes: lossesOf(request, format) };
}

export { readCollection };
