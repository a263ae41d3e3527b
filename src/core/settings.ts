/**
 * The settings, one table: types, defaults, what the editor and `lamina.json` may say, their JSON Schema and the manual are
 * read off it. Names are what the editor shows after `lamina.` and what `lamina.json` has as keys.
 */
export type Profile = "draft" | "review" | "submission";
export type Severity = "error" | "warning" | "information" | "hint";

export const profiles: readonly Profile[] = ["draft", "review", "submission"];
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

export interface Settings {
  readonly profile: Profile;
  /** Severity by rule; `off` silences it. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly atlases: readonly string[];
  /** Bibliographies that every document of the folder may cite from, relative to it; empty stands for all that it holds. */
  readonly bibliographies: readonly string[];
  readonly hoverInProse: boolean;
  /** Whether lines above claims, predictions and evidence say how they stand and who uses them. */
  readonly lenses: boolean;
  /** Whether hints between the words say what is earned and which part is meant. */
  readonly hints: boolean;
  readonly maximumFindings: number;
}

export const defaultSettings: Settings = {
  profile: "draft",
  rules: {},
  atlases: ["cortex", "transformer"],
  bibliographies: [],
  hoverInProse: true,
  lenses: true,
  hints: true,
  maximumFindings: 1000,
};

interface Spec<Key extends keyof Settings> {
  readonly name: string;
  readonly key: Key;
  /** Where it may be set: what belongs to a project, in `lamina.json`; what belongs to a person, in the editor. */
  readonly where: "editor" | "project" | "both";
  readonly help: string;
  /** JSON Schema of the value, without its description. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The value, where it is one; whatever is not is as if it were not there. */
  readonly read: (value: unknown) => Settings[Key] | undefined;
  /** What a value must be, for people. */
  readonly expected: string;
}

export type SettingSpec = Spec<keyof Settings>;

const define = <Key extends keyof Settings>(spec: Spec<Key>): SettingSpec => spec;

const readBoolean = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);

const readStrings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value : undefined;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a weight that a rule may be given. */
export const isWeight = (value: unknown): value is Severity | "off" => value === "off" || severities.includes(value as Severity);

export const settings: readonly SettingSpec[] = [
  define({
    name: "profile",
    key: "profile",
    where: "both",
    help: "How strict the findings are: few while drafting, all that a reviewer would ask before submission.",
    schema: {
      type: "string",
      enum: profiles,
      enumDescriptions: [
        "While writing: what is broken, and claims without evidence.",
        "Before showing it to others: also what weakens a claim.",
        "Before sending it out: all that a reviewer would ask.",
      ],
      default: defaultSettings.profile,
    },
    read: (value) => profiles.find((profile) => profile === value),
    expected: "draft, review or submission",
  }),
  define({
    name: "rules",
    key: "rules",
    where: "both",
    help: "Severity of single rules, by their names; `off` silences one.",
    schema: {
      type: "object",
      additionalProperties: { type: "string", enum: [...severities, "off"] },
      default: defaultSettings.rules,
    },
    read: (value) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Severity | "off"] => isWeight(entry[1])))
        : undefined,
    expected: "names of rules with error, warning, information, hint or off",
  }),
  define({
    name: "atlases",
    key: "atlases",
    where: "both",
    help: "Atlases in scope where a document has no `use` line.",
    schema: { type: "array", items: { type: "string" }, default: defaultSettings.atlases },
    read: readStrings,
    expected: "a list of ids of atlases",
  }),
  define({
    name: "bibliographies",
    key: "bibliographies",
    where: "project",
    help: "Bibliographies that documents cite from where they name none, relative to this file; without any, all that the folder holds.",
    schema: { type: "array", items: { type: "string" }, default: defaultSettings.bibliographies },
    read: readStrings,
    expected: "a list of paths to .bib or CSL-JSON files",
  }),
  define({
    name: "hover.prose",
    key: "hoverInProse",
    where: "editor",
    help: "Explain the names of layers and transformer parts in the running text of manuscripts, in projects that use Lamina.",
    schema: { type: "boolean", default: defaultSettings.hoverInProse },
    read: readBoolean,
    expected: "true or false",
  }),
  define({
    name: "lenses.enabled",
    key: "lenses",
    where: "editor",
    help: "Say above claims, predictions and evidence how they stand and who uses them.",
    schema: { type: "boolean", default: defaultSettings.lenses },
    read: readBoolean,
    expected: "true or false",
  }),
  define({
    name: "hints.enabled",
    key: "hints",
    where: "editor",
    help: "Say between the words which strength is earned and which part a name stands for, where the text does not.",
    schema: { type: "boolean", default: defaultSettings.hints },
    read: readBoolean,
    expected: "true or false",
  }),
  define({
    name: "maximumFindings",
    key: "maximumFindings",
    where: "editor",
    help: "How many findings of one document are shown at most.",
    schema: { type: "integer", minimum: 1, maximum: 10000, default: defaultSettings.maximumFindings },
    read: (value) => (typeof value === "number" && value >= 1 ? Math.floor(value) : undefined),
    expected: "a number from 1 to 10000",
  }),
];

/** Settings by where they may be set. */
export const settingsFor = (where: "editor" | "project"): readonly SettingSpec[] =>
  settings.filter((spec) => spec.where === where || spec.where === "both");

/** A value at a dotted path of a plain object: `hover.prose`. */
function valueAt(configuration: unknown, path: string): unknown {
  let value: unknown = configuration;
  for (const piece of path.split(".")) {
    if (!isObject(value)) return undefined;
    value = value[piece];
  }
  return value;
}

/**
 * Reads settings from what an editor gives; whatever is missing or of the wrong kind keeps its default.
 * Names with a dot may stand nested (`{hover: {prose: true}}`) or flat.
 */
export function readSettings(configuration: unknown): Settings {
  const flat = isObject(configuration) ? configuration : {};
  const given = settingsFor("editor").map(({ name, key, read }) => [key, read(flat[name] ?? valueAt(configuration, name))] as const);
  return { ...defaultSettings, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}
