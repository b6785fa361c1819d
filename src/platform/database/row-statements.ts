import type { Engine } from './location.ts';
import type { Column } from './model-relations.ts';
import type { Insertion } from './open-transaction.ts';

/* The statements that write rows, as SQL of either engine. */

/** What PostgreSQL calls the types of columns. An enum has its own name. */
const postgresqlTypes: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamp(3)',
  Json: 'jsonb',
};

const quoted = (name: string) => `"${name}"`;
const list = (columns: readonly Column[]) => columns.map(({ name }) => quoted(name)).join(', ');

/** The placeholder of a parameter, by its index. */
const parameter = (engine: Engine, index: number) => (engine === 'sqlite' ? '?' : `$${index + 1}`);

const returned = (columns: readonly Column[]) => (columns.length === 0 ? '' : ` RETURNING ${list(columns)}`);

/**
 * An INSERT.
 * @param given the columns to insert. The others have their defaults
 * @param returning the columns to return. None for an INSERT that returns nothing
 */
export function insertion(
  engine: Engine,
  model: string,
  given: readonly Column[],
  returning: readonly Column[],
): Insertion {
  const into = `INSERT INTO ${quoted(model)} (${list(given)})`;
  const parameters = given.map((_, index) => parameter(engine, index));
  const one = `${into} VALUES (${parameters.join(', ')})${returned(returning)}`;
  if (engine === 'sqlite') return { one, many: null };
  const values = given.map(({ type }, index) => `(r->>${index})::${postgresqlTypes[type] ?? quoted(type)}`);
  const rows = `SELECT ${values.join(', ')} FROM json_array_elements($1::json) r`;
  return { one, many: `${into} ${rows}${returned(returning)}` };
}

/** The condition of the rows that have one of some values in a column, and the owner. Its parameters come after `before`. */
function condition(engine: Engine, before: number, column: string, owner: string | null, isOne: boolean): string {
  const value = parameter(engine, before);
  const among = engine === 'sqlite' ? `IN (SELECT value FROM json_each(${value}))` : `= ANY(${value})`;
  const isOwned = owner === null ? '' : ` AND ${quoted(owner)} = ${parameter(engine, before + 1)}`;
  return `WHERE ${quoted(column)} ${isOne ? `= ${value}` : among}${isOwned}`;
}

/** What an UPDATE or DELETE is about: rows with one value or one of some in a column, and those of an owner alone. */
export interface Condition {
  readonly column: string;
  readonly isOne: boolean;
  readonly owner: string | null;
}

/**
 * An UPDATE that returns the rows.
 * @param given the columns that get the values of the first parameters
 * @param increments the columns that are raised by one
 */
export function update(
  engine: Engine,
  model: string,
  given: readonly Column[],
  increments: readonly string[],
  { column, owner, isOne }: Condition,
  returning: readonly Column[],
): string {
  const sets = [
    ...given.map(({ name }, index) => `${quoted(name)} = ${parameter(engine, index)}`),
    ...increments.map((name) => `${quoted(name)} = ${quoted(name)} + 1`),
  ];
  const where = condition(engine, given.length, column, owner, isOne);
  return `UPDATE ${quoted(model)} SET ${sets.join(', ')} ${where}${returned(returning)}`;
}

/** A DELETE. */
export const deletion = (engine: Engine, model: string, { column, owner, isOne }: Condition): string =>
  `DELETE FROM ${quoted(model)} ${condition(engine, 0, column, owner, isOne)}`;

/** Inserts rows that have one value in a column, such as the owner, and each of some in another. Those that are there stay. */
export function insertionOfMissing(engine: Engine, model: string, column: string, each: string): string {
  const into = `INSERT INTO ${quoted(model)} (${quoted(column)}, ${quoted(each)})`;
  // SQLite would take ON for the constraint of a join.
  return engine === 'sqlite'
    ? `${into} SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`
    : `${into} SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`;
}

/** Raises a number in the row of a key by one, or inserts that row with 1. Returns the number. */
export const increment = (engine: Engine, model: string, key: string, number: string): string =>
  `INSERT INTO ${quoted(model)} (${quoted(key)}, ${quoted(number)}) VALUES (${parameter(engine, 0)}, 1)
    ON CONFLICT (${quoted(key)}) DO UPDATE SET ${quoted(number)} = ${quoted(model)}.${quoted(number)} + 1
    RETURNING ${quoted(number)}`;
