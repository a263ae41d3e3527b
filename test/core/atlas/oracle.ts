/** What `atlas.json`, from which the built-in atlases were made, says of each part, as lines of Lamina. */
import { type AtlasName, sharedText } from "./read.ts";

interface Role {
  readonly targets?: readonly string[];
  readonly sources?: readonly string[];
  readonly statement: string;
  readonly strength_in_paper: string | null;
  readonly seen: string;
}

interface Quantity {
  readonly quantity: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly source: string;
  readonly seen: string;
  readonly comparator?: string;
  readonly denominator?: string;
  readonly species?: string;
}

export interface Element {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly source?: string;
  readonly target?: string;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly definition: string;
  readonly equation?: string;
  readonly ontology?: readonly { readonly id: string; readonly match: string; readonly label: string }[];
  readonly quantities?: readonly Quantity[];
  readonly paper_role: readonly Role[];
  readonly alternatives?: readonly { readonly role: string; readonly by?: string; readonly by_url?: string; readonly note?: string }[];
  readonly disputed_by?: readonly { readonly by: string; readonly point: string }[];
  readonly pitfalls?: readonly string[];
  readonly code?: readonly {
    readonly framework: string;
    readonly names: readonly string[];
    readonly verified: boolean;
    readonly note?: string;
  }[];
  readonly references: readonly string[];
}

export interface Oracle {
  readonly about: string;
  readonly atlases: readonly { readonly id: AtlasName; readonly name: string; readonly elements: readonly Element[] }[];
  readonly ambiguous_terms: readonly { readonly term: string; readonly meanings: readonly string[] }[];
  readonly code_traps: readonly { readonly name: string; readonly trap: string }[];
  readonly synonym_collisions: Readonly<Record<string, readonly string[]>>;
}

/** What those who collected the facts called their sources, and what a reader is told instead. */
const plainWords: readonly (readonly [string, string])[] = [
  ["brain-model-atlas-seed", "brain-model-atlas"],
  ["Seed vocabulary for", "Vocabulary for"],
  ["the abstract or seed", "the abstract or on the web page about the paper"],
  ["as the seed states it", "as a web page about the paper states it"],
  ["the seed page", "the web page about the paper"],
  ["wispaper places", "A summary places"],
  ["wispaper says", "a summary says"],
  ["(wispaper.ai, emergentmind.com) ", ""],
  ["The seed ", "The web page about the paper "],
  ["the seed ", "the web page about the paper "],
];

const inPlainWords = (text: string): string => plainWords.reduce((said, [before, after]) => said.replaceAll(before, after), text);

export const oracle = JSON.parse(sharedText("test/fixtures/domain/atlas.json"), (_, value: unknown) =>
  typeof value === "string" ? inPlainWords(value) : value,
) as Oracle;

/** The ids of the parts, by those of the oracle, where they differ by more than case and underscores. */
const renamed: Readonly<Record<string, string>> = {
  "cortex.canonical_microcircuit": "microcircuit",
  "cortex.l23": "L2/3",
  "cortex.thal_core": "first-order-thalamus",
  "cortex.thal_matrix": "higher-order-thalamus",
  "cortex.trn": "reticular-nucleus",
  "cortex.ct6": "L6-CT",
  "cortex.pw_thal_l4": "thalamus-to-L4",
  "cortex.pw_thal_l56": "thalamus-to-L5/6",
  "cortex.pw_l4_l23": "L4-to-L2/3",
  "cortex.pw_l23_l5": "L2/3-to-L5",
  "cortex.pw_l5_l6": "L5-to-L6",
  "cortex.pw_l6_l4": "L6-to-L4",
  "cortex.pw_l6_thal": "L6-to-thalamus",
  "cortex.pw_l5_hothal": "L5-to-higher-order-thalamus",
  "cortex.pw_matrix_l1": "higher-order-thalamus-to-L1",
  "cortex.pw_fb_l1": "L1-feedback",
  "cortex.pw_ff_cc": "feedforward",
  "cortex.pw_horiz_l23": "L2/3-horizontal",
  "cortex.pw_horiz_l5": "L5-horizontal",
  "cortex.pw_ct_loop": "corticothalamic-loop",
  "cortex.pw_recurrent_local": "recurrent-excitation",
  "cortex.wta": "winner-take-all",
  "cortex.hebbian_stp": "Hebbian-potentiation",
  "transformer.ffn": "Feed-forward",
  "transformer.moe_gating": "Expert-gating",
};

/** The id of a part as looked up: lower case, words joined by `-`. */
export const partOf = (id: string): string => (renamed[id] ?? id.slice(id.indexOf(".") + 1)).toLowerCase().replaceAll("_", "-");

/** The same with its atlas: `cortex:l4`. */
export const qualified = (id: string): string => `${id.slice(0, id.indexOf("."))}:${partOf(id)}`;

/** The ids of the oracle inside a text, in the new spelling. */
export const respelled = (text: string): string => text.replace(/\b(?:cortex|transformer)\.[a-z0-9_]+/g, qualified);

const quote = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** What the oracle says of how far a fact was seen: the word of the language, and the rest as its detail. */
const seenAs: Readonly<Record<string, string>> = {
  "model code": "model-code",
  "seed and summary": "seed-and-summary",
  "inferred-here": "inferred",
  "index abstract": "index-abstract",
  "primary abstract": 'primary "abstract"',
  "primary (introduction)": 'primary "introduction"',
  "primary (introduction, citing Ahmed 1994, Binzegger 2004 and others)":
    'primary "introduction, citing Ahmed 1994, Binzegger 2004 and others"',
  "secondary fact-check": 'secondary "fact-check"',
  "secondary (abstract of a citing paper)": 'secondary "abstract of a citing paper"',
  "third-party note, not checked in the source": 'third-party-note "not checked in the source"',
  "third-party-note and summary": 'third-party-note "a third-party note and a summary"',
  "derived here from model code": 'derived "from model code"',
  "derived here from model code (902 relay cells, p = 0.0983)": 'derived "from model code (902 relay cells, p = 0.0983)"',
};

interface Measured {
  readonly of?: string;
  readonly test?: string;
  readonly in?: string;
  readonly from: string;
  readonly seen: string;
}

/** A quantity as its clause has it; `of` is left out, `?`, or a denominator. */
function measured(name: string, { of, test, in: scope, from, seen: extent }: Measured): string {
  const denominator = of === undefined ? undefined : `of ${of === "?" ? of : quote(of)}`;
  const pieces = [quote(name), denominator, test, scope && `in ${scope}`, `from [@${from}] seen ${extent}`];
  return pieces.filter((piece) => piece !== undefined).join(" ");
}

const checked = 'secondary "fact-check"';
const abstract = 'primary "abstract"';
const relay = { of: "synapses on LGN relay cells", in: "cat", from: "vanhorn2000relative", seen: checked };
const axons = { of: "synaptic targets of their axons", in: "cat, area 17", from: "anderson1994synaptic", seen: abstract };
const corticothalamic = { in: "mouse, slice", from: "crandall2015corticothalamic", seen: checked };
const attentional = { from: "mcadams1999effects", seen: checked };

/** Quantities that the clause does not take as they stand, by part and by their place in its list. */
const rewordedQuantities: Readonly<Record<string, readonly string[]>> = {
  // the species is a remark, so it is a condition in the writer's words
  "column 0": [
    measured("neurons under 1 mm2 of cortical surface in the Potjans-Diesmann model", {
      of: "1 mm2 patch, 8 populations, without thalamus",
      test: "= 77169 neurons",
      in: '"composite (mostly cat and rat data)"',
      from: "potjans2014cell",
      seen: "model-code",
    }),
  ],
  // a denominator that is not stated is `?`; the remark on it became a note
  "l4 1": [
    measured("share of synapses from thalamus, as a web page about the paper states it", {
      of: "?",
      test: "within 10..15 %",
      from: "koenig2026neuroscience",
      seen: 'seed "denominator NOT STATED on the web page about the paper"',
    }),
  ],
  // "about half" is ~, its words are in the detail; the denominator stands in the name
  "l4 3": [
    measured("share of layer 4 input from intrinsic cortical projections", {
      of: "layer 4 input",
      test: "~ 50 %",
      from: "lee2009modulator",
      seen: 'primary "introduction; about half"',
    }),
  ],
  // the denominator is "-": a count, not a share
  "l4 4": [
    measured("thalamic in-degree of an L4E neuron", {
      test: "= 93 synapses",
      from: "potjans2014cell",
      seen: 'derived "from model code (902 relay cells, p = 0.0983)"',
    }),
  ],
  // the denominator stands in the name
  "l6 1": [
    measured("labelled neurons projecting to layer 6 of V1 that lie within V1", {
      of: "labelled neurons projecting to layer 6 of V1",
      test: "> 80 %",
      in: "cat",
      from: "martin2024strong",
      seen: "index-abstract",
    }),
  ],
  // three values: "retinal / GABAergic / cortical + brainstem"
  "first-order-thalamus 0": [
    measured("share of synapses on LGN relay cells that are retinal", { ...relay, test: "= 7.1 %" }),
    measured("share of synapses on LGN relay cells that are GABAergic", { ...relay, test: "= 30.9 %" }),
    measured("share of synapses on LGN relay cells that are cortical + brainstem", { ...relay, test: "= 62.0 %" }),
  ],
  // two values: "spines / shafts"; the area is 17
  "spiny-stellate 0": [
    measured("synaptic targets of their axons: spines", { ...axons, test: "= 74 %" }),
    measured("synaptic targets of their axons: shafts", { ...axons, test: "= 26 %" }),
  ],
  // what it is relative to is its denominator
  "l6-ct 0": [
    measured("thalamic synapses on them relative to layer 4 simple cells", {
      of: "thalamic synapses on layer 4 simple cells",
      test: "= 0.1 ratio",
      in: "cat",
      from: "dacosta2009selective",
      seen: abstract,
    }),
  ],
  // 24 and 73 "of contacts": 24 of 73
  "l6-ct 1": [
    measured("light-microscopic contacts confirmed as synapses by EM", {
      of: "73 light-microscopic contacts",
      test: "= 24 contacts",
      from: "dacosta2009selective",
      seen: abstract,
    }),
  ],
  // two values: "0.1 Hz suppresses, 10 Hz trains enhance"; the species is "mouse slice"
  "l6-to-thalamus 0": [
    measured("L6 CT stimulation that suppresses VPm", { ...corticothalamic, test: "= 0.1 Hz" }),
    measured("trains of L6 CT stimulation that enhance VPm", { ...corticothalamic, test: "= 10 Hz" }),
  ],
  // no value, only words
  "l2/3-horizontal 0": [
    measured("range, in mm: extends for millimetres", { in: "tree shrew", from: "bosking1997orientation", seen: abstract }),
  ],
  // two values: "V1 / V4", which are scopes
  "gain-modulation 0": [
    measured("median attentional response increase", { ...attentional, test: "= 8 %", in: "macaque V1" }),
    measured("median attentional response increase", { ...attentional, test: "= 26 %", in: "macaque V4" }),
  ],
  // a range that holds only about
  "bac-firing 0": [
    measured("coincidence window, about", {
      test: "within 5..30 ms",
      from: "larkum2009synaptic",
      seen: 'third-party-note "not checked in the source"',
    }),
  ],
};

/** Other texts that were put differently, with what stands in the files instead. */
export const reworded: Readonly<Record<string, string>> = {
  // a remark to the makers of the tool, said for its readers
  "the number this extension must be able to hold together with its denominator":
    "The share of 10-15 % must be held together with its denominator, which the web page about the paper does not state.",
  // the project speaks of itself alone
  "on the web page that the project was given about the paper (biomed.center, Chinese)":
    "on a web page about the paper (biomed.center, Chinese)",
  // `verified=false` is the word `unchecked` of the code clause
  "names confirmed in public code that initialises nn.MultiheadAttention; entries with verified=false are from memory":
    "names confirmed in public code that initialises nn.MultiheadAttention; entries marked unchecked are from memory",
};

/**
 * The type of a dispute and how far its source was read, where the example claims, the examples of the evidence
 * types or the table of findings that came with the oracle say so.
 */
const disputes: Readonly<Record<string, { readonly type?: string; readonly read?: string }>> = {
  horton2005cortical: { type: "statement" },
  dacosta2010whose: { type: "statement" },
  constantinople2013deep: { type: "perturbation", read: 'read secondary "public notes"' },
  lee2009modulator: { type: "statement" },
  potjans2014cell: { type: "simulation" },
  martin2024strong: { type: "anatomy_light", read: "read abstract" },
  gieselmann2022stimulus: { type: "ephys_mass", read: "read abstract" },
  harris2015neocortical: { type: "statement" },
};

function quantityLines(part: string, quantity: Quantity, place: number): readonly string[] {
  const own = rewordedQuantities[`${part} ${place}`];
  if (own) return own;
  const { value, unit } = quantity;
  const common = {
    ...(quantity.denominator !== undefined && { of: quantity.denominator }),
    ...(quantity.species !== undefined && { in: quantity.species }),
    from: quantity.source,
    seen: seenAs[quantity.seen] ?? quantity.seen,
  };
  if (Array.isArray(value) && quantity.quantity.includes(" / ")) {
    // "excitatory / inhibitory": one line each
    return ["excitatory", "inhibitory"].map((word, index) =>
      measured(quantity.quantity.replace("excitatory / inhibitory", word), { ...common, test: `= ${value[index]} ${unit}` }),
    );
  }
  const comparator = quantity.comparator === "about" ? "~" : (quantity.comparator ?? "=");
  const test = Array.isArray(value) ? `within ${value.join("..")}` : `${comparator} ${value}`;
  return [measured(quantity.quantity, { ...common, test: `${test} ${unit}` })];
}

function roleLine(role: Role): string {
  const ends = role.targets ?? role.sources ?? [];
  const strength = role.strength_in_paper ? ` strength ${quote(role.strength_in_paper)}` : "";
  const names = ends.length > 0 ? ends.map(qualified).join(", ") : "?";
  return `role ${names} ${quote(role.statement)}${strength} from [@koenig2026neuroscience] seen ${seenAs[role.seen] ?? role.seen}`;
}

/** A remark on a rival: a version is a place in its citation, a third party is how it was seen, else a note of its own. */
function rivalLines(rival: NonNullable<Element["alternatives"]>[number]): string[] {
  if (rival.by_url !== undefined) return [`rival ${quote(rival.role)} from ${quote(rival.by_url)}`];
  const version = /^v[13]/.exec(rival.note ?? "")?.[0];
  const line = `rival ${quote(rival.role)} from [@${rival.by}${version ? `, ${version}` : ""}]`;
  if (version || rival.note === undefined) return [line];
  if (rival.note.includes("third-party dossier")) return [`${line} seen third-party-note ${quote(rival.note)}`];
  return [line, `note ${quote(`rival reading of @${rival.by}: ${rival.note}`)}`];
}

/** All lines that an element of the oracle asks for, except synonyms, citations, `in`, `joins` and `draw`; ends in lower case. */
export function expectedLines(element: Element): string[] {
  const part = partOf(element.id);
  const lines = [`kind ${element.kind}`, `means ${quote(element.definition)}`];
  if (element.equation !== undefined) lines.push(`equation ${quote(element.equation)}`);
  for (const term of element.ontology ?? []) lines.push(`xref ${term.id} ${term.match} ${quote(term.label)}`);
  for (const [place, quantity] of (element.quantities ?? []).entries()) {
    lines.push(...quantityLines(part, quantity, place).map((line) => `quantity ${line}`));
  }
  lines.push(...element.paper_role.map(roleLine));
  for (const rival of element.alternatives ?? []) lines.push(...rivalLines(rival));
  for (const { by, point } of element.disputed_by ?? []) {
    const { type, read } = disputes[by] ?? {};
    lines.push([`disputed by [@${by}]`, type, quote(point), read].filter((piece) => piece !== undefined).join(" "));
  }
  for (const pitfall of element.pitfalls ?? []) lines.push(`beware ${quote(pitfall)}`);
  for (const code of element.code ?? []) {
    const note = code.note === undefined ? "" : ` ${quote(code.note)}`;
    lines.push(`code ${code.names.map(quote).join(", ")} in ${quote(code.framework)} ${code.verified ? "checked" : "unchecked"}${note}`);
  }
  return lines;
}
