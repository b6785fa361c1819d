/**
 * A source of pseudo-random whole numbers from 0 to 2³² - 1, the same for the same seed, by the Mulberry32 algorithm (Tommy
 * Ettinger, 2017, public domain). Not for secrets.
 */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
