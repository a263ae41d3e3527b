/** Where observed numbers lie against where they are expected, as plots of one quantity each. */
import { type Denominator, foldBlanks, type Numbers, type Quantity } from "../core/evidence/quantity.ts";
import { mapEnds, type Region } from "../core/evidence/quantity-region.ts";
import { convert } from "../core/evidence/units.ts";
import type { PredictionVerdict } from "../core/evidence/verdict.ts";
import type { PlotBand, PlotValue, RangePlot } from "../protocol/details.ts";

/** More values than this are not read one by one; the text lists the others. */
const MOST_VALUES = 12;

const finite = (end: number): number | undefined => (Number.isFinite(end) ? end : undefined);

/** A region in another unit; undefined where the two do not go together. */
const inUnit = ({ region, unit }: Numbers, wanted: string | undefined): Region | undefined =>
  unit === wanted ? region : mapEnds(region, (end) => convert(end, unit, wanted));

const saidOf = (denominator: Denominator): string | undefined =>
  denominator === undefined ? undefined : denominator === "?" ? "?" : denominator.said;

/** The plots of a prediction: one for each quantity that some criterion asks a number of. */
export function plotsOf({ criteria, observations }: PredictionVerdict): RangePlot[] {
  const asked = new Map<string, { readonly quantity: Quantity; readonly unit: string | undefined; readonly bands: PlotBand[] }>();
  for (const { quantity, numbers, form, clause } of criteria) {
    if (!quantity || !numbers || form !== "numbers") continue;
    let plot = asked.get(quantity.name);
    if (!plot) {
      plot = { quantity, unit: numbers.unit, bands: [] };
      asked.set(quantity.name, plot);
    }
    for (const { low, high } of inUnit(numbers, plot.unit) ?? [])
      plot.bands.push({ kind: clause === "expects" ? "expected" : "failing", from: finite(low), to: finite(high) });
  }
  return [...asked.values()].flatMap(({ quantity, unit, bands }) => {
    const values = observations.flatMap((observation): PlotValue[] => {
      const named = observation.quantity?.name ?? (asked.size === 1 ? quantity.name : undefined);
      if (named !== quantity.name || !observation.numbers) return [];
      const pieces = (inUnit(observation.numbers, unit) ?? []).map(({ low, high }) => ({ from: low, to: high }));
      if (pieces.length === 0 || !pieces.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))) return [];
      return [
        {
          pieces: pieces.slice(0, MOST_VALUES),
          text: observation.value ?? foldBlanks(observation.text),
          source: observation.source,
          lies: observation.comparable ? (observation.lies ?? "between") : "not compared",
        },
      ];
    });
    const axis = axisOf(bands, values, unit);
    return axis
      ? [{ quantity: quantity.name, of: saidOf(quantity.denominator), unit, ...axis, bands, values: values.slice(0, MOST_VALUES) }]
      : [];
  });
}

/** An axis that shows every end with some room around; undefined where there is none to show. */
function axisOf(
  bands: readonly PlotBand[],
  values: readonly PlotValue[],
  unit: string | undefined,
): Pick<RangePlot, "low" | "high" | "ticks"> | undefined {
  const ends = [...bands, ...values.flatMap(({ pieces }) => pieces)]
    .flatMap(({ from, to }) => [from, to])
    .filter((end) => end !== undefined);
  if (ends.length === 0) return undefined;
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  // a share is seen from nothing on
  const fromZero = least >= 0 && (unit === "%" || least < (most - least) * 1.5);
  const room = (most - (fromZero ? 0 : least)) * 0.22 || Math.abs(most) * 0.5 || 1;
  const step = niceStep((most + room - (fromZero ? 0 : least - room)) / 4);
  const low = fromZero ? 0 : Math.floor((least - room) / step) * step;
  const high = Math.ceil((most + room * 0.6) / step) * step;
  const ticks: number[] = [];
  for (let at = 0; low + at * step <= high + step / 1e6 && ticks.length < 12; at++) ticks.push(Number((low + at * step).toPrecision(12)));
  return { low, high: ticks.at(-1) ?? high, ticks };
}

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const share = wanted / power;
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}
