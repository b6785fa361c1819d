import { createLruMap } from '../runtime/lru-map.ts';

/** The number of words that are remembered, those that were written last. */
const maxWords = 10_000;

/**
 * Remembers words that are in the vocabularies of their owners, so that a record with common words only costs no statement for
 * them. A word must be added after the commit that wrote it.
 */
export interface KnownWords {
  has(ownerId: string, word: string): boolean;
  add(ownerId: string, words: readonly string[]): void;
  /** Must be called when words were deleted from a vocabulary. */
  clear(): void;
}

export function createKnownWords(): KnownWords {
  const known = createLruMap<true>(maxWords);
  return {
    has: (ownerId, word) => known.get(`${ownerId} ${word}`) === true,
    add(ownerId, words) {
      for (const word of words) known.set(`${ownerId} ${word}`, true);
    },
    clear: () => known.clear(),
  };
}
