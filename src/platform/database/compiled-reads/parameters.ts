import { Prisma } from '../../../generated/sqlite/client.ts';
import { formatTime } from '../../time/time-texts.ts';
import type { Engine } from '../location.ts';
import { toSqlite } from '../sqlite-values.ts';
import { Slot } from './shape.ts';

/** The parameter of a statement for a slot. SQLite takes a list as JSON. */
function bind(engine: Engine, { index, isList }: Slot, values: readonly unknown[]): unknown {
  const value = values[index];
  if (engine === 'postgresql') return isList ? (value as unknown[]).map(toText) : value;
  return isList
    ? JSON.stringify((value as unknown[]).map((one) => toSqlite(one, undefined)))
    : toSqlite(value, undefined);
}

/** The driver would write the times of a list in the time zone of this machine. */
const toText = (value: unknown) => (value instanceof Date ? formatTime(value) : value);

/** A statement with parameters in place of its slots. */
export const bindAll = (
  engine: Engine,
  { strings, values: places }: Prisma.Sql,
  values: readonly unknown[],
): Prisma.Sql =>
  new Prisma.Sql(
    strings,
    places.map((place: unknown) => (place instanceof Slot ? bind(engine, place, values) : place)),
  );

/** A statement as drivers take it. */
export interface Prepared {
  readonly text: string;
  /** Its parameters by the values of a query. */
  readonly parameters: (values: readonly unknown[]) => unknown[];
}

export function prepare(engine: Engine, sql: Prisma.Sql): Prepared {
  const places: readonly unknown[] = sql.values;
  return {
    text: engine === 'sqlite' ? sql.sql : sql.text,
    parameters: (values) => places.map((place) => (place instanceof Slot ? bind(engine, place, values) : place)),
  };
}
