/**
 * How the offsets of a region of Lamina and of the document around it belong together. Between the two lie
 * prefixes that the host demands at the start of a line (`> `, the indentation of a list item), and in rare cases
 * spaces of the region that the host spells as part of a tab.
 */

import { lastAtOrBefore, type Span } from "./text.ts";

/** A run of characters that region and host share. */
export interface OffsetSegment {
  readonly regionStart: number;
  readonly hostStart: number;
  readonly length: number;
}

/**
 * A piecewise map between the offsets of a region and of its host. Lookups are binary searches that allocate nothing.
 * Segments ascend on both sides; only the last may be empty, so that the end of the region has its place in the host.
 */
export class OffsetMap {
  /** Where the region starts in the host; the host starts of the segments count from here. */
  readonly #base: number;
  readonly #regionStarts: readonly number[];
  readonly #hostStarts: readonly number[];
  readonly #lengths: readonly number[];

  private constructor(base: number, regionStarts: readonly number[], hostStarts: readonly number[], lengths: readonly number[]) {
    this.#base = base;
    this.#regionStarts = regionStarts;
    this.#hostStarts = hostStarts;
    this.#lengths = lengths;
  }

  /** The map of a region of `length` code units that stands in its host without gaps, from `hostStart` on. */
  static contiguous(hostStart: number, length: number): OffsetMap {
    return new OffsetMap(hostStart, [0], [0], [length]);
  }

  /** The map of a whole file of `length` code units. */
  static identity(length: number): OffsetMap {
    return OffsetMap.contiguous(0, length);
  }

  /**
   * A map from ascending segments, of which neighbours without a gap are joined.
   * @throws {RangeError} if there are none, or they overlap or do not ascend.
   */
  static fromSegments(segments: readonly OffsetSegment[]): OffsetMap {
    const first = segments[0];
    if (first === undefined) throw new RangeError("an offset map needs at least one segment");
    const base = first.hostStart;
    const regionStarts: number[] = [];
    const hostStarts: number[] = [];
    const lengths: number[] = [];
    let regionEnd = 0;
    let hostEnd = base;
    for (const { regionStart, hostStart, length } of segments) {
      if (regionStart < regionEnd || hostStart < hostEnd || length < 0) throw new RangeError("segments of an offset map must ascend");
      const last = lengths.length - 1;
      if (last >= 0 && regionStart === regionEnd && hostStart === hostEnd) lengths[last] = (lengths[last] as number) + length;
      else if (last >= 0 && lengths[last] === 0) throw new RangeError("only the last segment of an offset map may be empty");
      else {
        regionStarts.push(regionStart);
        hostStarts.push(hostStart - base);
        lengths.push(length);
      }
      regionEnd = regionStart + length;
      hostEnd = hostStart + length;
    }
    return new OffsetMap(base, regionStarts, hostStarts, lengths);
  }

  /** The runs that region and host share, in order. */
  get segments(): OffsetSegment[] {
    return this.#lengths.map((length, index) => ({
      regionStart: this.#regionStarts[index] as number,
      hostStart: this.#base + (this.#hostStarts[index] as number),
      length,
    }));
  }

  /** Whether region and host run side by side without any prefix between. */
  get isContiguous(): boolean {
    return this.#lengths.length === 1 && this.#regionStarts[0] === 0;
  }

  /** The offset in the host where the region starts. */
  get hostStart(): number {
    return this.#base;
  }

  /** The offset in the host where the region ends. */
  get hostEnd(): number {
    const last = this.#lengths.length - 1;
    return this.#base + (this.#hostStarts[last] as number) + (this.#lengths[last] as number);
  }

  /**
   * The place in the host of an offset of the region. Where a prefix lies between, it is the place after the prefix;
   * offsets outside the region count as its first or last place.
   */
  toHost(offset: number): number {
    const index = lastAtOrBefore(this.#regionStarts, offset);
    const length = this.#lengths[index] as number;
    const start = this.#base + (this.#hostStarts[index] as number);
    const within = offset - (this.#regionStarts[index] as number);
    if (within < 0) return start;
    if (within < length) return start + within;
    const next = this.#hostStarts[index + 1];
    return next === undefined ? start + length : this.#base + next;
  }

  /** The offset of the region at a place in the host; `undefined` outside the region and inside a prefix. */
  toRegion(hostOffset: number): number | undefined {
    const index = lastAtOrBefore(this.#hostStarts, hostOffset - this.#base);
    const length = this.#lengths[index] as number;
    const within = hostOffset - this.#base - (this.#hostStarts[index] as number);
    if (within < 0 || within > length) return undefined;
    // a run that is not the last ends with its line: its end is the place before the next line's prefix
    if (within === length && index + 1 < this.#lengths.length) return undefined;
    return (this.#regionStarts[index] as number) + within;
  }

  /** The host's span of a span of the region; prefixes between its lines are inside it. */
  spanToHost(span: Span): Span {
    return { start: this.toHost(span.start), end: this.toHost(span.end) };
  }

  /** The same map after the region moved `by` code units in its host. Shares all but the distance. */
  shifted(by: number): OffsetMap {
    return by === 0 ? this : new OffsetMap(this.#base + by, this.#regionStarts, this.#hostStarts, this.#lengths);
  }
}
