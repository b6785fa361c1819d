import { Prisma } from '../../../generated/sqlite/client.ts';
import { type PromiseOrValue, whenKnown } from '../../runtime/promise-or-value.ts';
import type { Engine } from '../location.ts';
import { type Column, columnOf, keysOf } from '../model-relations.ts';
import type { RunStatement } from '../reading-adapter.ts';
import { column, createAliases, From } from './from.ts';
import { compileLevel, readRecords } from './level.ts';
import { toLimit } from './limit.ts';
import { toOrderBy } from './order-by.ts';
import { prepare } from './parameters.ts';
import { type ReadField, readColumn, readRecord } from './record.ts';
import { type Arguments, NotCompiled, Slot } from './shape.ts';
import { toSql } from './where.ts';

/** Reads by the statements of a shape. @param values the values that the shape has slots for */
export type Plan<T> = (run: RunStatement, values: unknown[]) => PromiseOrValue<T>;

/**
 * The plan of a list of records: a statement for the records, with those of to-one relations, and one for each to-many relation.
 * @param template the arguments with slots for values
 * @param slots the number of slots
 * @throws NotCompiled
 */
export function planList(engine: Engine, model: string, template: Arguments, slots: number): Plan<object[]> {
  const level = compileLevel(engine, model, template, { next: slots });
  return (run, values) => readRecords(run, level, values);
}

/** The plan of the first record of a list. @throws NotCompiled */
export function planFirst(engine: Engine, model: string, template: Arguments, slots: number): Plan<object | null> {
  if ('take' in template) throw new NotCompiled();
  const plan = planList(engine, model, { ...template, take: 1 }, slots);
  return (run, values) => whenKnown(plan(run, values), ([first]) => first ?? null);
}

/** The plan of a record by what identifies it, and further conditions. @throws NotCompiled */
export function planUnique(engine: Engine, model: string, template: Arguments, slots: number): Plan<object | null> {
  const { where, ...rest } = template;
  if ('orderBy' in rest || 'skip' in rest) throw new NotCompiled();
  return planFirst(engine, model, { ...rest, where: uniqueWhere(model, (where ?? {}) as Arguments) }, slots);
}

/** The condition of a unique record, of which Prisma has the columns of a compound key under a name made of theirs. */
function uniqueWhere(model: string, where: Arguments): Arguments {
  for (const key of keysOf(model)) {
    const { [key.join('_')]: value, ...rest } = where;
    if (value instanceof Slot) return where;
    if (value) return { AND: [value, rest] };
  }
  throw new NotCompiled();
}

/** The plan of a count of records. @throws NotCompiled */
export function planCount(engine: Engine, model: string, { where, ...rest }: Arguments): Plan<number> {
  if (Object.keys(rest).length > 0) throw new NotCompiled();
  const from = new From(model, model, createAliases());
  const condition = toWhere(engine, from, where);
  const { text, parameters } = prepare(engine, Prisma.sql`SELECT COUNT(*) ${from.toSql()}${condition}`);
  return (run, values) => whenKnown(run(text, parameters(values)), ([row]) => Number(row?.[0]));
}

/** The plan of the numbers of records with the same values of columns: a `groupBy` with counts alone. @throws NotCompiled */
export function planGroups(engine: Engine, model: string, args: Arguments): Plan<object[]> {
  const { by, where, orderBy, take, skip, _count = {}, ...rest } = args;
  if (!Array.isArray(by) || typeof _count !== 'object' || Object.keys(rest).length > 0) throw new NotCompiled();
  const from = new From(model, model, createAliases());
  const columns = by.map((name: string) => ofModel(model, name));
  const counted = Object.keys(_count as object);
  const counts = counted.map((name) => (name === '_all' ? Prisma.raw('*') : column(model, ofModel(model, name).name)));
  const keys = columns.map(({ name }) => column(model, name));
  const condition = toWhere(engine, from, where);
  const selected = Prisma.join([...keys, ...counts.map((of) => Prisma.sql`COUNT(${of})`)]);
  const groupBy = Prisma.sql` GROUP BY ${Prisma.join(keys)}${toOrderBy(from, orderBy)}${toLimit(engine, { take, skip })}`;
  const { text, parameters } = prepare(engine, Prisma.sql`SELECT ${selected} ${from.toSql()}${condition}${groupBy}`);
  const numbers = counted.map((name, i): [string, ReadField] => [name, (row) => Number(row[columns.length + i])]);
  const read = readRecord([
    ...columns.map((of, index): [string, ReadField] => [of.name, readColumn(engine, of, index)]),
    ...(counted.length > 0 ? [['_count', readRecord(numbers)] as [string, ReadField]] : []),
  ]);
  return (run, values) => whenKnown(run(text, parameters(values)), (rows) => rows.map((row) => read(row, [])));
}

function toWhere(engine: Engine, from: From, where: unknown): Prisma.Sql {
  const condition = toSql(engine, from, from.model, (where ?? {}) as Arguments, from.alias);
  return condition ? Prisma.sql` WHERE ${condition}` : Prisma.empty;
}

function ofModel(model: string, name: string): Column {
  const found = columnOf(model, name);
  if (!found) throw new NotCompiled();
  return found;
}
