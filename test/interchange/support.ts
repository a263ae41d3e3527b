/** What tests of several formats need. */
import type { ExchangeRequest } from "../../src/interchange/names.ts";
import { exchange } from "../../src/interchange/program.ts";
import type { ClaimCollection } from "../../src/records/record.ts";

/** A collection in a format. */
export const inFormat = (
  collection: ClaimCollection,
  format: ExchangeRequest["format"],
  more: Partial<Omit<ExchangeRequest, "collection" | "format">> = {},
): string => exchange({ collection, format, version: "1.2.3", ...more }).text;
