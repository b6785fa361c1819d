/** Below how many counts none of those that are over is looked for. */
const fewCounts = 1_000;

interface Count {
  value: number;
  readonly until: number;
}

/** Counts by keys in the memory of this process, each over some time from its first use. */
export class MemoryCounts {
  readonly #counts = new Map<string, Count>();
  #nextSweep = fewCounts;

  /** The number of counts in memory. */
  get size(): number {
    return this.#counts.size;
  }

  /**
   * Adds to the count of a key.
   * @param seconds how long the count lasts, if it begins now
   * @returns the count, and for how many milliseconds it lasts
   */
  add(key: string, points: number, seconds: number): { value: number; left: number } {
    const now = Date.now();
    const known = this.#counts.get(key);
    if (known && known.until > now) {
      known.value += points;
      return { value: known.value, left: known.until - now };
    }
    if (this.#counts.size >= this.#nextSweep) this.#sweep(now);
    const left = seconds * 1000;
    this.#counts.set(key, { value: points, until: now + left });
    return { value: points, left };
  }

  delete(key: string): void {
    this.#counts.delete(key);
  }

  /** Forgets what is over. Takes no time to speak of, since the next time comes when there are twice as many as now. */
  #sweep(now: number): void {
    for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key);
    this.#nextSweep = Math.max(fewCounts, this.#counts.size * 2);
  }
}
