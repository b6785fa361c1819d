import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Records, Values } from '../database/delegates.ts';
import { modelKeyOf } from '../database/models.ts';
import { active } from '../records/soft-delete.ts';

/* The queries of statistics: groups by columns are counted by the database, groups by relations from the records. */

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

/** Records of one time and group, as far as the database combines them. */
export interface Part {
  time: Date | string | null;
  key: string | number | null;
  count: number;
  measures: Record<string, StatsSummary | null>;
}

/** The time column, the group and the measures of a query. */
export interface Question {
  readonly timeColumn: string | undefined;
  readonly group: StatsGroup | undefined;
  readonly measures: readonly string[];
}

/** The records that meet a condition, combined as far as the database does that, in one statement. */
export async function readParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  question: Question,
): Promise<Part[]> {
  const { group } = question;
  return group && 'joins' in group ? joinParts(records, where, question, group) : groupParts(records, where, question);
}

/** Groups by columns, in the database. */
async function groupParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  { timeColumn, group, measures }: Question,
): Promise<Part[]> {
  const keyColumn = group && ('value' in group ? group.value : 'row' in group ? group.row : undefined);
  const chosen = Object.fromEntries(measures.map((measure) => [measure, true]));
  const rows = await records.groupBy({
    // All records have the same owner: a column to group by if there is no other.
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

/** Groups by a relation, which takes the records themselves. Related records in the trash are no groups. */
async function joinParts(
  records: Pick<Records<Values>, 'findMany' | 'groupBy'>,
  where: object,
  { timeColumn, measures }: Question,
  { joins: relation, type }: { joins: string; type: string },
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
