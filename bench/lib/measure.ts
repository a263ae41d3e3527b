/** Measuring inside a process. */
import { median } from "./statistics.ts";

/** How long one call takes, in milliseconds. */
export function timeOf(work: () => unknown): number {
  const from = performance.now();
  kept = work();
  return performance.now() - from;
}

/** The last result, so that no call can be left out for want of a reader. */
export let kept: unknown;

/** The median time of a call once the code is warm, in milliseconds: calls for `wanted` ms, at least `least` of them. */
export function warmTime(work: () => unknown, wanted = 900, least = 5): number {
  const times: number[] = [];
  const warmUntil = performance.now() + wanted / 2;
  for (let calls = 0; calls < 2 || performance.now() < warmUntil; calls++) kept = work();
  const until = performance.now() + wanted;
  while (times.length < least || performance.now() < until) times.push(timeOf(work));
  return median(times);
}

/** Bytes of a text as UTF-8, in megabytes. */
export const megabytes = (text: string): number => Buffer.byteLength(text) / 1e6;
