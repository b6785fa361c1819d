import { Prisma } from '../../generated/sqlite/client.ts';
import type { Database } from '../database/database.ts';
import type { NodeRef } from '../database/node-refs.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import { matchOf, points, pointsOf } from './match-expressions.ts';
import { nodeOfDocument, ownerToken } from './search-documents.ts';
import type { Term } from './terms.ts';
import { withCorrections } from './vocabulary.ts';

/*
 * Full-text search over the documents, with the index of each engine: FTS5 on SQLite, GIN over a tsvector on PostgreSQL. First
 * come the documents that have all words, then those that have some of them only with a typing error.
 */

/** The terms to look for, and the documents to search. */
export interface Search {
  readonly ownerId: string;
  /** All terms must match. */
  readonly terms: readonly Term[];
  /** Only documents of these types. Null for all types. */
  readonly types: readonly string[] | null;
}

/** A record whose document was found. */
export interface RankedDocument extends NodeRef {
  title: string;
  text: string;
  /** Above 0, up to 1: the mean of the points of the terms, relative to the most points; a fifth of that with a typing error. */
  score: number;
  /** The terms as they match. */
  terms: readonly Term[];
}

interface Source {
  readonly database: Pick<Database, 'engine' | 'readMany'>;
  readonly db: ReadDatabase;
}

/** The documents to read, in the order of the ranking. */
interface Slice {
  skip: number;
  take: number;
}

/** What the points of a document with a typing error are divided by: it comes after all others. */
const correctionPenalty = 5;

/** The searches of one request for the same, which look up corrections once. */
export interface FullTextSearch {
  /** The documents that match, sorted by score, then the latest written first. */
  find(slice: Slice): Promise<RankedDocument[]>;
  /** The number of documents that match. */
  count(): Promise<number>;
}

/** Prepares a search. Nothing is read before it is needed. */
export function fullTextSearch(source: Source, search: Search): FullTextSearch {
  let corrections: Promise<Search> | undefined;
  // Whatever is searched for may be in all of the owner's documents.
  const read = <T>(work: () => Promise<T>) =>
    source.database.readMany({ model: 'searchDocument', ownerId: search.ownerId }, work);
  const correct = () => {
    corrections ??= read(() => withCorrections(source.db, search.ownerId, search.terms)).then((terms) => ({
      ...search,
      terms,
    }));
    return corrections;
  };
  return {
    async find({ skip, take }) {
      const found = await read(() => findExact(source, search, { skip, take }));
      if (found.length === take) return found;
      const corrected = await correct();
      if (!isCorrected(corrected)) return found;
      const before = found.length > 0 ? skip + found.length : await read(() => count(source, search));
      const rest = { skip: Math.max(0, skip - before), take: take - found.length };
      return [...found, ...(await read(() => findCorrected(source, search, corrected, rest)))];
    },
    async count() {
      const corrected = await correct();
      return read(() => count(source, corrected));
    },
  };
}

const isCorrected = ({ terms }: Search) => terms.some(({ corrections }) => corrections.length > 0);

/** The points of a document that has all terms as words of its title. */
const maxPoints = ({ terms }: Search) => points.titleWord * terms.length;

async function findExact(source: Source, search: Search, slice: Slice): Promise<RankedDocument[]> {
  const { engine } = source.database;
  const all = matching(source, search, matchOf(engine, search));
  const { take, skip } = slice;
  if (engine === 'postgresql') return readRanked(source, search, ranked(engine, search, all, slice), 1);
  // FTS5 has the documents with all terms in the title in order, the latest first. Only if they are too few are the others ranked,
  // since SQLite reads a part of UNION ALL once it needs it.
  const max = maxPoints(search);
  const count = skip + take;
  const best = Prisma.sql`
    SELECT * FROM (
      SELECT d."number", ${max} AS "points" FROM ${matching(source, search, matchOf(engine, search, 'TITLE'))}
      ORDER BY "SearchIndex".rowid DESC LIMIT ${count})
    UNION ALL
    SELECT * FROM (
      SELECT * FROM (${pointed(engine, search, all)}) WHERE "points" < ${max}
      ORDER BY "points" DESC, "number" DESC LIMIT ${count})
    LIMIT ${take} OFFSET ${skip}`;
  return readRanked(source, search, best, 1);
}

/** The documents that have some terms only with a typing error. */
function findCorrected(source: Source, search: Search, corrected: Search, slice: Slice): Promise<RankedDocument[]> {
  const { engine } = source.database;
  const others = matching(source, search, matchOf(engine, corrected, { without: search }));
  return readRanked(source, corrected, ranked(engine, corrected, others, slice), correctionPenalty);
}

/** The numbers and points of documents. */
const pointed = (engine: Database['engine'], { terms }: Search, from: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT d."number", ${Prisma.join(
    terms.map((term) => pointsOf(engine, term)),
    ' + ',
  )} AS "points" FROM ${from}`;

/** The numbers and points of those that match best, in their order. */
const ranked = (engine: Database['engine'], search: Search, from: Prisma.Sql, { skip, take }: Slice): Prisma.Sql =>
  Prisma.sql`${pointed(engine, search, from)} ORDER BY "points" DESC, "number" DESC LIMIT ${take} OFFSET ${skip}`;

/** Reads the documents of some numbers and points. @param divisor what the points are divided by */
async function readRanked(source: Source, search: Search, best: Prisma.Sql, divisor: number) {
  // Sorts numbers only; otherwise the texts of all matches would be sorted along.
  const rows = await source.db.$queryRows(Prisma.sql`
    SELECT d."rowId", d."type", d."title", d."text", m."points"
    FROM (${best}) m JOIN "SearchDocument" d ON d."number" = m."number"
    ORDER BY m."points" DESC, d."number" DESC`);
  const max = maxPoints(search) * divisor;
  return rows.map((row) => {
    const [rowId, type, title, text] = row as [string, string, string, string];
    return { ...nodeOfDocument({ type, rowId }), title, text, score: Number(row[4]) / max, terms: search.terms };
  });
}

async function count(source: Source, search: Search): Promise<number> {
  const { engine } = source.database;
  // Of all types, FTS5 counts without a look at each document. Few are in the trash.
  const from =
    engine === 'sqlite' && search.types === null
      ? Prisma.sql`"SearchIndex" WHERE "SearchIndex" MATCH ${matchOf(engine, search)} AND rowid NOT IN (
          SELECT "number" FROM "SearchDocument" WHERE "ownerId" = ${search.ownerId} AND "isTrashed" = TRUE)`
      : matching(source, search, matchOf(engine, search));
  const rows = await source.db.$queryRows(Prisma.sql`SELECT count(*) FROM ${from}`);
  return Number(rows[0]?.[0] ?? 0);
}

/** On PostgreSQL, exactly the expression of the index. */
const vector = Prisma.sql`(
  setweight(to_tsvector('simple'::regconfig, d."titleTokens"), 'A')
  || setweight(to_tsvector('simple'::regconfig, d."textTokens"), 'B'))`;

/** The FROM clause of the documents that match. @param match in the language of the engine */
function matching({ database }: Source, { ownerId, types }: Search, match: string): Prisma.Sql {
  // SQL has no empty list. No type has the empty name.
  const ofTypes = types ? Prisma.sql`AND d."type" IN (${Prisma.join(['', ...types])})` : Prisma.empty;
  // The index of the text has the owner as a token. PostgreSQL would also read another index, of all that the owner has.
  const owner = Prisma.raw(database.engine === 'sqlite' ? 'd."ownerId"' : `(d."ownerId" || '')`);
  const mine = Prisma.sql`${owner} = ${ownerId} AND d."isTrashed" = FALSE ${ofTypes}`;
  return database.engine === 'sqlite'
    ? Prisma.sql`"SearchIndex" JOIN "SearchDocument" d ON d."number" = "SearchIndex".rowid
        WHERE "SearchIndex" MATCH ${match} AND ${mine}`
    : Prisma.sql`"SearchDocument" d WHERE ${vector} @@ to_tsquery('simple'::regconfig, ${match}) AND ${mine}`;
}

/** Those of some tokens that no document of an owner has, also none in the trash. */
export async function unusedTokens(source: Source, ownerId: string, tokens: readonly string[]): Promise<Set<string>> {
  if (tokens.length === 0) return new Set();
  const owner = ownerToken(ownerId);
  const isUnused =
    source.database.engine === 'sqlite'
      ? Prisma.sql`FROM json_each(${JSON.stringify(tokens)}) t WHERE NOT EXISTS (
          SELECT 1 FROM "SearchIndex" WHERE "SearchIndex" MATCH ${`${owner} AND `} || t.value)`
      : Prisma.sql`FROM unnest(${tokens}::text[]) t(value) WHERE NOT EXISTS (
          SELECT 1 FROM "SearchDocument" d WHERE ${vector} @@ to_tsquery('simple'::regconfig, ${`${owner} & `} || t.value))`;
  const rows = await source.db.$queryRows(Prisma.sql`SELECT t.value ${isUnused}`);
  return new Set(rows.map(([value]) => String(value)));
}
