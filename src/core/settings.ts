/**
 * The settings, one table: types, defaults, the manifest's section and the manual are read off it.
 * Names are what the editor shows after `lamina.`.
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
  hoverInProse: true,
  lenses: true,
  hints: true,
  maximumFindings: 1000,
};

interface SettingSpec {
  readonly name: string;
  readonly key: keyof Settings;
  readonly help: string;
  /** JSON Schema of the value, without its description. */
  readonly schema: Readonly<Record<string, unknown>>;
}

export const settings: readonly SettingSpec[] = [
  {
    name: "profile",
    key: "profile",
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
  },
  {
    name: "rules",
    key: "rules",
    help: "Severity of single rules, by their names; `off` silences one.",
    schema: {
      type: "object",
      additionalProperties: { type: "string", enum: [...severities, "off"] },
      default: defaultSettings.rules,
    },
  },
  {
    name: "atlases",
    key: "atlases",
    help: "Atlases in scope where a document has no `use` line.",
    schema: { type: "array", items: { type: "string" }, default: defaultSettings.atlases },
  },
  {
    name: "hover.prose",
    key: "hoverInProse",
    help: "Explain the names of layers and transformer parts in the running text of manuscripts, in projects that use Lamina.",
    schema: { type: "boolean", default: defaultSettings.hoverInProse },
  },
  {
    name: "lenses.enabled",
    key: "lenses",
    help: "Say above claims, predictions and evidence how they stand and who uses them.",
    schema: { type: "boolean", default: defaultSettings.lenses },
  },
  {
    name: "hints.enabled",
    key: "hints",
    help: "Say between the words which strength is earned and which part a name stands for, where the text does not.",
    schema: { type: "boolean", default: defaultSettings.hints },
  },
  {
    name: "maximumFindings",
    key: "maximumFindings",
    help: "How many findings of one document are shown at most.",
    schema: { type: "integer", minimum: 1, maximum: 10000, default: defaultSettings.maximumFindings },
  },
];

/** A value at a dotted path of a plain object: `hover.prose`. */
function valueAt(configuration: unknown, path: string): unknown {
  let value: unknown = configuration;
  for (const piece of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[piece];
  }
  return value;
}

/**
 * Reads settings from what an editor or a file gives; whatever is missing or of the wrong kind keeps its default.
 * Names with a dot may stand nested (`{hover: {prose: true}}`) or flat.
 */
export function readSettings(configuration: unknown): Settings {
  const flat = typeof configuration === "object" && configuration !== null ? (configuration as Record<string, unknown>) : {};
  const given = (name: string): unknown => flat[name] ?? valueAt(configuration, name);
  const profile = given("profile");
  const rules = given("rules");
  const atlases = given("atlases");
  const prose = given("hover.prose");
  const lenses = given("lenses.enabled");
  const hints = given("hints.enabled");
  const maximum = given("maximumFindings");
  return {
    profile: profiles.includes(profile as Profile) ? (profile as Profile) : defaultSettings.profile,
    rules: typeof rules === "object" && rules !== null ? readRules(rules) : defaultSettings.rules,
    atlases: Array.isArray(atlases) && atlases.every((name) => typeof name === "string") ? atlases : defaultSettings.atlases,
    hoverInProse: typeof prose === "boolean" ? prose : defaultSettings.hoverInProse,
    lenses: typeof lenses === "boolean" ? lenses : defaultSettings.lenses,
    hints: typeof hints === "boolean" ? hints : defaultSettings.hints,
    maximumFindings: typeof maximum === "number" && maximum >= 1 ? Math.floor(maximum) : defaultSettings.maximumFindings,
  };
}

const readRules = (rules: object): Record<string, Severity | "off"> =>
  Object.fromEntries(
    Object.entries(rules).filter(
      (entry): entry is [string, Severity | "off"] => entry[1] === "off" || severities.includes(entry[1] as Severity),
    ),
  );
