/** One of the numbers of `EventCounts`. */
export interface EventCount {
  readonly words: readonly string[];
  count: number;
}

/** How often some kinds of events have happened since the start. For what seldom happens: each costs a text and a look-up. */
export class EventCounts {
  readonly #counts = new Map<string, EventCount>();

  /** @param words the kind of the event, as the program calls it: each combination is kept for good */
  add(...words: string[]): void {
    const key = words.join('\n');
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { words, count: 1 });
  }

  all(): Iterable<EventCount> {
    return this.#counts.values();
  }
}

/** The events that metrics tell of, of one application. */
export interface ApplicationEvents {
  /** Errors of responses, by their codes. */
  readonly errors: EventCounts;
  /** Attempts of jobs that have ended, by the kind of the job and `done`, `retried` or `dead`. */
  readonly jobRuns: EventCounts;
  /** What was read of providers, by provider, kind and outcome. */
  readonly providerRuns: EventCounts;
}

export const createApplicationEvents = (): ApplicationEvents => ({
  errors: new EventCounts(),
  jobRuns: new EventCounts(),
  providerRuns: new EventCounts(),
});
