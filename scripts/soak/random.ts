import { pseudoRandom } from '../../src/platform/runtime/pseudo-random.ts';

/** Random numbers that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below a limit. */
  below(limit: number): number;
  /** One of some values. */
  pick<T>(values: readonly T[]): T;
}

/** Creates a generator. */
export function createRandom(seed: number): Random {
  const next = pseudoRandom(seed);
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return { below, pick: (values) => values[below(values.length)] as never };
}
