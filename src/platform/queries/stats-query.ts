import { Prisma } from '../../generated/sqlite/client.ts';
import { column, createAliases, From, quoted } from '../database/compiled-reads/from.ts';
import { bindAll } from '../database/compiled-reads/parameters.ts';
import { takeValues } from '../database/compiled-reads/shape.ts';
import { exists, toSql } from '../database/compiled-reads/where.ts';
import type { Database } from '../database/database.ts';
import type { Values } from '../database/delegates.ts';
import type { Engine } from '../database/location.ts';
import { relationOf } from '../database/model-relations.ts';
import { modelKeyOf } from '../database/models.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import { active } from '../records/soft-delete.ts';

/* The query of statistics: one statement, in which the database counts the records of each group and slice of time. */

/** A way to group records. */
export type StatsGroup<C extends string = string> = { readonly description: string } & (
  | {
      /** A column with few values: an enum, or a number with a name for each value, starting at 0. */
      readonly value: C;
      readonly names?: readonly string[];
    }
  /** A column that refers to a record of another type. */
  | { readonly row: C; readonly type: Prisma.ModelName }
  /** A many-to-many relation to another type. A record counts for each record that it is related to. */
  | { readonly joins: string; readonly type: Prisma.ModelName }
);

/** A summary of the numbers of a column. */
export interface StatsSummary {
  count: number;
  sum: number;
  mean: number;
  min: number;
  max: number;
}

/** The records of one slice of time and group. */
export interface Part {
  /** The date, or the start of the slice. */
  time: Date | string | null;
  key: string | number | null;
  count: number;
  measures: Record<string, StatsSummary | null>;
}

/**
 * The slices into which times are put before they are assigned to periods, the longest first. In which period a time is depends
 * on a calendar, which the database does not have; the slices of a year are few, whatever the number of records.
 */
export const slices = [
  { milliseconds: 3_600_000, interval: '1 hour', characters: 13 },
  { milliseconds: 600_000, interval: '10 minutes', characters: 15 },
  { milliseconds: 60_000, interval: '1 minute', characters: 16 },
  { milliseconds: 1_000, interval: '1 second', characters: 19 },
] as const;
export type Slice = (typeof slices)[number];

/** The time column, the group and the measures of a query. */
export interface Question {
  readonly model: Prisma.ModelName;
  readonly where: object;
  /** The column by which records are assigned to periods, and the slices of its times; none if it has dates. */
  readonly time: { readonly column: string; readonly slice: Slice | null } | null;
  readonly group: StatsGroup | undefined;
  readonly measures: readonly string[];
}

interface Source {
  readonly database: Pick<Database, 'engine'>;
  readonly db: ReadDatabase;
}

type Found = Readonly<Record<string, string | number | bigint | Date | null>>;

const [nothing, everything] = [Prisma.sql`NULL`, Prisma.sql`1 = 1`];

/** The records that meet a condition, counted by slice and group, in one statement. */
export async function readParts({ db, database }: Source, question: Question): Promise<Part[]> {
  const { engine } = database;
  const { model, where, time, group, measures } = question;
  const { template, values } = takeValues({ where });
  const from = new From(model, 't', createAliases());
  const condition = toSql(engine, from, model, template.where as Values, 't');
  const [key, joins] = keyOf(engine, from, group);
  const sums = measures.map((name, i) => {
    const of = column('t', name);
    const as = (what: string) => Prisma.raw(`"${what}${i}"`);
    return Prisma.sql`, COUNT(${of}) AS ${as('count')}, SUM(${of}) AS ${as('sum')}, MIN(${of}) AS ${as('min')}, MAX(${of}) AS ${as('max')}`;
  });
  const sql = Prisma.sql`
    SELECT ${time ? slotOf(engine, time) : nothing} AS "time", ${key} AS "key", COUNT(*) AS "count" ${joined(sums)}
    ${from.toSql()} ${joins}
    WHERE ${condition ?? everything}
    ${groupedBy(time ? Prisma.sql`1` : null, columnOf(group))}`;
  const found = await db.$queryRaw<Found[]>(bindAll(engine, sql, values));
  return found
    .map((row) => ({
      time: timeOf(row.time as string | Date | null, time?.slice),
      key: row.key as string | number | null,
      count: Number(row.count),
      measures: Object.fromEntries(measures.map((name, i) => [name, summaryOf(row, i)])),
    }))
    .filter(({ count }) => count > 0);
}

const joined = (parts: Prisma.Sql[]) => (parts.length > 0 ? Prisma.join(parts, ' ') : Prisma.empty);

/** Groups by a column itself, which an index can have in order, and not by what is made of it. */
function groupedBy(...terms: (Prisma.Sql | null)[]): Prisma.Sql {
  const given = terms.filter((term) => term !== null);
  return given.length > 0 ? Prisma.sql`GROUP BY ${Prisma.join(given)}` : Prisma.empty;
}

/** The column that tells the groups apart. */
function columnOf(group: StatsGroup | undefined): Prisma.Sql | null {
  if (!group) return null;
  if ('joins' in group) return column('j', `${modelKeyOf(group.type)}Id`);
  return column('t', 'row' in group ? group.row : group.value);
}

function summaryOf(row: Found, i: number): StatsSummary | null {
  const [count = 0, sum = 0, min = 0, max = 0] = ['count', 'sum', 'min', 'max'].map((what) =>
    Number(row[`${what}${i}`]),
  );
  return count > 0 ? { count, sum, mean: sum / count, min, max } : null;
}

/** The key of the group in SQL, and what it takes in the FROM clause. Related records in the trash are no groups. */
function keyOf(engine: Engine, from: From, group: StatsGroup | undefined): [Prisma.Sql, Prisma.Sql] {
  if (!group) return [nothing, Prisma.empty];
  if ('row' in group) return [column('t', group.row), Prisma.empty];
  // PostgreSQL's enums are types of their own.
  if ('value' in group) return [Prisma.sql`CAST(${column('t', group.value)} AS TEXT)`, Prisma.empty];
  const other = modelKeyOf(group.type);
  const join = relationOf(from.model, group.joins);
  const related = join && relationOf(join.model, other);
  if (!related) throw new Error(`${from.model} is not related to ${group.type} by ${group.joins}.`);
  const isActive = exists(engine, from, related, active(other), 'j');
  const on = Prisma.sql`${column('j', join.theirs)} = ${column('t', join.ours)} AND ${isActive}`;
  return [column('j', `${other}Id`), Prisma.sql`LEFT JOIN ${quoted(join.model)} j ON ${on}`];
}

/** The slice of a time in SQL: on SQLite, where times are ISO 8601 in UTC, the beginning of their text. */
function slotOf(engine: Engine, { column: name, slice }: NonNullable<Question['time']>): Prisma.Sql {
  const at = column('t', name);
  if (!slice) return at;
  return engine === 'sqlite'
    ? Prisma.raw(`substr(t."${name}", 1, ${slice.characters})`)
    : Prisma.raw(`date_bin('${slice.interval}', t."${name}", TIMESTAMP '2000-01-01')`);
}

function timeOf(slot: Date | string | null, slice: Slice | null | undefined): Part['time'] {
  if (slot === null || !slice || slot instanceof Date) return slot;
  return new Date(`${slot}${'0000-00-00T00:00:00Z'.slice(slot.length)}`);
}
