/**
 * A source of pseudo-random whole numbers from 0 to 2³² - 1, the same for the same seed, by the Mulberry32 algorithm (Tommy
 * Ettinger, 2017, public domain). Not for secrets.
 */
export function pseudoRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The seed for a text: its hash by FNV-1a (32 bits), of the code points. */
export function seedOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
