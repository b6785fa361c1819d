import { Prisma } from '../../generated/sqlite/client.ts';
import type { Database, ReadDatabase } from '../database/database.ts';
import type { Row } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import { nodeOfDocument, ownerToken } from './search-documents.ts';
import type { Term } from './tokenizer.ts';

/**
 * Full-text search over the documents, by each engine's own index: FTS5 on SQLite, GIN over a tsvector on PostgreSQL.
 * The one place besides the transaction that speaks SQL. Terms are tokens of letters and digits, so that nothing in them
 * means anything to an engine, and everything else is a bound parameter.
 */

/** What to look for, and among which documents. */
export interface Search {
  readonly ownerId: string;
  /** All of them must be found. */
  readonly terms: readonly Term[];
  /** Only documents of these types; null for all. */
  readonly types: readonly string[] | null;
}

/** A record whose document was found. */
export interface RankedDocument extends NodeRef {
  title: string;
  text: string;
  /** From 0 to 1: the mean of what its terms count for, as `points` has it. */
  score: number;
}

type StoredDocument = Pick<Row<'searchDocument'>, 'rowId' | 'type' | 'title' | 'text'> & { score: number | bigint };

interface Source {
  readonly database: Pick<Database, 'engine'>;
  readonly db: ReadDatabase;
}

/** What a term counts for: most as a word of the title, less where it only begins one, and so on in the text. */
const points = { titleWord: 4, titleStart: 3, textWord: 2, textStart: 1 };

/** The documents found, the best first and among equals the one last changed, from some position on. */
export async function findDocuments(
  source: Source,
  search: Search,
  { skip, take }: { skip: number; take: number },
): Promise<RankedDocument[]> {
  // Positions are made over numbers alone: texts would be carried through the sorting.
  const rows = await source.db.$queryRaw<StoredDocument[]>`
    SELECT d."rowId", d."type", d."title", d."text", m."points" AS "score"
    FROM (
      SELECT d."number", ${Prisma.join(search.terms.map(pointsOf), ' + ')} AS "points"
      FROM ${matching(source, search)}
      ORDER BY "points" DESC, d."number" DESC LIMIT ${take} OFFSET ${skip}
    ) m JOIN "SearchDocument" d ON d."number" = m."number"
    ORDER BY m."points" DESC, d."number" DESC`;
  const max = points.titleWord * search.terms.length;
  return rows.map(({ title, text, score, ...document }) => ({
    ...nodeOfDocument(document),
    title,
    text,
    score: Number(score) / max,
  }));
}

/** How many documents are found. */
export async function countDocuments(source: Source, search: Search): Promise<number> {
  const rows = await source.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM ${matching(source, search)}`;
  return Number(rows[0]?.count ?? 0);
}

/** The documents that match, as what follows FROM. */
function matching({ database }: Source, { ownerId, terms, types }: Search): Prisma.Sql {
  const sqlite = database.engine === 'sqlite';
  const all = [
    ownerToken(ownerId),
    ...terms.map(({ token, prefix }) => `${token}${prefix ? (sqlite ? '*' : ':*') : ''}`),
  ].join(sqlite ? ' AND ' : ' & ');
  // The empty text stands for none of the types: SQL has no list without anything in it.
  const ofTypes = types ? Prisma.sql`AND d."type" IN (${Prisma.join(['', ...types])})` : Prisma.empty;
  const mine = Prisma.sql`d."ownerId" = ${ownerId} AND d."isTrashed" = ${false} ${ofTypes}`;
  // On PostgreSQL the expression is the one that the index is made over, to the letter.
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
