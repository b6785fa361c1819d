import { formatTime, parseTime } from '../time/time-texts.ts';
import type { Engine } from './location.ts';
import type { Column } from './model-relations.ts';
import { toSqlite } from './sqlite-values.ts';

/* The values of columns between records, as Prisma has them, and the drivers of the engines. */

/**
 * What is given to the driver for the value of a column.
 * @throws TypeError if the column cannot hold it: SQLite would keep nearly anything
 */
export function encode(engine: Engine, { name, type, isRequired }: Column, value: unknown): unknown {
  if (value === null) {
    if (isRequired) throw new TypeError(`${name} must not be null.`);
    return null;
  }
  if (type === 'Json') return JSON.stringify(value);
  if (!isOfType(type, value)) throw new TypeError(`${name} must be a value of ${type}.`);
  if (engine === 'sqlite') return toSqlite(type === 'DateTime' ? new Date(value as string) : value, undefined);
  return value instanceof Date ? formatTime(value) : value;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'Int':
      return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
    case 'Float':
      return Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'DateTime':
      // Records from the change log have ISO 8601 texts.
      return !Number.isNaN(new Date(value as string).getTime());
    default:
      return typeof value === 'string';
  }
}

/** What makes the value of a column, as Prisma has it, of that of the driver, unless it is null. None where both are the same. */
export function decoderOf(engine: Engine, { type }: Pick<Column, 'type'>): ((value: unknown) => unknown) | null {
  switch (type) {
    case 'DateTime':
      return (value) => parseTime(value as string);
    case 'Json':
      return (value) => JSON.parse(value as string);
    case 'Boolean':
      return engine === 'sqlite' ? (value) => value !== 0 : null;
    default:
      return null;
  }
}
