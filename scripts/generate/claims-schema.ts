/** The JSON Schema of what `lamina export --format json` writes, from the schema by which it is read. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { collectionSchema, schemaPieces } from "../../src/interchange/schema.ts";

/** Where the schema stands in the project. */
export const CLAIMS_SCHEMA_FILE = "media/schemas/claims.schema.json";

/** The whole schema, its pieces under names. */
export function claimsSchema(): object {
  const { $schema, definitions, $defs, ...rest } = toJsonSchema(collectionSchema, {
    definitions: schemaPieces,
    typeMode: "input",
    // JSON knows no other
    ignoreActions: ["readonly"],
  });
  return {
    $schema: $schema ?? "http://json-schema.org/draft-07/schema#",
    title: "Claims of Lamina",
    description: "Claims with their evidence, predictions and cited works, as lamina export writes them.",
    ...rest,
    ...(definitions && { definitions }),
    ...($defs && { $defs }),
  };
}
