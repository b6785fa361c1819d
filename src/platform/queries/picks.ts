import { Prisma } from '../../generated/sqlite/client.ts';
import { column, quoted } from '../database/compiled-reads/from.ts';
import { bindAll } from '../database/compiled-reads/parameters.ts';
import { columnOf, relationOf } from '../database/model-relations.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Bucket } from '../time/periods.ts';
import { alias, holderOf, type Source, sourceOf, timeOf } from './stats-query.ts';
import { periodLabel } from './stats-times.ts';

/*
 * A quota of records for each period, in one statement: the database ranks the records of each period and counts them, so that no more
 * are read than are picked, however many there are.
 */

/** What ranks records: the greatest number first, or with `from` the one that is farthest from a number. None comes last. */
export interface RankSpec {
  readonly column: string;
  readonly from?: number;
}

/** Which records are picked from. */
export interface PickQuestion {
  readonly model: Prisma.ModelName;
  readonly where: object;
  /** The column that says when a record was; with `through`, of the record that a to-one relation leads to. */
  readonly time: { readonly column: string; readonly through?: string };
  /** The first and the last day of the times. */
  readonly from: string;
  readonly to: string;
  readonly bucket: Exclude<Bucket, 'HOUR'>;
  /** What ranks the records of a period. Equal ones are ranked by time, the latest first, and then by id. */
  readonly ranks: readonly RankSpec[];
  /** The number of records that are picked of each period at most. */
  readonly quota: number;
}

/** A record that was picked. */
export interface Picked {
  readonly id: string;
  readonly at: Date | string;
  /** The number of all records in the period. */
  readonly periodCount: number;
}

/** The first records of each period by rank, in the order of time. Takes one statement. */
export async function pickRecords(
  { db, database: { engine } }: Source,
  { model, where, time, from: firstDay, to: lastDay, bucket, ranks, quota }: PickQuestion,
  calendar: Calendar,
): Promise<Picked[]> {
  const holder = time.through === undefined ? model : (relationOf(model, time.through)?.model ?? model);
  const isDate = columnOf(holder, time.column)?.type !== 'DateTime';
  const [startsAt, endsAt] = [calendar.startOfDay(firstDay), calendar.endOfDay(lastDay)];
  const during = { [time.column]: isDate ? { gte: firstDay, lte: lastDay } : { gte: startsAt, lt: endsAt } };
  const within = time.through === undefined ? during : { [time.through]: during };
  const { from, condition, values } = sourceOf(engine, model, { AND: [where, within] });
  const at = column(holderOf(from, time.through), time.column);
  const [firstYear, lastYear] = [startsAt.getUTCFullYear(), endsAt.getUTCFullYear()];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const period = periodLabel(engine, { sql: at, years: isDate ? null : years }, bucket, calendar);
  const ranked = ranks.map(({ column: name }) => Prisma.sql`${column(alias, name)} AS ${quoted(name)}`);
  const columns = [column(alias, 'id'), Prisma.sql`${at} AS "at"`, Prisma.sql`${period} AS "period"`, ...ranked];
  const records = Prisma.sql`SELECT ${Prisma.join(columns)} ${from.toSql()} WHERE ${condition}`;
  const order = [...ranks.map((rank) => Prisma.sql`${numberOf(rank)} DESC NULLS LAST`), Prisma.sql`"at" DESC, "id"`];
  const counted = Prisma.sql`SELECT "id", "at", COUNT(*) OVER (PARTITION BY "period") AS "count",
    ROW_NUMBER() OVER (PARTITION BY "period" ORDER BY ${Prisma.join(order)}) AS "rank" FROM (${records}) AS r`;
  const sql = Prisma.sql`SELECT "id", "at", "count" FROM (${counted}) AS p
    WHERE "rank" <= ${Prisma.raw(String(quota))} ORDER BY "at", "id"`;
  const found = await db.$queryRows(bindAll(engine, sql, values));
  return found.flatMap(([id, moment, count]) => {
    const when = timeOf(moment as string | null, isDate);
    return when === null ? [] : [{ id: String(id), at: when, periodCount: Number(count) }];
  });
}

const numberOf = ({ column: name, from }: RankSpec) =>
  from === undefined ? quoted(name) : Prisma.sql`ABS(${quoted(name)} - ${Prisma.raw(String(from))})`;
