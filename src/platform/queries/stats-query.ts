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
import type { Calendar } from '../time/calendar.ts';
import type { Bucket } from '../time/periods.ts';
import {
  aggregatesOf,
  centersOf,
  type KnownMeasure,
  measureSql,
  type StatsSummary,
  summaryOf,
} from './stats-measures.ts';
import { type Clock, clockLabel, periodLabel, type TimeColumn } from './stats-times.ts';

/* The query of statistics: one statement, in which the database summarizes the records of each period and group. */

/** A way to group records. */
export type StatsGroup<C extends string = string> = { readonly description: string } & (
  | {
      /** A column with few values: an enum, or a number with a name for each value, starting at 0. */
      readonly value: C;
      readonly names?: readonly string[];
    }
  /** A column that refers to a record of another type. With `through`, it is a column of the record that a to-one relation leads to. */
  | { readonly row: string; readonly through?: string; readonly type: Prisma.ModelName }
  /** A many-to-many relation to another type. A record counts for each record that it is related to. */
  | { readonly joins: string; readonly type: Prisma.ModelName }
  /** The day of the week or the hour of the clock of the time. */
  | { readonly clock: Clock; readonly names?: readonly string[] }
);

/** What is asked of the records of a model that meet a condition. */
export interface Question {
  readonly model: Prisma.ModelName;
  readonly where: object;
  /** The column that says when a record was, and the years that it is in; null for dates. */
  readonly time: { readonly column: string; readonly years: readonly number[] | null };
  readonly bucket: Bucket | null;
  readonly groups: readonly StatsGroup[];
  readonly measures: readonly KnownMeasure[];
  /** The number of rows to read at most. */
  readonly limit: number;
}

/** The records of one period and group. */
export interface Part {
  /** The first time in it. Null without a period, and for records without that time. */
  readonly time: Date | string | null;
  /** The key in each of the groups. */
  readonly keys: readonly (string | null)[];
  readonly count: number;
  readonly measures: Record<string, StatsSummary | null>;
}

/** What statistics are read from. */
export interface Source {
  readonly database: Pick<Database, 'engine'>;
  readonly db: ReadDatabase;
}

const [nothing, everything] = [Prisma.sql`NULL`, Prisma.sql`1 = 1`];
/** The name of the table of the records in a statement. */
export const alias = 't';

/** The years in UTC of the times in a column, in ascending order. Takes one statement. */
export async function readYears(
  { db, database: { engine } }: Source,
  { model, where, column: name }: { model: Prisma.ModelName; where: object; column: string },
): Promise<number[]> {
  const { from, condition, values } = sourceOf(engine, model, where);
  const at = column(alias, name);
  const year = engine === 'sqlite' ? Prisma.sql`substr(${at}, 1, 4)` : Prisma.sql`EXTRACT(YEAR FROM ${at})`;
  const sql = Prisma.sql`SELECT DISTINCT ${year} AS "year" ${from.toSql()} WHERE ${condition} AND ${at} IS NOT NULL`;
  const found = await db.$queryRows(bindAll(engine, sql, values));
  return found.map(([text]) => Number(text)).sort((a, b) => a - b);
}

/** The records that meet a condition, summarized by period and group, in one statement. */
export async function readParts(source: Source, question: Question, calendar: Calendar): Promise<Part[]> {
  const { engine } = source.database;
  const { bucket, groups, measures } = question;
  const { sql, values } = toStatement(engine, question, calendar);
  const found = await source.db.$queryRows(bindAll(engine, sql, values));
  return found
    .map(([time, count, ...more]) => {
      const summaries = more.slice(groups.length).values();
      return {
        time: bucket ? timeOf(time as string | null, question.time.years === null) : null,
        keys: more.slice(0, groups.length).map((key) => (key === null ? null : String(key as string | number))),
        count: Number(count),
        measures: Object.fromEntries(measures.map((measure) => [measure.name, summaryOf(summaries, measure)])),
      };
    })
    .filter(({ count }) => count > 0);
}

/** A condition whose texts can be bound. One with half of a surrogate pair cannot; drivers replace it in the same way. */
function storable(part: unknown): unknown {
  if (typeof part === 'string') return part.toWellFormed();
  if (Array.isArray(part)) return part.map(storable);
  if (part === null || typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, storable(value)]));
}

/** The tables and the condition of the records of a model that meet one, and the values to bind. */
export function sourceOf(engine: Engine, model: string, where: object) {
  const { template, values } = takeValues({ where: storable(where) });
  const from = new From(model, alias, createAliases());
  const condition = toSql(engine, from, model, template.where as Values, alias) ?? everything;
  return { from, condition, values };
}

/**
 * Whether the records of each period are only counted, by a date. Then they are counted by date first: often an index has that order, and
 * there are fewer dates than records, for each of which the period is told once.
 */
const isCountOfDates = ({ time, groups, measures }: Question) =>
  time.years === null && groups.length === 0 && measures.length === 0;

function toStatement(engine: Engine, question: Question, calendar: Calendar) {
  const { model, where, time, bucket, groups, measures, limit } = question;
  const { from, condition, values } = sourceOf(engine, model, where);
  const at: TimeColumn = { sql: column(alias, time.column), years: time.years };
  const inLimit = Prisma.sql`LIMIT ${Prisma.raw(String(limit))}`;
  if (bucket && isCountOfDates(question)) {
    const dates = Prisma.sql`SELECT ${periodLabel(engine, at, bucket, calendar)} AS "period", ${at.sql} AS "at", COUNT(*) AS "n"
      ${from.toSql()} WHERE ${condition} GROUP BY ${at.sql}`;
    return { sql: Prisma.sql`SELECT MIN("at"), SUM("n") FROM (${dates}) AS d GROUP BY "period" ${inLimit}`, values };
  }
  const keys = groups.map((group, i) =>
    keyOf(engine, from, group, `g${i}`, (clock) => clockLabel(engine, at, clock, calendar)),
  );
  const columns = [
    Prisma.sql`${bucket ? periodLabel(engine, at, bucket, calendar) : nothing} AS "period"`,
    Prisma.sql`${bucket ? at.sql : nothing} AS "at"`,
    ...keys.map(({ key }, i) => Prisma.sql`${key} AS ${quoted(`k${i}`)}`),
    ...measures.map(({ of }, i) => Prisma.sql`${measureSql(engine, model, of, alias)} AS ${quoted(`m${i}`)}`),
  ];
  // After the condition and the keys: they add joins.
  const records = Prisma.sql`SELECT ${Prisma.join(columns)} ${from.toSql()} ${all(keys.map(({ join }) => join))} WHERE ${condition}`;
  const names = [...(bucket ? ['period'] : []), ...groups.map((_, i) => `k${i}`)].map(quoted);
  const grouped = names.length > 0 ? Prisma.sql`GROUP BY ${Prisma.join(names)}` : Prisma.empty;
  const centers = centersOf(measures, names.length > 0 ? Prisma.join(names) : nothing);
  const rows = centers.length > 0 ? Prisma.sql`SELECT *, ${Prisma.join(centers)} FROM (${records}) AS r` : records;
  const shown = [
    bucket ? Prisma.sql`MIN("at")` : nothing,
    Prisma.sql`COUNT(*)`,
    ...groups.map((_, i) => quoted(`k${i}`)),
    ...aggregatesOf(engine, measures),
  ];
  const sql = Prisma.sql`SELECT ${Prisma.join(shown)} FROM (${rows}) AS v ${grouped} ${inLimit}`;
  return { sql, values };
}

const all = (parts: readonly Prisma.Sql[]) => (parts.length > 0 ? Prisma.join([...parts], ' ') : Prisma.empty);

/** The key of a group in SQL, and what it takes in the FROM clause. Related records in the trash are no groups. */
function keyOf(
  engine: Engine,
  from: From,
  group: StatsGroup,
  joined: string,
  clockOf: (clock: Clock) => Prisma.Sql,
): { key: Prisma.Sql; join: Prisma.Sql } {
  if ('clock' in group) return { key: clockOf(group.clock), join: Prisma.empty };
  if ('row' in group) return { key: column(holderOf(from, group.through), group.row), join: Prisma.empty };
  if ('value' in group) {
    const of = column(alias, group.value);
    // PostgreSQL's enums are types of their own.
    return { key: engine === 'sqlite' ? of : Prisma.sql`CAST(${of} AS TEXT)`, join: Prisma.empty };
  }
  const other = modelKeyOf(group.type);
  const relation = relationOf(from.model, group.joins);
  const related = relation && relationOf(relation.model, other);
  if (!related) throw new Error(`${from.model} is not related to ${group.type} by ${group.joins}.`);
  const isActive = exists(engine, from, related, active(other), joined);
  const on = Prisma.sql`${column(joined, relation.theirs)} = ${column(alias, relation.ours)} AND ${isActive}`;
  return {
    key: column(joined, `${other}Id`),
    join: Prisma.sql`LEFT JOIN ${quoted(relation.model)} AS ${quoted(joined)} ON ${on}`,
  };
}

/** The alias of the record itself, or of the one that a to-one relation leads to. */
export function holderOf(from: From, through: string | undefined): string {
  if (through === undefined) return alias;
  const relation = relationOf(from.model, through);
  if (!relation || relation.isList) throw new Error(`${from.model} has no record ${through}.`);
  return from.join(alias, through, relation);
}

/** The time or date in a column, as drivers have it. */
export const timeOf = (at: string | null, isDate: boolean): Part['time'] => (at === null || isDate ? at : new Date(at));
