/** How sure a mean is: the interval of Student's t around it. */

/** What is known of the numbers that a mean was taken of. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** The standard deviation of the sample, with n - 1 below the line. */
  readonly deviation: number;
}

/**
 * The confidence interval of a mean, `mean ± t s/√n` with n - 1 degrees of freedom, the numbers taken as independent
 * draws from a normal distribution; undefined for fewer than two numbers or a level that is none.
 *
 * @param level in per cent: 95
 */
export function meanInterval({ n, mean, deviation }: Moments, level: number): { readonly low: number; readonly high: number } | undefined {
  if (n < 2 || !(level > 0 && level < 100)) return undefined;
  const reach = (studentQuantile(level / 100, n - 1) * deviation) / Math.sqrt(n);
  return Number.isFinite(reach) ? { low: mean - reach, high: mean + reach } : undefined;
}

/**
 * The t beyond which, on both sides together, a share of 1 - `inside` of Student's distribution lies.
 * Found by halving an interval, since the share outside falls steadily with t.
 *
 * @param inside between 0 and 1
 * @param freedom degrees of freedom, at least 1
 */
export function studentQuantile(inside: number, freedom: number): number {
  const outside = (t: number): number => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  let low = 0;
  let high = 1;
  while (outside(high) > 1 - inside && high < 1e12) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (outside(middle) > 1 - inside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function by its continued fraction (DLMF 8.17.22), summed as Lentz does. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // the fraction converges fast on this side only; the other is its mirror image (DLMF 8.17.4)
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let fraction = 1;
  let upper = 1;
  let lower = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  fraction = lower;
  for (let m = 1; m <= 2000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    lower = 1 / awayFromZero(1 + even * lower);
    upper = awayFromZero(1 + even / upper);
    fraction *= lower * upper;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    lower = 1 / awayFromZero(1 + odd * lower);
    upper = awayFromZero(1 + odd / upper);
    const change = lower * upper;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** The logarithm of the gamma function for x > 0 by Stirling's series (DLMF 5.11.1), after moving x to where it is good. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 12; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
