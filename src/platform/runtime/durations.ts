/** How often something took how long: counts by upper bounds, as a histogram of Prometheus has them. Adding allocates nothing. */
export class Durations {
  /** The upper bounds in seconds, in ascending order. */
  readonly bounds: readonly number[];
  /** How many were at most as long as the bound in the same place, and longer than the one before. Those beyond all bounds are in `count` alone. */
  readonly counts: number[];
  count = 0;
  /** All durations together, in seconds. */
  seconds = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = bounds.map(() => 0);
  }

  /** @param milliseconds one more duration */
  add(milliseconds: number): void {
    const seconds = milliseconds / 1000;
    this.count += 1;
    this.seconds += seconds;
    const { bounds, counts } = this;
    for (let i = 0; i < bounds.length; i += 1) {
      if (seconds > (bounds[i] as number)) continue;
      counts[i] = (counts[i] as number) + 1;
      return;
    }
  }
}
