/** The JSON Schema of `lamina.json`, by which editors check it and offer what may stand in it. */
import { rules } from "../../src/core/service.ts";
import { type SettingSpec, settingsFor } from "../../src/core/settings.ts";

/** Where the schema stands in the project. */
export const SCHEMA_FILE = "media/lamina.schema.json";

/** The schema of a setting's value; that of the rules names each rule, with what it finds. */
export function schemaOf({ key, schema }: SettingSpec): Readonly<Record<string, unknown>> {
  if (key !== "rules") return schema;
  const { additionalProperties, ...rest } = schema;
  const weight = additionalProperties as object;
  const properties = Object.fromEntries(rules.map((rule) => [rule.code, { ...weight, description: describe(rule.title) }]));
  return { ...rest, properties, additionalProperties: false };
}

const describe = (title: string): string => (/[?.]$/.test(title) ? title : `${title}.`);

/** The whole schema. */
export const configurationSchema = (): object => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Lamina",
  description: "What a project that uses Lamina says of itself. Holds for the folder of the file and all below it.",
  type: "object",
  allowComments: true,
  allowTrailingCommas: true,
  properties: {
    $schema: { type: "string", description: "Where the schema of this file is found." },
    ...Object.fromEntries(
      settingsFor("project").map((spec) => [spec.name, { description: spec.help.replaceAll("`", ""), ...schemaOf(spec) }]),
    ),
  },
  additionalProperties: false,
});
