import { Prisma } from '../../generated/sqlite/client.ts';
import type { Database } from '../database/database.ts';
import { joinOf } from '../database/model-relations.ts';

/*
 * Conditions in SQL: what Prisma makes of them for its own queries, for the statistics, which Prisma cannot express. They
 * consist of what lists and filters are made of. Values are bound; the names in the text are those of models and columns.
 */

type Condition = Readonly<Record<string, unknown>>;
type Engine = Database['engine'];
type Join = NonNullable<ReturnType<typeof joinOf>>;

/** The name of a table in SQL. */
export const quoted = (name: string) => Prisma.raw(`"${name}"`);
/** A column in SQL. @param alias the name that its table has in the statement */
export const column = (alias: string, name: string) => Prisma.raw(`${alias}."${name}"`);
const [all, none] = [Prisma.sql`1 = 1`, Prisma.sql`1 = 0`];
const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

const allOf = (parts: Prisma.Sql[]) => (parts.length > 0 ? Prisma.sql`(${Prisma.join(parts, ' AND ')})` : all);
const anyOf = (parts: Prisma.Sql[]) => (parts.length > 0 ? Prisma.sql`(${Prisma.join(parts, ' OR ')})` : none);

/** The condition in SQL. @param alias the name that the table of the model has in the statement */
export function toSql(engine: Engine, model: string, where: object, alias: string): Prisma.Sql {
  const parts = Object.entries(where).flatMap(([key, value]): Prisma.Sql[] => {
    if (value === undefined) return [];
    const each = () => listOf(value as Condition).map((part) => toSql(engine, model, part as Condition, alias));
    if (key === 'AND') return [allOf(each())];
    if (key === 'OR') return [anyOf(each())];
    if (key === 'NOT') return each().map((part) => Prisma.sql`NOT ${part}`);
    const join = joinOf(model, key);
    return join ? related(engine, join, value as Condition, alias) : compare(engine, column(alias, key), value);
  });
  return allOf(parts);
}

/** The condition of a relation: `{ is: … }` or the condition itself of a record, `{ some: … }` of several. */
function related(engine: Engine, join: Join, value: Condition, alias: string): Prisma.Sql[] {
  const inner = `${alias}x`;
  const { is, some, ...own } = value as { is?: Condition; some?: Condition };
  return [is, some, Object.keys(own).length > 0 ? own : undefined].flatMap((condition) =>
    condition === undefined
      ? []
      : Prisma.sql`EXISTS (SELECT 1 FROM ${quoted(join.model)} ${Prisma.raw(inner)}
          WHERE ${column(inner, join.theirs)} = ${column(alias, join.ours)} AND ${toSql(engine, join.model, condition, inner)})`,
  );
}

/** The conditions of a column. @throws Error for a comparison that lists and filters do not use */
function compare(engine: Engine, name: Prisma.Sql, value: unknown): Prisma.Sql[] {
  if (value === null) return [Prisma.sql`${name} IS NULL`];
  if (typeof value !== 'object' || value instanceof Date) return [Prisma.sql`${name} = ${value}`];
  return Object.entries(value).flatMap(([comparator, operand]): Prisma.Sql[] => {
    if (operand === undefined) return [];
    const among = () => Prisma.join(operand as unknown[]);
    const isEmpty = Array.isArray(operand) && operand.length === 0;
    switch (comparator) {
      case 'equals':
        return operand === null ? [Prisma.sql`${name} IS NULL`] : [Prisma.sql`${name} = ${operand}`];
      case 'not':
        return operand === null ? [Prisma.sql`${name} IS NOT NULL`] : [Prisma.sql`${name} <> ${operand}`];
      case 'in':
        return [isEmpty ? none : Prisma.sql`${name} IN (${among()})`];
      case 'notIn':
        return [isEmpty ? all : Prisma.sql`${name} NOT IN (${among()})`];
      case 'gt':
        return [Prisma.sql`${name} > ${operand}`];
      case 'gte':
        return [Prisma.sql`${name} >= ${operand}`];
      case 'lt':
        return [Prisma.sql`${name} < ${operand}`];
      case 'lte':
        return [Prisma.sql`${name} <= ${operand}`];
      case 'contains':
        return [
          engine === 'sqlite'
            ? Prisma.sql`instr(${name}, ${operand}) > 0`
            : Prisma.sql`strpos(${name}, ${operand}) > 0`,
        ];
      case 'startsWith':
        return [
          engine === 'sqlite'
            ? Prisma.sql`substr(${name}, 1, length(${operand})) = ${operand}`
            : Prisma.sql`starts_with(${name}, ${operand})`,
        ];
      default:
        throw new Error(`There is no SQL for ${comparator}.`);
    }
  });
}
