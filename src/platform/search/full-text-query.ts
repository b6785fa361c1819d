import { Prisma } from '../../generated/sqlite/client.ts';
import type { Database } from '../database/database.ts';
import type { Row } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import { nodeOfDocument, ownerToken } from './search-documents.ts';
import type { Term } from './tokenizer.ts';

/*
 * Full-text search over the documents, with the index of each engine: FTS5 on SQLite, GIN over a tsvector on PostgreSQL. Terms
 * are tokens of letters and digits, which mean nothing else to an engine; everything else is a bound parameter.
 */

/** The terms to look for, and the documents to search. */
interface Search {
  readonly ownerId: string;
  /** All terms must match. */
  readonly terms: readonly Term[];
  /** Only documents of these types. Null for all types. */
  readonly types: readonly string[] | null;
}

/** A record whose document was found. */
interface RankedDocument extends NodeRef {
  title: string;
  text: string;
  /** Above 0, up to 1: the mean of the points of the terms, relative to the most points of a term. */
  score: number;
}

type StoredDocument = Pick<Row<'searchDocument'>, 'rowId' | 'type' | 'title' | 'text'> & { score: number | bigint };

interface Source {
  readonly database: Pick<Database, 'engine' | 'readMany'>;
  readonly db: ReadDatabase;
}

/** The points of a term, by where it matches: a word of the title, the start of one, or the same in the text. */
const points = { titleWord: 4, titleStart: 3, textWord: 2, textStart: 1 };

/** The documents that match, sorted by score, then the latest written first. */
export async function findDocuments(
  source: Source,
  search: Search,
  { skip, take }: { skip: number; take: number },
): Promise<RankedDocument[]> {
  // Sorts numbers only; otherwise the texts of all matches would be sorted along.
  const rows = await source.database.readMany(
    scopeOf(search),
    () => source.db.$queryRaw<StoredDocument[]>`
      SELECT d."rowId", d."type", d."title", d."text", m."points" AS "score"
      FROM (${best(source, search, skip + take)} LIMIT ${take} OFFSET ${skip}) m
        JOIN "SearchDocument" d ON d."number" = m."number"
      ORDER BY m."points" DESC, d."number" DESC`,
  );
  const max = maxPoints(search);
  return rows.map(({ title, text, score, ...document }) => ({
    ...nodeOfDocument(document),
    title,
    text,
    score: Number(score) / max,
  }));
}

/** The points of a document that has all terms as words of its title. */
const maxPoints = ({ terms }: Search) => points.titleWord * terms.length;

/** The numbers and points of the documents that match best, in their order. */
function best(source: Source, search: Search, count: number): Prisma.Sql {
  const ranked = Prisma.sql`
    SELECT d."number", ${Prisma.join(search.terms.map(pointsOf), ' + ')} AS "points" FROM ${matching(source, search)}`;
  const order = Prisma.sql`ORDER BY "points" DESC, "number" DESC`;
  if (source.database.engine === 'postgresql') return Prisma.sql`${ranked} ${order}`;
  // FTS5 has the documents with all terms in the title in order, the latest first. Only if they are too few are the others ranked,
  // since SQLite reads a part of UNION ALL once it needs it.
  const max = maxPoints(search);
  return Prisma.sql`
    SELECT * FROM (
      SELECT d."number", ${max} AS "points" FROM ${matching(source, search, { inTitle: true })}
      ORDER BY "SearchIndex".rowid DESC LIMIT ${count})
    UNION ALL
    SELECT * FROM (SELECT * FROM (${ranked}) WHERE "points" < ${max} ${order} LIMIT ${count})`;
}

/** The number of documents that match. */
export async function countDocuments(source: Source, search: Search): Promise<number> {
  // Of all types, FTS5 counts without a look at each document. Few are in the trash.
  const from =
    source.database.engine === 'sqlite' && search.types === null
      ? Prisma.sql`"SearchIndex" WHERE "SearchIndex" MATCH ${matchOf(search)} AND rowid NOT IN (
          SELECT "number" FROM "SearchDocument" WHERE "ownerId" = ${search.ownerId} AND "isTrashed" = ${true})`
      : matching(source, search);
  const rows = await source.database.readMany(
    scopeOf(search),
    () => source.db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" FROM ${from}`,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Whatever is searched for may be in all of the owner's documents. */
const scopeOf = ({ ownerId }: Search) => ({ model: 'searchDocument', ownerId }) as const;

/** The terms in the language of FTS5. */
const matchOf = ({ ownerId, terms }: Search): string =>
  [ownerToken(ownerId), ...terms.map(({ token, prefix }) => (prefix ? `${token}*` : token))].join(' AND ');

/** The documents that have all terms as words of their titles. */
const titleMatchOf = ({ ownerId, terms }: Search): string =>
  [ownerToken(ownerId), ...terms.map(({ token }) => `titleTokens : ${token}`)].join(' AND ');

/** The terms in the language of PostgreSQL. */
const tsQueryOf = ({ ownerId, terms }: Search): string =>
  [ownerToken(ownerId), ...terms.map(({ token, prefix }) => (prefix ? `${token}:*` : token))].join(' & ');

/** The FROM clause of the documents that match. @param inTitle whether the terms have to be words of the title; on SQLite only */
function matching({ database }: Source, search: Search, { inTitle } = { inTitle: false }): Prisma.Sql {
  const { ownerId, types } = search;
  // SQL has no empty list. No type has the empty name.
  const ofTypes = types ? Prisma.sql`AND d."type" IN (${Prisma.join(['', ...types])})` : Prisma.empty;
  const mine = Prisma.sql`d."ownerId" = ${ownerId} AND d."isTrashed" = ${false} ${ofTypes}`;
  // On PostgreSQL this is exactly the expression of the index.
  return database.engine === 'sqlite'
    ? Prisma.sql`"SearchIndex" JOIN "SearchDocument" d ON d."number" = "SearchIndex".rowid
        WHERE "SearchIndex" MATCH ${inTitle ? titleMatchOf(search) : matchOf(search)} AND ${mine}`
    : Prisma.sql`"SearchDocument" d WHERE (
        setweight(to_tsvector('simple'::regconfig, d."titleTokens"), 'A')
        || setweight(to_tsvector('simple'::regconfig, d."textTokens"), 'B')
      ) @@ to_tsquery('simple'::regconfig, ${tsQueryOf(search)}) AND ${mine}`;
}

function pointsOf({ token }: Term): Prisma.Sql {
  const [whole, start] = [`% ${token} %`, `% ${token}%`];
  return Prisma.sql`CASE
    WHEN ' ' || d."titleTokens" || ' ' LIKE ${whole} THEN ${Prisma.raw(String(points.titleWord))}
    WHEN ' ' || d."titleTokens" LIKE ${start} THEN ${Prisma.raw(String(points.titleStart))}
    WHEN ' ' || d."textTokens" || ' ' LIKE ${whole} THEN ${Prisma.raw(String(points.textWord))}
    ELSE ${Prisma.raw(String(points.textStart))} END`;
}
