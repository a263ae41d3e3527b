/**
 * Units of quantities. Physical units and their prefixes come from js-quantities; the table below holds what it lacks:
 * shares, percentage points, things that are counted, and the few units that mean something else in this field.
 * A word that neither knows is taken as a count of that thing, so that it compares with itself alone.
 */
import Qty from "js-quantities";

/** A unit taken apart. A number times `factor` is the number in base units. */
export interface Unit {
  /** As written; empty for a number without a unit. */
  readonly text: string;
  /** Whether every word of it is known. */
  readonly known: boolean;
  readonly factor: number;
  /** Powers of the base units: `meter` 1, `second` -1. */
  readonly bases: ReadonlyMap<string, number>;
  /** Powers of the things that are counted: `neuron` 1. */
  readonly things: ReadonlyMap<string, number>;
  /** What is measured, for people: "length", "share", "count of neurons". */
  readonly family: string;
}

interface Atom {
  readonly factor: number;
  readonly bases?: Readonly<Record<string, number>>;
  readonly thing?: string;
  readonly family?: string;
  readonly known: boolean;
}

const share = (factor: number): Atom => ({ factor, bases: { share: 1 }, family: "share", known: true });
const own = (base: string, family: string): Atom => ({ factor: 1, bases: { [base]: 1 }, family, known: true });
const thing = (name: string): Atom => ({ factor: 1, thing: name, known: true });

/** Units that the library lacks or reads otherwise, spelt as they are, with case. */
const domainUnits: ReadonlyMap<string, Atom> = new Map<string, Atom>([
  ["%", share(0.01)],
  ["percent", share(0.01)],
  ["‰", share(0.001)],
  ["ppm", share(1e-6)],
  ["ratio", share(1)],
  ["fraction", share(1)],
  ["fold", share(1)],
  ["times", share(1)],
  ["percentage-points", own("percentage point", "percentage points")],
  ["percentage-point", own("percentage point", "percentage points")],
  ["pp", own("percentage point", "percentage points")],
  ["°", { factor: Math.PI / 180, bases: { radian: 1 }, family: "angle", known: true }],
  // the thermal energy, which is no fixed number of joules; the library would read kilotesla
  ["kT", own("kT", "thermal energy")],
  ["kBT", own("kT", "thermal energy")],
  ["k_BT", own("kT", "thermal energy")],
  // a temperature and a difference of temperatures are written alike, so neither is turned into kelvin
  ["degC", own("degree Celsius", "temperature")],
  ["celsius", own("degree Celsius", "temperature")],
  ["degF", own("degree Fahrenheit", "temperature")],
  ["K", { factor: 1, bases: { kelvin: 1 }, family: "temperature", known: true }],
  // a byte is eight bits, and a nat 1/ln 2 bits
  ["nat", { factor: 1 / Math.LN2 / 8, bases: { byte: 1 }, family: "information", known: true }],
  ["nats", { factor: 1 / Math.LN2 / 8, bases: { byte: 1 }, family: "information", known: true }],
  ["count", { factor: 1, known: true }],
  ["counts", { factor: 1, known: true }],
  ["sp", thing("spike")],
  ["spk", thing("spike")],
  ["px", thing("pixel")],
]);

/** Words that the library knows as something far from what they are here: a redshift, a pint, a length of print. */
const otherwiseMeant: ReadonlySet<string> = new Set(["z", "P", "R", "U", "AU", "pt", "point", "points", "dot", "dots"]);

/** Things that the field counts; each is known in the singular and in the plural. */
export const countedThings: ReadonlySet<string> = new Set(
  (
    "animal area axon bouton branch burst cell channel column compartment condition connection contact cycle dendrite event example " +
    "feature head image impulse key layer minicolumn molecule neuron observation octave pair parameter participant person pixel query " +
    "receptor recording sample sequence session site spike spine stimulus step subject subpopulation synapse token trial unit value word"
  ).split(" "),
);

/** Plurals that are not made by a final `s`. */
const singulars: ReadonlyMap<string, string> = new Map([
  ["branches", "branch"],
  ["queries", "query"],
  ["stimuli", "stimulus"],
  ["people", "person"],
]);
const plurals: ReadonlyMap<string, string> = new Map([...singulars].map(([many, one]) => [one, many]));

const singular = (word: string): string => singulars.get(word) ?? (/[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** Words longer than this are no units; they are compared as they stand. */
const LONGEST = 64;

const units = new Map<string, Unit>();

/** How many different units are remembered; more come from no hand. */
const MOST_REMEMBERED = 2000;

const noUnit: Unit = { text: "", known: true, factor: 1, bases: new Map(), things: new Map(), family: "number" };

/**
 * Takes a unit apart: `spikes/s`, `nm^-2`, `mm2`, `kcal/mol`, `percentage-points`. Each `/` divides by the word that
 * follows it, `.` multiplies. Never fails: what is not known is a count of that thing.
 */
export function readUnit(text: string | undefined): Unit {
  if (text === undefined || text === "") return noUnit;
  let unit = units.get(text);
  if (!unit) {
    unit = takeApart(text);
    if (units.size >= MOST_REMEMBERED) units.clear();
    units.set(text, unit);
  }
  return unit;
}

interface Power {
  readonly atom: Atom;
  readonly power: number;
}

function takeApart(text: string): Unit {
  const whole = text.length <= LONGEST ? domainUnits.get(text) : undefined;
  const powers = whole ? [{ atom: whole, power: 1 }] : (powersOf(text) ?? [{ atom: { ...thing(text), known: false }, power: 1 }]);
  let factor = 1;
  const bases = new Map<string, number>();
  const things = new Map<string, number>();
  for (const { atom, power } of powers) {
    factor *= atom.factor ** power;
    for (const [base, own] of Object.entries(atom.bases ?? {})) add(bases, base, own * power);
    if (atom.thing !== undefined) add(things, atom.thing, power);
  }
  const [only] = powers;
  const family = (powers.length === 1 && only?.power === 1 ? only.atom.family : undefined) ?? familyOf(bases, things) ?? `“${text}”`;
  return { text, known: powers.every(({ atom }) => atom.known), factor, bases, things, family };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  const sum = (counts.get(key) ?? 0) + count;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

/** The words of a unit with their powers; undefined for what is not made like a unit. */
function powersOf(text: string): Power[] | undefined {
  if (text.length > LONGEST) return undefined;
  const powers: Power[] = [];
  for (const piece of text.split(/(?=[./])/)) {
    const sign = piece.startsWith("/") ? -1 : 1;
    const word = /^[./]/.test(piece) ? piece.slice(1) : piece;
    if (word === "1" && powers.length === 0) continue;
    const match = /^([^\d^²³]+)(?:\^?([-−]?\d)|([²³]))?$/.exec(word);
    if (!match?.[1]) return undefined;
    const power = match[3] === "²" ? 2 : match[3] === "³" ? 3 : Number((match[2] ?? "1").replace("−", "-"));
    powers.push({ atom: atomOf(match[1]), power: sign * power });
  }
  return powers;
}

function atomOf(word: string): Atom {
  const domain = domainUnits.get(word);
  if (domain) return domain;
  const one = singular(word.toLowerCase());
  if (countedThings.has(one)) return thing(one);
  return physicalUnit(word) ?? { factor: 1, thing: word, known: false };
}

/** Base units of the library that stand for no unit. */
const nothing: ReadonlySet<string> = new Set(["<1>", "<each>", "<count>"]);

/** A unit of the library: letters only, so that none of its patterns has much to try. */
function physicalUnit(word: string): Atom | undefined {
  if (word.length > 24 || otherwiseMeant.has(word) || !/^[A-Za-z\u00b5\u03bc\u03a9\u2126]+$/.test(word)) return undefined;
  try {
    // the library would read the M of MΩ as molar
    const unit = Qty(`1 ${word.replace(/[\u03a9\u2126]$/, "Ohm")}`);
    // one word is one unit, not two that happen to follow each other
    if (unit.units().includes("*")) return undefined;
    const base = unit.toBase();
    const bases: Record<string, number> = {};
    const count = (names: readonly string[], power: number): void => {
      for (const name of names) if (!nothing.has(name)) bases[name.slice(1, -1)] = (bases[name.slice(1, -1)] ?? 0) + power;
    };
    count(base.numerator, 1);
    count(base.denominator, -1);
    if (!Number.isFinite(base.scalar) || base.scalar <= 0) return undefined;
    const kind = unit.kind();
    return { factor: base.scalar, bases, known: true, ...(kind && kind !== "unitless" && { family: kind.replaceAll("_", " ") }) };
  } catch {
    // the library throws at every word that it does not know
    return undefined;
  }
}

/** What some combinations of base units are called. */
const familyNames: ReadonlyMap<string, string> = new Map([
  ["", "number"],
  ["share 1", "share"],
  ["meter 1", "length"],
  ["meter 2", "area"],
  ["meter 3", "volume"],
  ["meter -1", "number per length"],
  ["meter -2", "number per area"],
  ["meter -3", "number per volume"],
  ["second 1", "time"],
  ["second -1", "rate"],
  ["meter 1 second -1", "speed"],
  ["radian 1 second -1", "angular speed"],
  ["radian -1", "number per angle"],
]);

function familyOf(bases: ReadonlyMap<string, number>, things: ReadonlyMap<string, number>): string | undefined {
  const [counted] = things;
  if (bases.size === 0 && things.size === 1 && counted?.[1] === 1 && countedThings.has(counted[0])) {
    return `count of ${plurals.get(counted[0]) ?? `${counted[0]}s`}`;
  }
  const key = [...bases]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base} ${power}`)
    .join(" ");
  return bases.size > 0 || things.size === 0 ? familyNames.get(key) : undefined;
}

const equalMaps = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([key, count]) => b.get(key) === count);

/** Whether a unit is a plain ratio, which a bare number may stand for. A bare number never stands for per cent. */
const isRatio = (unit: Unit): boolean => unit.family === "share" && unit.factor === 1;

/**
 * Whether numbers in the two units can be compared. Things that are counted must be the same or left out on one side
 * (`spikes/s` and `Hz`, `neurons` and a bare number); per cent needs its sign, since 5 may be 5 % or 500 %.
 */
export function compatibleUnits(a: string | undefined, b: string | undefined): boolean {
  const left = readUnit(a);
  const right = readUnit(b);
  if (left === right) return true;
  if ((left === noUnit && isRatio(right)) || (right === noUnit && isRatio(left))) return true;
  const things = left.things.size === 0 || right.things.size === 0 || equalMaps(left.things, right.things);
  return things && equalMaps(left.bases, right.bases);
}

/** Twelve digits: what people write comes back as they wrote it, after any conversion. */
export function tidyNumber(value: number): number {
  // most numbers have few decimals already, and printing them to find out takes long
  if (Math.abs(value) < 1e5 && Math.round(value * 1e6) / 1e6 === value) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/**
 * A number in another unit; undefined where the units are not compatible, or where the number becomes too large or
 * too small to be held. Zero is zero in every unit of the same family; infinities stay.
 */
export function convert(value: number, from: string | undefined, to: string | undefined): number | undefined {
  if (!compatibleUnits(from, to)) return undefined;
  const { factor } = readUnit(from);
  const other = readUnit(to).factor;
  if (factor === other || value === 0 || !Number.isFinite(value)) return value;
  const converted = tidyNumber(value * (factor / other));
  return Number.isFinite(converted) && converted !== 0 ? converted : undefined;
}

/** A unit with what it measures, for messages: `“ms” (time)`; "no unit" for a bare number. */
export function unitText(text: string | undefined): string {
  const unit = readUnit(text);
  if (unit === noUnit) return "no unit";
  return unit.family === `“${unit.text}”` ? unit.family : `“${unit.text}” (${unit.family})`;
}
