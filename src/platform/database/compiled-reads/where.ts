import { Prisma } from '../../../generated/sqlite/client.ts';
import type { Engine } from '../location.ts';
import { columnOf, type Relation, relationOf } from '../model-relations.ts';
import { column, From } from './from.ts';
import { NotCompiled, Slot } from './shape.ts';

/*
 * Conditions in SQL, with the meaning that Prisma gives them, also where a comparison with null is neither true nor false: a
 * to-one relation is a join, a to-many relation a subquery.
 */

type Condition = Readonly<Record<string, unknown>>;

const [all, none] = [Prisma.sql`1 = 1`, Prisma.sql`1 = 0`];

/**
 * The condition of a record in SQL. Null if it is empty.
 * @param where the condition with slots for values
 * @param alias the record's table in `from`, to which joins are added
 * @throws NotCompiled
 */
export function toSql(engine: Engine, from: From, model: string, where: Condition, alias: string): Prisma.Sql | null {
  const inner = (part: unknown) => toSql(engine, from, model, part as Condition, alias);
  const parts = Object.entries(where).flatMap(([key, value]): (Prisma.Sql | null)[] => {
    switch (key) {
      case 'AND':
        return toList(value).map(inner);
      case 'OR':
        return [anyOf(toList(value).map((part) => notEmpty(inner(part))))];
      case 'NOT':
        return toList(value).map((part) => not(notEmpty(inner(part))));
      default: {
        const relation = relationOf(model, key);
        if (!relation) return compare(engine, model, key, value, alias);
        if (relation.isList) return ofSome(engine, from, relation, value as Condition, alias);
        return ofOne(engine, from, key, relation, value as Condition | null, alias);
      }
    }
  });
  return allOf(parts);
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function allOf(parts: readonly (Prisma.Sql | null)[]): Prisma.Sql | null {
  const given = parts.filter((part) => part !== null);
  const restricting = given.filter((part) => part !== all);
  if (restricting.length > 1) return Prisma.sql`(${Prisma.join(restricting, ' AND ')})`;
  return restricting[0] ?? given[0] ?? null;
}

/** Prisma drops an empty alternative rather than to take it for true. */
function anyOf(parts: Prisma.Sql[]): Prisma.Sql {
  if (parts.length === 0) throw new NotCompiled();
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}

function notEmpty(part: Prisma.Sql | null): Prisma.Sql {
  if (part === null) throw new NotCompiled();
  return part;
}

const not = (part: Prisma.Sql) => Prisma.sql`(NOT ${part})`;

/** The conditions of a to-one relation: `{ is: … }`, `{ isNot: … }`, or the condition of the related record itself. */
function ofOne(
  engine: Engine,
  from: From,
  name: string,
  relation: Relation,
  value: Condition | null,
  alias: string,
): (Prisma.Sql | null)[] {
  const isMissing = (): Prisma.Sql => {
    if (!relation.isReference) throw new NotCompiled();
    return Prisma.sql`${column(alias, relation.ours)} IS NULL`;
  };
  if (value === null) return [isMissing()];
  const { is, isNot, ...own } = value as { is?: Condition | null; isNot?: Condition | null };
  const isOwn = Object.keys(own).length > 0;
  if (isOwn && (is !== undefined || isNot !== undefined)) throw new NotCompiled();
  const joined = () => from.join(alias, name, relation);
  const ofJoined = (condition: Condition) => toSql(engine, from, relation.model, condition, joined());
  const meets = (condition: Condition) => {
    const found = Prisma.sql`${column(joined(), relation.theirs)} IS NOT NULL`;
    return allOf([ofJoined(condition), found]);
  };
  const parts: (Prisma.Sql | null)[] = [];
  if (isOwn) parts.push(meets(own));
  if (is !== undefined) parts.push(is === null ? isMissing() : meets(is));
  if (isNot === null) parts.push(not(isMissing()));
  else if (isNot !== undefined) {
    const lacks = Prisma.sql`${column(joined(), relation.theirs)} IS NULL`;
    parts.push(anyOf([not(notEmpty(ofJoined(isNot))), lacks]));
  }
  return parts;
}

/** The conditions of a to-many relation: `some`, `none` and `every`. */
function ofSome(engine: Engine, from: From, relation: Relation, value: Condition, alias: string): Prisma.Sql[] {
  return Object.entries(value).map(([quantifier, condition]) => {
    switch (quantifier) {
      case 'some':
        return exists(engine, from, relation, condition as Condition, alias);
      case 'none':
        return not(exists(engine, from, relation, condition as Condition, alias));
      case 'every':
        return not(exists(engine, from, relation, { NOT: condition }, alias));
      default:
        throw new NotCompiled();
    }
  });
}

/** That a related record meets a condition. */
export function exists(
  engine: Engine,
  { aliases }: Pick<From, 'aliases'>,
  { model, ours, theirs }: Relation,
  condition: Condition,
  alias: string,
): Prisma.Sql {
  const related = new From(model, aliases('s'), aliases);
  const isRelated = Prisma.sql`${column(related.alias, theirs)} = ${column(alias, ours)}`;
  const meets = allOf([isRelated, toSql(engine, related, model, condition, related.alias)]);
  return Prisma.sql`EXISTS (SELECT 1 ${related.toSql()} WHERE ${meets})`;
}

/** The kinds of values that a column of each type is compared with. An enum is compared with its values' names. */
const kinds: Readonly<Record<string, readonly Slot['kind'][]>> = {
  String: ['text'],
  Int: ['integer'],
  Float: ['integer', 'number'],
  Boolean: ['boolean'],
  DateTime: ['time'],
  enum: ['text'],
};

/** The conditions of a column: a value, null, or comparisons. */
function compare(engine: Engine, model: string, name: string, value: unknown, alias: string): Prisma.Sql[] {
  const known = columnOf(model, name);
  const fitting = kinds[known?.kind === 'enum' ? 'enum' : (known?.type ?? '')];
  if (!fitting) throw new NotCompiled();
  const comparisons = value === null || value instanceof Slot ? { equals: value } : (value as Condition);
  return Object.entries(comparisons).map(([comparator, operand]) => {
    const of = column(alias, name);
    if (operand === null) return compareWithNull(of, comparator);
    if (Array.isArray(operand)) return compareWithNone(comparator);
    if (!(operand instanceof Slot) || !fitting.includes(operand.kind)) throw new NotCompiled();
    if (comparator === 'contains' || comparator === 'startsWith') {
      // Of other texts, SQLite would tell capital letters apart, which Prisma does not there.
      if (!name.endsWith('Normalized')) throw new NotCompiled();
      return (comparator === 'contains' ? contains : startsWith)[engine](of, operand);
    }
    if (operand.isList) return compareWithList(engine, of, comparator, operand);
    const operator = operators[comparator];
    if (!operator) throw new NotCompiled();
    return Prisma.sql`${of} ${operator} ${fixed[engine]}${operand}`;
  });
}

/**
 * What stands before a value. SQLite would plan a statement in an order anew for each value of a bare parameter, which takes longer than
 * to run it: it does not for an expression, which is the same to it otherwise.
 */
const fixed: Readonly<Record<Engine, Prisma.Sql>> = { sqlite: Prisma.raw('+'), postgresql: Prisma.empty };

/** A list of one value is that value: so the engines see that an index on more columns has the records in order. */
const operators: Readonly<Record<string, Prisma.Sql>> = {
  equals: Prisma.raw('='),
  not: Prisma.raw('<>'),
  in: Prisma.raw('='),
  notIn: Prisma.raw('<>'),
  gt: Prisma.raw('>'),
  gte: Prisma.raw('>='),
  lt: Prisma.raw('<'),
  lte: Prisma.raw('<='),
};

function compareWithNull(of: Prisma.Sql, comparator: string): Prisma.Sql {
  if (comparator === 'equals') return Prisma.sql`${of} IS NULL`;
  if (comparator === 'not') return Prisma.sql`${of} IS NOT NULL`;
  throw new NotCompiled();
}

function compareWithNone(comparator: string): Prisma.Sql {
  if (comparator === 'in') return none;
  if (comparator === 'notIn') return all;
  throw new NotCompiled();
}

/** One statement serves lists of every length. */
function compareWithList(engine: Engine, of: Prisma.Sql, comparator: string, list: Slot): Prisma.Sql {
  if (comparator === 'in') return isAmong(engine, of, list);
  if (comparator !== 'notIn') throw new NotCompiled();
  return engine === 'sqlite'
    ? Prisma.sql`${of} NOT IN (SELECT value FROM json_each(${list}))`
    : Prisma.sql`${of} <> ALL(${list})`;
}

/** That a column has one of the values of a list. */
export const isAmong = (engine: Engine, of: Prisma.Sql, list: Slot): Prisma.Sql =>
  engine === 'sqlite' ? Prisma.sql`${of} IN (SELECT value FROM json_each(${list}))` : Prisma.sql`${of} = ANY(${list})`;

type TextComparison = Record<Engine, (of: Prisma.Sql, text: Slot) => Prisma.Sql>;
const contains: TextComparison = {
  sqlite: (of, text) => Prisma.sql`instr(${of}, ${text}) > 0`,
  postgresql: (of, text) => Prisma.sql`strpos(${of}, ${text}) > 0`,
};
const startsWith: TextComparison = {
  sqlite: (of, text) => Prisma.sql`substr(${of}, 1, length(${text})) = ${text}`,
  postgresql: (of, text) => Prisma.sql`starts_with(${of}, ${text})`,
};
