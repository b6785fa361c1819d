import { Prisma } from '../../generated/sqlite/client.ts';
import { column, quoted } from '../database/compiled-reads/from.ts';
import type { Engine } from '../database/location.ts';
import { relationOf } from '../database/model-relations.ts';
import { columnsOf, modelKeyOf } from '../database/models.ts';
import { meanStateOf, type StatisticState } from './rates.ts';

/* The numbers of records that statistics summarize, in SQL, and their summaries. */

/** A number of a record. */
export type StatsMeasure<C extends string = string> = { readonly description: string } & (
  | {
      readonly column: C;
      /** Whether the values are whole numbers of at most four digits: their squares add up without a rounding error. */
      readonly isSmall?: boolean;
    }
  /** The time from one moment to another, in minutes or in days of 24 hours. None if a column is set, such as that of all-day meetings. */
  | { readonly from: C; readonly to: C; readonly unit: keyof typeof secondsOf; readonly unless?: C }
  /** How far a value has come from a start (0) to an end (1). */
  | { readonly value: C; readonly start: C; readonly end: C }
  /** The number of related records of a list that are not in the trash. */
  | { readonly countOf: string }
);

const secondsOf = { minutes: 60, days: 86_400 };

/** A measure that is asked for. The range, the middle and the spread are work of their own: the values are compared, sorted, or read twice. */
export interface AskedMeasure {
  readonly name: string;
  readonly hasRange: boolean;
  readonly hasMedian: boolean;
  readonly hasDeviation: boolean;
}

/** A summary of numbers. */
export interface StatsSummary {
  readonly count: number;
  readonly sum: number;
  /** The least and the greatest number. 0 if the range is not asked for. */
  readonly min: number;
  readonly max: number;
  /** The arithmetic mean. Null if there are too few numbers. */
  readonly mean: number | null;
  /** The middle number, or the mean of the two in the middle. Null if it is not asked for or there are too few. */
  readonly median: number | null;
  /** The standard deviation of a sample. Null if it is not asked for or there are too few. */
  readonly standardDeviation: number | null;
  readonly state: StatisticState;
  readonly missing: string | null;
}

/** The number of a record. @param alias the name of its table in the statement */
export function measureSql(engine: Engine, model: string, measure: StatsMeasure, alias: string): Prisma.Sql {
  const of = (name: string) => column(alias, name);
  if ('column' in measure) return of(measure.column);
  if ('countOf' in measure) return countSql(model, measure.countOf, alias);
  if ('unit' in measure) {
    const seconds = (name: string) =>
      // To the second: both engines can.
      engine === 'sqlite'
        ? Prisma.sql`unixepoch(${of(name)})`
        : Prisma.sql`CAST(EXTRACT(EPOCH FROM date_trunc('second', ${of(name)})) AS DOUBLE PRECISION)`;
    const unit = Prisma.raw(`${secondsOf[measure.unit]}.0`);
    const length = Prisma.sql`(${seconds(measure.to)} - ${seconds(measure.from)}) / ${unit}`;
    return measure.unless ? Prisma.sql`CASE WHEN ${of(measure.unless)} IS NULL THEN ${length} END` : length;
  }
  const [value, start, end] = [of(measure.value), of(measure.start), of(measure.end)];
  const [done, whole] = [Prisma.sql`(${value} - ${start})`, Prisma.sql`(${end} - ${start})`];
  // PostgreSQL refuses quotients and squares that are too large or too small for a number. These are none.
  return Prisma.sql`CASE WHEN ${whole} = 0 THEN NULL
    WHEN (${done} < 0) = (${whole} > 0) OR ABS(${done}) < 1e-130 THEN 0.0
    WHEN ABS(${done}) >= ABS(${whole}) THEN 1.0 ELSE ${done} / ${whole} END`;
}

function countSql(model: string, list: string, alias: string): Prisma.Sql {
  const relation = relationOf(model, list);
  if (!relation) throw new Error(`${model} has no ${list}.`);
  const isLeft = columnsOf(modelKeyOf(relation.model)).includes('trashedAt')
    ? Prisma.sql`AND ${column('c', 'trashedAt')} IS NULL`
    : Prisma.empty;
  const isOwn = Prisma.sql`${column('c', relation.theirs)} = ${column(alias, relation.ours)}`;
  return Prisma.sql`(SELECT COUNT(*) FROM ${quoted(relation.model)} AS c WHERE ${isOwn} ${isLeft})`;
}

const numberAs = (name: string, i: number) => Prisma.raw(`"${name}${i}"`);

/** A measure that is asked for, and what it is. */
export type KnownMeasure = AskedMeasure & { readonly of: StatsMeasure };

const isSmall = ({ of }: KnownMeasure) => 'isSmall' in of && of.isSmall === true;

/**
 * The mean of the values of a group beside each of them, from which the deviations are. Small values have none: what their squares
 * add up to says as much, and takes half the time.
 * @param group what makes the group
 */
export const centersOf = (asked: readonly KnownMeasure[], group: Prisma.Sql): Prisma.Sql[] =>
  asked.flatMap((measure, i) =>
    measure.hasDeviation && !isSmall(measure)
      ? [
          Prisma.sql`AVG(CAST(${numberAs('m', i)} AS DOUBLE PRECISION)) OVER (PARTITION BY ${group}) AS ${numberAs('c', i)}`,
        ]
      : [],
  );

/** The aggregates of the values `m0`, `m1` and so on, and of their centers `c0`, `c1`, in the order in which `summaryOf` takes them. */
export const aggregatesOf = (engine: Engine, asked: readonly KnownMeasure[]): Prisma.Sql[] =>
  asked.flatMap((measure, i) => {
    const { hasRange, hasMedian, hasDeviation } = measure;
    const of = numberAs('m', i);
    const difference = isSmall(measure) ? of : Prisma.sql`(${of} - ${numberAs('c', i)})`;
    const median =
      engine === 'sqlite' ? Prisma.sql`median(${of})` : Prisma.sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${of})`;
    return [
      Prisma.sql`COUNT(${of})`,
      Prisma.sql`SUM(${of})`,
      ...(hasRange ? [Prisma.sql`MIN(${of})`, Prisma.sql`MAX(${of})`] : []),
      ...(hasMedian ? [median] : []),
      ...(hasDeviation ? [Prisma.sql`SUM(${difference} * ${difference})`] : []),
    ];
  });

/** The summary of a measure, of which a row of the result has the aggregates next. Null if there are no values. */
export function summaryOf(aggregates: Iterator<unknown>, measure: KnownMeasure): StatsSummary | null {
  const { hasRange, hasMedian, hasDeviation } = measure;
  const next = () => Number(aggregates.next().value ?? 0);
  const [count, sum] = [next(), next()];
  const [min, max] = hasRange ? [next(), next()] : [0, 0];
  const median = hasMedian ? next() : 0;
  const added = hasDeviation ? next() : 0;
  if (count === 0) return null;
  const squares = isSmall(measure) ? added - sum ** 2 / count : added;
  const state = meanStateOf(count);
  const isKnown = state.state === 'OK';
  return {
    ...{ count, sum, min, max, ...state },
    mean: isKnown ? sum / count : null,
    median: isKnown && hasMedian ? median : null,
    standardDeviation: isKnown && hasDeviation ? Math.sqrt(squares / (count - 1)) : null,
  };
}
