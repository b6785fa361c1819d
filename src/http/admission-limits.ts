/** How much one lane does at once, and how much may wait for it, both in what operations cost. */
export interface LaneLimits {
  readonly running: number;
  readonly waiting: number;
  /** How many start in one turn of the event loop. One that takes the processor for long is to be the only one. */
  readonly perTurn: number;
  /** How many may start as soon as they come, in `rest` milliseconds, while nothing waits. More than these wait for a turn. */
  readonly atOnce: number;
}

/** How operations are let in. */
export interface AdmissionLimits {
  /** Operations that cost at most this take a lane of their own, so that they do not wait behind others. */
  readonly light: number;
  readonly lanes: { readonly requests: LaneLimits; readonly light: LaneLimits; readonly heavy: LaneLimits };
  /** After how many milliseconds an operation that waits is refused. */
  readonly wait: number;
  /** For how many milliseconds heavy operations let requests begin first. */
  readonly pause: number;
}

/**
 * An operation is as light as the pages and mutations of an interface are. A heavy one that nobody else competes with runs
 * whatever it costs. More of them at once would not be faster: they share one processor, and only their memory adds up.
 */
export const defaultLimits: AdmissionLimits = {
  light: 100,
  lanes: {
    // The number of requests. They begin one after the other, and then wait for clients and the database.
    requests: { running: Number.POSITIVE_INFINITY, waiting: 5_000, perTurn: 4, atOnce: 100 },
    light: { running: 3_000, waiting: 30_000, perTurn: 4, atOnce: 100 },
    heavy: { running: 1_000, waiting: 50_000, perTurn: 1, atOnce: 0 },
  },
  wait: 5_000,
  pause: 200,
};
