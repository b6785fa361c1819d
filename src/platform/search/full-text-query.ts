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
      FROM (
        SELECT d."number", ${Prisma.join(search.terms.map(pointsOf), ' + ')} AS "points"
        FROM ${matching(source, search)}
        ORDER BY "points" DESC, d."number" DESC LIMIT ${take} OFFSET ${skip}
      ) m JOIN "SearchDocument" d ON d."number" = m."number"
      ORDER BY m."points" DESC, d."number" DESC`,
  );
  const max = points.titleWord * search.terms.length;
  return rows.map(({ title, text, score, ...document }) => ({
    ...nodeOfDocument(document),
    title,
    text,
    score: Number(score) / max,
  }));
}

/** The number of documents that match. */
export async function countDocuments(source: Source, search: Search): Promise<number> {
  const rows = await source.database.readMany(
    scopeOf(search),
    () => source.db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" FROM ${matching(source, search)}`,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Whatever is searched for may be in all of the owner's documents. */
const scopeOf = ({ ownerId }: Search) => ({ model: 'searchDocument', ownerId }) as const;

/** The FROM clause of the documents that match. */
function matching({ database }: Source, { ownerId, terms, types }: Search): Prisma.Sql {
  const sqlite = database.engine === 'sqlite';
  const all = [
    ownerToken(ownerId),
    ...terms.map(({ token, prefix }) => `${token}${prefix ? (sqlite ? '*' : ':*') : ''}`),
  ].join(sqlite ? ' AND ' : ' & ');
  // SQL has no empty list. No type has the empty name.
  const ofTypes = types ? Prisma.sql`AND d."type" IN (${Prisma.join(['', ...types])})` : Prisma.empty;
  const mine = Prisma.sql`d."ownerId" = ${ownerId} AND d."isTrashed" = ${false} ${ofTypes}`;
  // On PostgreSQL this is exactly the expression of the index.
  return sqlite
    ? Prisma.sql`"SearchIndex" JOIN "SearchDocument" d ON d."number" = "SearchIndex".rowid
        WHERE "SearchIndex" MATCH ${all} AND ${mine}`
    : Prisma.sql`"SearchDocument" d WHERE (
        setweight(to_tsvector('simple'::regconfig, d."titleTokens"), 'A')
        || setweight(to_tsvector('simple'::regconfig, d."textTokens"), 'B')
      ) @@ to_tsquery('simple'::regconfig, ${all}) AND ${mine}`;
}

function pointsOf({ token }: Term): Prisma.Sql {
  const [whole, start] = [`% ${token} %`, `% ${token}%`];
  return Prisma.sql`CASE
    WHEN ' ' || d."titleTokens" || ' ' LIKE ${whole} THEN ${Prisma.raw(String(points.titleWord))}
    WHEN ' ' || d."titleTokens" LIKE ${start} THEN ${Prisma.raw(String(points.titleStart))}
    WHEN ' ' || d."textTokens" || ' ' LIKE ${whole} THEN ${Prisma.raw(String(points.textWord))}
    ELSE ${Prisma.raw(String(points.textStart))} END`;
}
