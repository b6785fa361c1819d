import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Records, Values } from '../database/delegates.ts';
import { modelKeyOf } from '../database/models.ts';
import { active } from '../records/soft-delete.ts';

/** How statistics get at what they count: by columns in the database, by joins from the rows. */

/** What rows can be grouped by. */
export type StatsGroup<C extends string = string> = { readonly description: string } & (
  | {
      /** A column of few values: an enum, or one that is stored as a number and then has names, from 0 on. */
      readonly value: C;
      readonly names?: readonly string[];
    }
  /** The one row of another type that a column names. */
  | { readonly row: C; readonly type: Prisma.ModelName }
  /** The rows of another type that it is joined to, by its list of joins: it counts for each of them. */
  | { readonly rows: string; readonly type: Prisma.ModelName }
);

/** What the numbers of a column come to. */
export interface StatsSummary {
  count: number;
  sum: number;
  mean: number;
  min: number;
  max: number;
}

/** Some rows that are alike in time and group, however the database put them together. */
export interface Part {
  time: Date | string | null;
  key: string | number | null;
  count: number;
  measures: Record<string, StatsSummary | null>;
}

/** What is asked about rows: by which time, in which groups, and which of their numbers. */
export interface Question {
  readonly timeColumn: string | undefined;
  readonly group: StatsGroup | undefined;
  readonly measures: readonly string[];
}

/** The rows that meet a condition, put together as far as the database does that; in one statement. */
export async function readParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  question: Question,
): Promise<Part[]> {
  const { group } = question;
  return group && 'rows' in group ? joinParts(records, where, question, group) : groupParts(records, where, question);
}

/** Groups by columns, which the database does. */
async function groupParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  { timeColumn, group, measures }: Question,
): Promise<Part[]> {
  const keyColumn = group && ('value' in group ? group.value : 'row' in group ? group.row : undefined);
  const chosen = Object.fromEntries(measures.map((measure) => [measure, true]));
  const rows = await records.groupBy({
    // All are of one owner: so there is a column to group by when nothing else is asked.
    by: [...new Set(['ownerId', timeColumn, keyColumn].filter((column) => column !== undefined))],
    where,
    _count: { _all: true, ...chosen },
    ...(measures.length > 0 && { _sum: chosen, _min: chosen, _max: chosen }),
  });
  return rows.map((row) => {
    const { _count, _sum, _min, _max } = row as Record<'_count' | '_sum' | '_min' | '_max', Record<string, number>>;
    const summaryOf = (name: string): StatsSummary | null => {
      const [count = 0, sum = 0, min = 0, max = 0] = [_count[name], _sum?.[name], _min?.[name], _max?.[name]];
      return count > 0 ? { count, sum, mean: sum / count, min, max } : null;
    };
    return {
      time: timeColumn === undefined ? null : (row[timeColumn] as Part['time']),
      key: keyColumn === undefined ? null : (row[keyColumn] as Part['key']),
      count: _count._all ?? 0,
      measures: Object.fromEntries(measures.map((name) => [name, summaryOf(name)])),
    };
  });
}

/** Groups by what rows are joined to, which takes the rows themselves. What they are joined to in the trash is no group. */
async function joinParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  { timeColumn, measures }: Question,
  { rows: relation, type }: { rows: string; type: string },
): Promise<Part[]> {
  const other = modelKeyOf(type);
  const column = `${other}Id`;
  const joins = { select: { [column]: true }, where: { [other]: active(other) } };
  const columns = Object.fromEntries([...measures, ...(timeColumn ? [timeColumn] : [])].map((name) => [name, true]));
  const rows = await records.findMany({ where, select: { ...columns, [relation]: joins } });
  return rows.flatMap((row) => {
    const keys = (row[relation] as Values[]).map((join) => join[column] as string);
    const summaries = measures.map((name): [string, StatsSummary | null] => {
      const value = row[name] as number | null;
      return [name, value === null ? null : { count: 1, sum: value, mean: value, min: value, max: value }];
    });
    return (keys.length > 0 ? keys : [null]).map((key) => ({
      time: timeColumn === undefined ? null : (row[timeColumn] as Part['time']),
      key,
      count: 1,
      measures: Object.fromEntries(summaries),
    }));
  });
}
