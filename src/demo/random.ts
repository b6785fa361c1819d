import { pseudoRandom } from '../platform/runtime/pseudo-random.ts';

/** Pseudo-random numbers, the same for the same seed. Not for secrets. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Different items of a list. */
  some<T>(list: readonly T[], count: number): T[];
  /** Deals items from the lists, one list after another, each in random order, and then again from the first. */
  deal<T>(...lists: readonly (readonly T[])[]): () => T;
}

/** A generator of pseudo-random numbers. */
export function createRandom(seed: number): Random {
  const word = pseudoRandom(seed);
  const next = () => word() / 2 ** 32;
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  function some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(integer(0, left.length - 1), 1));
    return taken;
  }
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => list[integer(0, list.length - 1)] as (typeof list)[number],
    some,
    deal<T>(...lists: readonly (readonly T[])[]) {
      let round = 0;
      let left: T[] = [];
      return () => {
        if (left.length === 0) left = some(lists[round++ % lists.length] ?? [], Number.POSITIVE_INFINITY);
        return left.pop() as T;
      };
    },
  };
}
