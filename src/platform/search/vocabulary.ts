import { Prisma } from '../../generated/sqlite/client.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import type { RowWriter } from '../database/row-writer.ts';
import type { KnownWords } from './known-words.ts';
import type { Term } from './terms.ts';
import { wordOfToken, wordToken } from './tokenizer.ts';
import { hasOneError, keyRangesOf, keysOf, minVocabularyLetters, wordOfKey } from './typing-errors.ts';

/* The vocabulary of an owner: the words of their documents, where typing errors are looked up. */

/** The number of keys that are read of each range. A vocabulary of 100,000 words has fewer in nearly all. */
const maxKeys = 500;

/** The number of words that one word is corrected to. */
const maxCorrections = 20;

/** The number of words of one step that are remembered after the commit, so that a long transaction holds few. */
const maxRemembered = 200;

/** What is needed to write vocabularies. */
export interface VocabularyAccess {
  readonly rows: RowWriter;
  readonly knownWords: KnownWords;
  /** Calls a function after the commit, if there is one. */
  readonly afterCommit: (call: () => void) => void;
}

interface Tokens {
  readonly ownerId: string;
  readonly titleTokens: string;
  readonly textTokens: string;
}

/** Adds the words of some documents to the vocabularies of their owners. */
export async function addToVocabulary(access: VocabularyAccess, documents: readonly Tokens[]): Promise<void> {
  for (const [ownerId, own] of Map.groupBy(documents, (document) => document.ownerId)) {
    const tokens = new Set(own.flatMap(({ titleTokens, textTokens }) => wordTokensIn(`${titleTokens} ${textTokens}`)));
    const fresh = [...tokens].filter((token) => !access.knownWords.has(ownerId, token));
    const keys = fresh.flatMap((token) => keysOfToken(token));
    if (keys.length > 0) await access.rows.insertMissing('searchWord', ownerId, 'key', keys);
    if (fresh.length <= maxRemembered) access.afterCommit(() => access.knownWords.add(ownerId, fresh));
  }
}

/** The tokens of words that are long enough for the vocabulary. */
const wordTokensIn = (tokenText: string): string[] =>
  tokenText.split(' ').filter((token) => token.length > minVocabularyLetters && token.startsWith('w'));

/** The keys of the word of a token. Words with digits have none. */
function keysOfToken(token: string): string[] {
  const word = wordOfToken(token);
  return /\p{N}/u.test(word) || Array.from(word).length < minVocabularyLetters ? [] : keysOf(word);
}

/** The terms of a search, with the words of the owner's vocabulary that differ by one typing error. */
export async function withCorrections(
  db: ReadDatabase,
  ownerId: string,
  terms: readonly Term[],
): Promise<readonly Term[]> {
  const asked = [...new Set(terms.flatMap(({ corrected }) => corrected ?? []))];
  const ranges = asked.flatMap(keyRangesOf).map(
    ([from, below]) => Prisma.sql`SELECT * FROM (
      SELECT "key" FROM "SearchWord" WHERE "ownerId" = ${ownerId} AND "key" >= ${from} AND "key" < ${below}
      ORDER BY "key" LIMIT ${maxKeys}) r`,
  );
  if (ranges.length === 0) return terms;
  const rows = await db.$queryRows(Prisma.join(ranges, ' UNION ALL '));
  const near = [...new Set(rows.map(([key]) => wordOfKey(String(key))))].sort();
  return terms.map((term) => {
    const { corrected } = term;
    if (corrected === null) return term;
    const corrections = near.filter((word) => hasOneError(word, corrected)).map((word) => wordToken(word));
    return { ...term, corrections: corrections.slice(0, maxCorrections) };
  });
}
